using System;
using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TypedWebhooks.Json;

/// <content>Strings.</content>
internal ref partial struct JsonCursor
{
    private const byte LastControl = 0x1F;

    /// <summary>Reads the string at whose opening quotation mark the cursor stands.</summary>
    /// <param name="isEscaped">Whether it has escapes.</param>
    /// <returns>What stands between the quotation marks.</returns>
    /// <exception cref="JsonException">It does not end, or has a control character or an escape that there is not.</exception>
    public ReadOnlySpan<byte> ReadString(out bool isEscaped)
    {
        ReadOnlySpan<byte> text = ReadUnchecked(out isEscaped, out bool isAscii);

        // Outside strings JSON is ASCII, so this is all that there is to be looked at.
        return isAscii || Utf8.IsValid(text) ? text : throw Broken();
    }

    /// <summary>Reads the string at whose opening quotation mark the cursor stands, as a text.</summary>
    /// <returns>The text; <see langword="null"/> when it is none, because an escape is half a surrogate pair.</returns>
    /// <exception cref="JsonException">It does not end, or has a control character or an escape that there is not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string? ReadText()
    {
        ReadOnlySpan<byte> json = _json;
        int start = _at + 1;
        int end = EndOfPlain(start, out bool isAscii);
        if ((uint)end >= (uint)json.Length || json[end] != '"')
        {
            return ReadEscapedText();
        }

        _at = end + 1;
        ReadOnlySpan<byte> raw = json[start..end];

        // Latin-1 has the characters of ASCII, and is decoded in one pass.
        return isAscii ? AsciiText.Create(raw) : Decode(raw);
    }

    /// <summary>Reads a GUID at whose opening quotation mark the cursor stands.</summary>
    /// <returns>Whether there is one, without escapes; if not, nothing is read.</returns>
    public bool TryReadGuid(out Guid value, out bool hasCapitals)
    {
        ReadOnlySpan<byte> rest = _json[_at..];
        if (rest.Length > GuidText.Length + 1
            && rest[GuidText.Length + 1] == '"'
            && GuidText.TryParse(rest.Slice(1, GuidText.Length), out value, out hasCapitals))
        {
            _at += GuidText.Length + 2;
            return true;
        }

        value = default;
        hasCapitals = false;
        return false;
    }

    /// <summary>Reads a date and time, at whose opening quotation mark the cursor stands.</summary>
    /// <returns>Whether there is one in the usual form, as <c>2024-11-15T08:30:00.123Z</c>; if not, nothing is read.</returns>
    public bool TryReadDateTime(out DateTimeOffset value, out DateTimeForm form)
    {
        ReadOnlySpan<byte> rest = _json[(_at + 1)..];
        if (DateTimeText.TryParseUsual(rest, out value, out form, out int length)
            && (uint)length < (uint)rest.Length
            && rest[length] == '"')
        {
            _at += length + 2;
            return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string? ReadEscapedText() => DecodeEscaped(ReadUnchecked(out _, out _));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly string Decode(ReadOnlySpan<byte> raw)
    {
        const int maxOnStack = 128;
        if (raw.Length > maxOnStack)
        {
            return Utf8.IsValid(raw) ? Encoding.UTF8.GetString(raw) : throw Broken();
        }

        // Checks and decodes in one pass; there are never more UTF-16 units than bytes.
        Span<char> text = stackalloc char[maxOnStack];
        return Utf8.ToUtf16(raw, text, out _, out int length, replaceInvalidSequences: false) == OperationStatus.Done
            ? new string(text[..length])
            : throw Broken();
    }

    private readonly string? DecodeEscaped(ReadOnlySpan<byte> raw)
    {
        if (!Utf8.IsValid(raw))
        {
            throw Broken();
        }

        using DecodedText decoded = new(raw, stackalloc byte[256]);
        return decoded.IsText ? Encoding.UTF8.GetString(decoded.Utf8) : null;
    }

    /// <summary>Reads a string, of which it may still turn out that it is not UTF-8.</summary>
    /// <param name="isEscaped">Whether it has escapes.</param>
    /// <param name="isAscii">Whether it has none, and is ASCII.</param>
    private ReadOnlySpan<byte> ReadUnchecked(out bool isEscaped, out bool isAscii)
    {
        int start = _at + 1;
        int end = EndOfPlain(start, out isAscii);
        isEscaped = false;
        if ((uint)end >= (uint)_json.Length || _json[end] != '"')
        {
            end = EndOfEscaped(end);
            isEscaped = true;
            isAscii = false;
        }

        _at = end + 1;
        return _json[start..end];
    }

    /// <summary>Goes to the first byte that cannot stand in a string as it is: a quotation mark, a backslash, a control character.</summary>
    /// <param name="at">Where to begin.</param>
    /// <param name="isAscii">Whether all bytes before it are ASCII.</param>
    /// <returns>Its index, or the length of the text when there is none.</returns>
    private readonly int EndOfPlain(int at, out bool isAscii)
    {
        ReadOnlySpan<byte> json = _json;
        uint beyondAscii = 0;
        while (Vector256.IsHardwareAccelerated && json.Length - at >= Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Vector256.Create(json.Slice(at, Vector256<byte>.Count));
            uint special = (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
                | Vector256.Equals(Vector256.Min(bytes, Vector256.Create(LastControl)), bytes)).ExtractMostSignificantBits();
            uint high = bytes.ExtractMostSignificantBits();
            if (special != 0)
            {
                isAscii = (beyondAscii | (high & BitsBelowLowest(special))) == 0;
                return at + BitOperations.TrailingZeroCount(special);
            }

            beyondAscii |= high;
            at += Vector256<byte>.Count;
        }

        while (at < json.Length && json.Length >= Vector128<byte>.Count)
        {
            // The last vector overlaps what has been looked at, and that is shifted out.
            int start = Math.Min(at, json.Length - Vector128<byte>.Count);
            Vector128<byte> bytes = Vector128.Create(json.Slice(start, Vector128<byte>.Count));
            uint special = (Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.Equals(Vector128.Min(bytes, Vector128.Create(LastControl)), bytes)).ExtractMostSignificantBits() >> (at - start);
            uint high = bytes.ExtractMostSignificantBits() >> (at - start);
            if (special != 0)
            {
                isAscii = (beyondAscii | (high & BitsBelowLowest(special))) == 0;
                return at + BitOperations.TrailingZeroCount(special);
            }

            beyondAscii |= high;
            at = start + Vector128<byte>.Count;
        }

        // A text that is shorter than a vector.
        while ((uint)at < (uint)json.Length && json[at] is >= 0x20 and not ((byte)'"' or (byte)'\\'))
        {
            beyondAscii |= json[at] & 0x80u;
            at++;
        }

        isAscii = beyondAscii == 0;
        return at;
    }

    private static uint BitsBelowLowest(uint bits) => ~bits & (bits - 1);

    /// <summary>Goes to the closing quotation mark of a string, from something in it that is special.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int EndOfEscaped(int at)
    {
        ReadOnlySpan<byte> json = _json;
        while (at < json.Length && json[at] != '"')
        {
            int length = json[at] == '\\' ? LengthOfEscape(json[(at + 1)..]) : 0;
            if (length == 0)
            {
                break;
            }

            at = EndOfPlain(at + 1 + length, out _);
        }

        if (at >= json.Length || json[at] != '"')
        {
            _at = at;
            throw Broken();
        }

        return at;
    }

    /// <summary>How long an escape is, without its backslash; 0 when there is no such escape.</summary>
    private static int LengthOfEscape(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
        {
            return 0;
        }

        if (rest[0] == 'u')
        {
            return rest.Length > 4
                && char.IsAsciiHexDigit((char)rest[1])
                && char.IsAsciiHexDigit((char)rest[2])
                && char.IsAsciiHexDigit((char)rest[3])
                && char.IsAsciiHexDigit((char)rest[4])
                    ? 5
                    : 0;
        }

        return "\"\\/bfnrt"u8.Contains(rest[0]) ? 1 : 0;
    }
}
