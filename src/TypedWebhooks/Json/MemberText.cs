using System;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>Writes the members of a record for its <c>ToString</c>: those that are there, in the invariant culture, and of JSON only how much there is.</summary>
public readonly ref struct MemberText
{
    private readonly StringBuilder _text;

    /// <summary>Goes on behind the members of a base record.</summary>
    /// <param name="text">Where the members go.</param>
    /// <param name="hasAny">Whether there are some already.</param>
    public MemberText(StringBuilder text, bool hasAny)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        HasAny = hasAny;
    }

    /// <summary>Whether a member has been written.</summary>
    public bool HasAny { get; }

    /// <summary>Writes a member with its value, unless that is null.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The text so far.</returns>
    public MemberText Value(string name, object? value) => value is null ? this : Add(name, Describe(value));

    /// <summary>Writes a member without its value, unless that is null.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The text so far.</returns>
    public MemberText Name(string name, object? value) => value is null ? this : Add(name, null);

    /// <summary>Writes which further members there are, unless there are none.</summary>
    /// <param name="name">What they are called together.</param>
    /// <param name="members">The members.</param>
    /// <returns>The text so far.</returns>
    public MemberText Names(string name, EquatableDictionary<JsonElement>? members) =>
        members is null or { Count: 0 } ? this : Add(name, "{" + string.Join(", ", members.Keys) + "}");

    /// <summary>Writes how long a body is, and nothing of what it says.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="json">The body.</param>
    /// <returns>The text so far.</returns>
    public MemberText Length(string name, JsonElement json) => Add(
        name,
        json.ValueKind == JsonValueKind.Undefined ? null : string.Create(CultureInfo.InvariantCulture, $"{json.GetRawText().Length} characters"));

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

    private MemberText Add(string name, string? value)
    {
        _text.Append(HasAny ? ", " : "").Append(name);
        if (value is not null)
        {
            _text.Append(" = ").Append(value);
        }

        return new MemberText(_text, hasAny: true);
    }
}
