using System;
using System.Buffers.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Integers that are strings, and points in time that are numbers.</content>
public readonly partial struct WebhookWriter
{
    /// <summary>Writes an integer as a string; as it came, if it came otherwise.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The number.</param>
    public void WriteInt64Text(int member, long value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadInt64Text()))
        {
            WriteName(member);
            WriteInt64Text(_writer, value);
        }
    }

    /// <summary>Writes an integer as a string; as it came, if it came otherwise.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The number.</param>
    public void WriteUInt64Text(int member, ulong value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadUInt64Text()))
        {
            WriteName(member);
            WriteUInt64Text(_writer, value);
        }
    }

    /// <summary>Writes a point in time as the number of seconds since 1970; as it came, if it came otherwise.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The point in time.</param>
    public void WriteUnixSeconds(int member, DateTimeOffset value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadUnixSeconds(), AreWrittenAlike))
        {
            WriteName(member);
            WriteUnixSeconds(_writer, value);
        }
    }

    /// <summary>Writes a point in time as the number of milliseconds since 1970; as it came, if it came otherwise.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The point in time.</param>
    public void WriteUnixMilliseconds(int member, DateTimeOffset value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadUnixMilliseconds(), AreWrittenAlike))
        {
            WriteName(member);
            WriteUnixMilliseconds(_writer, value);
        }
    }

    /// <summary>Writes an integer that stands alone as a string.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The number.</param>
    public static void WriteInt64Text(Utf8JsonWriter writer, long value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[UnixTimeText.MaxLength];
        Utf8Formatter.TryFormat(value, text, out int length);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>Writes an integer that stands alone as a string.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The number.</param>
    public static void WriteUInt64Text(Utf8JsonWriter writer, ulong value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[UnixTimeText.MaxLength];
        Utf8Formatter.TryFormat(value, text, out int length);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>Writes a point in time that stands alone as the number of seconds since 1970.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The point in time; its offset is not written.</param>
    public static void WriteUnixSeconds(Utf8JsonWriter writer, DateTimeOffset value) => WriteUnixTime(writer, value, TimeSpan.TicksPerSecond);

    /// <summary>Writes a point in time that stands alone as the number of milliseconds since 1970.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The point in time; its offset is not written.</param>
    public static void WriteUnixMilliseconds(Utf8JsonWriter writer, DateTimeOffset value) => WriteUnixTime(writer, value, TimeSpan.TicksPerMillisecond);

    private static void WriteUnixTime(Utf8JsonWriter writer, DateTimeOffset value, long unit)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[UnixTimeText.MaxLength];
        writer.WriteRawValue(text[..UnixTimeText.Format(value, unit, text)], skipInputValidation: true);
    }
}
