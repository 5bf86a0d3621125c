using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Generators.Json;

/// <summary>
/// A JSON value that knows where it stands in its text, so that whatever is wrong with it can be shown there.
/// Immutable. It lives only inside a reader: a model never holds one, since its spans move with every edit.
/// </summary>
internal abstract class JsonNode(TextSpan span)
{
    /// <summary>The value's characters, from its first to its last, in UTF-16 code units; a string's include its quotes.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>What the value is, to be put into a sentence: <c>an object</c>, <c>a number</c>, <c>null</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether two values are the same, wherever they stand: the same members in the same order, and the same spelling of numbers.</summary>
    public static bool AreEqual(JsonNode left, JsonNode right) => (left, right) switch
    {
        (JsonString one, JsonString other) => string.Equals(one.Value, other.Value, StringComparison.Ordinal),
        (JsonNumber one, JsonNumber other) => string.Equals(one.RawText, other.RawText, StringComparison.Ordinal),
        (JsonBoolean one, JsonBoolean other) => one.Value == other.Value,
        (JsonNull, JsonNull) => true,
        (JsonArray one, JsonArray other) => one.Items.Length == other.Items.Length && one.Items.Zip(other.Items, AreEqual).All(static same => same),
        (JsonObject one, JsonObject other) => one.Members.Length == other.Members.Length
            && one.Members.Zip(other.Members, static (mine, theirs) => string.Equals(mine.Name, theirs.Name, StringComparison.Ordinal) && AreEqual(mine.Value, theirs.Value)).All(static same => same),
        _ => false,
    };
}

/// <summary>A member of an object.</summary>
/// <param name="Name">The name with its escapes decoded.</param>
/// <param name="NameSpan">Where the name stands, quotes included.</param>
/// <param name="Value">The value.</param>
internal readonly record struct JsonMember(string Name, TextSpan NameSpan, JsonNode Value);

/// <summary>An object. No two members have the same name.</summary>
internal sealed class JsonObject(TextSpan span, ImmutableArray<JsonMember> members) : JsonNode(span)
{
    // Most objects are this small, and a look through them is then quicker than a hash.
    internal const int FewMembers = 8;

    private Dictionary<string, JsonMember>? _index;

    /// <summary>The members in the order of the text.</summary>
    public ImmutableArray<JsonMember> Members { get; } = members;

    /// <inheritdoc/>
    public override string Kind => "an object";

    /// <summary>Finds a member's value by its exact name, in constant time.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out JsonNode? value)
    {
        bool found = TryGetMember(name, out JsonMember member);
        value = member.Value;
        return found;
    }

    /// <summary>Finds a member by its exact name, in constant time.</summary>
    public bool TryGetMember(string name, out JsonMember member)
    {
        if (Members.Length > FewMembers)
        {
            return (_index ??= IndexMembers()).TryGetValue(name, out member);
        }

        foreach (JsonMember candidate in Members)
        {
            if (string.Equals(candidate.Name, name, StringComparison.Ordinal))
            {
                member = candidate;
                return true;
            }
        }

        member = default;
        return false;
    }

    private Dictionary<string, JsonMember> IndexMembers()
    {
        Dictionary<string, JsonMember> index = new(Members.Length, StringComparer.Ordinal);
        foreach (JsonMember member in Members)
        {
            index.Add(member.Name, member);
        }

        return index;
    }
}

/// <summary>An array.</summary>
internal sealed class JsonArray(TextSpan span, ImmutableArray<JsonNode> items) : JsonNode(span)
{
    /// <summary>The items in the order of the text.</summary>
    public ImmutableArray<JsonNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Kind => "an array";
}

/// <summary>A string.</summary>
internal sealed class JsonString(TextSpan span, string value) : JsonNode(span)
{
    /// <summary>The text with its escapes decoded. A lone surrogate, which JSON's grammar lets through, stays one.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => "a string";
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class JsonBoolean(TextSpan span, bool value) : JsonNode(span)
{
    /// <summary>Which of the two.</summary>
    public bool Value { get; } = value;

    /// <inheritdoc/>
    public override string Kind => Value ? "true" : "false";
}

/// <summary><c>null</c>.</summary>
internal sealed class JsonNull(TextSpan span) : JsonNode(span)
{
    /// <inheritdoc/>
    public override string Kind => "null";
}
