using System;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Strings, and what is written as one: enums, constants, GUIDs.</content>
public ref partial struct WebhookReader
{
    private const int TextBuffer = 256;

    /// <summary>Reads a string.</summary>
    /// <returns>The text; empty when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string ReadString()
    {
        if (Failed || _isTrial)
        {
            CheckString();
            return "";
        }

        if (_cursor.Peek() != '"')
        {
            FailExpecting("a string");
            return "";
        }

        return _cursor.ReadText() ?? FailNoText();
    }

    /// <summary>Reads a string that the schema fixes.</summary>
    /// <param name="expected">The only text that it can be.</param>
    /// <returns><paramref name="expected"/>, in any case.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public string ReadConstant(string expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        if (TryTakeString("a string", out ReadOnlySpan<byte> text, out bool isEscaped) && !TextEquals(text, isEscaped, expected))
        {
            Fail(_isTrial ? expected : $"Expected the string \"{expected}\", found another one.");
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
        if (!TryTakeString("a string", out ReadOnlySpan<byte> text, out bool isEscaped))
        {
            return 0;
        }

        return isEscaped ? EscapedEnumValue(names, text) : EnumValue(names, text);
    }

    /// <summary>Reads a GUID: a string as <c>6f9619ff-8b86-d011-b42d-00c04fc964ff</c>, in upper or lower case.</summary>
    /// <returns>The GUID; zero when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public Guid ReadGuid()
    {
        const string description = "a string that is a GUID";
        if (!Failed && _cursor.Peek() == '"' && _cursor.TryReadGuid(out Guid usual, out bool usualHasCapitals))
        {
            _isInexact |= usualHasCapitals;
            return usual;
        }

        if (!TryTakeDecoded(description, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (!GuidText.TryParse(text, out Guid value, out bool hasCapitals))
        {
            Fail(description, "another string");
            return default;
        }

        // It is written back in lower case.
        _isInexact |= hasCapitals;
        return value;
    }

    private string FailNoText()
    {
        FailUndecodable("string");
        return "";
    }

    /// <summary>Whether a string or name with escapes is a text.</summary>
    private static bool IsText(ReadOnlySpan<byte> escaped)
    {
        using DecodedText decoded = new(escaped, stackalloc byte[TextBuffer]);
        return decoded.IsText;
    }

    /// <summary>The text of a string or name.</summary>
    /// <returns><see langword="false"/>, with the empty text, when it is none.</returns>
    private static bool TryDecode(ReadOnlySpan<byte> raw, bool isEscaped, out string text)
    {
        if (!isEscaped)
        {
            text = Encoding.UTF8.GetString(raw);
            return true;
        }

        using DecodedText decoded = new(raw, stackalloc byte[TextBuffer]);
        text = decoded.IsText ? Encoding.UTF8.GetString(decoded.Utf8) : "";
        return decoded.IsText;
    }

    /// <summary>Compares a string with a text, ordinally.</summary>
    private static bool TextEquals(ReadOnlySpan<byte> raw, bool isEscaped, string expected) => isEscaped
        ? DecodedEquals(raw, expected)
        : Ascii.Equals(raw, expected) || Utf8Text.Equals(raw, expected, StringComparison.Ordinal);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool DecodedEquals(ReadOnlySpan<byte> raw, string expected)
    {
        using DecodedText text = new(raw, stackalloc byte[TextBuffer]);
        return text.IsText && Utf8Text.Equals(text.Utf8, expected, StringComparison.Ordinal);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int EscapedEnumValue(Utf8Names names, scoped ReadOnlySpan<byte> escaped)
    {
        using DecodedText text = new(escaped, stackalloc byte[TextBuffer]);
        if (!text.IsText)
        {
            FailUndecodable("string");
            return 0;
        }

        return EnumValue(names, text.Utf8);
    }

    private int EnumValue(Utf8Names names, scoped ReadOnlySpan<byte> text)
    {
        int index = names.IndexOf(text);
        _isInexact |= index < 0 || (names.IgnoresCase && !text.SequenceEqual(names.Utf8(index)));
        return index + 1;
    }
}
