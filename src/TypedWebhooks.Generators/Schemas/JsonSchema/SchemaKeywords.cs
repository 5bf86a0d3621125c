using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>The keywords of JSON Schema, from draft-04 on and with OpenAPI's, by which a document is known for a schema.</summary>
internal static class SchemaKeywords
{
    private static readonly HashSet<string> s_types = new(StringComparer.Ordinal) { "any", "array", "boolean", "integer", "null", "number", "object", "string" };

    /// <summary>Keywords that say nothing a payload might not have as a member: all of a document has to be made of such.</summary>
    private static readonly HashSet<string> s_weak = new(StringComparer.Ordinal)
    {
        "$comment", "additionalItems", "const", "contentEncoding", "contentMediaType", "contentSchema", "default", "deprecated", "description", "discriminator", "example",
        "examples", "exclusiveMaximum", "exclusiveMinimum", "externalDocs", "format", "maxContains", "maxItems", "maxLength", "maxProperties", "maximum",
        "minContains", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "nullable", "pattern", "readOnly", "title", "uniqueItems", "writeOnly", "xml",
    };

    /// <summary>Members that tell what another kind of document is.</summary>
    private static readonly string[] s_others = ["asyncapi", "openapi", "swagger"];

    /// <summary>Whether a document is a JSON Schema: it says so, or has keywords that nothing else has, or is made of keywords alone.</summary>
    public static bool Recognizes(JsonNode root) => root switch
    {
        JsonBoolean => true,
        JsonObject o => !s_others.Any(other => o.TryGet(other, out _)) && (o.Members.Any(IsStrong) || o.Members.All(IsKeyword)),
        _ => false,
    };

    private static bool IsKeyword(JsonMember member) => member.Name switch
    {
        "id" => member.Value is JsonString,
        "items" => member.Value is JsonObject or JsonBoolean || (member.Value is JsonArray { Items: { Length: > 0 } several } && several.All(static item => item is JsonObject or JsonBoolean)),
        _ => s_weak.Contains(member.Name) || IsStrong(member) || member.Name.StartsWith("x-", StringComparison.Ordinal),
    };

    /// <summary>Whether a member is a keyword that has the value which a keyword has.</summary>
    private static bool IsStrong(JsonMember member) => member.Name switch
    {
        "$schema" or "$id" or "$ref" or "$anchor" or "$dynamicRef" or "$dynamicAnchor" or "$recursiveRef" => member.Value is JsonString,
        "$recursiveAnchor" => member.Value is JsonBoolean,
        "$defs" or "definitions" or "$vocabulary" or "properties" or "patternProperties" or "dependencies" or "dependentSchemas" or "dependentRequired" => member.Value is JsonObject,
        "oneOf" or "anyOf" or "allOf" or "prefixItems" => member.Value is JsonArray,
        "not" or "if" or "then" or "else" or "contains" or "propertyNames" or "additionalProperties" or "unevaluatedItems" or "unevaluatedProperties" => member.Value is JsonObject or JsonBoolean,
        "enum" => member.Value is JsonArray,
        "required" => member.Value is JsonArray names && names.Items.All(static name => name is JsonString),
        "type" => IsType(member.Value) || (member.Value is JsonArray { Items: { Length: > 0 } several } && several.All(IsType)),
        _ => false,
    };

    private static bool IsType(JsonNode node) => node is JsonString type && s_types.Contains(type.Value);
}
