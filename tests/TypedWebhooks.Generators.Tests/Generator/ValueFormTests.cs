using System;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.AsyncApi;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Integers that are written as strings, and points in time that are written as numbers: what they become, and that they are kept as they came.</summary>
public sealed class ValueFormTests
{
    private static readonly (string, string)[] s_text = [("Numbers", "Text")], s_seconds = [("Dates", "UnixSeconds")], s_milliseconds = [("Dates", "unixmilliseconds")];

    /// <summary>A member's schema, what the item says, its type, and its members as they come.</summary>
    public static TheoryData<string, string, string, string, string> Members => new()
    {
        { """{ "type": "string", "format": "int64" }""", "Numbers=Text", "long?", "\"9223372036854775807\"", "9223372036854775807" },
        { """{ "type": "string", "format": "int64" }""", "Numbers=Text", "long?", "\"-9223372036854775808\"", "-9223372036854775808" },
        { """{ "type": "string", "format": "int64" }""", "Numbers=Text", "long?", "\"007\"", "7" },
        { """{ "type": "string", "format": "int64" }""", "Numbers=Text", "long?", "\"1e3\"", "1000" },
        { """{ "type": "string", "format": "int64" }""", "Numbers=Text", "long?", "12", "12" },
        { """{ "type": "string", "format": "int64" }""", "Numbers=Text", "long?", "1.20e1", "12" },
        { """{ "type": "string", "format": "uint64" }""", "Numbers=Text", "ulong?", "\"18446744073709551615\"", "18446744073709551615" },
        { """{ "type": "string", "format": "int64" }""", "", "string?", "\"12\"", "12" },
        { """{ "type": "integer" }""", "Numbers=Text", "long?", "\"12\"", "12" },
        { """{ "type": "integer" }""", "Numbers=Plain", "long?", "12", "12" },
        { """{ "type": "integer", "minimum": 0, "maximum": 18446744073709551615 }""", "Numbers=Text", "ulong?", "\"18446744073709551615\"", "18446744073709551615" },
        { """{ "type": "integer", "format": "int32" }""", "Numbers=Text", "int?", "12", "12" },
        { """{ "type": "string", "format": "date-time" }""", "Dates=UnixSeconds", "global::System.DateTimeOffset?", "1700000000", "2023-11-14T22:13:20.0000000+00:00" },
        { """{ "type": "string", "format": "date-time" }""", "Dates=UnixSeconds", "global::System.DateTimeOffset?", "\"1700000000\"", "2023-11-14T22:13:20.0000000+00:00" },
        { """{ "type": "string", "format": "date-time" }""", "Dates=UnixSeconds", "global::System.DateTimeOffset?", "\"2023-11-14T23:13:20+01:00\"", "2023-11-14T23:13:20.0000000+01:00" },
        { """{ "type": "integer", "format": "date-time" }""", "Dates=UnixMilliseconds", "global::System.DateTimeOffset?", "1700000000123", "2023-11-14T22:13:20.1230000+00:00" },
        { """{ "type": "integer", "format": "date-time" }""", "", "long?", "1700000000123", "1700000000123" },
        { """{ "type": "integer", "format": "unix-time" }""", "", "global::System.DateTimeOffset?", "1700000000", "2023-11-14T22:13:20.0000000+00:00" },
        { """{ "type": "number", "format": "unixtime" }""", "", "global::System.DateTimeOffset?", "1700000000.125", "2023-11-14T22:13:20.1250000+00:00" },
        { """{ "type": "number", "format": "unixtime" }""", "", "global::System.DateTimeOffset?", "1700000000.1250", "2023-11-14T22:13:20.1250000+00:00" },
        { """{ "type": "number", "format": "unixtime" }""", "", "global::System.DateTimeOffset?", "1.7E9", "2023-11-14T22:13:20.0000000+00:00" },
        { """{ "type": "number", "format": "unixtime" }""", "", "global::System.DateTimeOffset?", "1700000000.00000001", "2023-11-14T22:13:20.0000000+00:00" },
        { """{ "type": "number", "format": "unixtime" }""", "", "global::System.DateTimeOffset?", "-0.5", "1969-12-31T23:59:59.5000000+00:00" },
        { """{ "type": "number", "format": "unixtime" }""", "", "global::System.DateTimeOffset?", "-0", "1970-01-01T00:00:00.0000000+00:00" },
        { """{ "type": "integer", "format": "epoch-seconds" }""", "", "global::System.DateTimeOffset?", "253402300799", "9999-12-31T23:59:59.0000000+00:00" },
        { """{ "type": "integer", "format": "epoch_millis" }""", "", "global::System.DateTimeOffset?", "1700000000123", "2023-11-14T22:13:20.1230000+00:00" },
        { """{ "type": "string", "format": "unix-timestamp-ms" }""", "", "global::System.DateTimeOffset?", "\"1700000000123\"", "2023-11-14T22:13:20.1230000+00:00" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void Member_IsReadAndWrittenAsItCame(string schema, string said, string type, string json, string value)
    {
        Generated generated = Run(schema, Said(said));
        Assert.Empty(generated.Printed);
        Assert.Contains($"public {type} M {{ get; init; }}", generated.TypeCode("Acme.MadeEvent"), StringComparison.Ordinal);
        string body = $$"""{"type":"made","m":{{json}},"list":[{{json}},{{json}}],"map":{"a":{{json}} } }""".Replace(" ", "");
        object e = Parse(generated.Load(), body);
        Assert.Equal("MadeEvent", e.GetType().Name);
        object m = e.GetType().GetProperty("M")!.GetValue(e)!;
        Assert.Equal(value, m is DateTimeOffset time ? time.ToString("O") : FormattableString.Invariant($"{m}"));
        Assert.Equal(body, JsonSerializer.Serialize(e, e.GetType()));
    }

    /// <summary>What has no value of the type fits the schema of no event; it is kept as a whole, with where it stands.</summary>
    [Theory]
    [InlineData("""{ "type": "string", "format": "int64" }""", "Numbers=Text", "\"9223372036854775808\"")]
    [InlineData("""{ "type": "string", "format": "int64" }""", "Numbers=Text", "\"1.5\"")]
    [InlineData("""{ "type": "string", "format": "int64" }""", "Numbers=Text", "\" 1\"")]
    [InlineData("""{ "type": "string", "format": "uint64" }""", "Numbers=Text", "\"-1\"")]
    [InlineData("""{ "type": "integer", "format": "unixtime" }""", "", "253402300800")]
    [InlineData("""{ "type": "integer", "format": "unixtime" }""", "", "1e400")]
    [InlineData("""{ "type": "integer", "format": "unixtime" }""", "", "\"soon\"")]
    [InlineData("""{ "type": "integer", "format": "unixtime" }""", "", "true")]
    public void WhatIsNone_MakesTheEventUnrecognized(string schema, string said, string json)
    {
        object e = Parse(Run(schema, Said(said)).Load(), $$"""{"type":"made","m":{{json}}}""");
        Assert.Equal("UnrecognizedAcmeEvent", e.GetType().Name);
        Assert.Equal("$.m", e.GetType().GetProperty("JsonPath")!.GetValue(e));
        Assert.Equal($$"""{"type":"made","m":{{json}}}""", JsonSerializer.Serialize(e, e.GetType()));
    }

    /// <summary>A value of one's own is written as the provider writes it.</summary>
    [Theory]
    [InlineData("""{ "type": "string", "format": "int64" }""", "Numbers=Text", "\"5\"", 7L, "\"7\"")]
    [InlineData("""{ "type": "integer" }""", "Numbers=Text", "5", 7L, "7")]
    public void ChangedNumber_IsWrittenInTheProvidersForm(string schema, string said, string json, object changed, string expected) => AssertWritten(schema, said, json, changed, expected);

    [Fact]
    public void ChangedTime_IsWrittenInTheProvidersForm()
    {
        DateTimeOffset time = new(2023, 11, 14, 23, 13, 20, 500, TimeSpan.FromHours(1));
        AssertWritten("""{ "type": "number", "format": "unixtime" }""", "", "1.7E9", time, "1700000000.5");
        AssertWritten("""{ "type": "integer", "format": "date-time" }""", "Dates=UnixMilliseconds", "\"5\"", time, "1700000000500");
        AssertWritten("""{ "type": "number", "format": "unixtime" }""", "", "1", DateTimeOffset.UnixEpoch.AddTicks(-1), "-0.0000001");
    }

    [Fact]
    public void Map_SaysItAsWell_AndTheItemComesFirst()
    {
        SchemaText map = AsyncApiTests.MapOf("""{ "numbers": "text", "dates": "unixSeconds" }""");
        string schema = Schema.Event("made", """ "m": { "type": "string", "format": "int64" }, "at": { "type": "string", "format": "date-time" } """);
        string code = GeneratorHarness.Run(GeneratorHarness.Acme(schema), map).TypeCode("Acme.MadeEvent");
        Assert.Contains("long? M", code, StringComparison.Ordinal);
        Assert.Contains("ReadUnixSeconds", code, StringComparison.Ordinal);
        code = GeneratorHarness.Run(GeneratorHarness.Acme(schema, ("Numbers", "Plain"), ("Dates", "Text")), map).TypeCode("Acme.MadeEvent");
        Assert.Contains("string? M", code, StringComparison.Ordinal);
        Assert.Contains("ReadDateTimeOffset", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Numbers", "Strings", "it is Text or Plain")]
    [InlineData("Dates", "Unix", "it is Text, UnixSeconds or UnixMilliseconds")]
    public void OtherMetadata_IsReported(string name, string value, string why) => Assert.Equal(
        [$"hooks.json(1,1): TWH2011: {name}=\"{value}\" of this WebhookSchema item is not valid: {why}"],
        GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Event("made"), (name, value))).Printed);

    [Theory]
    [InlineData("\"numbers\": \"strings\"", 14, "numbers is \"text\", where integers of 64 bits are strings, or \"plain\"")]
    [InlineData("\"dates\": \"unix\"", 12, "dates is \"text\", \"unixSeconds\" or \"unixMilliseconds\"")]
    public void OtherKey_IsReported(string key, int column, string why) => Assert.Equal(
        [FormattableString.Invariant($"hooks.map.json(1,{column}): TWH2012: {why}")],
        GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Event("made")), AsyncApiTests.MapOf($"{{ {key} }}")).Printed);

