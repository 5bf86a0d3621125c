using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>
/// What the compiler says to who matches on A and B once the schema has N as well: the best is CS7036, which names the
/// parameter of N. A function whose parameter has no type it tries on the parameter at the same position, named or not, and
/// speaks of what is wrong in there instead; so the new event has to be the last one.
/// </summary>
public sealed class MatchGrowthTests
{
    [Theory]
    [InlineData("A B N", "unrecognized: u => u.EventType, a: e => e.OfA, b: e => e.OfB", true)]
    [InlineData("A B N", "u => u.EventType, e => e.OfA, e => e.OfB", true)]
    [InlineData("A B N", "unrecognized: (UnrecognizedAcmeEvent u) => u.EventType, a: (AEvent e) => e.OfA, b: (BEvent e) => e.OfB", true)]
    [InlineData("N A B", "unrecognized: (UnrecognizedAcmeEvent u) => u.EventType, a: (AEvent e) => e.OfA, b: (BEvent e) => e.OfB", true)]
    [InlineData("A N B", "a: (AEvent e) => e.OfA, b: (BEvent e) => e.OfB, unrecognized: (UnrecognizedAcmeEvent u) => u.EventType", true)]
    [InlineData("N A B", "unrecognized: Name, a: NameA, b: NameB", true)]
    [InlineData("A N B", "unrecognized: Name, a: NameA, b: NameB", true)]
    [InlineData("N A B", "unrecognized: u => u.EventType, a: e => e.OfA, b: e => e.OfB", false)]
    [InlineData("A N B", "u => u.EventType, e => e.OfA, e => e.OfB", false)]
    public void NewEvent_IsNamed(string events, string arguments, bool isNamed)
    {
        foreach (string call in new[] { $"string F(AcmeEvent e) => e.Match({arguments});", $"void F(AcmeEvent e) => e.Switch({arguments.Replace("=> ", "=> _ = ", StringComparison.Ordinal)});" })
        {
            Generated generated = Run(events, call);
            Diagnostic[] errors = [.. generated.Compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error && d.Id != "CS0407")];
            Assert.Equal(isNamed, errors is [{ Id: "CS7036" } one] && one.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("'n'", StringComparison.Ordinal));
            Assert.NotEmpty(errors);
        }
    }

    [Fact]
    public void AllEvents_Compile() =>
        Run("A N B", "string F(AcmeEvent e) => e.Match(unrecognized: Name, a: e => e.OfA, n: e => e.OfN, b: e => e.OfB) ?? e.Match(u => \"\", e => e.OfA, e => e.OfN, e => e.OfB);").AssertCompiles();

    private static Generated Run(string events, string member) => GeneratorHarness.Run(
        [GeneratorHarness.Acme("""{ "oneOf": [EVENTS] }""".Replace("EVENTS", string.Join(", ", events.Split(' ').Select(Event)), StringComparison.Ordinal))],
        [$$"""
        #nullable enable
        using Consumer.Acme;
        class P
        {
            static string Name(UnrecognizedAcmeEvent e) => e.EventType;
            static string NameA(AEvent e) => e.OfA;
            static string NameB(BEvent e) => e.OfB;
            {{member}}
        }
        """]);

    private static string Event(string name) =>
        """{ "type": "object", "properties": { "type": { "const": "NAME" }, "ofNAME": { "type": "string" } }, "required": ["type", "ofNAME"] }""".Replace("NAME", name, StringComparison.Ordinal);
}
