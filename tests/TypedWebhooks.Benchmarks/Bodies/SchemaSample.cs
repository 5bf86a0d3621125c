using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace TypedWebhooks.Benchmarks.Bodies;

/// <summary>
/// Makes a body from a schema, with all members and with values that real bodies have under the same names. It knows as
/// much of JSON Schema as GitHub's schemas use.
/// </summary>
internal sealed class SchemaSample
{
    private const int DeepestOptional = 7;

    private readonly Dictionary<string, JsonNode> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonValue> _values = new(StringComparer.Ordinal);

    /// <param name="examples">The folder of real bodies, from which values are taken.</param>
    public SchemaSample(string examples)
    {
        foreach (string file in Directory.EnumerateFiles(examples, "*.payload.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            Harvest(JsonNode.Parse(File.ReadAllText(file)));
        }
    }

    public JsonNode? Make(string schemaFile) => Make(Schema(schemaFile), schemaFile, "", 0);

    private JsonNode? Make(JsonNode schema, string file, string name, int depth)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            string[] parts = reference.Split('#');
            string target = parts[0].Length == 0 ? file : FindFile(file, parts[0]);
            JsonNode found = Schema(target);
            foreach (string step in parts.ElementAtOrDefault(1)?.Split('/', StringSplitOptions.RemoveEmptyEntries) ?? [])
            {
                found = found[step]!;
            }

            return Make(found, target, name, depth);
        }

        if (schema["const"] is { } constant)
        {
            return constant.DeepClone();
        }

        if (schema["enum"] is JsonArray values)
        {
            return values.FirstOrDefault(static value => value is not null)?.DeepClone();
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
        {
            // Where GitHub allows a number or a text for a time, its bodies have the text.
            return choices
                .OrderBy(static choice => Kind(choice!) != "string")
                .Select(choice => Make(choice!, file, name, depth))
                .FirstOrDefault(static value => value is not null);
        }

        if (schema["allOf"] is JsonArray parts2)
        {
            JsonObject merged = [];
            foreach (JsonNode? part in parts2)
            {
                foreach ((string key, JsonNode? value) in Make(part!, file, name, depth) as JsonObject ?? [])
                {
                    merged[key] = value?.DeepClone();
                }
            }

            return merged;
        }

        return Kind(schema) switch
        {
            "object" => MakeObject(schema, file, depth),
            "array" => schema["items"] is { } items && Make(items, file, name, depth + 1) is { } item ? new JsonArray(item) : new JsonArray(),
            "boolean" => JsonValue.Create(_values.TryGetValue(name + " boolean", out JsonValue? flag) && flag.GetValue<bool>()),
            "integer" or "number" => _values.TryGetValue(name + " number", out JsonValue? number) ? number.DeepClone() : JsonValue.Create(1),
            "string" => MakeString(schema, name),
            _ => null,
        };
    }

    private JsonObject MakeObject(JsonNode schema, string file, int depth)
    {
        HashSet<string> required = [.. (schema["required"] as JsonArray ?? []).Select(static item => item!.GetValue<string>())];
        JsonObject made = [];
        foreach ((string name, JsonNode? member) in schema["properties"] as JsonObject ?? [])
        {
            if (required.Contains(name) || depth < DeepestOptional)
            {
                made[name] = Make(member!, file, name, depth + 1);
            }
        }

        return made;
    }

    private JsonNode MakeString(JsonNode schema, string name) => schema["format"]?.GetValue<string>() switch
    {
        "date-time" => "2019-05-15T15:20:33Z",
        "uri" or "uri-template" when !_values.ContainsKey(name + " string") => "https://api.github.com/repos/Codertocat/Hello-World",
        _ => _values.TryGetValue(name + " string", out JsonValue? text) ? text.DeepClone() : (JsonNode)"text",
    };

    /// <summary>The type that is no null, where there are several.</summary>
    private static string? Kind(JsonNode schema) => schema["type"] switch
    {
        JsonArray kinds => kinds.Select(static kind => kind!.GetValue<string>()).FirstOrDefault(static kind => kind != "null"),
        JsonValue kind => kind.GetValue<string>(),
        _ => schema["properties"] is null ? null : "object",
    };

    private void Harvest(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members)
                {
                    if (value is JsonValue leaf)
                    {
                        string kind = leaf.GetValueKind() switch
                        {
                            System.Text.Json.JsonValueKind.String => " string",
                            System.Text.Json.JsonValueKind.Number => " number",
                            _ => " boolean",
                        };
                        _values.TryAdd(name + kind, (JsonValue)leaf.DeepClone());
                    }

                    Harvest(value);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    Harvest(item);
                }

                break;
        }
    }

    private JsonNode Schema(string file)
    {
        if (!_schemas.TryGetValue(file, out JsonNode? schema))
        {
            _schemas[file] = schema = JsonNode.Parse(File.ReadAllText(file))!;
        }

        return schema;
    }

    /// <summary>GitHub's references begin at the folder of the file or at the root of the schemas.</summary>
    private static string FindFile(string from, string reference)
    {
        for (string? folder = Path.GetDirectoryName(from); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string path = Path.Combine(folder, reference);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new FileNotFoundException(reference);
    }
}
