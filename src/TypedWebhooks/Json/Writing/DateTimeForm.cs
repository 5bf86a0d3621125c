using System;

namespace TypedWebhooks.Json;

/// <summary>How a text says which offset from UTC its time has.</summary>
internal enum OffsetForm
{
    /// <summary>A <c>Z</c>.</summary>
    Zulu,

    /// <summary>Not at all, which means UTC.</summary>
    Absent,

    /// <summary>As in <c>+02:00</c>.</summary>
    HoursAndMinutes,
}

/// <summary>
/// How a date-time was written, in one byte: the number of digits of the second's fraction, and how the offset was
/// said. The byte 0 stands for no form in particular, or for one that this byte cannot say.
/// </summary>
internal readonly record struct DateTimeForm(byte Code)
{
    private const byte Known = 0x80;
    private const int TicksDigits = 7;

    public DateTimeForm(int fractionDigits, OffsetForm offset)
        : this((byte)(Known | ((int)offset << 3) | fractionDigits))
    {
    }

    public bool IsKnown => (Code & Known) != 0;

    /// <summary>0 to 7; 0 means that there is no decimal point either.</summary>
    public int FractionDigits => Code & 7;

    public OffsetForm Offset => (OffsetForm)((Code >> 3) & 3);

    /// <summary>Whether <see cref="DateTimeFormatter"/> writes a value in this form also when it is told no form in particular.</summary>
    public bool IsUsualFor(DateTimeOffset value)
    {
        if (!IsKnown || (Offset != OffsetForm.Zulu && value.Offset == TimeSpan.Zero))
        {
            return false;
        }

        // A fraction that ends with a zero has more digits than are needed.
        long fraction = value.Ticks % TimeSpan.TicksPerSecond;
        for (int digits = FractionDigits; digits is > 0 and < TicksDigits; digits++)
        {
            fraction /= 10;
        }

        return FractionDigits == 0 || fraction % 10 != 0;
    }
}
