using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Schemas.Random;

/// <summary>
/// Schemas of any shape: all keywords that have to do with types, in any company; members with names that clash with one
/// another and with C#; references in circles; and here and there a keyword that has a value of the wrong kind.
/// </summary>
internal static class RandomSchema
{
    private static readonly string[] s_names =
    [
        "id", "Id", "name", "type", "+1", "-1", "class", "", "a b", "$ref", "EventType", "AdditionalProperties", "OriginalValues", "Equals",
        "été", "GetHashCode", "data", "Data", "items", "properties", "List", "created_at", "createdAt", "Group1Event", "System", "日本", "value__",
    ];

    private static readonly Gen<string> s_definition = Gen.Elements("\"#/$defs/A\"", "\"#/$defs/B\"", "\"#/$defs/c d\"", "\"#\"", "\"#/$defs/A/properties/id\"", "\"#/$defs/B/items\"", "\"#/nowhere\"");

    private static readonly Gen<string> s_soundDefinition = Gen.Elements("\"#/$defs/A\"", "\"#/$defs/B\"", "\"#/$defs/c d\"");

    private static readonly Gen<string> s_anyValue = Gen.Elements("null", "true", "0", "-1.5", "1e400", "\"\"", "\"a\"", "[]", "{}", "[{}]", "\"\\ud800\"");

    private static readonly Gen<string> s_format = Gen.Elements("uuid", "guid", "date-time", "date", "time", "int32", "int64", "uint64", "decimal", "email", "uri", "double");

    private static readonly Gen<string> s_type = Gen.Elements("object", "array", "string", "integer", "number", "boolean", "null");

    /// <summary>A document that is one event, whose data are of the random schema.</summary>
    /// <param name="isSound">Whether it is well-formed: no keyword of the wrong kind, and no reference to nowhere.</param>
    public static Gen<string> Event(string eventType, bool isSound = false) =>
        from data in Of(3, isSound)
        from a in Of(2, isSound)
        from b in Of(2, isSound)
        from c in Of(1, isSound)
        select $$"""
            {
              "type": "object",
              "required": ["type", "data"],
              "properties": { "type": { "const": "{{eventType}}" }, "data": {{data}} },
              "$defs": { "A": {{a}}, "B": {{b}}, "c d": {{c}} }
            }
            """;

    /// <summary>
    /// Events that share definitions: each a schema in place, and the definitions as the members of a <c>$defs</c>. None refers to
    /// the whole document, which would be all of the events.
    /// </summary>
    public static Gen<(string[] Events, string Definitions)> Events(int count, bool isSound) =>
        from data in Of(3, isSound).ArrayOf(count)
        from more in Gen.OneOf(Of(1, isSound), s_soundDefinition.Select(static target => $$"""{"$ref":{{target}}}""")).ArrayOf(count)
        from extended in Gen.Elements("true", "true", """{"$ref":"#/$defs/c d"}""").ArrayOf(count)
        from a in Of(2, isSound)
        from b in Gen.OneOf(Of(2, isSound), Of(1, isSound).SelectMany(SeveralOf))
        from c in Of(2, isSound)
        select (
            data.Select((schema, i) => Parts($$"""
                {
                  "type": "object",
                  "allOf": [{{extended[i]}}],
                  "required": ["type", "data"],
                  "properties": { "type": { "const": "group.{{i}}" }, "data": {{schema}}, "more": {{more[i]}} }
                }
                """)).ToArray(),
            Parts($$"""
            "A": {{a}}, "B": {{b}}, "c d": { "type": "object", "properties": { "more": {{c}}, "id": {{more[0]}} } }
            """));

    private static Gen<string> SeveralOf(string schema) => Gen.Elements("\"type\":\"array\",\"items\"", "\"type\":\"object\",\"additionalProperties\"")
        .Select(several => $$"""{ {{several}}: { "type": "object", "properties": { "own": {{schema}} } } }""");

    private static string Parts(string schema) => schema.Replace("\"$ref\":\"#\"", "\"$ref\":\"#/$defs/B\"", StringComparison.Ordinal);

    /// <summary>JSON of the names that the schemas have, so that some of it fits them.</summary>
    public static Gen<string> Value(int depth)
    {
        Gen<string> scalar = Gen.Frequency(
            (4, Gen.Elements("\"a\"", "\"b\"", "\"\"", "\"2024-11-15T00:00:00.000Z\"", "\"2024-11-15\"", "\"10:20:30\"", "\"6F9619FF-8B86-D011-B42D-00CF4FC964FF\"", "\"12\"")),
            (3, Gen.Elements("0", "1", "1.0", "-1.5", "12345678901234567890123", "1e400", "1e2")),
            (1, Gen.Elements("true", "false")),
            (1, Gen.Constant("null")));
        return depth == 0
            ? scalar
            : Gen.Frequency(
                (2, scalar),
                (1, Few(Value(depth - 1)).Select(static items => $"[{string.Join(",", items)}]")),
                (4, Members(Value(depth - 1), s_names)));
    }

