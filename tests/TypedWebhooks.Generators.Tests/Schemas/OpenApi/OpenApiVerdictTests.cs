using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.OpenApi;

/// <summary>
/// Real payloads, one value after the other changed or taken away: what JsonSchema.Net finds valid becomes the typed event, and whatever
/// it becomes is written back as it came.
/// </summary>
public sealed class OpenApiVerdictTests(ITestOutputHelper output)
{
    private static readonly Func<JsonNode?>[] s_values =
    [
        static () => null, static () => JsonValue.Create(true), static () => JsonValue.Create(7), static () => JsonValue.Create(-1.5), static () => JsonValue.Create("\u00e9 x"),
        static () => new JsonArray(), static () => new JsonObject { ["added"] = 1 }, static () => new JsonArray(new JsonObject()),
    ];

    [SharedTheory("corpus")]
    [InlineData("Resend", "resend.json")]
    [InlineData("OpenAi", "openapi.json")]
    public void WhatTheOracleAccepts_IsTyped(string name, string file)
    {
        Provider provider = Provider.Load(name, CorpusDocuments.FolderOf(name), CorpusDocuments.Of(name));
        Dictionary<string, JsonSchema> schemas = Schemas(YamlText.Read($"{CorpusDocuments.FolderOf(name)}/schema/{file}"));
        int accepted = 0, refused = 0, typed = 0;
        List<string> wrong = [];
        foreach (Payload payload in provider.Payloads.Where(static payload => payload.IsValid))
        {
            JsonSchema schema = schemas[payload.Event];
            Assert.True(IsValid(schema, payload.Json), payload.File);
            foreach (string mutant in Mutants(payload.Json))
            {
                object e = provider.Parse(null, mutant);
                bool isTyped = e.GetType() != provider.Unrecognized;
                bool isValid = IsValid(schema, mutant);
                accepted += isValid ? 1 : 0;
                refused += isValid ? 0 : 1;
                typed += isTyped ? 1 : 0;
                if (isValid && !isTyped)
                {
                    wrong.Add($"{payload.File}: {Provider.Describe(e)}\n{mutant}");
                }

                string written = JsonSerializer.Serialize(e, provider.Root);
                Assert.True(Corpus.AreEqual(mutant, written), $"{payload.File}: {mutant}\nis written as\n{written}");
            }
        }

        output.WriteLine($"{accepted + refused} mutants, {accepted} valid; {typed} typed");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(5)));
        Assert.True(accepted > 30 && refused > 100 && typed >= accepted);
    }

    /// <summary>The schema of each event, by the constant that its <c>type</c> has.</summary>
    private static Dictionary<string, JsonSchema> Schemas(string document)
    {
        JsonObject root = JsonNode.Parse(document)!.AsObject();
        Dictionary<string, JsonSchema> found = [];
        foreach ((_, JsonNode? item) in root["webhooks"]!.AsObject())
        {
            string reference = item!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>();
            JsonNode type = root["components"]!["schemas"]![reference[(reference.LastIndexOf('/') + 1)..]]!["properties"]!["type"]!;
            string name = (type["const"] ?? type["enum"]![0])!.GetValue<string>();

            // The components become definitions, and what only OpenAPI says goes: the oracle takes no keyword that it does not know.
            JsonObject schema = new() { ["$ref"] = reference.Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal), ["$defs"] = Reached(root, reference) };
            found[name] = JsonSchema.FromText(schema.ToJsonString(), new BuildOptions { SchemaRegistry = new() });
        }

        return found;
    }

    /// <summary>The components that one of them reaches.</summary>
    private static JsonObject Reached(JsonObject root, string reference)
    {
        JsonObject reached = [];
        Queue<string> open = new([reference]);
        while (open.TryDequeue(out string? next))
        {
            string name = next[(next.LastIndexOf('/') + 1)..];
            if (reached.ContainsKey(name))
            {
                continue;
            }

            JsonNode schema = root["components"]!["schemas"]![name]!.DeepClone();
            reached[name] = schema;
            Convert(schema, isSchema: true, open);
        }

        return reached;
    }

    private static void Convert(JsonNode? node, bool isSchema, Queue<string> references)
    {
        if (node is JsonObject schema && isSchema)
        {
            foreach (string keyword in schema.Select(static member => member.Key).Where(static name => name is "example" or "discriminator" or "externalDocs" or "xml" || name.StartsWith("x-", StringComparison.Ordinal)).ToList())
            {
                schema.Remove(keyword);
            }

            if (schema["$ref"] is JsonValue reference)
            {
                references.Enqueue(reference.GetValue<string>());
                schema["$ref"] = reference.GetValue<string>().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
            }
        }

        foreach ((string? name, JsonNode? child) in node is JsonObject o ? o.Select(static member => ((string?)member.Key, member.Value)).ToList()
            : node is JsonArray a ? [.. a.Select(static item => ((string?)null, item))]
            : [])
        {
            Convert(child, isSchema: !isSchema || name is not ("properties" or "patternProperties"), references);
        }
    }

    private static bool IsValid(JsonSchema schema, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return schema.Evaluate(document.RootElement).IsValid;
    }

    /// <summary>The payload with each of its members in turn taken away, or another value in its place; but for the one that names the event.</summary>
    private static IEnumerable<string> Mutants(string json)
    {
        JsonNode root = JsonNode.Parse(json)!;
        foreach ((JsonObject owner, string name) in Members(root).ToList())
        {
            if (owner == root && name == "type")
            {
                continue;
            }

            JsonNode? original = owner[name];
            foreach (Func<JsonNode?> value in s_values)
            {
                owner[name] = value();
                yield return root.ToJsonString();
            }

            owner.Remove(name);
            yield return root.ToJsonString();
            owner[name] = original;
        }
    }

    private static IEnumerable<(JsonObject Owner, string Name)> Members(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(member => Members(member.Value).Prepend((o, member.Key))),
        JsonArray a => a.SelectMany(Members),
        _ => [],
    };
}
