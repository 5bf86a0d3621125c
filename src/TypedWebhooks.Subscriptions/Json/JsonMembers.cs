using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace TypedWebhooks.Subscriptions;

/// <summary>
/// Takes members out of a JSON object, and keeps what nobody took. What is of another kind than the documentation shows counts as not there: it
/// costs the member and not the answer, which may be of something that has just been created.
/// </summary>
internal sealed class JsonMembers
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    private JsonMembers()
    {
    }

    public IReadOnlyDictionary<string, JsonElement> Rest => _members;

    /// <summary>The members of an object, which outlive the document that it is of; nothing where it is no object.</summary>
    public static JsonMembers? Of(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        JsonMembers members = new();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            members._members[property.Name] = property.Value.Clone();
        }

        return members;
    }

    /// <summary>A text. A number is one too: an identifier may be either.</summary>
    public string? Text(string name)
    {
        if (!_members.TryGetValue(name, out JsonElement value) || value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number or JsonValueKind.Null))
        {
            return null;
        }

        _members.Remove(name);
        return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.GetString();
    }

    public Uri? Address(string name) =>
        _members.TryGetValue(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && Uri.TryCreate(value.GetString(), UriKind.RelativeOrAbsolute, out Uri? address)
            && _members.Remove(name) ? address : null;

    /// <summary>A time in milliseconds since 1970.</summary>
    public DateTimeOffset? Milliseconds(string name)
    {
        if (!_members.TryGetValue(name, out JsonElement value)
            || value.ValueKind is not (JsonValueKind.Number or JsonValueKind.String)
            || !decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal milliseconds)
            || milliseconds < DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            || milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return null;
        }

        _members.Remove(name);
        return DateTimeOffset.UnixEpoch.AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));
    }

    public JsonElement? Element(string name) => _members.Remove(name, out JsonElement value) ? value : null;
}
