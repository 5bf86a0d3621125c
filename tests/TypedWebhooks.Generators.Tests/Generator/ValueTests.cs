using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>
/// Every kind of value in every position that a schema can put it in: read, looked at and written back by the compiled
/// result. Each kind is an event of its own.
/// </summary>
public sealed class ValueTests
{
    /// <param name="Schema">How a schema says it.</param>
    /// <param name="Type">What it is in C#.</param>
    /// <param name="One">A value of it.</param>
    /// <param name="Other">Another one.</param>
    /// <param name="Wrong">A value that it is not.</param>
    private sealed record Kind(string Schema, string Type, string One, string Other, string Wrong);

    private static readonly Dictionary<string, Kind> s_kinds = new()
    {
        ["text"] = new("""{"type":"string"}""", "String", "\"a b\"", "\"\"", "1"),
        ["flag"] = new("""{"type":"boolean"}""", "Boolean", "true", "false", "\"true\""),
        ["integer"] = new("""{"type":"integer"}""", "Int64", "9007199254740993", "-1", "1.5"),
        ["small"] = new("""{"type":"integer","minimum":0,"maximum":9}""", "Int32", "7", "0", "2147483648"),
        ["int32"] = new("""{"type":"integer","format":"int32"}""", "Int32", "-7", "0", "\"7\""),
        ["int64"] = new("""{"type":"integer","format":"int64"}""", "Int64", "5", "\"9223372036854775807\"", "\"x\""),
        ["uint64"] = new("""{"type":"integer","format":"uint64"}""", "UInt64", "18446744073709551615", "\"2\"", "-1"),
        ["number"] = new("""{"type":"number"}""", "Double", "0.1", "-2", "1e400"),
        ["decimal"] = new("""{"type":"number","format":"decimal"}""", "Decimal", "1.10", "79228162514264337593543950335", "true"),
        ["uuid"] = new("""{"type":"string","format":"uuid"}""", "Guid", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"", "\"0F8FAD5B-D9CB-469F-A165-70867728950E\"", "\"0f8fad5b\""),
        ["moment"] = new("""{"type":"string","format":"date-time"}""", "DateTimeOffset", "\"2024-11-15T00:00:00.000Z\"", "\"2024-11-15T08:00:00+02:00\"", "\"2024-13-15T00:00:00Z\""),
        ["day"] = new("""{"type":"string","format":"date"}""", "DateOnly", "\"2024-02-29\"", "\"0001-01-01\"", "\"2023-02-29\""),
        ["time"] = new("""{"type":"string","format":"time"}""", "TimeOnly", "\"23:59:58\"", "\"00:00:00.1\"", "\"24:61:00\""),
        ["choice"] = new("""{"enum":["red","dark-red"]}""", "Enum", "\"red\"", "\"dark-red\"", "1"),
        ["part"] = new("""{"$ref":"#/$defs/Part"}""", "Part", """{"id":1}""", """{"id":2,"more":[null]}""", "[]"),
        ["anything"] = new("true", "JsonElement", """{"a":[1,"x",null]}""", "1.50", ""),
    };

    private static readonly Lazy<EmittedEvents> s_events = new(static () => new("Acme", GeneratorHarness.Acme(Schema())));

    public static TheoryData<string> Kinds => [.. s_kinds.Keys];

