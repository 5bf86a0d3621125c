using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Batches;

/// <summary>What comes to a receiver and is no event, as Slack's <c>url_verification</c>: it is recognized, and no handler is asked for it.</summary>
public sealed class HandshakeTests
{
    private const string Map = """{ "eventType": ["/event/type", "/event/subtype?"], "names": ["message", "message.joined"], "handshakes": ["url_verification", "tokens_revoked"], "events": { "*": null } }""";

    private const string Handler = """
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Consumer.Acme;
        internal sealed class Handler : IAcmeEventHandler
        {
            public List<string> Took { get; } = new();
            public ValueTask HandleAsync(MessageEvent e, CancellationToken c) => Take(e);
            public ValueTask HandleAsync(MessageJoinedEvent e, CancellationToken c) => Take(e);
            public ValueTask HandleAsync(UnrecognizedAcmeEvent e, CancellationToken c) => Take(e);
            private ValueTask Take(AcmeEvent e) { Took.Add(e.EventType); return default; }
            public static IReadOnlyList<string> Run(string json) { Handler h = new(); AcmeEvent.Parse(json).DispatchAsync(h).AsTask().Wait(); return h.Took; }
        }
        """;

    [Theory]
    [InlineData("""{"token":"t","challenge":"c","type":"url_verification"}""", "url_verification", true)]
    [InlineData("""{"type":"event_callback","event":{"type":"tokens_revoked"}}""", "tokens_revoked", true)]
    [InlineData("""{"kind":"url_veri\u0066ication"}""", "url_verification", true)]
    [InlineData("""{"type":"url_verification","event":{"type":"message"}}""", "message", false)]
    [InlineData("""{"type":"url_verification","event":{"type":"other"}}""", "other", false)]
    [InlineData("""{"type":["url_verification"]}""", "", false)]
    [InlineData("""{"type":"URL_VERIFICATION","x":"\ud800"}""", "", false)]
    [InlineData("""{}""", "", false)]
    public void Body_IsAHandshakeAndNoHandlerIsAsked(string json, string eventType, bool isHandshake)
    {
        Generated generated = GeneratorHarness.Run(MappedProvider.Of(Map, ("any.json", """{ "$defs": { "x": { "type": "object" } } }""")), [Handler]);
        EmittedEvents events = new("Acme", generated);
        object e = events.Parse(json);
        Assert.Equal(eventType, BatchProvider.Get(e, "EventType"));
        Assert.Equal(isHandshake, BatchProvider.Get(e, "IsHandshake") is true);
        Assert.Equal(isHandshake, BatchProvider.Get(e, "Reason") is UnrecognizedReason.Handshake);
        Assert.Equal(json, events.Write(e));
        IReadOnlyList<string> took = (IReadOnlyList<string>)events.Assembly.GetType("Handler")!.GetMethod("Run")!.Invoke(null, [json])!;
        Assert.Equal(isHandshake ? [] : [eventType], took);
    }

    [Fact]
    public void Names_AreConstantsOfTheirOwn()
    {
        EmittedEvents events = MappedProvider.Load(Map, ("any.json", """{ "$defs": { "x": { "type": "object" } } }"""));
        System.Type names = events.Type("AcmeEventTypes");
        Assert.Equal(["message", "message.joined"], (IEnumerable<string>)names.GetProperty("All")!.GetValue(null)!);
        Assert.Equal("url_verification", names.GetNestedType("Handshakes")!.GetField("UrlVerification")!.GetRawConstantValue());
        Assert.Equal(false, names.GetMethod("IsKnown")!.Invoke(null, ["url_verification"]));
    }

    /// <summary>The name of a handshake is no misspelling of an event's, and no switch needs it.</summary>
    [Theory]
    [InlineData("bool F(AcmeEvent e) => e.EventType == AcmeEventTypes.Handshakes.UrlVerification || e.EventType is \"tokens_revoked\";", "")]
    [InlineData("bool F(AcmeEvent e) => e.EventType == \"url_verificatoin\";", "TWH1005")]
    [InlineData("int F(AcmeEvent e) => e switch { MessageEvent => 1, MessageJoinedEvent => 2, UnrecognizedAcmeEvent { EventType: \"url_verification\" } => 4, UnrecognizedAcmeEvent => 3 };", "")]
    [InlineData("int F(string s) => s switch { AcmeEventTypes.Message => 1, AcmeEventTypes.MessageJoined => 2, AcmeEventTypes.Handshakes.UrlVerification => 4, _ => 3 };", "")]
    public async Task Rules_SayNothingOfIt(string member, string expected)
    {
        Generated generated = GeneratorHarness.Run(MappedProvider.Of(Map, ("any.json", """{ "$defs": { "x": { "type": "object" } } }""")), [$"#nullable enable\nusing Consumer.Acme;\nclass C {{ {member} }}"]);
        ImmutableArray<Diagnostic> found = await AnalyzerHarness.AnalyzeAsync(generated.Compilation);
        Assert.Equal(expected, string.Join(" ", found.Where(static d => !d.IsSuppressed && d.Severity > DiagnosticSeverity.Hidden).Select(static d => d.Id)));
    }

    [Theory]
    [InlineData("*/ public class Evil {} /*")]
    [InlineData("</c></summary><x")]
    [InlineData("\\\"; } class Evil { //")]
    [InlineData("\u2028 #error \u0085\n#error")]
    [InlineData("Handshakes")]
    [InlineData("Names")]
    [InlineData("class")]
    [InlineData("7 a")]
    public void HostileName_IsAText(string name)
    {
        string map = $$"""{ "eventType": "/type", "handshakes": [{{Schema.Text(name)}}, "x"], "body": {{Schema.Text("form " + name.Replace(" ", "", System.StringComparison.Ordinal))}}, "events": { "a": null } }""";
        Generated generated = GeneratorHarness.Run(MappedProvider.Of(map, ("any.json", """{ "$defs": { "x": { "type": "object" } } }""")));
        EmittedEvents events = new("Acme", generated);
        Assert.DoesNotContain("Evil", generated.Types.Keys);
        object e = events.Parse($$"""{"type":{{Schema.Text(name)}}}""");
        Assert.Equal(name, BatchProvider.Get(e, "EventType"));
        Assert.Equal(UnrecognizedReason.Handshake, BatchProvider.Get(e, "Reason"));
        Assert.Contains(name, events.Type("AcmeEventTypes").GetNestedType("Handshakes")!.GetFields().Select(static field => (string)field.GetRawConstantValue()!));
    }
}
