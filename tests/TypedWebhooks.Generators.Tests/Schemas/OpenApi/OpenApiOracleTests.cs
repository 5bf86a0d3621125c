using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.OpenApi;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.OpenApi;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using JsonNode = System.Text.Json.Nodes.JsonNode;
using JsonObject = System.Text.Json.Nodes.JsonObject;
using OpenApiDocument = TypedWebhooks.Generators.Schemas.OpenApi.OpenApiDocument;

namespace TypedWebhooks.Generators.Tests.Schemas.OpenApi;

/// <summary>Microsoft.OpenApi, which knows nothing of events, finds the same webhooks in real documents, each with the same schema.</summary>
public sealed class OpenApiOracleTests
{
    [SharedTheory("corpus")]
    [InlineData("Resend", 17)]
    [InlineData("OpenAi", 16)]
    [InlineData("Svix", 7)]
    [InlineData("AdyenPlatform", 60)]
    [InlineData("Adyen", 48)]
    [InlineData("DropboxSign", 2)]
    [InlineData("Xero", 4)]
    public void Webhooks_AreThoseOfTheOracle(string name, int count)
    {
        List<string> found = [], expected = [];
        foreach (SchemaText file in CorpusDocuments.Of(name, withMap: false))
        {
            string json = file.GetText()!.ToString();
            found.AddRange(Read(file.Path, json));
            expected.AddRange(Oracle(json));
        }

        Assert.Equal(count, found.Count);
        Assert.Equal(expected, found);
    }

    private static IEnumerable<string> Read(string path, string json)
    {
        SchemaFile file = new(path, json, IsMap: false, new("", "", "", "", "", "", "", "", "", "", ""));
        SchemaDocument document = SchemaDocument.Read(file, CancellationToken.None);
        SchemaDiagnostics diagnostics = new();
        OpenApiDocument openApi = OpenApiDocument.TryCreate(document, out _, out _)!;
        return new OpenApiReader(openApi, new DocumentReferences([document], diagnostics), map: null, diagnostics, CancellationToken.None).Read().Events
            .Select(static e => $"{e.Key} {Reference(e.Schema.Text("$ref"))}{(e.IsObsolete ? " deprecated" : "")}");
    }

    /// <summary>Before version 3.1 webhooks are an extension, which the oracle leaves alone: to it they are given as what they became.</summary>
    private static IEnumerable<string> Oracle(string json)
    {
        JsonObject root = JsonNode.Parse(json)!.AsObject();
        if (root["x-webhooks"] is { } webhooks)
        {
            root.Remove("x-webhooks");
            root["webhooks"] = webhooks;
            root["openapi"] = "3.1.0";
        }

        Microsoft.OpenApi.OpenApiDocument document = Microsoft.OpenApi.OpenApiDocument.Parse(root.ToJsonString(), "json").Document!;
        foreach ((string key, IOpenApiPathItem item) in document.Webhooks!)
        {
            foreach (OpenApiOperation operation in item.Operations!.Values)
            {
                IOpenApiSchema? schema = operation.RequestBody!.Content!.Values.First().Schema;
                yield return $"{key} {(schema is OpenApiSchemaReference reference ? reference.Reference.Id : "in place")}{(operation.Deprecated ? " deprecated" : "")}";
            }
        }
    }

    private static string Reference(string? reference) => reference is null ? "in place" : reference[(reference.LastIndexOf('/') + 1)..];
}
