using System;
using System.Globalization;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Values that stand alone, in a list or a map.</content>
public readonly partial struct WebhookWriter
{
    /// <summary>Writes a number.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The number.</param>
    /// <exception cref="JsonException">The number is not finite, which JSON has no way to write.</exception>
    public static void WriteValue(Utf8JsonWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (!double.IsFinite(value))
        {
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"JSON has no number {value}."));
        }

        writer.WriteNumberValue(value);
    }

    /// <summary>Writes a date as <c>2024-11-15</c>.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The date.</param>
    public static void WriteValue(Utf8JsonWriter writer, DateOnly value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[DateTimeFormatter.MaxLength];
        WriteUnescaped(writer, text, DateTimeFormatter.Format(value, text[1..]));
    }

    /// <summary>Writes a time of day as <c>08:30:00.123</c>, with as few digits as are needed.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The time.</param>
    public static void WriteValue(Utf8JsonWriter writer, TimeOnly value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[DateTimeFormatter.MaxLength];
        WriteUnescaped(writer, text, DateTimeFormatter.Format(value, text[1..]));
    }

    /// <summary>Writes a date and time as <c>2024-11-15T08:30:00.123Z</c>, with as few digits as are needed.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The point in time; an offset other than zero is written.</param>
    public static void WriteValue(Utf8JsonWriter writer, DateTimeOffset value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        WriteDate(writer, value, default);
    }

    /// <summary>Writes a value of a closed set of strings.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The text's index plus 1.</param>
    /// <param name="names">The set.</param>
    /// <exception cref="JsonException"><paramref name="value"/> is 0, or beyond the set: there is no text for it.</exception>
    public static void WriteEnumValue(Utf8JsonWriter writer, int value, Utf8Names names)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(names);
        writer.WriteStringValue(EnumText(value, names));
    }

    /// <summary>The text of a value of a closed set of strings.</summary>
    internal static JsonEncodedText EnumText(int value, Utf8Names names) => value switch
    {
        0 => throw new JsonException(
            "The enum value Unrecognized stands for a text that the schema does not list, and has none of its own. "
            + "Set a listed value, or leave the member as it was read."),
        _ when value < 0 || value > names.Count || names.IsGap(value - 1) => throw new JsonException(
            string.Create(CultureInfo.InvariantCulture, $"The enum has no value {value}.")),
        _ => names.Encoded(value - 1),
    };

    private static void WriteDate(Utf8JsonWriter writer, DateTimeOffset value, DateTimeForm form)
    {
        Span<byte> text = stackalloc byte[DateTimeFormatter.MaxLength];
        WriteUnescaped(writer, text, DateTimeFormatter.Format(value, form, text[1..]));
    }

    /// <summary>Writes a text of harmless characters. The writer's own encoder would turn the <c>+</c> of an offset into an escape.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="text">Has the text from index 1 on, and room behind it.</param>
    /// <param name="length">The length of the text.</param>
    private static void WriteUnescaped(Utf8JsonWriter writer, Span<byte> text, int length)
    {
        text[0] = (byte)'"';
        text[length + 1] = (byte)'"';
        writer.WriteRawValue(text[..(length + 2)], skipInputValidation: true);
    }
}
