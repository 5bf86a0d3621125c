using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Dates and times.</content>
public ref partial struct WebhookReader
{
    /// <summary>
    /// Reads a date and time as RFC 3339 writes it, and more leniently; one without an offset is in UTC, never in the
    /// zone of the machine. How it was written goes to the object's format, or to its original values.
    /// </summary>
    /// <param name="members">The object of which this is a member.</param>
    /// <param name="format">The member's slot in the format; there are 8, the spelling of others is kept as an original value.</param>
    /// <returns>The point in time with the offset that was written; the default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public DateTimeOffset ReadDateTimeOffset(ref ObjectReader members, int format)
    {
        if ((uint)format >= WireFormat.DateSlots)
        {
            return ReadDateTimeOffset();
        }

        if (TryReadDateTime(out DateTimeOffset value, out DateTimeForm form))
        {
            members.Format = members.Format.WithDate(format, form);
            _isInexact |= !form.IsKnown;
        }

        return value;
    }

    /// <summary>
    /// Reads a date and time as RFC 3339 writes it, and more leniently; one without an offset is in UTC, never in the
    /// zone of the machine. Where it would be written in another way, its text is kept as an original value.
    /// </summary>
    /// <returns>The point in time with the offset that was written; the default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public DateTimeOffset ReadDateTimeOffset()
    {
        if (TryReadDateTime(out DateTimeOffset value, out DateTimeForm form))
        {
            _isInexact |= !form.IsUsualFor(value);
        }

        return value;
    }

    /// <summary>Reads a date: a string as <c>2024-11-15</c>.</summary>
    /// <returns>The date; the default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public DateOnly ReadDateOnly()
    {
        const string description = "a string that is a date";
        if (!TryTakeDecoded(description, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (!DateTimeText.TryParse(text, out DateOnly value))
        {
            Fail(description, "another string");
        }

        return value;
    }

    /// <summary>
    /// Reads a time of day: a string as <c>08:30:00.123</c>. An offset behind it has no place in the value; the text is
    /// then kept as an original value.
    /// </summary>
    /// <returns>The time; the default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public TimeOnly ReadTimeOnly()
    {
        const string description = "a string that is a time";
        if (!TryTakeDecoded(description, out ReadOnlySpan<byte> text))
        {
            return default;
        }

        if (!DateTimeText.TryParse(text, out TimeOnly value))
        {
            Fail(description, "another string");
            return default;
        }

        Span<byte> written = stackalloc byte[DateTimeFormatter.MaxLength];
        _isInexact |= !text.SequenceEqual(written[..DateTimeFormatter.Format(value, written)]);
        return value;
    }

    private bool TryReadDateTime(out DateTimeOffset value, out DateTimeForm form)
    {
        const string description = "a string that is a date and time";
        value = default;
        form = default;
        if (!Failed && _cursor.Peek() == '"' && _cursor.TryReadDateTime(out value, out form))
        {
            return true;
        }

        if (!TryTakeDecoded(description, out ReadOnlySpan<byte> text))
        {
            return false;
        }

        if (!DateTimeText.TryParse(text, out value, out form))
        {
            Fail(description, "another string");
            return false;
        }

        return true;
    }
}
