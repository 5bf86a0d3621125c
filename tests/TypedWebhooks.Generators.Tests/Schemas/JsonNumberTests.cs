using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Json;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas;

public sealed class JsonNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-0.00e99999999999999999999", 0)]
    [InlineData("42", 42)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("1.0", 1)]
    [InlineData("1e2", 100)]
    [InlineData("-1.50E+3", -1500)]
    [InlineData("2500e-2", 25)]
    [InlineData("0.00000000000000000000000000000000001e35", 1)]
    [InlineData("922337203685477580700000e-5", long.MaxValue)]
    public void WholeNumber_IsAnInt64(string rawText, long value)
    {
        Assert.True(Number(rawText).TryGetInt64(out long actual));
        Assert.Equal(value, actual);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("25e-1")]
    [InlineData("0.99999999999999999999999999999999999999999999")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1e19")]
    [InlineData("1e-19")]
    [InlineData("1e9223372036854775807")]
    [InlineData("1e99999999999999999999999")]
    [InlineData("1e-99999999999999999999999")]
    public void FractionOrHugeNumber_IsNoInt64(string rawText) => Assert.False(Number(rawText).TryGetInt64(out _));

    [Theory]
    [InlineData("0.1", true, "0.1")]
    [InlineData("-1.50e+3", true, "-1500")]
    [InlineData("1e400", false, "0")]
    public void Decimal_IsExactWhereItFits(string rawText, bool fits, string value)
    {
        Assert.Equal(fits, Number(rawText).TryGetDecimal(out decimal actual));
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), actual);
    }

    [Theory]
    [InlineData("0.1", true)]
    [InlineData("1e308", true)]
    [InlineData("1e400", false)]
    [InlineData("-1e400", false)]
    public void Double_IsNeverAnInfinity(string rawText, bool fits) =>
        Assert.Equal(fits, Number(rawText).TryGetDouble(out _));

    private static JsonNumber Number(string rawText) => new(new TextSpan(0, rawText.Length), rawText);
}
