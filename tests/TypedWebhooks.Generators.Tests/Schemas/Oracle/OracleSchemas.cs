using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NJsonSchema;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Schemas.Oracle;

/// <summary>
/// A provider's schemas as NJsonSchema reads them. It resolves references within one document only, or else fetches them, so
/// all documents are put into one first, each among its definitions, by nothing but the rules of URIs.
/// </summary>
internal sealed class OracleSchemas
{
    private static readonly Uri s_base = new("https://bundle.example/");

    private readonly Dictionary<string, JsonSchema> _byPath = new(StringComparer.Ordinal);

    private OracleSchemas()
    {
    }

    public JsonSchema this[string path] => _byPath[path];

    public static async Task<OracleSchemas> ReadAsync(IReadOnlyList<(string Path, string Text)> files)
    {
        Dictionary<string, string> names = [];
        JsonObject definitions = [];
        List<(string Name, Uri Id, JsonObject Schema)> documents = [];
        foreach ((string path, string text) in files)
        {
            JsonObject schema = JsonNode.Parse(text)!.AsObject();
            Uri id = new(s_base, (string?)schema["$id"] ?? path);
            string name = FormattableString.Invariant($"d{documents.Count}");
            names[id.AbsoluteUri] = name;
            documents.Add((name, id, schema));
        }

        foreach ((string name, Uri id, JsonObject schema) in documents)
        {
            Rewrite(schema, id, name, names);
            schema.Remove("$id");
            schema.Remove("$schema");
            definitions[name] = schema;
        }

        JsonObject bundle = new() { ["definitions"] = definitions };
        JsonSchema read = await JsonSchema.FromJsonAsync(bundle.ToJsonString());
        OracleSchemas oracle = new();
        for (int i = 0; i < files.Count; i++)
        {
            oracle._byPath.Add(files[i].Path, read.Definitions[FormattableString.Invariant($"d{i}")]);
        }

        return oracle;
    }

    /// <summary>Makes every reference one into the bundle.</summary>
    private static void Rewrite(JsonNode? node, Uri id, string self, Dictionary<string, string> names)
    {
        switch (node)
        {
            case JsonObject o:
                if (o["$ref"] is JsonValue reference && reference.TryGetValue(out string? text))
                {
                    Uri target = new(id, text);
                    string document = text.StartsWith('#') ? self : names[target.GetLeftPart(UriPartial.Query)];
                    o["$ref"] = $"#/definitions/{document}" + target.Fragment.TrimStart('#').Replace("/$defs/", "/definitions/", StringComparison.Ordinal);
                }

                // NJsonSchema knows drafts up to 7, and `definitions` only.
                if (o["$defs"] is JsonObject definitions)
                {
                    o.Remove("$defs");
                    o["definitions"] = definitions;
                }

                foreach (string name in o.Select(static member => member.Key).ToList())
                {
                    Rewrite(o[name], id, self, names);
                }

                break;
            case JsonArray a:
                foreach (JsonNode? item in a)
                {
                    Rewrite(item, id, self, names);
                }

                break;
        }
    }
}
