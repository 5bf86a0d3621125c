using System;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Strings, and what is written as one: enums, constants, GUIDs.</content>
public ref partial struct WebhookReader
{
    private const int TextBuffer = 256;
    private const int GuidLength = 36;

    /// <summary>Reads a string.</summary>
    /// <returns>The text; empty when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public string ReadString()
    {
        if (!TryTake(JsonTokenType.String, "a string"))
        {
            return "";
        }

        if (!TryGetText(out string text))
        {
            FailUndecodable("string");
        }

        return text;
    }

    /// <summary>Reads a string that the schema fixes.</summary>
    /// <param name="expected">The only text that it can be.</param>
    /// <returns><paramref name="expected"/>, in any case.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public string ReadConstant(string expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (TryTake(JsonTokenType.String, "a string") && !TextEquals(expected))
        {
            Fail($"Expected the string \"{expected}\", found another one.");
        }

        return expected;
    }

    /// <summary>Reads a value of a closed set of strings. A text that is not in the set is kept as an original value.</summary>
    /// <param name="names">The set.</param>
    /// <returns>The text's index plus 1; 0 when the set does not have it.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public int ReadEnum(Utf8Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (!TryTake(JsonTokenType.String, "a string"))
        {
            return 0;
        }

        if (!_reader.ValueIsEscaped)
        {
            return EnumValue(names, _reader.ValueSpan);
        }

        using DecodedText text = new(_reader.ValueSpan, stackalloc byte[TextBuffer]);
        if (!text.IsText)
        {
            FailUndecodable("string");
            return 0;
        }

        return EnumValue(names, text.Utf8);
    }

    /// <summary>Reads a GUID: a string as <c>6f9619ff-8b86-d011-b42d-00c04fc964ff</c>, in upper or lower case.</summary>
    /// <returns>The GUID; zero when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public Guid ReadGuid()
    {
        const string description = "a string that is a GUID";
        if (!TryTake(JsonTokenType.String, description))
        {
            return default;
        }

        using DecodedText decoded = _reader.ValueIsEscaped ? new(_reader.ValueSpan, stackalloc byte[TextBuffer]) : default;
        ReadOnlySpan<byte> text = _reader.ValueIsEscaped ? decoded.Utf8 : _reader.ValueSpan;
        if (text.Length != GuidLength || !Utf8Parser.TryParse(text, out Guid value, out int read, 'D') || read != GuidLength)
        {
            Fail($"Expected {description}, found another string.");
            return default;
        }

        // It is written back in lower case.
        _isInexact |= text.IndexOfAnyInRange((byte)'A', (byte)'F') >= 0;
        return value;
    }

    /// <summary>The text of the string or name at which the reader stands.</summary>
    /// <returns><see langword="false"/>, with the empty text, when it is none.</returns>
    private readonly bool TryGetText(out string text)
    {
        if (!_reader.ValueIsEscaped)
        {
            text = Encoding.UTF8.GetString(_reader.ValueSpan);
            return true;
        }

        using DecodedText decoded = new(_reader.ValueSpan, stackalloc byte[TextBuffer]);
        text = decoded.IsText ? Encoding.UTF8.GetString(decoded.Utf8) : "";
        return decoded.IsText;
    }

    /// <summary>Compares the string at which the reader stands with a text, ordinally.</summary>
    private readonly bool TextEquals(string expected)
    {
        if (!_reader.ValueIsEscaped)
        {
            return Utf8Text.Equals(_reader.ValueSpan, expected, StringComparison.Ordinal);
        }

        using DecodedText text = new(_reader.ValueSpan, stackalloc byte[TextBuffer]);
        return text.IsText && Utf8Text.Equals(text.Utf8, expected, StringComparison.Ordinal);
    }

    private int EnumValue(Utf8Names names, scoped ReadOnlySpan<byte> text)
    {
        int index = names.IndexOf(text);
        _isInexact |= index < 0 || (names.IgnoresCase && !text.SequenceEqual(names.Utf8(index)));
        return index + 1;
    }
}
