using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>
/// Whatever text a schema holds, and wherever: the emitted code compiles without a warning, declares what it should and
/// nothing else, and is printable ASCII.
/// </summary>
public sealed class HostileTextTests
{
    private static readonly string[] s_texts = [.. HostileText.All.Distinct(StringComparer.Ordinal)];

    /// <summary>Those that can stand in UTF-8.</summary>
    private static readonly string[] s_unicode = [.. s_texts.Where(static text => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text)];

    public static TheoryData<string> Prose => [nameof(Descriptions), nameof(Titles)];

    [Theory]
    [MemberData(nameof(Prose))]
    public void HostileProse_IsDocumentationAndNothingElse(string keyword)
    {
        Func<string, string> describe = keyword == nameof(Descriptions) ? Descriptions : Titles;
        Generated hostile = Run(ProseSchema([.. s_texts.Select(describe)]));
        Generated harmless = Run(ProseSchema([.. s_texts.Select(static _ => "")]));
        Assert.Empty(hostile.Printed);
        Assert.Equal(Symbols(harmless), Symbols(hostile));

        INamedTypeSymbol ping = hostile.Compilation.GetTypeByMetadataName("Consumer.Acme.PingEvent")!;
        for (int i = 0; i < s_texts.Length; i++)
        {
            if (s_texts[i].Length is > 0 and < 4000 && !string.IsNullOrWhiteSpace(s_texts[i]))
            {
                ISymbol property = ping.GetMembers("M" + i.ToString(CultureInfo.InvariantCulture)).Single();
                XElement summary = XElement.Parse(property.GetDocumentationCommentXml()!).Element("summary")!;
                Assert.Equal(AsXmlText(s_texts[i]), Folded(string.Join(" ", summary.DescendantNodes().OfType<XText>().Select(static text => text.Value))));
                Assert.All(summary.Descendants(), static element => Assert.Contains(element.Name.LocalName, (string[])["para", "list", "item", "description"]));
            }
        }
    }

    [Fact]
    public void HostilePropertyNames_AreOnePropertyEachAndRoundTrip()
    {
        Generated generated = Run(Schema.Of(Schema.Event("ping", string.Join(",", s_texts.Select(static text => Schema.Text(text) + """: { "type": "string" }""")))));
        Assert.Equal(s_texts.Length - s_unicode.Length, generated.Printed.Count(static line => line.Contains("TWH2010", StringComparison.Ordinal)));
        EmittedEvents events = new("Acme", generated);
        Assert.Equal(s_unicode.Length, events.Properties("PingEvent").Length - 1);
        string json = $$"""{"type":"ping",{{string.Join(",", s_unicode.Select(static text => Schema.Text(text) + ":\"v\""))}}}""";
        dynamic e = events.Parse(json);
        Assert.Equal("PingEvent", e.GetType().Name);
        Assert.Null(e.AdditionalProperties);
        string[] written = Names(events.Write(e));
        Assert.Equal(s_unicode.Prepend("type"), written);
    }

    [Fact]
    public void HostileEventNames_AreOneEventEach()
    {
        Generated generated = Run(Schema.Of([.. s_texts.Select(static text => Schema.Event(text))]));
        EmittedEvents events = new("Acme", generated);
        HashSet<Type> types = [];
        foreach (string text in s_unicode)
        {
            dynamic e = events.Parse($$"""{"type":{{Schema.Text(text)}}}""");
            Assert.Equal(text, e.EventType);
            Assert.True(types.Add(e.GetType()));
            Assert.NotEqual("UnrecognizedAcmeEvent", e.GetType().Name);
        }
    }

    [Fact]
    public void HostileEnumValues_AreOneMemberEachAndRoundTrip()
    {
        Generated generated = Run(Schema.Of(Schema.Event("ping", $$""" "kind": { "enum": [{{string.Join(",", s_texts.Select(Schema.Text))}}] } """)));
        EmittedEvents events = new("Acme", generated);
        Assert.Equal(s_unicode.Length + 1, Enum.GetNames(events.Type("PingKind")).Length);
        for (int i = 0; i < s_unicode.Length; i++)
        {
            dynamic e = events.Parse($$"""{"type":"ping","kind":{{Schema.Text(s_unicode[i])}}}""");
            Assert.Equal(i + 1, (int)e.Kind);
            using JsonDocument written = JsonDocument.Parse(events.Write(e));
            Assert.Equal(s_unicode[i], written.RootElement.GetProperty("kind").GetString());
        }
    }

