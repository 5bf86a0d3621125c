using System;
using System.Globalization;
using System.Text;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>Writes JSON Schemas of events for tests: the document begins in line 1, and each event is a line of its own.</summary>
internal static class Schema
{
    public static string Of(params string[] events) => $$"""
        { "oneOf": [
        {{string.Join(",\n", events)}}
        ] }
        """;

    public static string Of(string e, string definitions) => $$"""
        { "$defs": { {{definitions}} }, "oneOf": [
        {{e}}
        ] }
        """;

    /// <summary>An event that names itself in its member <c>type</c>.</summary>
    /// <param name="name">Its name, as text.</param>
    /// <param name="members">Its other members, as a schema's <c>properties</c> has them, all optional.</param>
    /// <param name="description">What it says of itself, as text.</param>
    public static string Event(string name, string members = "", string? description = null) =>
        $$"""{ "properties": { "type": { "const": {{Text(name)}} }{{(members.Length == 0 ? "" : ", " + members)}} }{{(description is null ? "" : ", \"description\": " + Text(description))}} }""";

    /// <summary>Any text as a JSON string, lone surrogates and all: whatever is not printable ASCII is escaped.</summary>
    public static string Text(string text)
    {
        StringBuilder json = new("\"");
        foreach (char c in text)
        {
            _ = c is >= ' ' and <= '~' and not ('"' or '\\')
                ? json.Append(c)
                : json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return json.Append('"').ToString();
    }
}
