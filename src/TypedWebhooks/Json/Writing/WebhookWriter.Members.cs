using System;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Members of one value.</content>
public readonly partial struct WebhookWriter
{
    /// <summary>Writes a string.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The text.</param>
    /// <exception cref="JsonException">The text is <see langword="null"/>.</exception>
    public void WriteString(int member, string value) => _writer.WriteString(
        _names.Encoded(member),
        value ?? throw new JsonException($"The member '{_names[member]}' must not be null."));

    /// <summary>Writes a boolean.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public void WriteBoolean(int member, bool value) => _writer.WriteBoolean(_names.Encoded(member), value);

    /// <summary>Writes an integer.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The number.</param>
    public void WriteInt32(int member, int value) => _writer.WriteNumber(_names.Encoded(member), value);

    /// <summary>Writes an integer; as the string that it came as, if it did.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The number.</param>
    public void WriteInt64(int member, long value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadInt64FromStringOrNumber()))
        {
            _writer.WriteNumber(_names.Encoded(member), value);
        }
    }

    /// <summary>Writes an integer; as the string that it came as, if it did.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The number.</param>
    public void WriteUInt64(int member, ulong value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadUInt64FromStringOrNumber()))
        {
            _writer.WriteNumber(_names.Encoded(member), value);
        }
    }

    /// <summary>Writes a number; with all the digits that it came with.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="JsonException">The number is not finite, which JSON has no way to write.</exception>
    public void WriteDouble(int member, double value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadDouble()))
        {
            WriteName(member);
            WriteValue(_writer, value);
        }
    }

    /// <summary>Writes a decimal number; with all the digits that it came with.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The number.</param>
    public void WriteDecimal(int member, decimal value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadDecimal()))
        {
            _writer.WriteNumber(_names.Encoded(member), value);
        }
    }

    /// <summary>Writes a GUID; in the case in which it came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The GUID.</param>
    public void WriteGuid(int member, Guid value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadGuid()))
        {
            _writer.WriteString(_names.Encoded(member), value);
        }
    }

    /// <summary>Writes a date.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The date.</param>
    public void WriteDateOnly(int member, DateOnly value)
    {
        WriteName(member);
        WriteValue(_writer, value);
    }

    /// <summary>Writes a time of day; with the offset that it came with.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The time.</param>
    public void WriteTimeOnly(int member, TimeOnly value)
    {
        if (_originals is null || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadTimeOnly()))
        {
            WriteName(member);
            WriteValue(_writer, value);
        }
    }

    /// <summary>Writes a date and time; in the form in which it came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The point in time.</param>
    /// <param name="format">The member's slot in the format; -1 when it has none.</param>
    public void WriteDateTimeOffset(int member, DateTimeOffset value, int format = -1)
    {
        if (_originals is null
            || !TryWriteOriginal(member, value, static (ref reader) => reader.ReadDateTimeOffset(), AreWrittenAlike))
        {
            WriteName(member);
            WriteDate(_writer, value, _format.Date(format));
        }
    }

    /// <summary>Writes any JSON value as it was read.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public void WriteJson(int member, JsonElement value)
    {
        WriteName(member);
        WriteRaw(_writer, value);
    }

    /// <summary>Writes a value of a closed set of strings; one that the set does not have as the text that it came as.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The text's index plus 1; 0 for a text that is not in the set.</param>
    /// <param name="names">The set.</param>
    /// <exception cref="JsonException">
    /// <paramref name="value"/> is 0 and the member did not come with such a text, or it is beyond the set.
    /// </exception>
    public void WriteEnum(int member, int value, Utf8Names names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (TryGetOriginal(member, out JsonElement original) && original.ValueKind == JsonValueKind.String)
        {
            WebhookReader reader = new(Encoding.UTF8.GetBytes(original.GetRawText()));
            if ((reader.ReadEnum(names) == value && !reader.Failed) || IsWrittenAsItIs(member))
            {
                WriteName(member);
                WriteRaw(_writer, original);
                return;
            }
        }

        WriteName(member);
        WriteEnumValue(_writer, value, names);
    }
}
