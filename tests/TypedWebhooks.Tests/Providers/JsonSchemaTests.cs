using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TypedWebhooks.Tests.Prix;
using TypedWebhooks.Tests.Telia;
using Xunit;

namespace TypedWebhooks.Tests.Providers;

/// <summary>The events' schemas, for those who describe an API.</summary>
public sealed class JsonSchemaTests
{
    private static readonly JsonSchemaExporterOptions s_exporter = new()
    {
        TransformSchemaNode = static (context, schema) => TeliaJsonSchema.Transform(context.TypeInfo.Type, context.Path, schema),
    };

    [Fact]
    public void SchemaOfTheRoot_IsOneOfItsEvents_ToldApartByTheirNames()
    {
        JsonObject schema = TeliaJsonSchema.Of(typeof(TeliaEvent))!;
        Assert.Equal(["SignatureRequestCompletedEvent", "SignatorySignedEvent"], schema["oneOf"]!.AsArray().Select(static e => e!["$ref"]!.GetValue<string>()["#/$defs/".Length..]));
        Assert.Equal("eventType", schema["discriminator"]!["propertyName"]!.GetValue<string>(), ignoreCase: true);
        Assert.Equal("#/$defs/SignatorySignedEvent", schema["discriminator"]!["mapping"]!["signatorysigned"]!.GetValue<string>());
        AssertReferencesLeadSomewhere(schema);
    }

    [Fact]
    public void SchemaOfAPart_SaysItsMembers()
    {
        JsonObject schema = TeliaJsonSchema.Of(typeof(SignatorySignedEventData))!;
        Assert.Equal("object", schema["type"]!.GetValue<string>());
        Assert.Contains(schema["properties"]!.AsObject(), static member => (string?)member.Value!["format"] == "uuid");
        Assert.Null(TeliaJsonSchema.Of(typeof(string)));
        Assert.Null(TeliaJsonSchema.Of(typeof(PrixEvent)));
        Assert.Equal("string", PrixJsonSchema.Of(typeof(SignatureStatus?))!["type"]!.GetValue<string>());
        AssertReferencesLeadSomewhere(PrixJsonSchema.Of(typeof(SignatureEvent))!);
    }

    [Fact]
    public void Exporter_HasTheSchemaWhereverAnEventIs()
    {
        JsonNode whole = JsonSerializerOptions.Default.GetJsonSchemaAsNode(typeof(TeliaEvent), s_exporter);
        Assert.Equal(2, whole["oneOf"]!.AsArray().Count);
        AssertReferencesLeadSomewhere(whole.AsObject());

        JsonNode holder = JsonSerializerOptions.Default.GetJsonSchemaAsNode(typeof(Holder), s_exporter);
        Assert.True(holder["properties"]?["Events~/"]?["items"]?["oneOf"] is JsonArray { Count: 2 }, holder.ToJsonString());
        Assert.True(holder["properties"]?["ByName"]?["additionalProperties"]?["properties"] is JsonObject, holder.ToJsonString());
        AssertReferencesLeadSomewhere(holder.AsObject());
    }

    [Fact]
    public async Task OpenApiDocument_KnowsTheEvents()
    {
        await using Receiver receiver = await Receiver.StartAsync(
            static app =>
            {
                app.MapOpenApi();
                app.MapPost("/bound", static (TeliaEvent e) => Results.Ok());
                app.MapPost("/leaf", static (SignatorySignedEvent e) => Results.Ok());
                app.MapPost("/group", static (SignatureEvent e) => Results.Ok());
                app.MapPost("/part", static (SignatorySignedEventData part) => Results.Ok());
                app.MapPost("/own", static async Task<IResult> (HttpRequest request) =>
                    await TeliaEvent.TryParseAsync(request) is null ? Results.BadRequest() : Results.Ok()).Accepts<TeliaEvent>("application/json");
                app.MapGet("/out", static () => TypedResults.Ok<TeliaEvent>(null));
            },
            configure: static services => services.AddOpenApi(static options => options.AddTeliaSchemas().AddPrixSchemas()));
        JsonNode document = JsonNode.Parse(await receiver.GetAsync("/openapi/v1.json"))!;

        foreach ((string path, string type) in new[] { ("/bound", "TeliaEvent"), ("/leaf", "SignatorySignedEvent"), ("/group", "SignatureEvent"), ("/part", "SignatorySignedEventData"), ("/own", "TeliaEvent") })
        {
            Assert.Equal(
                "#/components/schemas/" + type,
                document["paths"]![path]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>());
        }

        JsonNode root = document["components"]!["schemas"]!["TeliaEvent"]!;
        Assert.Equal(2, root["oneOf"]!.AsArray().Count);
        Assert.Equal("#/components/schemas/SignatorySignedEvent", root["discriminator"]!["mapping"]!["signatorysigned"]!.GetValue<string>());
        Assert.NotNull(document["components"]!["schemas"]!["SignatorySignedEvent"]!["properties"]);
        AssertReferencesLeadSomewhere(document.AsObject());
    }

    /// <summary>Each reference of a document is a pointer into it.</summary>
    private static void AssertReferencesLeadSomewhere(JsonObject document)
    {
        int count = 0;
        Visit(document);
        Assert.NotEqual(0, count);

        void Visit(JsonNode? node)
        {
            if (node is JsonArray array)
            {
                foreach (JsonNode? item in array)
                {
                    Visit(item);
                }
            }
            else if (node is JsonObject schema)
            {
                if (schema["$ref"] is JsonValue reference)
                {
                    count++;
                    JsonNode? at = document;
                    foreach (string segment in reference.GetValue<string>().Split('/').Skip(1))
                    {
                        string name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
                        at = at is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : at![name];
                        Assert.True(at is not null, reference.ToJsonString());
                    }
                }

                foreach ((_, JsonNode? value) in schema)
                {
                    Visit(value);
                }
            }
        }
    }

    private sealed record Holder([property: System.Text.Json.Serialization.JsonPropertyName("Events~/")] TeliaEvent[] Events, SignatorySignedEventData? Part, System.Collections.Generic.Dictionary<string, SignatorySignedEvent> ByName);
}
