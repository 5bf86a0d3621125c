using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Names in other letters than those of ASCII are names in C# too; the files that are emitted are ASCII all the same.</summary>
public sealed class LetterTests
{
    [Theory]
    [InlineData("계약", "계약")]
    [InlineData("계약.생성", "계약생성")]
    [InlineData("größe", "Größe")]
    [InlineData("GRÖSSE_GEÄNDERT", "GrösseGeändert")]
    [InlineData("ändern", "Ändern")]
    [InlineData("заказ-оплачен", "ЗаказОплачен")]
    [InlineData("παραγγελία", "Παραγγελία")]
    [InlineData("注文.作成", "注文作成")]
    [InlineData("नमस्ते", "नमस्ते")]
    [InlineData("שלום", "שלום")]
    [InlineData("مرحبا", "مرحبا")]
    [InlineData("e\u0301t\u00E9", "\u00C9t\u00E9")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("a\u0660\u0661", "A\u0660\u0661")]
    [InlineData("Ⅷ", "Ⅷ")]
    [InlineData("x²", "X")]
    [InlineData("a\u200Db", "AB")]
    [InlineData("a\u202Eb", "AB")]
    [InlineData("\u0301a", "A")]
    [InlineData("a\u203Fb", "AB")]
    [InlineData("ß", "ß")]
    [InlineData("ა", "ა")]
    [InlineData("ǆ", "Ǆ")]
    public void Letters_AreKept(string wireName, string expected) => Assert.Equal(expected.Normalize(), WireName.ToPascalCase(wireName).Text);

    [Theory]
    [InlineData("계약", "계약")]
    [InlineData("größe", "Größe")]
    [InlineData("ärger", "Ärger")]
    [InlineData("नमस्ते", "नमस्ते")]
    [InlineData("Ж", "Ж")]
    [InlineData("ß", "ß")]
    public void Names_AreThoseLettersToTheCompiler(string name, string expected)
    {
        string definitions = $$"""{{Schema.Text(name + "teil")}}: { "type": "object", "description": {{Schema.Text(name)}}, "properties": { {{Schema.Text(name)}}: { "enum": [{{Schema.Text(name)}}, "b"] } } }""";
        string members = $$"""
            {{Schema.Text(name)}}: { "type": "string", "format": "date-time" }, "any": {}, {{Schema.Text(name + "_liste")}}: { "type": "array", "items": { "$ref": {{Schema.Text($"#/$defs/{name}teil")}} } }
            """;
        Generated generated = GeneratorHarness.Run(new SchemaText("/consumer/schemas/acme/hooks.json", Schema.Of(Schema.Event(name, members), definitions), ("Provider", expected + "Acme")));
        generated.AssertCompiles();
        Assert.Empty(generated.Printed);
        Assert.All(generated.Sources, static source => Assert.All(source.Key + source.Value, static c => Assert.InRange(c, '\n', '~')));

        EmittedEvents events = new(expected + "Acme", generated);
        string json = $$"""{"type":"{{name}}","{{name}}":"2024-01-01T00:00:00Z","any":[1],"{{name}}_liste":[{"{{name}}":"b"}]}""";
        dynamic e = events.Parse(json);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, JsonDocument.Parse(events.Write(e)).RootElement));
        Assert.Contains(expected, events.Properties(e.GetType().Name));
    }

    [Theory]
    [InlineData("\u0663fa", "_\u0663faEvent", "an identifier does not begin with a digit")]
    [InlineData("\U00020BB7\u91CE", "U20BB7\u91CEEvent", "C# has no names of letters beyond U+FFFF")]
    [InlineData("\u00B2", "EmptyEvent", "it has no letter and no digit")]
    [InlineData("\uFFFE", "EmptyEvent", "it has no letter and no digit")]
    public void NameThatIsNoIdentifier_IsChangedAndSaidSo(string eventType, string record, string why)
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of(Schema.Event(eventType))));
        generated.AssertCompiles();
        Assert.Equal($"hooks.json(2,38): TWH2006: '{eventType}' is called '{record}' in C#: {why}", generated.Printed.Single());
    }

    /// <summary>What looks the same is spelt the same, and clashes as such.</summary>
    [Fact]
    public void NamesThatLookTheSame_AreToldApart()
    {
        string[] names = ["\u00E9t\u00E9", "e\u0301te\u0301", "\u00C9T\u00C9", "\u00e9T\u00c9", "ete"];
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of([.. names.Select(static name => Schema.Event(name))])));
        EmittedEvents events = new("Acme", generated);
        Assert.Equal(names.Length, names.Select(name => (Type)events.Parse($$"""{"type":"{{name}}"}""").GetType()).Distinct().Count());
        Assert.All(events.Assembly.GetTypes(), static type => Assert.True(type.Name.IsNormalized(NormalizationForm.FormC)));
    }

    /// <summary>The compiler counts the bytes of a name.</summary>
    [Theory]
    [InlineData("é")]
    [InlineData("계")]
    [InlineData("e\u0301")]
    public void LongNames_AreCutShort(string letter)
    {
        string name = string.Concat(Enumerable.Repeat(letter, 1000));
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of(Schema.Event(name, $$"""{{Schema.Text(name)}}: { "type": "object", "properties": { {{Schema.Text(name)}}: { "enum": ["a", "b"] } } }"""))));
        generated.AssertCompiles();
    }
}
