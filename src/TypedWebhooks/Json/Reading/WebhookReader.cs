using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>Reads one value with a <see cref="WebhookReader"/>: an item of a list, a value of a map.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="reader">Stands before the value; afterwards behind it.</param>
/// <returns>The value, or a default when the reader has <see cref="WebhookReader.Failed"/>.</returns>
public delegate T WebhookValueReader<out T>(ref WebhookReader reader);

/// <summary>
/// Reads the JSON of a webhook for generated code. It tells apart two kinds of error. JSON that is broken makes it
/// throw <see cref="JsonException"/>, and nothing else. JSON that does not fit the schema never throws: the first such
/// mismatch sets <see cref="Failed"/>, and from then on every read returns a default at once, so that generated code
/// runs through without a check a member, and the way out tells where the mismatch was.
/// </summary>
public ref partial struct WebhookReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly int _maxDepth;
    private JsonCursor _cursor;

    /// <summary>The member that is being read says more than its value in the record does, and has to be kept as it is.</summary>
    private bool _isInexact;

    /// <summary>How many members came that the schema does not know: of several types, the one with the fewest fits best.</summary>
    private int _unknownMembers;

    /// <summary>What the schema wants, or all there is to be said, where something does not fit it.</summary>
    private string? _mismatch;

    /// <summary>What is there instead. The sentence is made when somebody asks for it: a wrong guess at a union is not worth one.</summary>
    private string? _found;

    /// <summary>Where that is; the way out puts segment after segment before it.</summary>
    private string _path;

    /// <summary>The objects that may come again, once there is one.</summary>
    private SharedObjects? _shared;

    /// <summary>
    /// Nothing is made of what is read, and no message of what fails; it only turns out whether it fits. So a wrong guess
    /// allocates nothing.
    /// </summary>
    private bool _isTrial;

    /// <summary>What came out of trials within trials, once there were some.</summary>
    private Trials? _trials;

    /// <summary>Begins at the start of a JSON text.</summary>
    /// <param name="utf8Json">The whole text: one value, strictly as in RFC 8259, at most 64 levels deep.</param>
    public WebhookReader(ReadOnlySpan<byte> utf8Json)
        : this(utf8Json, JsonCursor.DefaultMaxDepth)
    {
    }

    /// <summary>Begins at the start of a JSON text that may be deeper than is usual.</summary>
    internal WebhookReader(ReadOnlySpan<byte> utf8Json, int maxDepth)
    {
        // RFC 8259, clause 8.1, lets a parser step over a byte order mark.
        if (utf8Json.StartsWith("\uFEFF"u8))
        {
            utf8Json = utf8Json[3..];
        }

        _json = utf8Json;
        _maxDepth = maxDepth;
        _cursor = new JsonCursor(utf8Json, maxDepth);
        _path = "";
    }

    /// <summary>The part of an event's name that is not in the body, for the events of a batch; <see langword="null"/> where there is none.</summary>
    public string? EventName { readonly get; init; }

    /// <summary>Ends the reading of a whole JSON text.</summary>
    /// <exception cref="JsonException">Something other than white space follows.</exception>
    public void EndDocument()
    {
        _shared?.Return();
        _shared = null;
        _trials?.Return();
        _trials = null;
        if (!Failed && !_cursor.IsAtEnd())
        {
            throw JsonFault.At(_json, _cursor.At, "The JSON text goes on after its value.");
        }
    }

    /// <summary>Reads a <c>null</c>, if there is one.</summary>
    /// <returns>Whether there was one; if not, the value is still to be read.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public bool TryReadNull()
    {
        if (Failed || _cursor.Peek() != 'n')
        {
            return false;
        }

        _cursor.ReadLiteral("null"u8);
        return true;
    }

    /// <summary>Reads a <c>null</c>, if there is one, and remembers that it was not merely absent.</summary>
    /// <param name="members">The object of which this is a member.</param>
    /// <param name="nullSlot">The member's bit in the format, 0 to 63; in others an explicit null is kept as an original value.</param>
    /// <returns>Whether there was one; if not, the value is still to be read.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public bool TryReadNull(ref ObjectReader members, int nullSlot)
    {
        if (!TryReadNull())
        {
            return false;
        }

        if ((uint)nullSlot < WireFormat.NullSlots)
        {
            members.Format = members.Format.WithNull(nullSlot);
        }
        else
        {
            _isInexact = true;
        }

        return true;
    }

    /// <summary>Reads any JSON value.</summary>
    /// <returns>The value, which stands on its own; <c>null</c> when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public JsonElement ReadJson()
    {
        if (Failed)
        {
            return JsonNull.Element;
        }

        _cursor.Peek();
        int start = _cursor.At;
        _cursor.Skip();
        return _isTrial ? JsonNull.Element : ToElement(start, _cursor.At);
    }

    /// <summary>Steps over a value of which nothing is wanted.</summary>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public void SkipValue()
    {
        if (!Failed)
        {
            _cursor.Skip();
        }
    }

    /// <summary>Makes an element, which stands on its own, of a value that has been read.</summary>
    private readonly JsonElement ToElement(int start, int end)
    {
        Utf8JsonReader reader = new(_json[start..end], new JsonReaderOptions { MaxDepth = _maxDepth });
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Reads a string.</summary>
    /// <param name="description">What the schema wants, for the message.</param>
    /// <param name="text">What stands between the quotation marks.</param>
    /// <param name="isEscaped">Whether that has escapes.</param>
    /// <returns>Whether it is there.</returns>
    private bool TryTakeString(string description, out ReadOnlySpan<byte> text, out bool isEscaped)
    {
        if (!Failed)
        {
            if (_cursor.Peek() == '"')
            {
                text = _cursor.ReadString(out isEscaped);
                return true;
            }

            FailExpecting(description);
        }

        text = default;
        isEscaped = false;
        return false;
    }

    /// <summary>Reads a string of which only the text counts, decoded where it has escapes.</summary>
    /// <param name="description">What the schema wants, for the message.</param>
    /// <param name="text">The text; empty where an escape is half a surrogate pair.</param>
    /// <returns>Whether it is there.</returns>
    private bool TryTakeDecoded(string description, out ReadOnlySpan<byte> text)
    {
        if (!TryTakeString(description, out text, out bool isEscaped))
        {
            return false;
        }

        if (isEscaped)
        {
            // Nobody escapes dates, GUIDs and digits; so this may cost something.
            Span<byte> decoded = new byte[text.Length];
            text = JsonText.TryUnescape(text, decoded, out int length) ? decoded[..length] : default;
        }

        return true;
    }

    /// <summary>Goes to a number.</summary>
    /// <param name="description">What the schema wants, for the message.</param>
    /// <returns>Whether it is there. It is still to be read.</returns>
    private bool TryFindNumber(string description)
    {
        if (Failed)
        {
            return false;
        }

        if (JsonCursor.IsNumber(_cursor.Peek()))
        {
            return true;
        }

        FailExpecting(description);
        return false;
    }
}
