using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Generators.Json;

/// <summary>A number, kept as it is written: JSON sets no bound to it, so each reader asks for the type that it needs.</summary>
internal sealed class JsonNumber(TextSpan span, string rawText) : JsonNode(span)
{
    /// <summary>The number as it is written, such as <c>-1.50e+3</c>.</summary>
    public string RawText { get; } = rawText;

    /// <inheritdoc/>
    public override string Kind => "a number";

    /// <summary>
    /// The value as a 64-bit integer. To JSON Schema <c>1.0</c> and <c>1e2</c> are integers like any other,
    /// so what counts is the value and not how it is written.
    /// </summary>
    /// <returns><see langword="false"/> when the value has a fraction or is out of range.</returns>
    public bool TryGetInt64(out long value)
    {
        if (long.TryParse(RawText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        // Neither double nor decimal would do here: both round a long fraction away.
        (string digits, long exponent) = Normalize();
        if (digits.Length == 0)
        {
            value = 0;
            return true;
        }

        const int MostDigits = 19;
        if (exponent < 0 || exponent > MostDigits || digits.Length + exponent > MostDigits)
        {
            value = 0;
            return false;
        }

        string integer = (RawText[0] == '-' ? "-" : "") + digits + new string('0', (int)exponent);
        return long.TryParse(integer, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The value as a decimal, rounded to what a decimal can hold.</summary>
    /// <returns><see langword="false"/> when the value is out of range.</returns>
    public bool TryGetDecimal(out decimal value) =>
        decimal.TryParse(RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>The value as a double, rounded to what a double can hold.</summary>
    /// <returns><see langword="false"/> when the value is out of range; an infinity is never given.</returns>
    public bool TryGetDouble(out double value) =>
        double.TryParse(RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
        && !double.IsInfinity(value);

    /// <summary>The value in plain digits, the same however it is written: <c>2</c> for <c>2.0</c> and <c>20e-1</c>.</summary>
    /// <returns>The digits; null for a number that is longer than the name of any event.</returns>
    public string? ToPlainText()
    {
        const int MostZeros = 30;
        (string digits, long exponent) = Normalize();
        if (digits.Length == 0 || exponent is < -MostZeros or > MostZeros)
        {
            return digits.Length == 0 ? "0" : null;
        }

        string sign = RawText[0] == '-' ? "-" : "";
        if (exponent >= 0)
        {
            return sign + digits + new string('0', (int)exponent);
        }

        digits = digits.PadLeft(1 - (int)exponent, '0');
        return sign + digits.Insert(digits.Length + (int)exponent, ".");
    }

    // The value is ±digits × 10^exponent; digits neither begin nor end with a zero, and are empty for zero itself.
    private (string Digits, long Exponent) Normalize()
    {
        int exponentMark = RawText.IndexOfAny(['e', 'E']);
        string mantissa = exponentMark < 0 ? RawText : RawText.Substring(0, exponentMark);
        int point = mantissa.IndexOf('.');
        int fractionDigits = point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = mantissa.Replace(".", "").TrimStart('-', '0');
        string trimmed = digits.TrimEnd('0');

        long exponent = exponentMark < 0 ? 0 : ReadExponent(RawText.Substring(exponentMark + 1));
        return (trimmed, exponent - fractionDigits + (digits.Length - trimmed.Length));
    }

    // An exponent beyond all digits that fit into a text stands for "far out of range", with room left to add to it.
    private static long ReadExponent(string text)
    {
        const long Far = long.MaxValue / 4;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long exponent)
            ? exponent < -Far ? -Far : exponent > Far ? Far : exponent
            : text[0] == '-' ? -Far : Far;
    }
}
