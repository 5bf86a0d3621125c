using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What a consumer calls: parsing, dispatching, the names of the events, the JSON context.</summary>
public sealed class EmittedApiTests
{
    private const string Consumer = """
        using System.Threading;
        using System.Threading.Tasks;
        using Consumer.Telia;

        internal sealed class Recorder : ITeliaEventHandler
        {
            public string Handled = "";

            public ValueTask HandleAsync(SignatureRequestCompletedEvent e, CancellationToken cancellationToken) => Record("completed");

            public ValueTask HandleAsync(SignatorySignedEvent e, CancellationToken cancellationToken) => Record("signed");

            public ValueTask HandleAsync(UnrecognizedTeliaEvent e, CancellationToken cancellationToken) => Record("unrecognized");

            private ValueTask Record(string what)
            {
                Handled += what;
                return default;
            }
        }

        internal static class Calls
        {
            public static string Match(TeliaEvent e) => e.Match(
                signatureRequestCompleted: static e => e.EventData.SignatureRequestId.ToString(),
                signatorySigned: static e => e.EventData.SignatoryId.ToString(),
                unrecognized: static e => e.EventType);

            public static string Switch(TeliaEvent e)
            {
                string what = "";
                e.Switch(_ => what = "unrecognized", _ => what = "completed", _ => what = "signed");
                return what;
            }

            public static string Dispatch(TeliaEvent e)
            {
                Recorder recorder = new();
                e.DispatchAsync(recorder).AsTask().GetAwaiter().GetResult();
                return recorder.Handled;
            }

            public static TeliaEvent Later(SignatorySignedEvent e) => e with { Timestamp = e.Timestamp.AddHours(1) };

            public static string Try(string json) => TeliaEvent.TryParse(System.Text.Encoding.UTF8.GetBytes(json), out TeliaEvent? e) ? e.EventType : (e is null).ToString();
        }
        """;

    private const string Signed = """
        {"EventType":"signatorysigned","Timestamp":"2024-01-01T00:00:00","EventData":{"SignatoryId":"00000000-0000-0000-0000-000000000001","SignatureRequestId":"00000000-0000-0000-0000-000000000002","TenantId":"00000000-0000-0000-0000-000000000003","DepartmentId":"00000000-0000-0000-0000-000000000004","CreatorId":"00000000-0000-0000-0000-000000000005"}}
        """;

    private static readonly Lazy<EmittedEvents> s_telia = new(static () => new(
        "Telia",
        GeneratorHarness.Run([GeneratorHarness.Known("schemas/telia/hooks.json")], [Consumer])));

    private static readonly Dictionary<string, Lazy<EmittedEvents>> s_providers = new()
    {
        ["telia"] = s_telia,
        ["prix"] = new(static () => new("Prix", GeneratorHarness.Known("schemas/prix/prix.schema.json"))),
        ["quicklysign"] = new(static () => new("QuicklySign", GeneratorHarness.Known("schemas/quicklysign/quicklysign.schema.json", ("Provider", "QuicklySign")))),
    };

