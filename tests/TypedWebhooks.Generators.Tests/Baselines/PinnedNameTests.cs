using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Baselines;

/// <summary>The names and numbers of a baseline win over those that would be made of the schema.</summary>
public sealed class PinnedNameTests
{
    /// <summary>Accepting what is there changes nothing: the emitted code is the same, byte for byte.</summary>
    [Theory]
    [InlineData("Telia", "schemas/telia/hooks.json")]
    [InlineData("Prix", "schemas/prix/prix.schema.json")]
    [InlineData("QuicklySign", "schemas/quicklysign/quicklysign.schema.json")]
    public void OwnBaseline_EmitsTheSame(string provider, string schema) => AssertSame(provider, [GeneratorHarness.Known(schema, ("Provider", provider), ("JsonSchema", "true"))]);

    [Fact]
    public void OwnBaselineOfASample_EmitsTheSame()
    {
        const string Samples = "tests/TypedWebhooks.Generators.Tests/Generator/Samples/";
        AssertSame("Parcels", [GeneratorHarness.Known(Samples + "parcels.schema.json", ("Provider", "Parcels")), GeneratorHarness.Known(Samples + "parcels.map.json", ("Provider", "Parcels"), ("Schema", "map"))]);
    }

    [Fact]
    public void OwnBaselineOfGitHub_EmitsTheSame() => AssertSame("GitHub", Corpus.GitHub);

    [Fact]
    public void OwnBaselineOfCdEvents_EmitsTheSame() => AssertSame("CdEvents", Corpus.CdEvents);

    /// <summary>A value in the middle has the next number, and what is written before it keeps what it was.</summary>
    [Fact]
    public void ValueInTheMiddle_MovesNoNumber()
    {
        string before = LockText.Of(State("open", "paid", "lost"));
        Generated generated = GeneratorHarness.Run(State("open", "held", "paid", "gone", "lost"), LockText.File(before));
        generated.AssertCompiles();
        Assert.Equal(["Unrecognized = 0", "Open = 1", "Paid = 2", "Lost = 3", "Held = 4", "Gone = 5"], Values(generated));
        AssertReads(generated, "open", "held", "paid", "gone", "lost");
    }

    /// <summary>The number of a value that is gone stays free as long as the baseline has it; and then it is not what another one becomes.</summary>
    [Fact]
    public void NumberOfAValueThatIsGone_StaysFree()
    {
        string before = LockText.Of(State("open", "paid", "lost"));
        Generated generated = GeneratorHarness.Run(State("lost", "new", "open"), LockText.File(before));
        generated.AssertCompiles();
        Assert.Equal(["Unrecognized = 0", "Open = 1", "Lost = 3", "New = 4"], Values(generated));
        AssertReads(generated, "lost", "new", "open");

        string after = LockText.After(before, State("lost", "new", "open"));
        Assert.Contains("  new 4\n", after, StringComparison.Ordinal);
        Generated accepted = GeneratorHarness.Run(State("lost", "new", "open"), LockText.File(after));
        Assert.Equal(generated.Sources, accepted.Sources);
        Assert.Equal(["Unrecognized = 0", "Open = 1", "Lost = 3", "New = 4", "Paid = 5"], Values(GeneratorHarness.Run(State("lost", "new", "open", "paid"), LockText.File(after))));
    }

    /// <summary>Texts that cannot stand on a line of their own are given one by one, with gaps as well.</summary>
    [Fact]
    public void GapsBetweenTextsOfAnyKind_AreRead()
    {
        string before = LockText.Of(State("", "gone", "a\nb", "한", "x"));
        Generated generated = GeneratorHarness.Run(State("x", "한", "a\nb", ""), LockText.File(before));
        AssertReads(generated, "x", "한", "a\nb", "");
    }

