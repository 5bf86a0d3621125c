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

/// <summary>
/// The rules where not all events are chosen: only those with a type count, and the name of another is no misspelling. The one
/// that is not chosen is <c>order.lost</c>, between the others.
/// </summary>
public sealed class SelectedEventCases
{
    [Theory]
    [InlineData("int F(AcmeEvent e) => e switch { OrderPaidEvent => 1, UserGoneEvent => 2, UnrecognizedAcmeEvent => 3 };", "")]
    [InlineData("int F(AcmeEvent e) => e switch { OrderPaidEvent => 1, UnrecognizedAcmeEvent => 3 };", "CS8509 TWH1001: The switch over 'AcmeEvent' does not handle UserGoneEvent")]
    [InlineData("int F(AcmeEvent e) => e switch { { EventType: \"order.paid\" } => 1, { EventType: AcmeEventTypes.UserGone } => 2, UnrecognizedAcmeEvent => 3 };", "")]
    [InlineData("int F(AcmeEvent e) => e switch { { EventType: AcmeEventTypes.OrderLost } => 0, OrderPaidEvent => 1, UserGoneEvent => 2, UnrecognizedAcmeEvent => 3 };", "")]
    [InlineData("int F(AcmeEvent e) => e switch { OrderPaidEvent => 1, UserGoneEvent => 2, UnrecognizedAcmeEvent { Reason: UnrecognizedReason.NotSelected, EventType: AcmeEventTypes.OrderLost } => 4, UnrecognizedAcmeEvent => 3 };", "")]
    [InlineData("bool F(AcmeEvent e) => e.EventType == AcmeEventTypes.OrderLost || e.EventType is \"order.lost\" || e is { EventType: \"order.lost\" };", "")]
    [InlineData("bool F(UnrecognizedAcmeEvent e) => e.EventType == \"order.lost\";", "")]
    [InlineData("bool F(AcmeEvent e) => e.EventType == \"order.lots\";", "TWH1005: 'AcmeEvent' has no event type 'order.lots': 'order.lost' is the nearest")]
    [InlineData("bool F(AcmeEvent e) => e.EventType == \"Order.Lost\";", "TWH1005: 'AcmeEvent' has no event type 'Order.Lost': 'order.lost' is the nearest")]
    [InlineData("int F(AcmeEvent e) => e.EventType switch { AcmeEventTypes.OrderPaid => 1, AcmeEventTypes.UserGone => 2, _ => 3 };", "")]
    [InlineData("int F(string s) => s switch { AcmeEventTypes.OrderPaid => 1, AcmeEventTypes.UserGone => 2, AcmeEventTypes.OrderLost => 4, _ => 3 };", "")]
    [InlineData("int F(string s) => s switch { AcmeEventTypes.OrderLost => 1, AcmeEventTypes.UserGone => 2, _ => 3 };", "TWH1005: The switch over the event types of 'AcmeEvent' leaves out OrderPaid")]
    [InlineData("bool F(OrderPaidEvent e) => e.EventType == AcmeEventTypes.OrderLost;", "TWH1005: No 'OrderPaidEvent' has the event type 'order.lost': it is not selected, so that its event has no type and is unrecognized")]
    [InlineData("bool F(AcmeEvent e) => e is UserGoneEvent { EventType: \"order.lost\" };", "TWH1005: No 'UserGoneEvent' has the event type 'order.lost': it is not selected, so that its event has no type and is unrecognized")]
    [InlineData("bool F(OrderPaidEvent e) => e.EventType is \"order.lost\" or \"order.paid\";", "TWH1005: No 'OrderPaidEvent' has the event type 'order.lost': it is not selected, so that its event has no type and is unrecognized")]
    [InlineData("bool F(OrderPaidEvent e) => string.Equals(e.EventType, \"ORDER.lost\", System.StringComparison.OrdinalIgnoreCase);", "TWH1005: No 'OrderPaidEvent' has the event type 'ORDER.lost': it is not selected, so that its event has no type and is unrecognized")]
    public async Task Switch_SameVerdictHereAndFromAnotherProject(string member, string expected)
    {
        string source = $"#nullable enable\nusing TypedWebhooks;\nusing Consumer.Acme;\nclass C {{ {member} }}";
        Assert.Equal(expected, await Verdict(Run(source).Compilation));

        CSharpCompilation events = Run().Compilation;
        using MemoryStream image = new();
        Assert.True(events.Emit(image).Success);
        CSharpCompilation other = GeneratorHarness.Compile("Other", [source]).AddReferences(MetadataReference.CreateFromImage(image.ToArray()));
        Assert.Equal(expected, await Verdict(other));
    }

    private static Generated Run(params string[] sources) => GeneratorHarness.Run(
        [GeneratorHarness.Acme(Schema.Of(Schema.Event("order.paid"), Schema.Event("order.lost"), Schema.Event("user.gone")), ("Events", "!order.lost"))],
        sources);

    private static async Task<string> Verdict(Compilation compilation)
    {
        ImmutableArray<Diagnostic> found = await AnalyzerHarness.AnalyzeAsync(compilation);
        return string.Join(" ", found
            .Where(static d => !d.IsSuppressed && d.Severity > DiagnosticSeverity.Hidden)
            .Select(static d => d.Id.StartsWith("TWH", StringComparison.Ordinal) ? d.Id + ": " + d.GetMessage(CultureInfo.InvariantCulture) : d.Id)
            .Order(StringComparer.Ordinal));
    }
}
