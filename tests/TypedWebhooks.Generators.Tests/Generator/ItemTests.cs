using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Items that say several things of one file or of one provider: all of it counts, or what does not is said.</summary>
public sealed class ItemTests
{
    private const string Hooks = "/consumer/schemas/acme/hooks.json";

    private const string More = "/consumer/schemas/acme/more.json";

    private static readonly string s_made = Schema.Event("thing.made"), s_gone = Schema.Event("thing.gone");

    [Fact]
    public void OneFileOfTwoProviders_IsBoth()
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Hooks, s_made),
            ProjectText.Of("<Project />", ProjectText.Item("schema", Hooks, ("Provider", "Acme")), ProjectText.Item("schema", Hooks, ("Provider", "Bolt"), ("Access", "internal"))));

        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        Assert.Contains("public sealed partial record ThingMadeEvent", generated.TypeCode("Acme.ThingMadeEvent"));
        Assert.Contains("internal sealed partial record ThingMadeEvent", generated.TypeCode("Bolt.ThingMadeEvent"));
    }

    /// <summary>A specific item and a glob over the same file: the specific provider lives, and so does the one of the folder.</summary>
    [Fact]
    public void ItemWithAndWithoutAProvider_IsBoth()
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Hooks, s_made),
            ProjectText.Of("<Project />", ProjectText.Item("schema", Hooks, ("Provider", "Bolt"), ("Namespace", "Some.Where")), ProjectText.Item("schema", Hooks)));

        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        Assert.Contains("namespace Some.Where;", generated["Bolt.ThingMadeEvent.g.cs"]);
        Assert.Contains("namespace Consumer.Acme;", generated["Acme.ThingMadeEvent.g.cs"]);
    }

    [Fact]
    public void SeveralItemsOfOneFileAndProvider_SayTogetherWhatEachSays()
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Hooks, s_made),
            ProjectText.Of(
                "<Project />",
                ProjectText.Item("schema", Hooks, ("Provider", "Acme")),
                ProjectText.Item("schema", Hooks, ("Access", "internal")),
                ProjectText.Item("schema", Hooks, ("Provider", "acme"), ("Namespace", "A.B"), ("Access", "Internal"))));

        Assert.Empty(generated.Printed);
        Assert.Contains("namespace A.B;", generated["Acme.ThingMadeEvent.g.cs"]);
        Assert.Contains("internal sealed partial record ThingMadeEvent", generated.TypeCode("Acme.ThingMadeEvent"));
    }

    [Fact]
    public void MapOfTwoProviders_IsBoth()
    {
        const string Map = "/consumer/schemas/acme/hooks.map.json";
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Hooks, """{ "type": "object", "properties": { "id": { "type": "string" } } }"""),
            new SchemaText(Map, """{ "eventType": "/type", "events": { "made": "hooks.json" } }""", ("Schema", "map")),
            ProjectText.Of(
                "<Project />",
                ProjectText.Item("schema", Hooks, ("Provider", "Acme")),
                ProjectText.Item("schema", Hooks, ("Provider", "Bolt")),
                ProjectText.Item("map", Map, ("Provider", "Acme")),
                ProjectText.Item("map", Map, ("Provider", "Bolt"))));

        Assert.Empty(generated.Printed);
        Assert.Contains("Acme.MadeEvent", generated.TypeNames);
        Assert.Contains("Bolt.MadeEvent", generated.TypeNames);
    }

    [Theory]
    [InlineData("Namespace", "A.B", "A.C")]
    [InlineData("EventType", "/type", "/kind")]
    [InlineData("EventTypeComparison", "Ordinal", "OrdinalIgnoreCase")]
    [InlineData("Access", "internal", "public")]
    [InlineData("RequiredMembers", "Strict", "Optional")]
    [InlineData("EqualObjects", "Shared", "Separate")]
    [InlineData("Events", "*.made; thing.gone", "*.made")]
    [InlineData("JsonSchema", "true", "false")]
    public void ContradictingItems_AreSaidWithBothNamed(string name, string first, string second)
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Hooks, s_made),
            new SchemaText(More, s_gone),
            ProjectText.Of("<Project />", ProjectText.Item("schema", Hooks, (name, first)), ProjectText.Item("schema", More, (name, second))));

        Assert.Equal(
            $"more.json(1,1): TWH2011: {name}=\"{second}\" of this WebhookSchema item is not valid: the item of hooks.json says {name}=\"{first}\", and both are of the provider Acme, which has one. The first is followed",
            Assert.Single(generated.Printed));
        generated.AssertCompiles();
        Assert.Contains("Acme.ThingGoneEvent", generated.TypeNames);
    }

    [Theory]
    [InlineData("Namespace", "A.B", "A.C")]
    [InlineData("Access", "internal", "public")]
    [InlineData("Format", "json-schema", "telia")]
    public void ContradictingItemsOfOneFile_AreSaidOnce(string name, string first, string second)
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Hooks, s_made),
            ProjectText.Of("<Project />", ProjectText.Item("schema", Hooks, (name, first)), ProjectText.Item("schema", Hooks, (name, second))));

        Assert.Equal(
            $"hooks.json(1,1): TWH2011: {name}=\"{second}\" of this WebhookSchema item is not valid: the item of the same file says {name}=\"{first}\", and both are of the provider Acme, which has one. The first is followed",
            Assert.Single(generated.Printed));
        Assert.Contains("Acme.ThingMadeEvent", generated.TypeNames);
    }

    [Fact]
    public void ProvidersOfOneNamespaceThatShareATypeName_AreSaidWithBothNamed()
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Hooks, s_made),
            new SchemaText("/consumer/schemas/bolt/bolt.json", s_made),
            ProjectText.Of(
                "<Project />",
                ProjectText.Item("schema", Hooks, ("Namespace", "Hooks")),
                ProjectText.Item("schema", "/consumer/schemas/bolt/bolt.json", ("Namespace", "Hooks"))));

        Assert.Equal(
            "bolt.json(1,1): TWH2011: Namespace=\"Hooks\" of this WebhookSchema item is not valid: the providers Acme (hooks.json) and Bolt (bolt.json) are both in it, and both have a type ThingMadeEvent. Nothing is emitted for Bolt until each has a namespace of its own",
            Assert.Single(generated.Printed));
        generated.AssertCompiles();
        Assert.DoesNotContain(generated.Sources.Keys, static hint => hint.StartsWith("Bolt.", StringComparison.Ordinal));
    }

    [Fact]
    public void ProvidersOfOneNamespaceWithDifferentTypes_AreBothEmitted()
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Hooks, s_made, ("Namespace", "Hooks")),
            new SchemaText("/consumer/schemas/bolt/bolt.json", s_gone, ("Namespace", "Hooks")));

        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        Assert.Contains("Bolt.ThingGoneEvent", generated.TypeNames);
    }

    [Theory]
    [InlineData("""<WebhookSchema Include="a.json" EventTyp="/type" />""", "(2,33): TWH2011: EventTyp=\"/type\" of this WebhookSchema item is not valid: there is no such metadata; did you mean EventType?")]
    [InlineData("""<WebhookSchema Update="a.json"><NameSpaces>A</NameSpaces></WebhookSchema>""", "(2,33): TWH2011: NameSpaces of this WebhookSchema item is not valid: there is no such metadata; did you mean Namespace?")]
    [InlineData("""<WebhookProvider Include="Prix" Acces="internal" />""", "(2,33): TWH2011: Acces=\"internal\" of this WebhookProvider item is not valid: there is no such metadata; did you mean Access?")]
    [InlineData("""<WebhookProvider Include="Prix" EventType="/x" />""", "(2,33): TWH2011: EventType=\"/x\" of this WebhookProvider item is not valid: there is no such metadata; there are Access, Baseline, Dates, EqualObjects, EventTypeComparison, Events, JsonSchema, NamePrefix, Namespace, Numbers, Print, RequiredMembers")]
    public void MetadataThatDoesNotExist_IsSaidWithTheNearest(string item, string said) =>
        Assert.Equal(["Consumer.csproj" + said], Run($"<Project><ItemGroup>\n{item}\n</ItemGroup></Project>"));

    [Theory]
    [InlineData("""<WebhookSchema Include="a" Exclude="b" Condition="true" Provider="A" namespace="B" Format="f" EventType="e" EventTypeComparison="o" Map="m" Access="a" RequiredMembers="r" EqualObjects="s" Events="e" JsonSchema="j" Link="l" Visible="false" _Own="x" />""")]
    [InlineData("""<WebhookSchema Include="a"><!-- EventTyp --><Provider>A</Provider></WebhookSchema><Other EventTyp="x"><EventTyp>y</EventTyp></Other>""")]
    [InlineData("""<WebhookSchema Include="a" EventTyp=>""")]
    public void WhatIsKnownOrNoneOfOurBusiness_IsNotSaid(string item) => Assert.Empty(Run($"<Project>{item}</Project>"));

    /// <summary>The list is of the compiler's making; what is broken in it takes nothing down.</summary>
    [Theory]
    [InlineData("%")]
    [InlineData("AAAA")]
    [InlineData("")]
    public void BrokenList_IsNone(string items)
    {
        Generated generated = GeneratorHarness.Run(new SchemaText(Hooks, s_made), ProjectText.Of("<Project />", items));
        Assert.Empty(generated.Printed);
        Assert.Contains("Acme.ThingMadeEvent", generated.TypeNames);
    }

    private static string[] Run(string project) => [.. GeneratorHarness.Run(new SchemaText(Hooks, s_made), ProjectText.Of(project)).Printed];
}