    public static TheoryData<string> MistakableKinds => [.. s_kinds.Keys.Where(static name => s_kinds[name].Wrong.Length > 0)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryMemberPresent_RoundTripsAsTyped(string name)
    {
        Kind kind = s_kinds[name];
        string json = $$$"""
            {"type":"{{{name}}}","plain":{{{kind.One}}},"nullable":{{{kind.Other}}},"optional":{{{kind.One}}},"optionalNullable":{{{kind.Other}}},"list":[{{{kind.One}}},{{{kind.Other}}}],"map":{"x":{{{kind.One}}},"y z":{{{kind.Other}}}},"lists":[[{{{kind.One}}}],[],[{{{kind.Other}}},{{{kind.One}}}]],"maps":[{"x":[{{{kind.Other}}}]}],"nullableItems":[{{{kind.One}}},null,{{{kind.Other}}}],"nullableValues":{"x":null,"y":{{{kind.One}}}}}
            """;
        object e = s_events.Value.Parse(json);
        Assert.Equal(Pascal(name) + "Event", e.GetType().Name);
        Assert.Equal(json, s_events.Value.Write(e));
        Type plain = e.GetType().GetProperty("Plain")!.PropertyType;
        Assert.Equal(kind.Type, plain.IsEnum ? "Enum" : plain.Name);
        Assert.Equal(e, s_events.Value.Parse(json));
        Assert.Equal(e.GetHashCode(), s_events.Value.Parse(json).GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void OptionalMembersAbsentOrNull_RoundTripAsTheyCame(string name)
    {
        Kind kind = s_kinds[name];
        const string rest = "\"list\":[],\"map\":{},\"lists\":[],\"maps\":[],\"nullableItems\":[],\"nullableValues\":{}}";
        foreach (string json in (string[])[
            $$"""{"type":"{{name}}","plain":{{kind.One}},"nullable":null,{{rest}}""",
            $$"""{"type":"{{name}}","plain":{{kind.One}},"nullable":null,"optionalNullable":null,{{rest}}"""])
        {
            dynamic e = s_events.Value.Parse(json);
            Assert.Equal(Pascal(name) + "Event", e.GetType().Name);
            Assert.True(name == "anything" || e.Nullable is null);
            Assert.Null(e.Optional);
            Assert.Equal(json, s_events.Value.Write(e));
        }
    }

    [Theory]
    [MemberData(nameof(MistakableKinds))]
    public void WrongValue_IsUnrecognizedWithItsPath(string name)
    {
        Kind kind = s_kinds[name];
        (string Member, string Value, string Path)[] mistakes =
        [
            ("plain", kind.Wrong, "$.plain"),
            ("plain", "null", "$.plain"),
            ("nullable", kind.Wrong, "$.nullable"),
            ("optional", kind.Wrong, "$.optional"),
            ("optional", "null", "$.optional"),
            ("optionalNullable", kind.Wrong, "$.optionalNullable"),
            ("list", $"[{kind.One},{kind.Wrong}]", "$.list[1]"),
            ("list", "[null]", "$.list[0]"),
            ("list", "{}", "$.list"),
            ("map", $$"""{"x":{{kind.One}},"y z":{{kind.Wrong}}}""", "$.map['y z']"),
            ("lists", $"[[],[{kind.One},{kind.Wrong}]]", "$.lists[1][1]"),
            ("maps", $$"""[{"x":[{{kind.Wrong}}]}]""", "$.maps[0].x[0]"),
            ("nullableItems", $"[null,{kind.Wrong}]", "$.nullableItems[1]"),
            ("nullableValues", $$"""{"x":{{kind.Wrong}}}""", "$.nullableValues.x"),
        ];
        foreach ((string member, string value, string path) in mistakes)
        {
            Dictionary<string, string> members = new()
            {
                ["plain"] = kind.One, ["nullable"] = kind.One, ["list"] = "[]", ["map"] = "{}", ["lists"] = "[]", ["maps"] = "[]", ["nullableItems"] = "[]", ["nullableValues"] = "{}",
                [member] = value,
            };
            string json = $$"""{"type":"{{name}}",{{string.Join(",", members.Select(static m => $"\"{m.Key}\":{m.Value}"))}}}""";
            dynamic e = s_events.Value.Parse(json);
            Assert.Equal("UnrecognizedAcmeEvent", e.GetType().Name);
            Assert.Equal(UnrecognizedReason.SchemaMismatch, e.Reason);
            Assert.Equal(path, e.JsonPath);
            Assert.Equal(json, s_events.Value.Write(e));
        }
    }

    [Fact]
    public void MissingRequiredMember_IsUnrecognizedWithItsPath()
    {
        dynamic e = s_events.Value.Parse("""{"type":"part","plain":{}}""");
        Assert.Equal("$.plain.id", e.JsonPath);
        dynamic f = s_events.Value.Parse("""{"type":"text"}""");
        Assert.Equal("$.plain", f.JsonPath);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("2024-07-01T12:00:00")]
    [InlineData("2024-07-01T12:00:00.5")]
    public void MissingOffset_IsUtcAndWrittenAsItCame(string text)
    {
        string json = $$"""{"type":"plain_moment","plain":"{{text}}"}""";
        dynamic e = s_events.Value.Parse(json);
        Assert.Equal(TimeSpan.Zero, e.Plain.Offset);
        Assert.Equal(DateTimeOffset.Parse(text + "Z", System.Globalization.CultureInfo.InvariantCulture), e.Plain);
        Assert.Equal(json, s_events.Value.Write(e));
    }

    [Fact]
    public void UnlistedEnumValue_IsUnrecognizedAndKept()
    {
        string json = """{"type":"plain_choice","plain":"mauve"}""";
        dynamic e = s_events.Value.Parse(json);
        Assert.Equal("Unrecognized", e.Plain.ToString());
        Assert.Equal("mauve", ((JsonElement)e.OriginalValues["plain"]).GetString());
        Assert.Equal(json, s_events.Value.Write(e));
    }

    [Fact]
    public void EnumMembers_AreTheListedValuesFromOne() => Assert.Equal(
        ["Unrecognized=0", "Red=1", "DarkRed=2"],
        Enum.GetNames(s_events.Value.Type("PlainChoicePlain")).Zip(Enum.GetValues(s_events.Value.Type("PlainChoicePlain")).Cast<int>(), static (name, value) => $"{name}={value}"));

    private static string Schema()
    {
        IEnumerable<string> branches = s_kinds.Select(static kind =>
        {
            string one = kind.Value.Schema;
            return Branch(kind.Key, $"""
                "plain": {one},
                "nullable": {Or(one, Null)},
                "optional": {one},
                "optionalNullable": {Or(Null, one)},
                "list": {List(one)},
                "map": {Map(one)},
                "lists": {List(List(one))},
                "maps": {List(Map(List(one)))},
                "nullableItems": {List(Or(Null, one))},
                "nullableValues": {Map(Or(one, Null))}
                """, "plain", "nullable", "list", "map", "lists", "maps", "nullableItems", "nullableValues");
        });
        branches = branches
            .Append(Branch("plain_moment", "\"plain\": " + s_kinds["moment"].Schema, "plain"))
            .Append(Branch("plain_choice", "\"plain\": " + s_kinds["choice"].Schema, "plain"));
        return $$"""
            {
              "$defs": { "Part": { "type": "object", "properties": { "id": { "type": "integer" } }, "required": ["id"] } },
              "oneOf": [ {{string.Join(",\n", branches)}} ]
            }
            """;
    }

    private const string Null = """{"type":"null"}""";

    private static string Or(string left, string right) => $$"""{"anyOf":[{{left}},{{right}}]}""";

    private static string List(string item) => $$"""{"type":"array","items":{{item}} }""";

    private static string Map(string value) => $$"""{"type":"object","additionalProperties":{{value}} }""";

    private static string Branch(string name, string members, params string[] required) => $$"""
        {
          "type": "object",
          "properties": { "type": { "const": "{{name}}" }, {{members}} },
          "required": ["type", {{string.Join(", ", required.Select(static r => $"\"{r}\""))}}]
        }
        """;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
