using System.Globalization;
using System.Numerics;

namespace TypedWebhooks.Tests.Oracle;

/// <summary>Numbers without a fraction, however they are written.</summary>
internal static class WholeNumber
{
    public static bool TryParse(string text, out BigInteger value)
    {
        value = 0;
        int mark = text.IndexOfAny(['e', 'E']);
        string mantissa = mark < 0 ? text : text[..mark];
        BigInteger exponent = mark < 0 ? 0 : BigInteger.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        int point = mantissa.IndexOf('.', System.StringComparison.Ordinal);
        BigInteger digits = BigInteger.Parse(mantissa.Replace(".", "", System.StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        if (digits.IsZero)
        {
            return true;
        }

        while (exponent < 0 && digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        if (exponent < 0 || exponent > 40)
        {
            return false;
        }

        value = digits * BigInteger.Pow(10, (int)exponent);
        return true;
    }
}
