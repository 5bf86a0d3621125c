using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>The rules over what the generator really emits, in its project and from another one.</summary>
public sealed class EmittedEventTests
{
    private const string Complete = "SignatureRequestCompletedEvent => 1, SignatorySignedEvent => 2, UnrecognizedTeliaEvent => 3,";
    private const string OneLess = "SignatureRequestCompletedEvent => 1, UnrecognizedTeliaEvent => 3,";

    [Theory]
    [InlineData("int F(TeliaEvent e) => e switch { " + Complete + " };", "")]
    [InlineData("int F(TeliaEvent e) => e switch { " + OneLess + " };", "CS8509 TWH1001(SignatorySignedEvent)")]
    [InlineData("int F(TeliaEvent e) => e switch { " + OneLess + " _ => 0 };", "TWH1002(SignatorySignedEvent)")]
    [InlineData("void F(TeliaEvent e) { switch (e) { case SignatorySignedEvent: break; } }", "TWH1001(SignatureRequestCompletedEvent,UnrecognizedTeliaEvent)")]
    [InlineData("bool F(TeliaEvent e) => e.EventType == \"signatorysignd\";", "TWH1005(signatorysignd)")]
    public async Task Switch_SameVerdictHereAndFromAnotherProject(string member, string expected)
    {
        string source = $"#nullable enable\nusing Consumer.Telia;\nclass C {{ {member} }}";
        Assert.Equal(expected, await Verdict(Run(source).Compilation));

        CSharpCompilation events = Run().Compilation;
        using MemoryStream image = new();
        Assert.True(events.Emit(image).Success);
        CSharpCompilation other = GeneratorHarness.Compile("Other", [source]).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Equal(expected, await Verdict(other));
    }

    [Fact]
    public async Task SwitchInTheUsersPartOfAPartialRecord_IsLookedAt() => Assert.Equal(
        "CS8509 TWH1001(SignatorySignedEvent)",
        await Verdict(Run("#nullable enable\nnamespace Consumer.Telia; public partial record TeliaEvent { internal int Rank => this switch { " + OneLess + " }; }").Compilation));

    [Fact]
    public async Task EmittedCode_RaisesNothing() => Assert.Equal("", await Verdict(Run().Compilation));

    private static Generated Run(params string[] sources) => GeneratorHarness.Run(
        [GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"))],
        [.. sources]);

    private static async Task<string> Verdict(Compilation compilation)
    {
        ImmutableArray<Diagnostic> found = await AnalyzerHarness.AnalyzeAsync(compilation);
        return string.Join(" ", found
            .Where(static d => !d.IsSuppressed && d.Severity > DiagnosticSeverity.Hidden)
            .Select(static d => d.Id + Subject(d))
            .Order(StringComparer.Ordinal));
    }

    /// <summary>The events or names that a rule speaks of, without the other words.</summary>
    private static string Subject(Diagnostic d)
    {
        if (!d.Id.StartsWith("TWH", StringComparison.Ordinal))
        {
            return "";
        }

        string message = d.GetMessage(CultureInfo.InvariantCulture);
        string[] events = ["SignatureRequestCompletedEvent", "SignatorySignedEvent", "UnrecognizedTeliaEvent", "signatorysignd"];
        return $"({string.Join(",", events.Where(message.Contains))})";
    }
}
