using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Shapes;

/// <summary>The type of a number takes every number that the schema lets through by its bounds.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("", "long")]
    [InlineData(", \"minimum\": 0", "long")]
    [InlineData(", \"minimum\": -2147483648, \"maximum\": 2147483647", "int")]
    [InlineData(", \"minimum\": -2147483648, \"maximum\": 2147483648", "long")]
    [InlineData(", \"minimum\": 0, \"exclusiveMaximum\": 2147483648", "int")]
    [InlineData(", \"exclusiveMinimum\": -2147483649, \"maximum\": 0", "int")]
    [InlineData(", \"minimum\": 0, \"maximum\": 2147483648, \"exclusiveMaximum\": true", "int")]
    [InlineData(", \"minimum\": 0, \"maximum\": 2147483648, \"exclusiveMaximum\": false", "long")]
    [InlineData(", \"minimum\": -0.5, \"maximum\": 2147483647.5", "int")]
    [InlineData(", \"minimum\": 0, \"maximum\": 4294967295", "long")]
    [InlineData(", \"minimum\": 0, \"maximum\": 9223372036854775807", "long")]
    [InlineData(", \"minimum\": 0, \"exclusiveMaximum\": 9223372036854775808", "long")]
    [InlineData(", \"minimum\": 0, \"maximum\": 9223372036854775808", "ulong")]
    [InlineData(", \"minimum\": 0, \"maximum\": 18446744073709551615", "ulong")]
    [InlineData(", \"minimum\": 0, \"maximum\": 1.8446744073709551615e19", "ulong")]
    [InlineData(", \"exclusiveMinimum\": -1, \"exclusiveMaximum\": 18446744073709551616", "ulong")]
    [InlineData(", \"maximum\": 18446744073709551615", "decimal")]
    [InlineData(", \"minimum\": 0, \"maximum\": 18446744073709551616", "decimal")]
    [InlineData(", \"minimum\": -9223372036854775808", "long")]
    [InlineData(", \"minimum\": -9223372036854775809", "decimal")]
    [InlineData(", \"minimum\": 9223372036854775808", "decimal")]
    [InlineData(", \"minimum\": 0, \"maximum\": 115792089237316195423570985008687907853269984665640564039457584007913129639935", "double")]
    [InlineData(", \"minimum\": -1e400", "double")]
    [InlineData(", \"minimum\": 0, \"maximum\": \"18446744073709551615\"", "long")]
    public void Integer_IsTheTypeOfItsBounds(string bounds, string expected) =>
        Assert.Equal(expected, EmittedMember.TypeOf($$"""{ "type": "integer"{{bounds}} }"""));

    [Theory]
    [InlineData("[1, 2]", "long")]
    [InlineData("[1, 18446744073709551615]", "ulong")]
    [InlineData("[-1, 18446744073709551615]", "decimal")]
    [InlineData("[1, 1.5]", "double")]
    [InlineData("[1e30]", "double")]
    public void Constants_AreTheTypeOfThemAll(string values, string expected) => Assert.Equal(expected, EmittedMember.TypeOf($$"""{ "enum": {{values}} }"""));

    [Theory]
    [InlineData("""{ "type": "integer", "minimum": 0, "maximum": 9 }""", """{ "type": "integer" }""", "long", "int")]
    [InlineData("""{ "type": "integer", "minimum": 0, "maximum": 18446744073709551615 }""", """{ "type": "integer" }""", "decimal", "ulong")]
    [InlineData("""{ "type": "integer", "minimum": 0, "maximum": 18446744073709551615 }""", """{ "type": "number" }""", "double", "ulong")]
    [InlineData("""{ "type": "integer", "maximum": 18446744073709551615 }""", """{ "type": "integer" }""", "decimal", "decimal")]
    [InlineData("""{ "type": "integer", "format": "int64" }""", """{ "type": "integer" }""", "long", "long")]
    [InlineData("""{ "type": "integer", "format": "int64" }""", """{ "type": "number" }""", "Union<long, double>", "long")]
    [InlineData("""{ "type": "integer" }""", """{ "type": "number" }""", "double", "long")]
    public void TwoNumbers_AreTheWiderOneAsEitherAndTheNarrowerOneAsBoth(string one, string other, string either, string both)
    {
        Assert.Equal(either, EmittedMember.TypeOf($$"""{ "anyOf": [{{one}}, {{other}}] }"""));
        Assert.Equal(both, EmittedMember.TypeOf($$"""{ "allOf": [{{one}}, {{other}}] }"""));
    }

    [Theory]
    [InlineData(", \"maximum\": 18446744073709551615", "18446744073709551615")]
    [InlineData(", \"maximum\": 18446744073709551615", "-9223372036854775808")]
    [InlineData(", \"minimum\": 0, \"maximum\": 18446744073709551615", "18446744073709551615")]
    [InlineData(", \"minimum\": 0, \"maximum\": 115792089237316195423570985008687907853269984665640564039457584007913129639935", "115792089237316195423570985008687907853269984665640564039457584007913129639935")]
    public void NumberWithinItsBounds_IsReadAndWrittenBack(string bounds, string number)
    {
        EmittedEvents acme = new("Acme", EmittedMember.Run($$"""{ "type": "integer"{{bounds}} }"""));
        string json = $$"""{"type":"ping","m":{{number}}}""";
        Assert.Equal("PingEvent", acme.Parse(json).GetType().Name);
        Assert.Equal(json, acme.RoundTrip(json));
    }
}
