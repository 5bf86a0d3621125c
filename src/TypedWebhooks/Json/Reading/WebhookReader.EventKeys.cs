using System;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Event types that are made up of several places, or stand in another than a member at the top of the body.</content>
public ref partial struct WebhookReader
{
    /// <summary>The longest event type that is looked up; none that a schema has is near it.</summary>
    private const int MaxEventType = 1024;

    /// <summary>Looks ahead for the event type of the object that comes next. Nothing is consumed.</summary>
    /// <param name="key">Where its parts stand.</param>
    /// <param name="outside">The part that comes from outside the body; <see langword="null"/> where there is none.</param>
    /// <param name="eventTypes">The event types of the provider.</param>
    /// <returns>The event type's index; -1 when it is absent or not one of <paramref name="eventTypes"/>.</returns>
    /// <exception cref="JsonException">The value is no object, or the JSON is broken.</exception>
    public readonly int FindEventType(EventKey key, string? outside, Utf8Names eventTypes)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(eventTypes);
        if (Failed)
        {
            return -1;
        }

        bool isNamed = false;
        for (EventKey? places = key; places is not null; places = places.Next)
        {
            // A name that is there and unknown is that of an unknown event, unless whoever brings the body knows better.
            if (isNamed && !places.IsOutside)
            {
                continue;
            }

            int index = FindEventType(places, outside, eventTypes, out bool isComplete);
            if (index >= 0)
            {
                return index;
            }

            isNamed |= isComplete;
        }

        return -1;
    }

    private readonly int FindEventType(EventKey key, string? outside, Utf8Names eventTypes, out bool isComplete)
    {
        isComplete = false;
        Span<byte> name = stackalloc byte[MaxEventType];
        Span<int> ends = stackalloc int[key.Parts.Length];
        int length = 0;
        for (int i = 0; i < key.Parts.Length; i++)
        {
            // Where no event type is longer, whatever a further part is, it is dropped; looking for it would mean the whole body.
            int end = key.Parts[i].IsOptional && IsLongest(name[..length], eventTypes) ? -1 : AppendPart(key, i, outside, name, length);
            if (end < 0 && !key.Parts[i].IsOptional)
            {
                return -1;
            }

            length = Math.Max(length, end);
            ends[i] = length;
        }

        isComplete = true;

        // An optional part that makes no known name is dropped.
        for (int i = key.Parts.Length - 1; i >= 0; i--)
        {
            int index = eventTypes.IndexOf(name[..ends[i]]);
            if (index >= 0 || !key.Parts[i].IsOptional)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Reads the member that is a part of the event type and a number, such as a version.</summary>
    /// <param name="expected">The number of the record that is being read, in plain digits.</param>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public void ReadEventNumber(string expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (!TryFindNumber("a part of the event type, a number"))
        {
            return;
        }

        ReadOnlySpan<byte> number = _cursor.ReadNumber();
        if (Ascii.Equals(number, expected))
        {
            return;
        }

        _isInexact = JsonNumber.AreEqual(number, Encoding.UTF8.GetBytes(expected));
        if (!_isInexact)
        {
            Fail($"Expected {expected} in the event type, found another number.");
        }
    }

    /// <summary>Reads the whole text again, as a body that is none of the provider's events.</summary>
    /// <param name="key">Where the parts of the event type stand.</param>
    /// <param name="outside">The part that comes from outside the body; <see langword="null"/> where there is none.</param>
    /// <returns>The body, and why it is no event.</returns>
    /// <exception cref="JsonException">The value is no object, names its event type twice, or the JSON is broken.</exception>
    public UnrecognizedBody ReadUnrecognized(EventKey key, string? outside) => ReadUnrecognized(key, outside, eventTypes: null, selected: 0);

    /// <summary>
    /// Reads the whole text again, as a body that is none of the provider's events or one that is known by its name only.
    /// </summary>
    /// <param name="key">Where the parts of the event type stand.</param>
    /// <param name="outside">The part that comes from outside the body; <see langword="null"/> where there is none.</param>
    /// <param name="eventTypes">The event types of the provider; <see langword="null"/> where all of them are selected.</param>
    /// <param name="selected">How many of them are selected, from the first on.</param>
    /// <returns>The body, and why it is no event.</returns>
    /// <exception cref="JsonException">The value is no object, names its event type twice, or the JSON is broken.</exception>
    public UnrecognizedBody ReadUnrecognized(EventKey key, string? outside, Utf8Names? eventTypes, int selected)
    {
        ArgumentNullException.ThrowIfNull(key);
        (string? path, string? message) = (MismatchPath, MismatchMessage);
        JsonElement json = StartAgain();
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonCursor(_json, _maxDepth).NoObject();
        }

        (string name, bool isComplete) = NameOf(json, key, outside);
        for (EventKey? places = key.Next; places is not null && !isComplete; places = places.Next)
        {
            (string further, isComplete) = NameOf(json, places, outside);
            name = isComplete ? further : name;
        }

        if (eventTypes is not null && IndexFromTheBeginning(key, outside, eventTypes) is var index and >= 0)
        {
            if (message is null && index >= selected)
            {
                return NotSelected(eventTypes[index], json);
            }

            // What was given beside the body may be the name, and not what the body has in its place.
            name = key.Next is null ? name : eventTypes[index];
        }

        return message is not null ? new(name, json, UnrecognizedReason.SchemaMismatch, path, message)
            : isComplete ? new(name, json, UnrecognizedReason.UnknownEventType, null, $"The schema has no event type \"{name}\".")
            : new(name, json, UnrecognizedReason.MissingEventType, null, $"The event type, which is {key.Description}, is missing, or neither text nor number.");
    }

    /// <summary>The event type that a body has in some places, as far as it has one.</summary>
    private static (string Name, bool IsComplete) NameOf(JsonElement json, EventKey key, string? outside)
    {
        StringBuilder eventType = new();
        bool isComplete = true;
        foreach (EventKeyPart part in key.Parts)
        {
            string? text = part.Path.Length == 0 ? outside : OnlyText(json, part.Path);
            isComplete &= text is not null || part.IsOptional;
            if (!string.IsNullOrEmpty(text))
            {
                eventType.Append(eventType.Length == 0 ? "" : Encoding.UTF8.GetString(key.Separator)).Append(text);
            }
        }

        return (eventType.ToString(), isComplete);
    }

    /// <summary>The event type of the whole text, which has been read to its end and stays so.</summary>
    private readonly int IndexFromTheBeginning(EventKey key, string? outside, Utf8Names eventTypes)
    {
        WebhookReader again = this;
        again._cursor = new JsonCursor(_json, _maxDepth);
        return again.FindEventType(key, outside, eventTypes);
    }

    /// <summary>Which of several objects, told apart by a member, the next value is. Nothing is consumed.</summary>
    /// <param name="member">The name of the member; case counts.</param>
    /// <param name="values">What it is in each.</param>
    /// <returns>The object's index; -1 when the member is absent or something else, and when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public int FindCase(scoped ReadOnlySpan<byte> member, Utf8Names values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (Failed)
        {
            return -1;
        }

        if (_cursor.Peek() != '{')
        {
            FailExpecting("an object");
            return -1;
        }

        return FindEventType(member, values);
    }

    /// <summary>Whether an event type is one, and the beginning of no other.</summary>
    /// <exception cref="JsonException">The value, in which further parts would be, is no object.</exception>
    private readonly bool IsLongest(scoped ReadOnlySpan<byte> name, Utf8Names eventTypes)
    {
        if (name.IsEmpty || eventTypes.IndexOf(name) is not (>= 0 and var index) || !eventTypes.IsLongest(index))
        {
            return false;
        }

        JsonCursor ahead = _cursor;
        return ahead.Peek() == '{' ? true : throw ahead.NoObject();
    }

    /// <summary>Puts a part behind the event type so far.</summary>
    /// <returns>Where it then ends; -1 when the part is absent, no text, or longer than any event type.</returns>
    private readonly int AppendPart(EventKey key, int index, string? outside, Span<byte> name, int length)
    {
        Span<byte> rest = name[length..];
        int separator = length == 0 ? 0 : key.Separator.Length;
        if (separator > rest.Length)
        {
            return -1;
        }

        key.Separator.AsSpan(0, separator).CopyTo(rest);
        rest = rest[separator..];
        byte[][] path = key.Parts[index].Path;
        int written;
        if (path.Length == 0)
        {
            if (outside is null || !Encoding.UTF8.TryGetBytes(outside, rest, out written))
            {
                return -1;
            }
        }
        else
        {
            JsonCursor ahead = _cursor;
            if (ahead.Peek() != '{')
            {
                throw ahead.NoObject();
            }

            if (!TryDescend(ref ahead, path) || !TryCopyPart(ref ahead, rest, out written))
            {
                return -1;
            }
        }

        return written == 0 ? -1 : length + separator + written;
    }

    /// <summary>Copies the text of a string, or the plain digits of a number.</summary>
    private static bool TryCopyPart(ref JsonCursor ahead, Span<byte> destination, out int written)
    {
        written = 0;
        byte first = ahead.Peek();
        return first == '"' ? TryCopy(ahead.ReadString(out bool isEscaped), isEscaped, destination, out written)
            : JsonCursor.IsNumber(first) && JsonNumber.TryFormatPlain(ahead.ReadNumber(), destination, out written);
    }

    private static bool TryCopy(scoped ReadOnlySpan<byte> raw, bool isEscaped, Span<byte> destination, out int written)
    {
        written = 0;
        if (!isEscaped)
        {
            written = raw.Length;
            return raw.TryCopyTo(destination);
        }

        using DecodedText decoded = new(raw, stackalloc byte[TextBuffer]);
        written = decoded.IsText ? decoded.Utf8.Length : 0;
        return decoded.IsText && decoded.Utf8.TryCopyTo(destination);
    }
}