    /// <summary>The shorthand of catalogues has dates too.</summary>
    [Fact]
    public void Shorthand_HasItToo() => Assert.Contains("ReadUnixMilliseconds", GeneratorHarness.Run(GeneratorHarness.Acme(
        """[{ "eventType": "made", "payloadSchema": { "EventType": "string", "At": "date" } }]""",
        s_milliseconds)).TypeCode("Acme.MadeEvent"), StringComparison.Ordinal);

    /// <summary>What a schema says in several places of one value is one type.</summary>
    [Fact]
    public void Parts_AreMerged()
    {
        Generated generated = Run("""{ "allOf": [{ "type": "string" }, { "type": "string", "format": "int64" }] }""", s_text);
        Assert.Contains("long? M", generated.TypeCode("Acme.MadeEvent"), StringComparison.Ordinal);
        generated = Run("""{ "allOf": [{ "type": "integer" }, { "type": "integer", "format": "unixtime" }], "nullable": true }""", s_seconds);
        Assert.Contains("DateTimeOffset? M", generated.TypeCode("Acme.MadeEvent"), StringComparison.Ordinal);
        generated = Run("""{ "oneOf": [{ "type": "integer", "format": "unixtime" }, { "type": "string" }] }""", s_seconds);
        Assert.Contains("Union<global::System.DateTimeOffset, string>? M", generated.TypeCode("Acme.MadeEvent"), StringComparison.Ordinal);
        generated.AssertCompiles();
    }

    private static void AssertWritten(string schema, string said, string json, object changed, string expected)
    {
        object e = Parse(Run(schema, Said(said)).Load(), $$"""{"type":"made","m":{{json}}}""");
        e.GetType().GetProperty("M")!.SetValue(e, changed);
        Assert.Equal($$"""{"type":"made","m":{{expected}}}""", JsonSerializer.Serialize(e, e.GetType()));
    }

    private static Generated Run(string schema, (string, string)[] said) => GeneratorHarness.Run(GeneratorHarness.Acme(
        Schema.Event("made", $$""" "m": {{schema}}, "list": { "type": "array", "items": {{schema}} }, "map": { "type": "object", "additionalProperties": {{schema}} } """),
        said));

    private static (string, string)[] Said(string text) => text.Length == 0 ? [] : [(text.Split('=')[0], text.Split('=')[1])];

    private static object Parse(Assembly assembly, string body) => assembly.GetType("Consumer.Acme.AcmeEvent")!.GetMethod("Parse", [typeof(string)])!.Invoke(null, [body])!;
}
