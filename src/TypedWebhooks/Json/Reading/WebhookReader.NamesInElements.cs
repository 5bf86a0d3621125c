using System;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Event types of bodies that are no event of the schema, and are kept as JSON elements.</content>
public ref partial struct WebhookReader
{
    /// <summary>The text at a path; null where there is none.</summary>
    /// <exception cref="JsonException">The path is there twice.</exception>
    private static string? OnlyText(JsonElement body, byte[][] path)
    {
        string? found = null;
        int count = 0;
        Count(body, path, 0, ref count, ref found);
        return count > 1 ? throw new JsonException(EventTypeTwice) : found;
    }

    private static void Count(JsonElement at, byte[][] path, int depth, ref int count, ref string? found)
    {
        if (depth == path.Length)
        {
            count++;
            found = at.ValueKind switch
            {
                JsonValueKind.String => TextOf(at),
                JsonValueKind.Number => DigitsOf(at),
                _ => null,
            };
        }
        else if (at.ValueKind == JsonValueKind.Array && IndexOf(path[depth]) is >= 0 and var index && index < at.GetArrayLength())
        {
            Count(at[index], path, depth + 1, ref count, ref found);
        }
        else if (at.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in at.EnumerateObject())
            {
                if (NameEquals(property, path[depth]))
                {
                    Count(property.Value, path, depth + 1, ref count, ref found);
                }
            }
        }
    }

    /// <summary>Compares a name; one with half a surrogate pair is no text and equals none.</summary>
    private static bool NameEquals(JsonProperty property, byte[] name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The text that an element is; null where it is none.</summary>
    internal static string? TextIn(JsonElement element) => element.ValueKind == JsonValueKind.String ? TextOf(element) : null;

    private static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The plain digits of a number; a number too long for a name as it is written.</summary>
    private static string DigitsOf(JsonElement number)
    {
        string raw = number.GetRawText();
        Span<byte> plain = stackalloc byte[MaxEventType];
        return JsonNumber.TryFormatPlain(Encoding.UTF8.GetBytes(raw), plain, out int written) ? Encoding.UTF8.GetString(plain[..written]) : raw;
    }

    /// <summary>Forgets what has been read, and reads all of it as JSON of any kind.</summary>
    private JsonElement StartAgain()
    {
        _mismatch = null;
        _found = null;
        _path = "";
        _isInexact = false;
        _cursor = new JsonCursor(_json, _maxDepth);
        return ReadJson();
    }
}
