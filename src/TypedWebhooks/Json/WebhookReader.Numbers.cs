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

        JsonTokenType token = NextToken();
        if (token is not (JsonTokenType.True or JsonTokenType.False))
        {
            FailExpecting("a boolean");
        }

        return token == JsonTokenType.True;
    }

    /// <summary>Reads an integer of 32 bits. <c>1.0</c> and <c>1e2</c> are integers too, as JSON Schema has it.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public int ReadInt32() => (int)ReadInteger(int.MinValue, int.MaxValue);

    /// <summary>Reads an integer of 64 bits. <c>1.0</c> and <c>1e2</c> are integers too, as JSON Schema has it.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public long ReadInt64() => ReadInteger(long.MinValue, long.MaxValue);

    /// <summary>Reads an integer of 64 bits without sign. <c>1.0</c> and <c>1e2</c> are integers too, as JSON Schema has it.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public ulong ReadUInt64()
    {
        const string description = "an integer from 0 to 18446744073709551615";
        if (!TryTake(JsonTokenType.Number, description))
        {
            return 0;
        }

        if (_reader.TryGetUInt64(out ulong value))
        {
            return value;
        }

        if (JsonNumber.TryGetInteger(_reader.ValueSpan, out Int128 integer) && integer >= 0 && integer <= ulong.MaxValue)
        {
            return (ulong)integer;
        }

        Fail($"Expected {description}, found another number.");
        return 0;
    }

    /// <summary>Reads an integer of 64 bits, written as a number or as a string of digits.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public long ReadInt64FromStringOrNumber()
    {
        if (Failed || PeekToken() != JsonTokenType.String)
        {
            return ReadInt64();
        }

        _isPeeked = false;
        _isInexact = true;
        using DecodedText decoded = _reader.ValueIsEscaped ? new(_reader.ValueSpan, stackalloc byte[NumberBuffer]) : default;
        ReadOnlySpan<byte> text = _reader.ValueIsEscaped ? decoded.Utf8 : _reader.ValueSpan;
        if (!Utf8Parser.TryParse(text, out long value, out int read) || read != text.Length)
        {
            Fail("Expected an integer of 64 bits, found a string that is none.");
            return 0;
        }

        return value;
    }

    /// <summary>Reads an integer of 64 bits without sign, written as a number or as a string of digits.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public ulong ReadUInt64FromStringOrNumber()
    {
        if (Failed || PeekToken() != JsonTokenType.String)
        {
            return ReadUInt64();
        }

        _isPeeked = false;
        _isInexact = true;
        using DecodedText decoded = _reader.ValueIsEscaped ? new(_reader.ValueSpan, stackalloc byte[NumberBuffer]) : default;
        ReadOnlySpan<byte> text = _reader.ValueIsEscaped ? decoded.Utf8 : _reader.ValueSpan;
        if (!Utf8Parser.TryParse(text, out ulong value, out int read) || read != text.Length)
        {
            Fail("Expected an integer of 64 bits without sign, found a string that is none.");
            return 0;
        }

        return value;
    }

    /// <summary>Reads a number. Digits that a <see cref="double"/> cannot hold are kept as an original value.</summary>
    /// <returns>The number, always finite; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public double ReadDouble()
    {
        if (!TryTake(JsonTokenType.Number, "a number"))
        {
            return 0;
        }

        if (!_reader.TryGetDouble(out double value) || !double.IsFinite(value))
        {
            Fail("Expected a number that a double can hold, found a larger one.");
            return 0;
        }

        // A double holds any 15 digits; only an exponent can then still take it out of its range.
        const int safeDigits = 15;
        ReadOnlySpan<byte> text = _reader.ValueSpan;
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
        if (!TryTake(JsonTokenType.Number, "a number"))
        {
            return 0;
        }

        if (!_reader.TryGetDecimal(out decimal value))
        {
            Fail("Expected a number that a decimal can hold, found a larger one.");
            return 0;
        }

        const int safeDigits = 28;
        ReadOnlySpan<byte> text = _reader.ValueSpan;
        if (text.Length > safeDigits || text.IndexOfAny((byte)'e', (byte)'E') >= 0)
        {
            Span<byte> written = stackalloc byte[NumberBuffer];
            _isInexact |= !value.TryFormat(written, out int length, default, CultureInfo.InvariantCulture)
                || !JsonNumber.AreEqual(text, written[..length]);
        }

        return value;
    }

    private long ReadInteger(long min, long max)
    {
        if (!TryTake(JsonTokenType.Number, "an integer"))
        {
            return 0;
        }

        if (_reader.TryGetInt64(out long value) && value >= min && value <= max)
        {
            return value;
        }

        if (JsonNumber.TryGetInteger(_reader.ValueSpan, out Int128 integer) && integer >= min && integer <= max)
        {
            return (long)integer;
        }

        Fail(string.Create(CultureInfo.InvariantCulture, $"Expected an integer from {min} to {max}, found another number."));
        return 0;
    }
}
