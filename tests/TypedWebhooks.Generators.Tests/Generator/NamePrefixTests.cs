using System;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.AsyncApi;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What names on the wire begin with can be left out of the names in C#.</summary>
public sealed class NamePrefixTests
{
    private static readonly string s_schema = Schema.Of(Schema.Event("dev.acme.order.paid", """ "data": { "properties": { "id": { "type": "string" } } } """), Schema.Event("dev.acme.order.lost"), Schema.Event("ping"));

    [Theory]
    [InlineData("dev.acme.", "OrderLostEvent OrderPaidEvent PingEvent")]
    [InlineData("dev.acme.order.; dev.", "LostEvent PaidEvent PingEvent", "dev.")]
    [InlineData("dev.; dev.acme.order.p", "AcmeOrderLostEvent AidEvent PingEvent")]
    [InlineData("DEV.ACME.", "DevAcmeOrderLostEvent DevAcmeOrderPaidEvent PingEvent", "DEV.ACME.")]
    [InlineData("ping", "DevAcmeOrderLostEvent DevAcmeOrderPaidEvent PingEvent", "ping")]
    public void Prefix_IsTakenOffNamesInCSharpAlone(string prefix, string expected, params string[] unused)
    {
        _ = unused;
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(s_schema, ("NamePrefix", prefix)));
        Assert.Equal(expected.Split(' '), generated.EventNames);
        Assert.Contains("\"dev.acme.order.paid\"", generated["Acme.AcmeEventTypes.g.cs"], StringComparison.Ordinal);
        generated.AssertCompiles();
        object e = generated.Load().GetType("Consumer.Acme.AcmeEvent")!.GetMethod("Parse", [typeof(string)])!.Invoke(null, ["""{"type":"dev.acme.order.lost"}"""])!;
        Assert.Equal("dev.acme.order.lost", e.GetType().GetProperty("EventType")!.GetValue(e));
    }

    /// <summary>What stands in place in an event is called after the event, and so without the prefix.</summary>
    [Fact]
    public void TypesOfAnEvent_AreWithoutItToo() =>
        Assert.Contains("Acme.OrderPaidData", GeneratorHarness.Run(GeneratorHarness.Acme(s_schema, ("NamePrefix", "dev.acme."))).TypeNames);

    [Fact]
    public void ProviderThatIgnoresCase_SoDoesThePrefix() => Assert.Equal(
        ["OrderLostEvent", "OrderPaidEvent", "PingEvent"],
        GeneratorHarness.Run(GeneratorHarness.Acme(s_schema, ("NamePrefix", "DEV.Acme."), ("EventTypeComparison", "OrdinalIgnoreCase"))).EventNames);

    [Fact]
    public void Map_SaysItAsWell_AndTheItemComesFirst()
    {
        SchemaText map = AsyncApiTests.MapOf("""{ "namePrefix": ["dev.", "dev.acme."] }""");
        Assert.Equal(["OrderLostEvent", "OrderPaidEvent", "PingEvent"], GeneratorHarness.Run(GeneratorHarness.Acme(s_schema), map).EventNames);
        Assert.Equal(["AcmeOrderLostEvent", "AcmeOrderPaidEvent", "PingEvent"], GeneratorHarness.Run(GeneratorHarness.Acme(s_schema, ("NamePrefix", "dev.")), map).EventNames);
    }

    /// <summary>A prefix that no event has is a mistake: in the project file where that is known, or in the map.</summary>
    [Fact]
    public void PrefixThatNoEventHas_IsReported()
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText("/consumer/schemas/acme/hooks.json", s_schema),
            ProjectText.Of(
                """
                <Project><ItemGroup>
                  <WebhookSchema Include="schemas/acme/hooks.json" NamePrefix="dev.acme.; dev.acne." />
                </ItemGroup></Project>
                """,
                ProjectText.Item("schema", "/consumer/schemas/acme/hooks.json", ("NamePrefix", "dev.acme.; dev.acne."))));
        string said = Assert.Single(generated.Printed);
        Assert.Contains("TWH2011: NamePrefix=\"dev.acne.\" of this WebhookSchema item is not valid: no name of an event of Acme begins with it and goes on; there is dev.acme.order.paid", said, StringComparison.Ordinal);
        Assert.StartsWith("consumer.csproj(2,", said, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["OrderLostEvent", "OrderPaidEvent", "PingEvent"], generated.EventNames);

        Assert.Equal(
            ["hooks.map.json(1,17): TWH2012: 'dev.acne.' in namePrefix is not valid: no name of an event of Acme begins with it and goes on; there is dev.acme.order.paid"],
            GeneratorHarness.Run(GeneratorHarness.Acme(s_schema), AsyncApiTests.MapOf("""{ "namePrefix": "dev.acne." }""")).Printed);
    }

    /// <summary>CDEvents' names all begin alike; its custom events, which a map names, with something else.</summary>
    [Fact]
    public void CdEvents_AreShort()
    {
        SchemaText[] schemas = [.. Corpus.CdEvents.Select(static schema => new SchemaText(
            schema.Path,
            schema.GetText()!.ToString(),
            [("Provider", "CdEvents"), ("NamePrefix", "dev.cdevents.;dev.cdeventsx."), .. schema.Path.EndsWith(".map.json", StringComparison.Ordinal) ? new[] { ("Schema", "map") } : []]))];
        Generated generated = GeneratorHarness.Run(schemas);
        Assert.NotEmpty(generated.EventNames);
        Assert.DoesNotContain(generated.EventNames, static name => name.StartsWith("Dev", StringComparison.Ordinal));
        Assert.Contains("= \"dev.cdevents.artifact.packaged.", generated["CdEvents.CdEventsEventTypes.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain(generated.Printed, static line => line.Contains("TWH2011", StringComparison.Ordinal));
    }
}
