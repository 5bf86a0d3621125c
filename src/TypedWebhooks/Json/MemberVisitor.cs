using System;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// What a record tells its members to, one after the other: for its equality, its hash code or its text. The compiler's own three
/// functions a record would say the same three times, and take a third of what is emitted.
/// </summary>
public sealed class MemberVisitor
{
    private readonly StringBuilder? _text;
    private readonly bool _isComparing;
    private HashCode _hash;

    private MemberVisitor(StringBuilder? text, bool isComparing)
    {
        _text = text;
        _isComparing = isComparing;
    }

    /// <summary>Whether a member has been written as text.</summary>
    internal bool HasText { get; private set; }

    /// <summary>Whether the records have differed nowhere so far.</summary>
    internal bool AreEqual { get; private set; } = true;

    /// <summary>The hash code of the members so far.</summary>
    internal int Hash => _hash.ToHashCode();

    internal static MemberVisitor ForEquality() => new(null, isComparing: true);

    internal static MemberVisitor ForHash() => new(null, isComparing: false);

    internal static MemberVisitor ForText(StringBuilder text) => new(text, isComparing: false);

    /// <summary>Takes a member; its text has the value, unless that is null.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="other">Its value in the other record.</param>
    /// <returns>This visitor.</returns>
    public MemberVisitor Add(string name, object? value, object? other) =>
        Take(value, other) && value is not null ? Write(name, Describe(value)) : this;

    /// <summary>Takes a member whose text is only its name, unless the value is null.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="other">Its value in the other record.</param>
    /// <returns>This visitor.</returns>
    public MemberVisitor AddName(string name, object? value, object? other) =>
        Take(value, other) && value is not null ? Write(name, null) : this;

    /// <summary>Takes further members; their text is which ones there are.</summary>
    /// <param name="name">What they are called together.</param>
    /// <param name="members">The members.</param>
    /// <param name="others">Those of the other record.</param>
    /// <returns>This visitor.</returns>
    public MemberVisitor AddNames(string name, EquatableDictionary<JsonElement>? members, EquatableDictionary<JsonElement>? others) =>
        Take(members, others) && members is { Count: > 0 } ? Write(name, "{" + string.Join(", ", members.Keys) + "}") : this;

    /// <summary>Takes a body; its text is how long it is, and nothing of what it says.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="json">The body.</param>
    /// <param name="other">That of the other record.</param>
    /// <returns>This visitor.</returns>
    public MemberVisitor AddLength(string name, JsonElement json, JsonElement other) => Take(json, other)
        ? Write(name, json.ValueKind == JsonValueKind.Undefined ? null : string.Create(CultureInfo.InvariantCulture, $"{json.GetRawText().Length} characters"))
        : this;

    /// <summary>A value as text; of a JSON object or array only its size.</summary>
    internal static string Describe(object? value) => value switch
    {
        null => "",
        EquatableJson json => Describe(json.Value),
        JsonElement json => Describe(json),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Describe(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => "",
        JsonValueKind.Object => string.Create(CultureInfo.InvariantCulture, $"{{{Count(json)} members}}"),
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"[{json.GetArrayLength()} items]"),
        JsonValueKind.String => json.ToString(),
        _ => json.GetRawText(),
    };

    private static int Count(JsonElement json)
    {
        int count = 0;
        foreach (JsonProperty property in json.EnumerateObject())
        {
            _ = property;
            count++;
        }

        return count;
    }

    /// <summary>Compares or hashes the values.</summary>
    /// <returns>Whether they are to be written instead.</returns>
    private bool Take(object? value, object? other)
    {
        if (_isComparing)
        {
            // JsonElement has no equality of its own.
            AreEqual = AreEqual && (value is JsonElement left && other is JsonElement right ? CanonicalJson.AreEqual(left, right) : Equals(value, other));
        }
        else if (_text is null)
        {
            _hash.Add(value is JsonElement json ? CanonicalJson.GetHashCode(json) : value?.GetHashCode() ?? 0);
        }

        return _text is not null;
    }

    private MemberVisitor Write(string name, string? value)
    {
        _text!.Append(HasText ? ", " : "").Append(name);
        if (value is not null)
        {
            _text.Append(" = ").Append(value);
        }

        HasText = true;
        return this;
    }
}
