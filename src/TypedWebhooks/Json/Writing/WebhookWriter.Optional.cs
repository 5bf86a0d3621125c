using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Members that may be null. Generated code has one line for each, and what is to be done is done here.</content>
public readonly partial struct WebhookWriter
{
    /// <summary>Writes an object.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The object.</param>
    /// <exception cref="JsonException">The object is <see langword="null"/>.</exception>
    public void WriteObject(int member, WebhookObject value)
    {
        WriteName(member);
        (value ?? throw new JsonException($"The member '{_names[member]}' must not be null.")).WriteTo(_writer);
    }

    /// <summary>Writes an array of objects.</summary>
    /// <typeparam name="T">The record of each.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="items">The objects.</param>
    public void WriteObjects<T>(int member, EquatableList<T> items)
        where T : WebhookObject => WriteList(member, items, static (writer, item) => item.WriteTo(writer));

    /// <summary>Writes an array of strings.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="items">The strings.</param>
    public void WriteStrings(int member, EquatableList<string> items) => WriteList(member, items, static (writer, item) => writer.WriteStringValue(item));

    /// <summary>Writes a string; of one that is not there nothing, or <c>null</c> if that came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="nullSlot">The member's bit in the format; -1 when it has none.</param>
    public void WriteOptionalString(int member, string? value, int nullSlot = -1)
    {
        if (value is { } present)
        {
            WriteString(member, present);
        }
        else if (nullSlot >= 0)
        {
            WriteNullOrAbsent(member, nullSlot);
        }
    }

    /// <summary>Writes a string, or <c>null</c>.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public void WriteNullableString(int member, string? value)
    {
        if (value is { } present)
        {
            WriteString(member, present);
        }
        else
        {
            WriteNull(member);
        }
    }

    /// <summary>Writes an object; of one that is not there nothing, or <c>null</c> if that came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="nullSlot">The member's bit in the format; -1 when it has none.</param>
    public void WriteOptionalObject(int member, WebhookObject? value, int nullSlot = -1)
    {
        if (value is { } present)
        {
            WriteObject(member, present);
        }
        else if (nullSlot >= 0)
        {
            WriteNullOrAbsent(member, nullSlot);
        }
    }

    /// <summary>Writes an object, or <c>null</c>.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public void WriteNullableObject(int member, WebhookObject? value)
    {
        if (value is { } present)
        {
            WriteObject(member, present);
        }
        else
        {
            WriteNull(member);
        }
    }

    /// <summary>Writes a boolean; of one that is not there nothing, or <c>null</c> if that came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="nullSlot">The member's bit in the format; -1 when it has none.</param>
    public void WriteOptionalBoolean(int member, bool? value, int nullSlot = -1)
    {
        if (value is { } present)
        {
            WriteBoolean(member, present);
        }
        else if (nullSlot >= 0)
        {
            WriteNullOrAbsent(member, nullSlot);
        }
    }

    /// <summary>Writes a boolean, or <c>null</c>.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public void WriteNullableBoolean(int member, bool? value)
    {
        if (value is { } present)
        {
            WriteBoolean(member, present);
        }
        else
        {
            WriteNull(member);
        }
    }

    /// <summary>Writes an integer; of one that is not there nothing, or <c>null</c> if that came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="nullSlot">The member's bit in the format; -1 when it has none.</param>
    public void WriteOptionalInt32(int member, int? value, int nullSlot = -1)
    {
        if (value is { } present)
        {
            WriteInt32(member, present);
        }
        else if (nullSlot >= 0)
        {
            WriteNullOrAbsent(member, nullSlot);
        }
    }

    /// <summary>Writes an integer, or <c>null</c>.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public void WriteNullableInt32(int member, int? value)
    {
        if (value is { } present)
        {
            WriteInt32(member, present);
        }
        else
        {
            WriteNull(member);
        }
    }

    /// <summary>Writes an integer; of one that is not there nothing, or <c>null</c> if that came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="nullSlot">The member's bit in the format; -1 when it has none.</param>
    public void WriteOptionalInt64(int member, long? value, int nullSlot = -1)
    {
        if (value is { } present)
        {
            WriteInt64(member, present);
        }
        else if (nullSlot >= 0)
        {
            WriteNullOrAbsent(member, nullSlot);
        }
    }

    /// <summary>Writes an integer, or <c>null</c>.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public void WriteNullableInt64(int member, long? value)
    {
        if (value is { } present)
        {
            WriteInt64(member, present);
        }
        else
        {
            WriteNull(member);
        }
    }

    /// <summary>Writes a number; of one that is not there nothing, or <c>null</c> if that came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="nullSlot">The member's bit in the format; -1 when it has none.</param>
    public void WriteOptionalDouble(int member, double? value, int nullSlot = -1)
    {
        if (value is { } present)
        {
            WriteDouble(member, present);
        }
        else if (nullSlot >= 0)
        {
            WriteNullOrAbsent(member, nullSlot);
        }
    }

    /// <summary>Writes a number, or <c>null</c>.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    public void WriteNullableDouble(int member, double? value)
    {
        if (value is { } present)
        {
            WriteDouble(member, present);
        }
        else
        {
            WriteNull(member);
        }
    }

    /// <summary>Writes a date and time; of one that is not there nothing, or <c>null</c> if that came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">The member's slot in the format; -1 when it has none.</param>
    /// <param name="nullSlot">The member's bit in the format; -1 when it has none.</param>
    public void WriteOptionalDateTimeOffset(int member, DateTimeOffset? value, int format, int nullSlot = -1)
    {
        if (value is { } present)
        {
            WriteDateTimeOffset(member, present, format);
        }
        else if (nullSlot >= 0)
        {
            WriteNullOrAbsent(member, nullSlot);
        }
    }

    /// <summary>Writes a date and time, or <c>null</c>.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="format">The member's slot in the format; -1 when it has none.</param>
    public void WriteNullableDateTimeOffset(int member, DateTimeOffset? value, int format)
    {
        if (value is { } present)
        {
            WriteDateTimeOffset(member, present, format);
        }
        else
        {
            WriteNull(member);
        }
    }

    /// <summary>Writes a value of a closed set of strings; of one that is not there nothing, or <c>null</c> if that came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The text's index plus 1; 0 for a text that is not in the set.</param>
    /// <param name="names">The set.</param>
    /// <param name="nullSlot">The member's bit in the format; -1 when it has none.</param>
    public void WriteOptionalEnum(int member, int? value, Utf8Names names, int nullSlot = -1)
    {
        if (value is { } present)
        {
            WriteEnum(member, present, names);
        }
        else if (nullSlot >= 0)
        {
            WriteNullOrAbsent(member, nullSlot);
        }
    }

    /// <summary>Writes a value of a closed set of strings, or <c>null</c>.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The text's index plus 1; 0 for a text that is not in the set.</param>
    /// <param name="names">The set.</param>
    public void WriteNullableEnum(int member, int? value, Utf8Names names)
    {
        if (value is { } present)
        {
            WriteEnum(member, present, names);
        }
        else
        {
            WriteNull(member);
        }
    }
}
