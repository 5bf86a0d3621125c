using System;
using System.Buffers;

namespace TypedWebhooks.Json;

/// <summary>
/// A JSON number as its exact value: ± digits × 10^exponent, the digits (in a buffer of the caller) without zeros at
/// either end; zero has no digits, no sign and the exponent 0. So <c>1.0</c>, <c>1</c> and <c>10e-1</c> are the same.
/// </summary>
internal readonly record struct JsonNumber(bool IsNegative, int DigitCount, long Exponent)
{
    /// <summary>More digits of an exponent than these could not be added up in 64 bits.</summary>
    private const int MaxExponentDigits = 17;

    /// <summary>Brings a number, of which a JSON reader has seen that it is one, to its normal form.</summary>
    /// <param name="text">The number.</param>
    /// <param name="digits">Receives the ASCII digits; at least as long as <paramref name="text"/>.</param>
    /// <param name="number">The normal form.</param>
    /// <returns><see langword="false"/> when the exponent is beyond all measure.</returns>
    public static bool TryNormalize(ReadOnlySpan<byte> text, Span<byte> digits, out JsonNumber number)
    {
        number = default;
        bool negative = text[0] == '-';
        int exponentMark = text.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = exponentMark < 0 ? text : text[..exponentMark];

        int count = 0;
        long exponent = 0;
        bool inFraction = false;
        foreach (byte b in mantissa[(negative ? 1 : 0)..])
        {
            if (b == '.')
            {
                inFraction = true;
                continue;
            }

            exponent -= inFraction ? 1 : 0;
            if (count > 0 || b != '0')
            {
                digits[count++] = b;
            }
        }

        for (; count > 0 && digits[count - 1] == '0'; count--)
        {
            exponent++;
        }

        if (count == 0)
        {
            return true;
        }

        if (exponentMark >= 0)
        {
            if (!TryReadExponent(text[(exponentMark + 1)..], out long written))
            {
                return false;
            }

            exponent += written;
        }

        number = new JsonNumber(negative, count, exponent);
        return true;
    }

    /// <summary>Writes a number in plain digits, the same however it was written: <c>2</c> for <c>2.0</c> and <c>20e-1</c>.</summary>
    /// <param name="text">The number.</param>
    /// <param name="plain">Receives the digits.</param>
    /// <param name="written">How many bytes they take.</param>
    /// <returns><see langword="false"/> when there is not that much room, or the number is longer than the name of any event.</returns>
    public static bool TryFormatPlain(ReadOnlySpan<byte> text, Span<byte> plain, out int written)
    {
        const int mostZeros = 30;
        written = 0;
        byte[] digits = ArrayPool<byte>.Shared.Rent(text.Length);
        bool fits = TryNormalize(text, digits, out JsonNumber number)
            && number.Exponent is >= -mostZeros and <= mostZeros
            && number.DigitCount + mostZeros + 3 <= plain.Length;
        if (fits)
        {
            if (number.IsNegative && number.DigitCount > 0)
            {
                plain[written++] = (byte)'-';
            }

            // From the place of the highest digit, or of the one before the point, down to that of the lowest.
            for (long place = Math.Max(number.DigitCount + number.Exponent, 1) - 1; place >= Math.Min(number.Exponent, 0); place--)
            {
                if (place == -1)
                {
                    plain[written++] = (byte)'.';
                }

                long index = number.DigitCount + number.Exponent - 1 - place;
                plain[written++] = index >= 0 && index < number.DigitCount ? digits[index] : (byte)'0';
            }
        }

        ArrayPool<byte>.Shared.Return(digits);
        return fits;
    }

    /// <summary>Tells whether two numbers have the same value, exactly.</summary>
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        byte[] leftDigits = ArrayPool<byte>.Shared.Rent(left.Length);
        byte[] rightDigits = ArrayPool<byte>.Shared.Rent(right.Length);
        bool equal = TryNormalize(left, leftDigits, out JsonNumber leftNumber)
            && TryNormalize(right, rightDigits, out JsonNumber rightNumber)
            && leftNumber == rightNumber
            && leftDigits.AsSpan(0, leftNumber.DigitCount).SequenceEqual(rightDigits.AsSpan(0, rightNumber.DigitCount));
        ArrayPool<byte>.Shared.Return(leftDigits);
        ArrayPool<byte>.Shared.Return(rightDigits);
        return equal;
    }

    /// <summary>Reads a number that is a whole one, however it is written: <c>100</c>, <c>100.0</c> and <c>1e2</c>.</summary>
    /// <param name="text">The number.</param>
    /// <param name="value">Its value.</param>
    /// <returns><see langword="false"/> when it has a fraction, or more than 20 digits.</returns>
    public static bool TryGetInteger(ReadOnlySpan<byte> text, out Int128 value)
    {
        const int maxDigits = 20; // those of UInt64.MaxValue
        value = 0;
        byte[] digits = ArrayPool<byte>.Shared.Rent(text.Length);
        bool isInteger = TryNormalize(text, digits, out JsonNumber number)
            && number.Exponent >= 0
            && number.DigitCount + number.Exponent <= maxDigits;
        if (isInteger)
        {
            for (int i = 0; i < number.DigitCount + number.Exponent; i++)
            {
                value = (value * 10) + (i < number.DigitCount ? digits[i] - '0' : 0);
            }

            value = number.IsNegative ? -value : value;
        }

        ArrayPool<byte>.Shared.Return(digits);
        return isInteger;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out long exponent)
    {
        exponent = 0;
        bool negative = text[0] == '-';
        ReadOnlySpan<byte> digits = text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        digits = digits.TrimStart((byte)'0');
        if (digits.Length > MaxExponentDigits)
        {
            return false;
        }

        foreach (byte b in digits)
        {
            exponent = (exponent * 10) + (b - '0');
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }
}
