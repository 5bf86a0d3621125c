using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>
/// For each difference between two versions: what is copied, and what is a method of the user's, on the type that it is in. The compiler says
/// whether what is copied can be.
/// </summary>
public sealed class IncompatibleTypeTests
{
    private const string Text = """{ "type": "string" }""";
    private const string Integer = """{ "type": "integer" }""";
    private const string Small = """{ "type": "integer", "format": "int32" }""";
    private const string Number = """{ "type": "number" }""";
    private const string Money = """{ "type": "number", "format": "decimal" }""";
    private const string Flag = """{ "type": "boolean" }""";
    private const string Id = """{ "type": "string", "format": "uuid" }""";
    private const string Time = """{ "type": "string", "format": "date-time" }""";
    private const string Date = """{ "type": "string", "format": "date" }""";
    private const string Any = "{}";
    private const string OrNull = """{ "type": ["string", "null"] }""";
    private const string Ab = """{ "enum": ["a", "b"] }""";
    private const string Abc = """{ "enum": ["c", "b", "a"] }""";
    private const string Part = """{ "type": "object", "properties": { "x": { "type": "string" } } }""";
    private const string PartWithMore = """{ "type": "object", "properties": { "x": { "type": "string" }, "y": { "type": "string" } } }""";
    private const string PartWithRequired = """{ "type": "object", "properties": { "x": { "type": "string" }, "y": { "type": "string" } }, "required": ["y"] }""";
    private const string Map = """{ "type": "object", "additionalProperties": { "type": "string" } }""";

    private static string List(string item) => $$"""{ "type": "array", "items": {{item}} }""";

    private static string MapOf(string item) => $$"""{ "type": "object", "additionalProperties": {{item}} }""";

