using System;
using System.Linq;
using System.Text.Json.Nodes;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>
/// Schemas of events in few characters. A member whose name ends in <c>!</c> is required. In place of a schema stands
/// <c>"string"</c> or another type, a format (<c>"uuid"</c>), <c>"#money"</c> for a definition, <c>"=EUR"</c> for a constant, <c>"a|b"</c>
/// for an enum, each with <c>?</c> behind it where null is possible and <c>[]</c> for a list of it; <c>{ "object": { … } }</c> is an object
/// with these members.
/// </summary>
internal static class Shorthand
{
    /// <summary>A document of one event called <c>paid</c>, whose name stands in <c>type</c>.</summary>
    public static string Paid(string members, string definitions = "") => Hooks(definitions, Event("paid", members));

    /// <summary>A document of events.</summary>
    public static string Hooks(string definitions, params string[] events) => Expand($$"""
        { "$defs": { {{definitions}} }, "oneOf": [ {{string.Join(", ", events)}} ] }
        """);

    /// <summary>An event, and what else its schema says.</summary>
    public static string Event(string name, string members = "", string more = "") => $$"""
        { "object": { "type!": "={{name}}"{{(members.Length == 0 ? "" : ", " + members)}} }{{(more.Length == 0 ? "" : ", " + more)}} }
        """;

    public static string Expand(string text) => Schema(JsonNode.Parse(text)!).ToJsonString(new() { WriteIndented = true });

    private static JsonNode Schema(JsonNode node)
    {
        if (node is JsonValue value && value.TryGetValue(out string? text))
        {
            return Named(text);
        }

        if (node is not JsonObject keywords)
        {
            return node.DeepClone();
        }

        JsonObject schema = [];
        foreach ((string keyword, JsonNode? child) in keywords)
        {
            switch (keyword)
            {
                case "object":
                    schema["type"] = "object";
                    AddMembers(schema, child!.AsObject());
                    break;
                case "properties":
                    AddMembers(schema, child!.AsObject());
                    break;
                case "$defs":
                    schema[keyword] = new JsonObject(child!.AsObject().Select(static definition => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(definition.Key, Schema(definition.Value!))));
                    break;
                case "oneOf" or "anyOf" or "allOf" or "prefixItems":
                    schema[keyword] = new JsonArray([.. child!.AsArray().Select(static part => Schema(part!))]);
                    break;
                case "items" or "additionalProperties" or "not" or "if" or "then" or "else" or "contains":
                    schema[keyword] = Schema(child!);
                    break;
                default:
                    schema[keyword] = child?.DeepClone();
                    break;
            }
        }

        return schema;
    }

    private static void AddMembers(JsonObject schema, JsonObject members)
    {
        JsonObject properties = [];
        foreach ((string name, JsonNode? member) in members)
        {
            properties[name.TrimEnd('!')] = Schema(member!);
        }

        schema["properties"] = properties;
        string[] required = [.. members.Select(static member => member.Key).Where(static name => name.EndsWith('!'))];
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray([.. required.Select(static name => (JsonNode)name.TrimEnd('!'))]);
        }
    }

    private static JsonObject Named(string text)
    {
        if (text.EndsWith("[]", StringComparison.Ordinal))
        {
            return new() { ["type"] = "array", ["items"] = Named(text[..^2]) };
        }

        if (text.EndsWith('?'))
        {
            JsonObject inner = Named(text[..^1]);
            return inner["type"] is JsonValue type
                ? With(inner, "type", new JsonArray(type.DeepClone(), "null"))
                : new() { ["oneOf"] = new JsonArray(inner, new JsonObject { ["type"] = "null" }) };
        }

        return text switch
        {
            ['#', .. string definition] => new() { ["$ref"] = "#/$defs/" + definition },
            ['=', .. string constant] => new() { ["const"] = constant },
            _ when text.Contains('|', StringComparison.Ordinal) => new() { ["enum"] = new JsonArray([.. text.Split('|').Select(static item => (JsonNode)item)]) },
            "any" => [],
            "string" or "integer" or "number" or "boolean" or "array" or "object" or "null" => new() { ["type"] = text },
            "int32" => new() { ["type"] = "integer", ["format"] = text },
            "decimal" => new() { ["type"] = "number", ["format"] = text },
            _ => new() { ["type"] = "string", ["format"] = text },
        };
    }

    private static JsonObject With(JsonObject schema, string keyword, JsonNode value)
    {
        schema[keyword] = value;
        return schema;
    }
}