    [Fact]
    public void HostileDefinitionNames_AreOneTypeEach()
    {
        string definitions = string.Join(",", s_texts.Select(static text => $$"""{{Schema.Text(text)}}: { "properties": { "id": true }, "description": {{Schema.Text(text)}} }"""));
        string members = string.Join(",", s_texts.Select(static (text, i) => $$""" "m{{i}}": { "$ref": {{Schema.Text("#/$defs/" + Pointer(text))}} } """));
        Generated generated = Run(Schema.Of(Schema.Event("ping", members), definitions));
        Assert.DoesNotContain(generated.Printed, static line => !line.Contains("TWH2006", StringComparison.Ordinal));
        INamedTypeSymbol ping = generated.Compilation.GetTypeByMetadataName("Consumer.Acme.PingEvent")!;
        Assert.Equal(s_texts.Length, ping.GetMembers().OfType<IPropertySymbol>().Where(static p => p.Name[0] == 'M').Select(static p => p.Type.Name).Distinct().Count());
    }

    [Fact]
    public void HostileEventTypeMember_IsFound()
    {
        Generated generated = GeneratorHarness.Run([.. s_unicode.Select(static (text, i) =>
            new SchemaText($"/consumer/p{i}/hooks.json", $$"""{ "properties": { {{Schema.Text(text)}}: { "const": "ping" } } }"""))]);
        AssertAscii(generated);
        generated.AssertCompiles();
        Assert.Equal(s_unicode.Length, generated.TypeNames.Count(static hint => hint.EndsWith(".PingEvent", StringComparison.Ordinal)));
    }

    [Fact]
    public void HalfASurrogatePairAsEventTypeMember_IsNotFound()
    {
        Generated generated = Run("""{ "properties": { "\ud800": { "const": "ping" } } }""");
        Assert.StartsWith("hooks.json(1,1): TWH2005", generated.Printed.Single(), StringComparison.Ordinal);
    }

