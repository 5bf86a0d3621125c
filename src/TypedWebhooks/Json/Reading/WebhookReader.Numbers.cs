using System;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Numbers and booleans.</content>
public ref partial struct WebhookReader
{
    private const int NumberBuffer = 64;

    /// <summary>Reads a boolean.</summary>
    /// <returns>It; <see langword="false"/> when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public bool ReadBoolean()
    {
        if (Failed)
        {
            return false;
        }

        switch (_cursor.Peek())
        {
            case (byte)'t':
                _cursor.ReadLiteral("true"u8);
                return true;
            case (byte)'f':
                _cursor.ReadLiteral("false"u8);
                return false;
            default:
                FailExpecting("a boolean");
                return false;
        }
    }

    /// <summary>Reads an integer of 32 bits. <c>1.0</c> and <c>1e2</c> are integers too, as JSON Schema has it.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public int ReadInt32() => (int)ReadInteger(int.MinValue, int.MaxValue, "an integer from -2147483648 to 2147483647");

    /// <summary>Reads an integer of 64 bits. <c>1.0</c> and <c>1e2</c> are integers too, as JSON Schema has it.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public long ReadInt64() => ReadInteger(long.MinValue, long.MaxValue, "an integer from -9223372036854775808 to 9223372036854775807");

    /// <summary>Reads an integer of 64 bits without sign. <c>1.0</c> and <c>1e2</c> are integers too, as JSON Schema has it.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public ulong ReadUInt64()
    {
        const string description = "an integer from 0 to 18446744073709551615";
        if (!TryFindNumber(description))
        {
            return 0;
        }

        if (_cursor.TryReadInteger(out long value))
        {
            if (value >= 0)
            {
                return (ulong)value;
            }
        }
        else if (JsonNumber.TryGetInteger(_cursor.ReadNumber(), out Int128 integer) && integer >= 0 && integer <= ulong.MaxValue)
        {
            return (ulong)integer;
        }

        Fail(description, "another number");
        return 0;
    }

    /// <summary>Reads an integer of 64 bits, written as a number or as a string of digits.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public long ReadInt64FromStringOrNumber()
    {
        if (Failed || _cursor.Peek() != '"')
        {
            return ReadInt64();
        }

        _isInexact = true;
        TryTakeDecoded("a string", out ReadOnlySpan<byte> text);
        if (!Utf8Parser.TryParse(text, out long value, out int read) || read != text.Length)
        {
            Fail("an integer of 64 bits", "a string that is none");
            return 0;
        }

        return value;
    }

    /// <summary>Reads an integer of 64 bits without sign, written as a number or as a string of digits.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public ulong ReadUInt64FromStringOrNumber()
    {
        if (Failed || _cursor.Peek() != '"')
        {
            return ReadUInt64();
        }

        _isInexact = true;
        TryTakeDecoded("a string", out ReadOnlySpan<byte> text);
        if (!Utf8Parser.TryParse(text, out ulong value, out int read) || read != text.Length)
        {
            Fail("an integer of 64 bits without sign", "a string that is none");
            return 0;
        }

        return value;
    }

    /// <summary>Reads a number. Digits that a <see cref="double"/> cannot hold are kept as an original value.</summary>
    /// <returns>The number, always finite; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public double ReadDouble()
    {
        if (!TryFindNumber("a number"))
        {
            return 0;
        }

        ReadOnlySpan<byte> text = _cursor.ReadNumber();
        if (!Utf8Parser.TryParse(text, out double value, out int read) || read != text.Length || !double.IsFinite(value))
        {
            Fail("a number that a double can hold", "a larger one");
            return 0;
        }

        // A double holds any 15 digits; only an exponent can then still take it out of its range.
        const int safeDigits = 15;
        if (text.Length > safeDigits || text.IndexOfAny((byte)'e', (byte)'E') >= 0)
        {
            Span<byte> written = stackalloc byte[NumberBuffer];
            _isInexact |= !value.TryFormat(written, out int length, "R", CultureInfo.InvariantCulture)
                || !JsonNumber.AreEqual(text, written[..length]);
        }

        return value;
    }

    /// <summary>Reads a number as a decimal one. Digits that a <see cref="decimal"/> cannot hold are kept as an original value.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public decimal ReadDecimal()
    {
        if (!TryFindNumber("a number"))
        {
            return 0;
        }

        ReadOnlySpan<byte> text = _cursor.ReadNumber();
        if (!Utf8Parser.TryParse(text, out decimal value, out int read) || read != text.Length)
        {
            Fail("a number that a decimal can hold", "a larger one");
            return 0;
        }

        const int safeDigits = 28;
        if (text.Length > safeDigits || text.IndexOfAny((byte)'e', (byte)'E') >= 0)
        {
            Span<byte> written = stackalloc byte[NumberBuffer];
            _isInexact |= !value.TryFormat(written, out int length, default, CultureInfo.InvariantCulture)
                || !JsonNumber.AreEqual(text, written[..length]);
        }

        return value;
    }

    private long ReadInteger(long min, long max, string range)
    {
        if (!TryFindNumber("an integer"))
        {
            return 0;
        }

        if (_cursor.TryReadInteger(out long value))
        {
            if (value >= min && value <= max)
            {
                return value;
            }
        }
        else if (JsonNumber.TryGetInteger(_cursor.ReadNumber(), out Int128 integer) && integer >= min && integer <= max)
        {
            return (long)integer;
        }

        Fail(range, "another number");
        return 0;
    }
}
