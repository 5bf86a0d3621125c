using System;
using System.Buffers.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Integers that are strings, and points in time that are numbers.</content>
public ref partial struct WebhookReader
{
    /// <summary>
    /// Reads an integer of 64 bits that is written as a string, as protobuf's JSON does; where it is a number after all, or is spelled
    /// otherwise, it is kept as an original value.
    /// </summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public long ReadInt64Text()
    {
        if (!Failed && _cursor.Peek() != '"')
        {
            _isInexact = true;
            return ReadInt64();
        }

        return (long)ReadIntegerText(long.MinValue, long.MaxValue, "a string that is an integer of 64 bits");
    }

    /// <summary>The same for an integer of 64 bits without sign.</summary>
    /// <returns>The number; 0 when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public ulong ReadUInt64Text()
    {
        if (!Failed && _cursor.Peek() != '"')
        {
            _isInexact = true;
            return ReadUInt64();
        }

        return (ulong)ReadIntegerText(ulong.MinValue, ulong.MaxValue, "a string that is an integer of 64 bits without sign");
    }

    /// <summary>
    /// Reads a point in time that is written as the number of seconds since 1970. A string of such a number, or of a date and time, and
    /// what has more digits than are needed or than the value can hold, is kept as an original value.
    /// </summary>
    /// <returns>The point in time, in UTC where nothing else is written; the default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public DateTimeOffset ReadUnixSeconds() => ReadUnixTime(TimeSpan.TicksPerSecond, "a number that is the time in seconds since 1970");

    /// <summary>The same in milliseconds.</summary>
    /// <returns>The point in time, in UTC where nothing else is written; the default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public DateTimeOffset ReadUnixMilliseconds() => ReadUnixTime(TimeSpan.TicksPerMillisecond, "a number that is the time in milliseconds since 1970");

    private Int128 ReadIntegerText(Int128 least, Int128 most, string description)
    {
        if (!TryTakeDecoded(description, out ReadOnlySpan<byte> text))
        {
            return 0;
        }

        if (!TryGetInteger(text, least, most, out Int128 value))
        {
            Fail(description, "another string");
            return 0;
        }

        Span<byte> usual = stackalloc byte[NumberBuffer];
        int length;
        _ = value < 0 ? Utf8Formatter.TryFormat((long)value, usual, out length) : Utf8Formatter.TryFormat((ulong)value, usual, out length);
        _isInexact |= !text.SequenceEqual(usual[..length]);
        return value;
    }

    private DateTimeOffset ReadUnixTime(long unit, string description)
    {
        ReadOnlySpan<byte> text;
        if (!Failed && _cursor.Peek() == '"')
        {
            _isInexact = true;
            if (!TryTakeDecoded(description, out text))
            {
                return default;
            }

            if (!UnixTimeText.IsNumber(text))
            {
                if (!DateTimeText.TryParse(text, out DateTimeOffset written, out _))
                {
                    Fail(description, "another string");
                }

                return written;
            }
        }
        else if (TryFindNumber(description))
        {
            text = _cursor.ReadNumber();
        }
        else
        {
            return default;
        }

        if (!UnixTimeText.TryParse(text, unit, out DateTimeOffset value))
        {
            Fail(description, "another number");
            return default;
        }

        Span<byte> usual = stackalloc byte[UnixTimeText.MaxLength];
        _isInexact |= !text.SequenceEqual(usual[..UnixTimeText.Format(value, unit, usual)]);
        return value;
    }

    private static bool TryGetInteger(ReadOnlySpan<byte> text, Int128 least, Int128 most, out Int128 value)
    {
        if (Utf8Parser.TryParse(text, out long small, out int read) && read == text.Length)
        {
            value = small;
            return value >= least;
        }

        value = default;
        return text.Length <= NumberBuffer && UnixTimeText.IsNumber(text) && JsonNumber.TryGetInteger(text, out value) && value >= least && value <= most;
    }
}