    /// <summary>The example payloads of the known providers: the provider's folder, and the file.</summary>
    public static IEnumerable<object[]> Examples => s_providers.Keys.SelectMany(static provider => Directory
        .EnumerateFiles(SharedFiles.InProject($"schemas/{provider}/examples"), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(path => new object[] { provider, Path.GetFileName(path) }));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task ExamplePayload_IsKnownAndRoundTrips(string provider, string example)
    {
        byte[] body = File.ReadAllBytes(SharedFiles.InProject($"schemas/{provider}/examples/{example}"));
        using MemoryStream stream = new(body);
        object e = await s_providers[provider].Value.ParseAsync(stream);
        Assert.DoesNotContain("Unrecognized", e.GetType().Name);
        Assert.Null(((dynamic)e).AdditionalProperties);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(s_providers[provider].Value.Write(e))));
    }

    [Theory]
    [InlineData(Signed, "00000000-0000-0000-0000-000000000001", "signed")]
    [InlineData("""{"EventType":"signatorydeclined"}""", "signatorydeclined", "unrecognized")]
    public void Dispatchers_TakeTheEventsOwnRoad(string json, string matched, string switched)
    {
        object e = s_telia.Value.Parse(json);
        Assert.Equal(matched, Call("Match", e));
        Assert.Equal(switched, Call("Switch", e));
        Assert.Equal(switched, Call("Dispatch", e));
    }

    [Fact]
    public void ChangedEvent_IsWrittenAsItsProviderSpellsIt() => Assert.Contains(
        "\"Timestamp\":\"2024-01-01T01:00:00\"",
        s_telia.Value.Write(Call("Later", s_telia.Value.Parse(Signed))!));

    [Theory]
    [InlineData("signatorysigned")]
    [InlineData("SignatorySigned")]
    [InlineData("SIGNATORYSIGNED")]
    public void EventTypeInAnyCase_IsOneEventAndWrittenAsItCame(string eventType)
    {
        string json = Signed.Replace("signatorysigned", eventType);
        dynamic e = s_telia.Value.Parse(json);
        Assert.Equal("SignatorySignedEvent", e.GetType().Name);
        Assert.Equal("signatorysigned", e.EventType);
        Assert.Equal(json.Trim(), s_telia.Value.Write(e));
        Assert.Equal(s_telia.Value.Parse(Signed), e);
    }

    [Fact]
    public void EventTypeAtTheEnd_IsFound()
    {
        JsonObject body = JsonNode.Parse(Signed)!.AsObject();
        JsonNode eventType = body["EventType"]!;
        body.Remove("EventType");
        body.Add("EventType", eventType);
        Assert.Equal("SignatorySignedEvent", s_telia.Value.Parse(body.ToJsonString()).GetType().Name);
    }

    [Theory]
    [InlineData("""{"EventType":"signatorydeclined","x":1.50}""", UnrecognizedReason.UnknownEventType, "signatorydeclined")]
    [InlineData("""{"EventType":7}""", UnrecognizedReason.MissingEventType, "")]
    [InlineData("{}", UnrecognizedReason.MissingEventType, "")]
    [InlineData("""{"EventType":"signatorysigned"}""", UnrecognizedReason.SchemaMismatch, "signatorysigned")]
    public void BodyThatTheSchemaDoesNotKnow_IsUnrecognizedAndKept(string json, UnrecognizedReason reason, string eventType)
    {
        dynamic e = s_telia.Value.Parse(json);
        Assert.Equal("UnrecognizedTeliaEvent", e.GetType().Name);
        Assert.Equal(reason, e.Reason);
        Assert.Equal(eventType, e.EventType);
        Assert.Equal(json, s_telia.Value.Write(e));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("""{"EventType":"signatorysigned","Timestamp":}""")]
    [InlineData("""{"EventType":"signatorysigned","EventType":"signaturerequestcompleted"}""")]
    [InlineData("""{"EventType":"nope","x":0,"\u0045ventType":"nope"}""")]
    public void BodyThatIsNoEvent_ThrowsJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>((Action)(() => s_telia.Value.Parse(json)));
        Assert.Equal("True", Call("Try", json));
    }

    [Fact]
    public void EventTypes_AreListedAndKnown()
    {
        Type names = s_telia.Value.Type("TeliaEventTypes");
        Assert.Equal(["signaturerequestcompleted", "signatorysigned"], (IEnumerable<string>)names.GetProperty("All")!.GetValue(null)!);
        bool IsKnown(string? name) => (bool)names.GetMethod("IsKnown")!.Invoke(null, [name])!;
        Assert.True(IsKnown("SignatorySigned"));
        Assert.False(IsKnown("signatory"));
        Assert.False(IsKnown(null));
    }

    [Fact]
    public void JsonContext_KnowsEveryTypeAlone()
    {
        JsonSerializerContext context = Context();
        foreach (string type in (string[])["TeliaEvent", "UnrecognizedTeliaEvent", "SignatorySignedEvent", "SignatorySignedEventData"])
        {
            JsonTypeInfo info = (JsonTypeInfo)context.GetType().GetProperty(type)!.GetValue(context)!;
            Assert.Equal(s_telia.Value.Type(type), info.Type);
        }

        object e = JsonSerializer.Deserialize(Signed, s_telia.Value.Type("TeliaEvent"), context)!;
        Assert.Equal(s_telia.Value.Parse(Signed), e);
        Assert.Null(context.GetTypeInfo(typeof(Version)));
    }

    [Fact]
    public void JsonContext_WorksInAChain()
    {
        JsonSerializerOptions options = new() { TypeInfoResolverChain = { Context(), new DefaultJsonTypeInfoResolver() } };
        Type list = typeof(List<>).MakeGenericType(s_telia.Value.Type("TeliaEvent"));
        object events = JsonSerializer.Deserialize($"[{Signed}]", list, options)!;
        Assert.Equal($"[{Signed.Trim()}]", JsonSerializer.Serialize(events, list, options));
    }

    [Fact]
    public void MoreThan32Events_HaveNoMatchButAHandler()
    {
        EmittedEvents events = new("Acme", GeneratorHarness.Acme(Schema.Of([.. Enumerable.Range(0, 33).Select(static i => Schema.Event($"event{i}"))])));
        Assert.Null(events.Type("AcmeEvent").GetMethod("Match"));
        Assert.Null(events.Type("AcmeEvent").GetMethod("Switch"));
        Assert.NotNull(events.Type("AcmeEvent").GetMethod("DispatchAsync"));
        Assert.Equal(34, events.Type("IAcmeEventHandler").GetInterfaces().Length);
    }

    private static JsonSerializerContext Context() =>
        (JsonSerializerContext)s_telia.Value.Type("TeliaJsonContext").GetProperty("Default")!.GetValue(null)!;

    private static object? Call(string method, object argument) =>
        s_telia.Value.Assembly.GetType("Calls")!.GetMethod(method)!.Invoke(null, [argument]);
}
