using System;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Event types: looking for them, reading them, and bodies that no event type fits.</content>
public ref partial struct WebhookReader
{
    private const string EventTypeTwice = "The JSON object names its event type twice.";

    /// <summary>
    /// Looks ahead for the event type of the object that comes next, wherever in it that stands. Nothing is consumed.
    /// </summary>
    /// <param name="member">The name of the member that names the event type; case counts.</param>
    /// <param name="eventTypes">The event types of the provider.</param>
    /// <returns>The event type's index; -1 when it is absent, no string or not one of <paramref name="eventTypes"/>.</returns>
    /// <exception cref="JsonException">The value is no object, or the JSON is found to be broken on the way to the event type.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int FindEventType(scoped ReadOnlySpan<byte> member, Utf8Names eventTypes)
    {
        ArgumentNullException.ThrowIfNull(eventTypes);
        if (Failed)
        {
            return -1;
        }

        if (_cursor.Peek() != '{')
        {
            throw _cursor.NoObject();
        }

        // Going there and back costs less than a copy of the cursor.
        (int start, int depth) = (_cursor.At, _cursor.Depth);
        int index = TryFindMember(ref _cursor, member) && _cursor.Peek() == '"'
            ? IndexOf(_cursor.ReadString(out bool isEscaped), isEscaped, eventTypes)
            : -1;
        _cursor.Return(start, depth);
        return index;
    }

    /// <summary>Reads the member that names the event type, which has to be the one of the record that is being read.</summary>
    /// <param name="members">The event; how its event type is spelled goes to <see cref="ObjectReader.EventTypeText"/>.</param>
    /// <param name="expected">The event type as the schema spells it.</param>
    /// <param name="ignoreCase">Whether the body may spell it in another case.</param>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public void ReadEventType(ref ObjectReader members, string expected, bool ignoreCase = false)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (!TryTakeString("the event type, a string", out ReadOnlySpan<byte> raw, out bool isEscaped) || TextEquals(raw, isEscaped, expected))
        {
            return;
        }

        if (ignoreCase && TryDecode(raw, isEscaped, out string text) && text.Equals(expected, StringComparison.OrdinalIgnoreCase))
        {
            members.EventTypeText = new EventTypeText(text);
            return;
        }

        Fail($"Expected the event type \"{expected}\", found another one.");
    }

    /// <summary>
    /// Reads the whole text again, as a body that is none of the provider's events: because of its event type, or
    /// because the reading of it has <see cref="Failed"/>. The reader then stands behind it, no longer failed.
    /// </summary>
    /// <param name="member">The name of the member that names the event type; case counts.</param>
    /// <returns>The body, and why it is no event.</returns>
    /// <exception cref="JsonException">The value is no object, names its event type twice, or the JSON is broken.</exception>
    public UnrecognizedBody ReadUnrecognized(scoped ReadOnlySpan<byte> member) => ReadUnrecognized(member, eventTypes: null, selected: 0);

    /// <summary>
    /// Reads the whole text again, as a body that is none of the provider's events or one that is known by its name only.
    /// </summary>
    /// <param name="member">The name of the member that names the event type; case counts.</param>
    /// <param name="eventTypes">The event types of the provider; <see langword="null"/> where all of them are selected.</param>
    /// <param name="selected">How many of them are selected, from the first on.</param>
    /// <returns>The body, and why it is no event.</returns>
    /// <exception cref="JsonException">The value is no object, names its event type twice, or the JSON is broken.</exception>
    public UnrecognizedBody ReadUnrecognized(scoped ReadOnlySpan<byte> member, Utf8Names? eventTypes, int selected)
    {
        string? path = MismatchPath;
        string? message = MismatchMessage;
        JsonElement json = StartAgain();
        bool isPresent = TryFindOnlyEventType(member, out string? eventType);
        string name = Encoding.UTF8.GetString(member);
        if (message is not null)
        {
            return new(eventType ?? "", json, UnrecognizedReason.SchemaMismatch, path, message);
        }

        if (eventTypes is not null && eventTypes.IndexOf(eventType) is var index && index >= selected)
        {
            return NotSelected(eventTypes[index], json);
        }

        return eventType is not null
            ? new(eventType, json, UnrecognizedReason.UnknownEventType, null, $"The schema has no event type \"{eventType}\".")
            : new("", json, UnrecognizedReason.MissingEventType, null, isPresent
                ? $"The member '{name}', which names the event type, is no text."
                : $"The member '{name}', which names the event type, is missing.");
    }

    private static UnrecognizedBody NotSelected(string eventType, JsonElement json) => new(
        eventType,
        json,
        UnrecognizedReason.NotSelected,
        null,
        $"The schema has the event type \"{eventType}\", but this project has not selected it: add it to Events of the provider's item, or to select of its event map, and the event has a type.");

    /// <summary>Compares a string or name, as it is when decoded, with a text.</summary>
    internal static bool TextEquals(scoped ReadOnlySpan<byte> raw, bool isEscaped, scoped ReadOnlySpan<byte> text) =>
        isEscaped ? DecodedEquals(raw, text) : raw.SequenceEqual(text);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool DecodedEquals(scoped ReadOnlySpan<byte> raw, scoped ReadOnlySpan<byte> text)
    {
        using DecodedText decoded = new(raw, stackalloc byte[NameBuffer]);
        return decoded.IsText && decoded.Utf8.SequenceEqual(text);
    }

    private static int IndexOf(scoped ReadOnlySpan<byte> raw, bool isEscaped, Utf8Names names) =>
        isEscaped ? IndexOfDecoded(raw, names) : names.IndexOf(raw);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int IndexOfDecoded(scoped ReadOnlySpan<byte> raw, Utf8Names names)
    {
        using DecodedText decoded = new(raw, stackalloc byte[TextBuffer]);
        return decoded.IsText ? names.IndexOf(decoded.Utf8) : -1;
    }

    /// <summary>Looks through all members of the object at the beginning of the text.</summary>
    /// <param name="member">The name of the member that names the event type.</param>
    /// <param name="eventType">The event type, if it is a text.</param>
    /// <returns>Whether the member is there.</returns>
    private readonly bool TryFindOnlyEventType(scoped ReadOnlySpan<byte> member, out string? eventType)
    {
        eventType = null;
        JsonCursor ahead = new(_json, _maxDepth);
        if (ahead.Peek() != '{')
        {
            throw ahead.NoObject();
        }

        bool isPresent = false;
        ahead.Enter();
        for (bool isFirst = true; ahead.NextName(isFirst); isFirst = false)
        {
            ReadOnlySpan<byte> name = ahead.ReadName(out bool isEscaped);
            if (!TextEquals(name, isEscaped, member))
            {
                ahead.Skip();
                continue;
            }

            if (isPresent)
            {
                throw ahead.Fault(EventTypeTwice);
            }

            isPresent = true;
            if (ahead.Peek() == '"')
            {
                eventType = ahead.ReadText();
            }
            else
            {
                ahead.Skip();
            }
        }

        return isPresent;
    }
}