    /// <summary>Every text that an OpenAPI document has beside its schemas, and what a discriminator and an event map say.</summary>
    [Fact]
    public void HostileDocument_IsOneEventForEachWebhook()
    {
        string webhooks = string.Join(",", s_unicode.Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal).Select(static (text, i) => $$"""
            {{Schema.Text(text)}}: { "post": {
              "summary": {{Schema.Text(text)}}, "description": {{Schema.Text(text)}}, "tags": [{{Schema.Text(text)}}], "externalDocs": { "url": {{Schema.Text(text)}}, "description": {{Schema.Text(text)}} },
              "parameters": [{ "in": "header", "name": {{Schema.Text(text)}}, "example": {{Schema.Text(text)}} }],
              "requestBody": { "content": { "application/json": { "schema": { "type": "object", "properties": {
                "type": { "const": {{Schema.Text(text)}} },
                "by": { "oneOf": [{ "$ref": "#/components/schemas/A" }, { "$ref": "#/components/schemas/B" }], "discriminator": { "propertyName": {{Schema.Text(text)}}, "mapping": { {{Schema.Text(text)}}: "A", "b{{i}}": "B" } } }
              } } } } }
            } }
            """));
        Generated generated = Run($$"""
            {
              "openapi": "3.1.0", "info": { "title": {{Schema.Text(s_texts[5])}}, "description": {{Schema.Text(s_texts[6])}} },
              "webhooks": { {{webhooks}} },
              "components": { "schemas": { "A": { "type": "object", "properties": { "a": { "type": "string" } } }, "B": { "type": "object", "properties": { "b": { "type": "string" } } } } }
            }
            """);
        EmittedEvents events = new("Acme", generated);
        foreach (string text in s_unicode.Where(static text => text.Length > 0))
        {
            dynamic e = events.Parse($$"""{"type":{{Schema.Text(text)}}}""");
            Assert.Equal(text, e.EventType);
            Assert.NotEqual("UnrecognizedAcmeEvent", e.GetType().Name);
        }
    }

    /// <summary>An event map's pointers and names, with an envelope around the events.</summary>
    [Fact]
    public void HostileMap_PutsTheDataInItsPlace()
    {
        Generated generated = GeneratorHarness.Run([.. s_unicode.Where(static text => text.Length > 0 && text != "*").SelectMany(static (text, i) => (SchemaText[])
        [
            new($"/consumer/p{i}/api.json", $$"""
                { "openapi": "3.0.0", "components": { "schemas": {
                  {{Schema.Text(text)}}: { "type": "object", "properties": { "type": { "type": "string" }, {{Schema.Text("x" + text)}}: { "type": "object", "properties": { "object": {} } } } },
                  "thing": { "type": "object", "properties": { "id": { "type": "string" } } }
                } } }
                """),
            new($"/consumer/p{i}/api.map.json", $$"""
                { "eventType": "/type", "envelope": {{Schema.Text("#/components/schemas/" + Pointer(text))}}, "data": {{Schema.Text("/" + Pointer("x" + text).Replace("%25", "%", StringComparison.Ordinal) + "/object")}},
                  "names": ["a", {{Schema.Text("n" + text)}}], "events": { "a": "#/components/schemas/thing", "*": null }, "handshakes": [{{Schema.Text(text)}}] }
                """, ("Schema", "map")),
        ])]);
        AssertAscii(generated);
        generated.AssertCompiles();
        Assert.Equal(s_unicode.Count(static text => text.Length > 0 && text != "*"), generated.TypeNames.Count(static hint => hint.EndsWith(".AEvent", StringComparison.Ordinal)));
    }

    /// <summary>As metadata, and as the names of folders and files.</summary>
    [Theory]
    [InlineData("Provider")]
    [InlineData("Namespace")]
    [InlineData("EventType")]
    [InlineData("Format", "EventTypeComparison", "Access", "RequiredMembers", "EqualObjects")]
    [InlineData("folder")]
    [InlineData("file")]
    public void HostileMetadata_CompilesOrIsRefused(params string[] where)
    {
        Generated generated = GeneratorHarness.Run([.. s_texts.Select((text, i) =>
        {
            string path = where[0] switch { "folder" => $"/consumer/{text}/hooks.json", "file" => $"/consumer/p{i}/{text}", _ => $"/consumer/p{i}/hooks.json" };
            (string, string)[] metadata = where[0] is "folder" or "file" ? [] : [.. where.Select(name => (name, text))];
            return new SchemaText(path, Schema.Of(Schema.Event($"ping{i}")), metadata);
        })]);
        AssertAscii(generated);
        generated.AssertCompiles();
        Assert.All(generated.Sources.Keys, static hint => Assert.Matches("^[A-Za-z0-9._-]{1,100}$", hint));
    }

    private static string Descriptions(string text) => ", \"description\": " + Schema.Text(text);

    private static string Titles(string text) => ", \"title\": " + Schema.Text(text);

    /// <summary>An event with a member for each text, an enum and a part that the last of them describe, and the root.</summary>
    private static string ProseSchema(string[] prose)
    {
        string members = string.Join(",", prose.Select(static (text, i) => $$""" "m{{i}}": { "type": "string"{{text}} } """));
        return $$"""
            { "oneOf": [ { "properties": { "type": { "const": "ping" }, {{members}},
              "kind": { "enum": ["a", "b"]{{prose[^9]}} }, "part": { "properties": { "id": { "type": "string"{{prose[^8]}} } }{{prose[^7]}} } }{{prose[20]}} },
              {{string.Join(",", prose.Select(static (text, i) => $$"""{ "properties": { "type": { "const": "e{{i}}" } }{{text}} }"""))}} ]{{prose[21]}} }
            """;
    }

    private static Generated Run(string schema)
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(schema));
        AssertAscii(generated);
        generated.AssertCompiles();
        return generated;
    }

    private static void AssertAscii(Generated generated) => Assert.All(
        generated.Sources,
        static source => Assert.DoesNotContain(source.Value, static c => c is not ('\n' or (>= ' ' and <= '~'))));

    /// <summary>All types and members that a compilation declares.</summary>
    private static IEnumerable<string> Symbols(Generated generated) => generated.Compilation.GetSymbolsWithName(static _ => true)
        .Select(static symbol => symbol.ToDisplayString())
        .Order(StringComparer.Ordinal);

    private static string Pointer(string name) =>
        new string([.. name.Replace("~", "~0").Replace("/", "~1")]).Replace("%", "%25");

    private static string[] Names(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateObject().Select(static member => member.Name)];
    }

    /// <summary>What is left of a text in XML: U+FFFD for what XML 1.0 does not have, and single spaces.</summary>
    private static string AsXmlText(string text)
    {
        StringBuilder kept = new();
        for (int i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                kept.Append(text[i]).Append(text[++i]);
            }
            else
            {
                kept.Append(char.IsSurrogate(text[i]) || text[i] is '\ufffe' or '\uffff' or '\u007f' || (text[i] < ' ' && !char.IsWhiteSpace(text[i])) ? '\ufffd' : text[i]);
            }
        }

        return Folded(kept.ToString());
    }

    private static string Folded(string text) =>
        string.Join(" ", text.Split([' ', '\t', '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));
}
