using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TypedWebhooks.Tests.Prix;
using TypedWebhooks.Tests.QuicklySign;
using TypedWebhooks.Tests.Telia;
using Xunit;

namespace TypedWebhooks.Tests.Providers;

public sealed class ExampleTests
{
    [Theory]
    [MemberData(nameof(Examples.All), MemberType = typeof(Examples))]
    public void Example_IsRecognizedAndRoundTrips(string path)
    {
        string json = Examples.Read(path);
        object e = Examples.Parse(path, json);
        Assert.DoesNotContain("Unrecognized", e.GetType().Name);
        Assert.True(Examples.AreEqual(json, JsonSerializer.Serialize(e, Examples.Root(e))));
        Assert.Equal(e, JsonSerializer.Deserialize(json, Examples.Root(e)));
    }

    [Theory]
    [MemberData(nameof(Examples.All), MemberType = typeof(Examples))]
    public void Example_ThroughItsContextAlone_IsTheSame(string path)
    {
        string json = Examples.Read(path);
        object e = Examples.Parse(path, json);
        JsonTypeInfo root = Context(path).GetTypeInfo(Examples.Root(e))!;
        Assert.Equal(e, JsonSerializer.Deserialize(json, root));
        Assert.True(Examples.AreEqual(json, JsonSerializer.Serialize(e, root)));
    }

    [Fact]
    public void Examples_AreThere() => Assert.Equal(15, Examples.All.Count);

    [Theory]
    [InlineData("signaturerequestcompleted")]
    [InlineData("SignatureRequestCompleted")]
    [InlineData("SIGNATUREREQUESTCOMPLETED")]
    public void TeliaEventType_InAnyCase_IsOneEventWrittenAsItCame(string eventType)
    {
        string json = $$$"""{"EventType":"{{{eventType}}}","Timestamp":"0001-01-01T00:00:00","EventData":{"SignatureRequestId":"00000000-0000-0000-0000-000000000001","TenantId":"00000000-0000-0000-0000-000000000002","DepartmentId":"00000000-0000-0000-0000-000000000003","CreatorId":"00000000-0000-0000-0000-000000000004"}}""";
        SignatureRequestCompletedEvent e = Assert.IsType<SignatureRequestCompletedEvent>(TeliaEvent.Parse(json));
        Assert.Equal(TeliaEventTypes.SignatureRequestCompleted, e.EventType);
        Assert.Equal(new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.Zero), e.Timestamp);
        Assert.Equal(json, JsonSerializer.Serialize<TeliaEvent>(e));
        Assert.Equal(e, TeliaEvent.Parse(json.Replace(eventType, "signaturerequestcompleted", StringComparison.Ordinal)));
    }

    [Fact]
    public void UnlistedStatus_IsKeptAndWrittenBack()
    {
        string json = Examples.Read("schemas/prix/examples/contract-created.json").Replace("\"CREATED\"", "\"SHREDDED\"", StringComparison.Ordinal);
        ContractCreatedEvent e = Assert.IsType<ContractCreatedEvent>(PrixEvent.Parse(json));
        Assert.Equal(ContractStatus.Unrecognized, e.Contract.Status);
        Assert.Equal("SHREDDED", e.Contract.OriginalValues!["status"].GetString());
        Assert.True(Examples.AreEqual(json, JsonSerializer.Serialize<PrixEvent>(e)));
        Assert.Contains("\"CONCLUDED\"", JsonSerializer.Serialize<PrixEvent>(e with { Contract = e.Contract with { Status = ContractStatus.Concluded } }));
    }

    [Theory]
    [InlineData("""{"EventType":"signaturearchived","x":[1]}""", UnrecognizedReason.UnknownEventType, null)]
    [InlineData("""{"x":1}""", UnrecognizedReason.MissingEventType, null)]
    [InlineData("""{"EventType":"signatorysigned","Timestamp":"2026-01-01T00:00:00Z"}""", UnrecognizedReason.SchemaMismatch, "$.EventData")]
    [InlineData("""{"EventData":{"SignatoryId":7},"EventType":"signatorysigned"}""", UnrecognizedReason.SchemaMismatch, "$.EventData.SignatoryId")]
    public void OtherObject_IsUnrecognizedWithItsJson(string json, UnrecognizedReason reason, string? path)
    {
        UnrecognizedTeliaEvent e = Assert.IsType<UnrecognizedTeliaEvent>(TeliaEvent.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(reason, e.Reason);
        Assert.Equal(path, e.JsonPath);
        Assert.Equal(json, JsonSerializer.Serialize<TeliaEvent>(e));
        Assert.Equal(e, TeliaEvent.Parse(json));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"EventType":"a","EventType":"b"}""")]
    [InlineData("""{"EventType":"signatorysigned","\u0045ventType":"signatorysigned"}""")]
    [InlineData("""{"EventType":"a"} {}""")]
    public void NoSingleObject_ThrowsJsonException(string json)
    {
        Assert.ThrowsAny<JsonException>(() => TeliaEvent.Parse(json));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<TeliaEvent>(json));
        Assert.False(TeliaEvent.TryParse(Encoding.UTF8.GetBytes(json), out TeliaEvent? none));
        Assert.Null(none);
    }

    private static JsonSerializerContext Context(string path) => path.Split('/')[1] switch
    {
        "telia" => TeliaJsonContext.Default,
        "prix" => PrixJsonContext.Default,
        _ => QuicklySignJsonContext.Default,
    };
}
