using System;
using System.Text.Json;
using System.Text.Unicode;

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
    private Utf8JsonReader _reader;

    /// <summary>The token at which <see cref="_reader"/> stands was looked at only, and is still to be read.</summary>
    private bool _isPeeked;

    /// <summary>The member that is being read says more than its value in the record does, and has to be kept as it is.</summary>
    private bool _isInexact;

    /// <summary>How many members came that the schema does not know: of several types, the one with the fewest fits best.</summary>
    private int _unknownMembers;

    /// <summary>What does not fit the schema, if anything.</summary>
    private string? _mismatch;

    /// <summary>Where that is; the way out puts segment after segment before it.</summary>
    private string _path;

    /// <summary>Begins at the start of a JSON text.</summary>
    /// <param name="utf8Json">The whole text: one value, strictly as in RFC 8259, at most 64 levels deep.</param>
    /// <exception cref="JsonException">The text is not valid UTF-8.</exception>
    public WebhookReader(ReadOnlySpan<byte> utf8Json)
    {
        // Utf8JsonReader does not look into strings that are skipped.
        if (!Utf8.IsValid(utf8Json))
        {
            throw new JsonException("The JSON text is not valid UTF-8.");
        }

        // RFC 8259, clause 8.1, lets a parser step over a byte order mark.
        if (utf8Json.StartsWith("\uFEFF"u8))
        {
            utf8Json = utf8Json[3..];
        }

        _json = utf8Json;
        _reader = new Utf8JsonReader(utf8Json);
        _path = "";
    }

    /// <summary>Ends the reading of a whole JSON text.</summary>
    /// <exception cref="JsonException">Something other than white space follows.</exception>
    public void EndDocument()
    {
        if (!Failed && (_isPeeked || _reader.Read()))
        {
            throw new JsonException("The JSON text goes on after its value.");
        }
    }

    /// <summary>Reads a <c>null</c>, if there is one.</summary>
    /// <returns>Whether there was one; if not, the value is still to be read.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public bool TryReadNull()
    {
        if (Failed || PeekToken() != JsonTokenType.Null)
        {
            return false;
        }

        _isPeeked = false;
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

        // ParseValue begins with the token at which the reader stands, unless that is a name or nothing yet.
        PeekToken();
        _isPeeked = false;
        return JsonElement.ParseValue(ref _reader);
    }

    /// <summary>Steps over a value of which nothing is wanted.</summary>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public void SkipValue()
    {
        if (!Failed)
        {
            PeekToken();
            _isPeeked = false;
            _reader.Skip();
        }
    }

    private JsonTokenType NextToken()
    {
        if (_isPeeked)
        {
            _isPeeked = false;
        }
        else if (!_reader.Read())
        {
            throw new JsonException("The JSON text ends where a value was to be read.");
        }

        return _reader.TokenType;
    }

    private JsonTokenType PeekToken()
    {
        NextToken();
        _isPeeked = true;
        return _reader.TokenType;
    }

    /// <summary>Reads the first token of a value.</summary>
    /// <param name="wanted">The token that the schema wants.</param>
    /// <param name="description">What that is, for the message.</param>
    /// <returns>Whether it is there.</returns>
    private bool TryTake(JsonTokenType wanted, string description)
    {
        if (Failed)
        {
            return false;
        }

        if (NextToken() == wanted)
        {
            return true;
        }

        FailExpecting(description);
        return false;
    }
}