    public static TheoryData<string, string, string> Members => new()
    {
        { Text, Text, "" },
        { Small, Integer, "" },
        { Small, Number, "" },
        { Integer, Number, "" },
        { Integer, Money, "" },
        { Integer, Small, "UpgradePingEvent: The member 'm' is of another type." },
        { Number, Integer, "UpgradePingEvent: The member 'm' is of another type." },
        { Number, Money, "UpgradePingEvent: The member 'm' is of another type." },
        { Money, Number, "UpgradePingEvent: The member 'm' is of another type." },
        { Integer, Text, "UpgradePingEvent: The member 'm' is of another type." },
        { Flag, Text, "UpgradePingEvent: The member 'm' is of another type." },
        { Text, Id, "UpgradePingEvent: The member 'm' is of another type." },
        { Id, Text, "UpgradePingEvent: The member 'm' is of another type." },
        { Date, Time, "UpgradePingEvent: The member 'm' is of another type." },
        { Text, Any, "UpgradePingEvent: The member 'm' is of another type." },
        { Any, Text, "UpgradePingEvent: The member 'm' is of another type." },
        { Any, Any, "" },
        { Text, OrNull, "" },
        { OrNull, Text, "" },
        { Text, Ab, "UpgradePingEvent: The member 'm' is of another type." },
        { Ab, Text, "UpgradePingEvent: The member 'm' is of another type." },
        { Ab, Abc, "" },
        { Abc, Ab, "UpgradePingM: The value 'c' is gone." },
        { Part, PartWithMore, "" },
        { PartWithMore, Part, "UpgradePingM: The member 'y' is gone." },
        { Part, PartWithRequired, "UpgradePingM: The member 'y' is required and new." },
        { PartWithMore, PartWithRequired, "UpgradePingM: The member 'y' has to have a value, and may have had none." },
        { PartWithRequired, PartWithMore, "" },
        { Part, Map, "UpgradePingEvent: The member 'm' is of another type." },
        { Part, List(Part), "UpgradePingEvent: The member 'm' is of another type." },
        { Part, Ab, "UpgradePingM: It is a type of another kind." },
        { List(Integer), List(Integer), "" },
        { List(Integer), List(Number), "" },
        { List(Integer), List("""{ "type": ["integer", "null"] }"""), "" },
        { List("""{ "type": ["integer", "null"] }"""), List(Integer), "UpgradePingEvent: The member 'm' is of another type." },
        { List("""{ "type": ["integer", "null"] }"""), List("""{ "type": ["number", "null"] }"""), "" },
        { List(Text), List(OrNull), "" },
        { List(List(Ab)), List(List(Abc)), "" },
        { List(Ab), List("""{ "enum": ["c", "b", "a", null] }"""), "" },
        { List(Part), List(PartWithMore), "" },
        { List("""{ "anyOf": [{ "type": "null" }, { "type": "object", "properties": { "x": { "type": "string" } } }] }"""), List("""{ "anyOf": [{ "type": "null" }, { "type": "object", "properties": { "x": { "type": "string" }, "y": { "type": "string" } } }] }"""), "" },
        { List(Part), List(PartWithRequired), "UpgradePingMItem: The member 'y' is required and new." },
        { MapOf(Integer), MapOf(Number), "" },
        { MapOf(Part), MapOf(PartWithRequired), "UpgradePingMItem: The member 'y' is required and new." },
        { """{ "type": ["string", "integer"] }""", """{ "type": ["string", "integer"] }""", "" },
        { """{ "type": ["string", "integer"] }""", """{ "type": ["string", "integer", "boolean"] }""", "" },
        { """{ "type": ["string", "integer", "null"] }""", """{ "type": ["string", "integer", "boolean", "null"] }""", "" },
        { """{ "type": ["string", "integer", "boolean"] }""", """{ "type": ["string", "integer"] }""", "UpgradePingEvent: The member 'm' is of another type." },
        { """{ "type": ["string", "integer"] }""", """{ "type": ["string", "number"] }""", "UpgradePingEvent: The member 'm' is of another type." },
        { List("""{ "type": ["string", "integer"] }"""), List("""{ "type": ["string", "integer", "boolean"] }"""), "" },
        { """{ "anyOf": [{ "type": "string" }, { "type": "object", "properties": { "x": { "type": "string" } } }] }""", """{ "anyOf": [{ "type": "string" }, { "type": "object", "properties": { "x": { "type": "string" }, "y": { "type": "string" } } }] }""", "" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void OptionalMember(string older, string newer, string methods) => Assert.Equal(methods, Methods($"\"m\": {older}", "", $"\"m\": {newer}", ""));

    [Theory]
    [MemberData(nameof(Members))]
    public void RequiredMember(string older, string newer, string methods)
    {
        string expected = older == OrNull && newer == Text ? "UpgradePingEvent: The member 'm' has to have a value, and may have had none." : methods;
        Assert.Equal(expected, Methods($"\"m\": {older}", "\"m\"", $"\"m\": {newer}", "\"m\""));
    }

    [Theory]
    [InlineData("", "", "\"m\": {}", "", "")]
    [InlineData("", "", "\"m\": {}", "\"m\"", "UpgradePingEvent: The member 'm' is required and new.")]
    [InlineData("\"m\": { \"type\": \"string\" }", "", "", "", "UpgradePingEvent: The member 'm' is gone.")]
    [InlineData("\"m\": { \"type\": \"string\" }", "\"m\"", "\"m\": { \"type\": \"string\" }", "", "")]
    [InlineData("\"m\": { \"type\": \"string\" }", "", "\"m\": { \"type\": \"string\" }", "\"m\"", "UpgradePingEvent: The member 'm' has to have a value, and may have had none.")]
    [InlineData("\"m\": { \"type\": \"string\" }", "", "\"M\": { \"type\": \"string\" }", "", "UpgradePingEvent: The member 'm' is gone.")]
    [InlineData("", "", "", "\"m\"", "UpgradePingEvent: The member 'm' has to be there.")]
    [InlineData("", "\"m\"", "", "", "")]
    [InlineData("", "\"m\"", "", "\"m\"", "")]
    [InlineData("\"m\": { \"type\": \"string\" }", "\"m\"", "\"m\": { \"type\": [\"string\", \"null\"] }", "\"m\"", "")]
    [InlineData("\"m\": { \"type\": [\"string\", \"null\"] }", "\"m\"", "\"m\": { \"type\": \"string\" }", "", "")]
    [InlineData("\"m\": { \"type\": \"string\" }", "", "\"m\": { \"type\": [\"string\", \"null\"] }", "\"m\"", "")]
    public void Member(string older, string wasRequired, string newer, string isRequired, string methods) =>
        Assert.Equal(methods, Methods(older, wasRequired, newer, isRequired));

    /// <summary>A type that is broken is a method once, wherever it stands; what holds it is copied.</summary>
    [Fact]
    public void BrokenPartInManyPlaces_IsOneMethod()
    {
        static string Schema(string part) => $$"""
            {
              "oneOf": [{ "$ref": "#/$defs/ping" }, { "$ref": "#/$defs/pong" }],
              "$defs": {
                "part": {{part}},
                "holder": { "type": "object", "properties": { "p": { "$ref": "#/$defs/part" }, "again": { "$ref": "#/$defs/holder" } } },
                "ping": { "type": "object", "properties": { "type": { "const": "ping" }, "a": { "$ref": "#/$defs/holder" }, "b": { "type": "array", "items": { "$ref": "#/$defs/part" } } } },
                "pong": { "type": "object", "properties": { "type": { "const": "pong" }, "c": { "$ref": "#/$defs/part" } } }
              }
            }
            """;
        Assert.Equal("UpgradePart: The member 'y' is required and new.", Methods(Schema(Part), Schema(PartWithRequired)));
    }

    /// <summary>The same type became two: each pair is a method.</summary>
    [Fact]
    public void TypeThatBecameTwo_HasAMethodForEach()
    {
        static string Schema(string a, string b) => $$"""
            {
              "$defs": { "one": {{PartWithMore}}, "two": {{Part}} },
              "properties": { "type": { "const": "ping" }, "a": { "$ref": "#/$defs/{{a}}" }, "b": { "$ref": "#/$defs/{{b}}" } }
            }
            """;
        Assert.Equal(
            "UpgradeOneToTwo: The member 'y' is gone.",
            Methods(Schema("one", "one"), Schema("one", "two")));
    }

    private static string Methods(string older, string wasRequired, string newer, string isRequired) => Methods(Event(older, wasRequired), Event(newer, isRequired));

    internal static string Event(string members, string required) =>
        $$"""{ "properties": { "type": { "const": "ping" }{{(members.Length == 0 ? "" : ", " + members)}} }, "required": ["type"{{(required.Length == 0 ? "" : ", " + required)}}] }""";

    internal static string Methods(string older, string newer)
    {
        Generated generated = GeneratorHarness.Run(VersionSamples.Acme("1", older), VersionSamples.Acme("2", newer));
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        generated.AssertCompiles();
        return !generated.Types.TryGetValue("IAcmeV1ToV2Upgrade", out string? code) ? "" : string.Join("\n", System.Text.RegularExpressions.Regex
            .Matches(code, @"older version's\.\s([^<]*?)\s*(?:///\s)?</summary>.*?\b(Upgrade\w+)\(V1", System.Text.RegularExpressions.RegexOptions.Singleline)
            .Select(static match => match.Groups[2].Value + ": " + System.Text.RegularExpressions.Regex.Replace(match.Groups[1].Value, @"\s+(/// )?", " ")));
    }
}