    private static Gen<string> Of(int depth, bool isSound)
    {
        Gen<string> definition = isSound ? s_soundDefinition : s_definition;
        if (depth == 0)
        {
            return Gen.Frequency((3, s_type.Select(static type => $$"""{"type":"{{type}}"}""")), (1, definition.Select(static target => $$"""{"$ref":{{target}}}""")), (1, Gen.Elements("true", "false", "{}")));
        }

        Gen<string> inner = Of(depth - 1, isSound);
        Gen<string[]> keywords = Gen.Frequency((1, Gen.Constant(1)), (3, Gen.Constant(2)), (3, Gen.Constant(4)), (1, Gen.Constant(6)))
            .SelectMany(count => Keyword(inner, definition, isSound).ArrayOf(count));
        return Gen.Frequency(
            (12, keywords.Select(static several => $"{{{string.Join(",", several.DistinctBy(static keyword => keyword[..keyword.IndexOf(':', StringComparison.Ordinal)]))}}}")),
            (1, Of(0, isSound)));
    }

    private static Gen<string> Keyword(Gen<string> inner, Gen<string> definition, bool isSound) => Gen.Frequency(
        (6, Gen.OneOf(s_type.Select(static type => $"\"type\":\"{type}\""), Few(s_type).Select(static types => $"\"type\":[{Quoted(types.Distinct())}]"))),
        (6, Members(inner, s_names).Select(static members => "\"properties\":" + members)),
        (3, Gen.SubListOf(s_names).Select(static names => $"\"required\":[{Quoted(names.Take(3))}]")),
        (2, inner.Select(static schema => "\"additionalProperties\":" + schema)),
        (1, Members(inner, isSound ? ["^a", ".*", "^\\\\d+$"] : ["^a", ".*", "^\\\\d+$", "["]).Select(static members => "\"patternProperties\":" + members)),
        (3, inner.Select(static schema => "\"items\":" + schema)),
        (1, Few(inner).Select(static schemas => $"\"items\":[{string.Join(",", schemas)}]")),
        (1, Few(inner).Select(static schemas => $"\"prefixItems\":[{string.Join(",", schemas)}]")),
        (2, s_format.Select(static format => $"\"format\":\"{format}\"")),
        (2, Few(Gen.Elements("a", "b", "A", "+1", "", "class", "a b", "Unrecognized")).Select(static values => $"\"enum\":[{Quoted(values.Distinct())}]")),
        (1, Few(s_anyValue).Select(static values => $"\"enum\":[{string.Join(",", values)}]")),
        (1, s_anyValue.Select(static value => "\"const\":" + value)),
        (1, Gen.Elements("true", "false").Select(static flag => "\"nullable\":" + flag)),
        (2, Few(inner).Select(static schemas => $"\"allOf\":[{string.Join(",", schemas)}]")),
        (2, Few(inner).Select(static schemas => $"\"anyOf\":[{string.Join(",", schemas)}]")),
        (3, Few(inner).Select(static schemas => $"\"oneOf\":[{string.Join(",", schemas)}]")),
        (1, Gen.Two(inner).Select(static two => $"\"if\":{two.Item1},\"then\":{two.Item2}")),
        (2, definition.Select(static target => "\"$ref\":" + target)),
        (1, Gen.Elements("title", "description").SelectMany(static keyword => Gen.Elements("</summary> & <x>", "a\\nb\\u2028c", "*/", "").Select(text => $"\"{keyword}\":\"{text}\""))),
        (isSound ? 0 : 1, Gen.Elements("deprecated", "default", "examples", "discriminator", "minimum", "maximum", "$anchor", "$id", "nullable", "type", "properties", "items", "allOf", "oneOf", "required", "enum", "format", "if", "$defs", "additionalProperties")
            .SelectMany(static keyword => s_anyValue.Select(value => $"\"{keyword}\":{value}"))));

    private static Gen<string> Members(Gen<string> value, string[] names) =>
        from chosen in Gen.Shuffle(names)
        from count in Gen.Choose(0, 5)
        from values in value.ArrayOf(Math.Min(count, names.Length))
        select $"{{{string.Join(",", chosen.Zip(values, static (name, text) => $"{Text(name)}:{text}"))}}}";

    private static Gen<string[]> Few(Gen<string> item) => Gen.Choose(1, 3).SelectMany(count => item.ArrayOf(count));

    private static string Quoted(IEnumerable<string> texts) => string.Join(",", texts.Select(Text));

    private static string Text(string text) => text.Contains('\\') ? $"\"{text}\"" : Schema.Text(text);
}