    /// <summary>A value that the enum has no name of, be it in a gap, is written by nobody.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(-1)]
    public void NumberOfNoValue_IsNotWritten(int number)
    {
        EmittedEvents events = new("Acme", State("open", "lost"), LockText.File(LockText.Of(State("open", "paid", "lost"))));
        object e = events.Parse("""{ "type": "made", "state": "lost" }""");
        e.GetType().GetProperty("State")!.SetValue(e, Enum.ToObject(events.Type("State"), number));
        JsonException refused = Assert.Throws<JsonException>(() => events.Write(e));
        Assert.Contains($"no value {number}", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Two names on the wire that are one in C#: the one that was first keeps it.</summary>
    [Fact]
    public void MemberThatComesBefore_TakesNoName()
    {
        SchemaText before = Members("foo_bar"), after = Members("fooBar", "foo_bar");
        Assert.Contains("string? FooBarValue", GeneratorHarness.Run(after)["Acme.MadeEvent.g.cs"], StringComparison.Ordinal);
        EmittedEvents events = new("Acme", after, LockText.File(LockText.Of(before)));
        dynamic e = events.Parse("""{ "type": "made", "foo_bar": "old", "fooBar": "new" }""");
        Assert.Equal("old", e.FooBar);
        Assert.Equal("new", e.FooBarValue);
    }

    /// <summary>What cuts a name without word boundaries into words is its description, and that may change.</summary>
    [Fact]
    public void DescriptionOfAnEventWithoutWords_RenamesNothing()
    {
        string telia = File.ReadAllText(SharedFiles.InProject("schemas/telia/hooks.json"));
        string edited = telia.Replace("The signatory signed the request.", "Somebody put a name on it.", StringComparison.Ordinal);
        SchemaText before = new("/consumer/schemas/telia/hooks.json", telia, ("Provider", "Telia")), after = new("/consumer/schemas/telia/hooks.json", edited, ("Provider", "Telia"));
        string lockText = LockText.Of(before).Replace("SignatorySignedEvent", "SignatoryHasSignedEvent", StringComparison.Ordinal);
        Generated generated = GeneratorHarness.Run(after, LockText.File(lockText, "Telia"));
        generated.AssertCompiles();
        Assert.Contains("SignatoryHasSignedEvent", generated.EventNames);
        Assert.Contains("const string SignatoryHasSigned = \"signatorysigned\"", generated["Telia.TeliaEventTypes.g.cs"], StringComparison.Ordinal);
    }

    /// <summary>Another document has another definition of the same name: the one that was there keeps its own.</summary>
    [Fact]
    public void DefinitionOfTheSameName_RenamesNothing()
    {
        SchemaText paid = Document("paid", """{ "amount": { "type": "number" }, "line": { "type": "object", "properties": { "text": { "type": "string" } } } }""");
        SchemaText lost = Document("lost", """{ "reason": { "type": "string" } }""");
        Assert.Contains("Acme.PaidData", GeneratorHarness.Run(paid, lost).TypeNames);
        Generated generated = GeneratorHarness.Run(paid, lost, LockText.File(LockText.Of(paid)));
        generated.AssertCompiles();
        Assert.Equal(["Acme.Data", "Acme.DataLine", "Acme.LostData"], generated.TypeNames.Where(static name => name.Contains("Data", StringComparison.Ordinal)));

        // And back.
        string both = LockText.Of(paid, lost);
        Generated alone = GeneratorHarness.Run(paid, LockText.File(both));
        Assert.Equal(["Acme.PaidData", "Acme.PaidDataLine"], alone.TypeNames.Where(static name => name.Contains("Data", StringComparison.Ordinal)));
    }

    /// <summary>An event that comes later takes no name from a type that is there.</summary>
    [Fact]
    public void NewEvent_TakesNoNameOfAType()
    {
        const string Type = """{ "type": "object", "properties": { "type": { "const": "made" }, "ping": { "$ref": "#/$defs/pingEvent" } }, "$defs": { "pingEvent": { "type": "object", "properties": { "id": { "type": "string" } } } } }""";
        SchemaText before = new("/consumer/schemas/acme/made.json", Type, ("Provider", "Acme"));
        SchemaText ping = new("/consumer/schemas/acme/ping.json", """{ "type": "object", "properties": { "type": { "const": "ping" } } }""", ("Provider", "Acme"));
        Generated plain = GeneratorHarness.Run(before, ping);
        Assert.Contains("Acme.PingEventPayload", plain.TypeNames);
        Generated generated = GeneratorHarness.Run(before, ping, LockText.File(LockText.Of(before)));
        generated.AssertCompiles();
        Assert.Equal(["MadeEvent", "PingEventPayload"], generated.EventNames);
        Assert.Contains("Acme.PingEvent", generated.TypeNames);

        // What is gone keeps no name from anybody.
        Generated gone = GeneratorHarness.Run(new SchemaText("/consumer/schemas/acme/made.json", """{ "type": "object", "properties": { "type": { "const": "made" } } }""", ("Provider", "Acme")), ping, LockText.File(LockText.Of(before)));
        Assert.Equal(["MadeEvent", "PingEvent"], gone.EventNames);
    }

    /// <summary>What an event map says comes before what the baseline says: somebody has written it.</summary>
    [Fact]
    public void EventMap_ComesFirst()
    {
        SchemaText schema = State("open", "paid");
        SchemaText map = new("/consumer/schemas/acme/hooks.map.json", """{ "eventType": "/type", "events": { "made": { "schema": "hooks.json", "name": "Built" } } }""", ("Provider", "Acme"), ("Schema", "map"));
        Generated generated = GeneratorHarness.Run(schema, map, LockText.File(LockText.Of(schema)));
        Assert.Empty(generated.Printed);
        Assert.Equal(["BuiltEvent"], generated.EventNames);
    }

    /// <summary>A baseline that somebody has written by hand, to break what is emitted or to bring code into it.</summary>
    [Theory]
    [InlineData("event made MadeEvent", "event made \"Made Event\"")]
    [InlineData("event made MadeEvent", "event made \"MadeEvent{}class X\"")]
    [InlineData("event made MadeEvent", "event made class")]
    [InlineData("event made MadeEvent", "event made record")]
    [InlineData("event made MadeEvent", "event made AcmeEvent")]
    [InlineData("event made MadeEvent", "event made UnrecognizedAcmeEvent")]
    [InlineData("event made MadeEvent", "event made Task")]
    [InlineData("event made MadeEvent", "event made madeEvent")]
    [InlineData("event made MadeEvent", "event made Other constant=All")]
    [InlineData("event made MadeEvent", "event made State")]
    [InlineData("event made MadeEvent", "event made \"\"")]
    [InlineData("state State required", "state State required name=MadeEvent")]
    [InlineData("state State required", "state State required name=GetHashCode")]
    [InlineData("state State required", "state State required name=EventType")]
    [InlineData("state State required", "state State required name=\"X { get; } int Y\"")]
    [InlineData("state State required", "state State required name=_root")]
    [InlineData("state State required", "state State required name=Twice", "note string", "note string name=Twice")]
    [InlineData("  open 1", "  open 1 name=Unrecognized")]
    [InlineData("  open 1", "  open 1 name=value__")]
    [InlineData("  open 1", "  open 1 name=Paid")]
    [InlineData("  open 1", "  open 2")]
    [InlineData("  open 1", "  open 2147483647")]
    [InlineData("  open 1", "  open 10000")]
    [InlineData("enum State", "enum Task")]
    [InlineData("enum State", "enum MadeEvent")]
    [InlineData("enum State", "enum AcmeJsonContext")]
    [InlineData("enum State", "enum _x")]
    public void HostileBaseline_IsNotFollowed(string before, string after, string second = "", string third = "")
    {
        SchemaText schema = GeneratorHarness.Acme(
            """{ "type": "object", "properties": { "type": { "const": "made" }, "state": { "$ref": "#/$defs/state" }, "note": { "type": "string" } }, "required": ["type", "state"], "$defs": { "state": { "enum": ["open", "paid"] } } }""",
            ("Provider", "Acme"));
        string text = LockText.Of(schema);
        Assert.Contains(before, text, StringComparison.Ordinal);
        text = text.Replace(before, after, StringComparison.Ordinal);
        if (second.Length > 0)
        {
            Assert.Contains(second, text, StringComparison.Ordinal);
            text = text.Replace(second, third, StringComparison.Ordinal);
        }

        Generated generated = GeneratorHarness.Run(schema, LockText.File(text));
        generated.AssertCompiles();
        AssertReads(generated, "open", "paid");
        Assert.DoesNotContain(generated.Sources.Values, static code => code.Contains("int Y", StringComparison.Ordinal) || code.Contains("class X", StringComparison.Ordinal));
    }

    /// <summary>What is no baseline says no names.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("<<<<<<< HEAD\n")]
    [InlineData("# TypedWebhooks baseline 99\nevent made Other\n")]
    [InlineData("# TypedWebhooks baseline 1\nprovider Acme\nevent made\n")]
    public void BrokenBaseline_SaysNoNames(string text)
    {
        Generated generated = GeneratorHarness.Run(State("open", "paid"), LockText.File(text));
        Assert.Equal(GeneratorHarness.Run(State("open", "paid")).Sources, generated.Sources);
    }

    /// <summary>The baseline of another provider, or version, is not that of this one.</summary>
    [Theory]
    [InlineData("Acme.2")]
    [InlineData("Bolt")]
    [InlineData("Ac")]
    public void BaselineOfAnother_SaysNoNames(string name)
    {
        string text = LockText.Of(State("open", "paid")).Replace("event made MadeEvent", "event made BuiltEvent", StringComparison.Ordinal);
        Assert.Equal(["MadeEvent"], GeneratorHarness.Run(State("open", "paid"), LockText.File(text, name)).EventNames);
        Assert.Equal(["BuiltEvent"], GeneratorHarness.Run(State("open", "paid"), LockText.File(text, "acme")).EventNames);
    }

    private static void AssertSame(string provider, SchemaText[] schemas)
    {
        Generated plain = GeneratorHarness.Run(schemas);
        Generated pinned = GeneratorHarness.Run(schemas.With(LockText.Of(schemas), provider));
        Assert.Equal(plain.Sources.Keys, pinned.Sources.Keys);
        Assert.All(plain.Sources, source => Assert.Equal(source.Value, pinned.Sources[source.Key]));
    }

    /// <summary>Each text is read as a value of its own, and written back.</summary>
    private static void AssertReads(Generated generated, params string[] texts)
    {
        EmittedEvents events = new("Acme", generated);
        HashSet<object> values = [];
        foreach (string text in texts)
        {
            string json = JsonSerializer.Serialize(new Dictionary<string, string> { ["type"] = "made", ["state"] = text });
            object e = events.Parse(json);
            object value = e.GetType().GetProperties().Select(property => property.GetValue(e)).Single(static value => value is Enum)!;
            Assert.NotEqual(0, Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));
            Assert.True(Enum.IsDefined(value.GetType(), value));
            Assert.True(values.Add(value));
            Assert.True(Corpus.AreEqual(json, events.Write(e)));
        }
    }

    private static string[] Values(Generated generated) => [.. generated.TypeCode("Acme.State").Split('\n')
        .Select(static line => line.Trim().TrimEnd(','))
        .Where(static line => line.Contains(" = ", StringComparison.Ordinal) && !line.Contains('(', StringComparison.Ordinal))];

    private static SchemaText State(params string[] values) => GeneratorHarness.Acme(
        $$"""{ "type": "object", "properties": { "type": { "const": "made" }, "state": { "$ref": "#/$defs/state" } }, "required": ["type", "state"], "$defs": { "state": { "enum": {{JsonSerializer.Serialize(values)}} } } }""",
        ("Provider", "Acme"));

    private static SchemaText Members(params string[] names) => GeneratorHarness.Acme(
        $$"""{ "type": "object", "properties": { "type": { "const": "made" }, {{string.Join(", ", names.Select(static name => $$"""
            "{{name}}": { "type": "string" }
            """))}} }, "required": ["type"] }""",
        ("Provider", "Acme"));

    private static SchemaText Document(string e, string data) => new(
        $"/consumer/schemas/acme/{e}.json",
        $$"""{ "type": "object", "properties": { "type": { "const": "{{e}}" }, "data": { "$ref": "#/$defs/data" } }, "$defs": { "data": { "type": "object", "properties": {{data}} } } }""",
        ("Provider", "Acme"));
}
