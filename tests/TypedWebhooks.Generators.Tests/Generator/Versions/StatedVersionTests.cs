using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>What the items say of versions: which names they get, and what is wrong with them, each at its place.</summary>
public sealed class StatedVersionTests
{
    private static readonly string s_ping = Schema.Event("ping");

    [Theory]
    [InlineData("4", "V4")]
    [InlineData("v4", "V4")]
    [InlineData("V4", "V4")]
    [InlineData("1.2", "V1_2")]
    [InlineData("1.10.0", "V1_10_0")]
    [InlineData("2024-06-01", "V2024_06_01")]
    [InlineData("2024-06-01.acacia", "V2024_06_01Acacia")]
    [InlineData("beta", "VBeta")]
    [InlineData("v", "VV")]
    [InlineData("event", "VEvent")]
    [InlineData("1.2-rc.1", "V1_2Rc1")]
    [InlineData("\u03b2", "V\u0392")]
    [InlineData("4\"; class Evil { } //", "V4ClassEvil")]
    [InlineData("../../etc", "VEtc")]
    [InlineData("\ud800\udc00", "VU10000")]
    public void VersionText_BecomesANamespace(string text, string name)
    {
        Generated generated = GeneratorHarness.Run(VersionSamples.Acme(text, s_ping, ("VersionFrom", "/v")));
        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        Assert.NotNull(generated.Load().GetType($"Consumer.Acme.{name}.PingEvent"));
        Assert.All(generated.Sources.Values, static code => Assert.All(code, static c => Assert.True(c < 128)));
    }

    [Theory]
    [InlineData("\ud83d\ude00", "it has no letter and no digit, of which a namespace could be called. Nothing is emitted for it")]
    [InlineData("---", "it has no letter and no digit, of which a namespace could be called. Nothing is emitted for it")]
    [InlineData("123456789.123456789.123456789.123456789.123456789.1", "it has 51 characters, and 50 is the most. Nothing is emitted for it")]
    public void VersionThatCannotBeOne_IsSaid(string text, string why)
    {
        Generated generated = GeneratorHarness.Run(Schemas(("3.json", "3"), ("4.json", text)));
        Assert.Equal([$"Consumer.csproj(2,49): TWH2011: Version=\"{text}\" of this WebhookSchema item is not valid: {why}"], generated.Printed);
        Assert.Contains("Acme.V3.PingEvent.g.cs", generated.Sources.Keys);
        Assert.DoesNotContain(generated.Sources.Keys, static hint => hint.StartsWith("Acme.PingEvent", StringComparison.Ordinal));
        generated.AssertCompiles();
    }

    /// <summary>Of two versions that would have one namespace the second is left out, and said to be.</summary>
    [Theory]
    [InlineData("1.2", "1-2", "V1_2", "V1_2")]
    [InlineData("4", "v4", "V4", "V4")]
    [InlineData("1a", "1A", "V1a", "V1A")]
    public void VersionsOfOneName_AreSaid(string one, string other, string name, string otherName)
    {
        Generated generated = GeneratorHarness.Run(Schemas(("3.json", one), ("4.json", other)));
        string[] versions = [one, other];
        Array.Sort(versions, StringComparer.Ordinal);
        (string kept, string lost) = versions[0] == one ? (name, otherName) : (otherName, name);
        string printed = Assert.Single(generated.Printed);
        Assert.EndsWith($"Version=\"{versions[1]}\" of this WebhookSchema item is not valid: its namespace would be called {lost}, as that of Acme's version \"{versions[0]}\" is called {kept}. Nothing is emitted for \"{versions[1]}\"", printed);
        Assert.StartsWith($"Consumer.csproj({(versions[1] == other ? 2 : 3)},49): TWH2011: ", printed);
        generated.AssertCompiles();
    }

    [Fact]
    public void SameVersionTwice_IsOneVersionOfTwoFiles()
    {
        Generated generated = GeneratorHarness.Run(
            VersionSamples.Acme("3", s_ping),
            new SchemaText("/consumer/schemas/acme/more.json", Schema.Event("pong"), ("Provider", "Acme"), ("Version", "3")));
        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        Assert.Contains("Acme.V3.PingEvent.g.cs", generated.Sources.Keys);
        Assert.Contains("Acme.V3.PongEvent.g.cs", generated.Sources.Keys);
    }

    [Fact]
    public void FileWithoutAVersionBesideOthers_IsSaid()
    {
        Generated generated = GeneratorHarness.Run(Schemas(("3.json", "3"), ("common.json", "")));
        Assert.Equal(
            ["common.json(1,1): TWH2011: Version=\"\" of this WebhookSchema item is not valid: other items of Acme state a Version, and this one does not say which of them common.json is of. A file that several versions share has an item for each of them. Nothing is emitted of this one"],
            generated.Printed);
        generated.AssertCompiles();
    }

    /// <summary>A file that two versions share has two items.</summary>
    [Fact]
    public void FileOfTwoVersions_IsInBoth()
    {
        const string Common = "/consumer/schemas/acme/common.json";
        SchemaText Schema(string version) => new($"/consumer/schemas/acme/{version}.json", """{ "properties": { "type": { "const": "ping" }, "who": { "$ref": "common.json#/$defs/person" } } }""");
        string Item(string file, string version) => ProjectText.Item("schema", file, ("Provider", "Acme"), ("Version", version));
        Generated generated = GeneratorHarness.Run(
            Schema("3"),
            Schema("4"),
            new SchemaText(Common, """{ "$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": { "person": { "type": "object", "properties": { "name": { "type": "string" } } } } }"""),
            ProjectText.Of("<Project />", Item("/consumer/schemas/acme/3.json", "3"), Item("/consumer/schemas/acme/4.json", "4"), Item(Common, "3"), Item(Common, "4")));
        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        Assert.Contains("Acme.AcmeV3ToV4.UpgradePerson.g.cs", generated.Sources.Keys);
    }

    [Theory]
    [InlineData("Namespace", "A.B", "A.C")]
    [InlineData("VersionFrom", "/a", "/b")]
    [InlineData("VersionFrom", "header A", "header B")]
    public void ContradictionAmongVersions_IsSaid(string name, string first, string second)
    {
        Generated generated = GeneratorHarness.Run(VersionSamples.Acme("3", s_ping, (name, first)), VersionSamples.Acme("4", s_ping, (name, second)));
        Assert.Equal(
            [$"4.json(1,1): TWH2011: {name}=\"{second}\" of this WebhookSchema item is not valid: the item of 3.json says {name}=\"{first}\", and both are of the provider Acme, which has one. The first is followed"],
            generated.Printed);
        generated.AssertCompiles();
    }

    /// <summary>What each version has for itself may differ between them, and not within one.</summary>
    [Fact]
    public void WhatAVersionHasForItself_IsItsOwn()
    {
        Generated apart = GeneratorHarness.Run(VersionSamples.Acme("3", s_ping, ("Frozen", "true"), ("RequiredMembers", "Optional")), VersionSamples.Acme("4", s_ping, ("Frozen", "false"), ("RequiredMembers", "Strict")));
        Assert.Empty(apart.Printed);
        Generated together = GeneratorHarness.Run(
            VersionSamples.Acme("3", s_ping, ("Frozen", "true")),
            new SchemaText("/consumer/schemas/acme/more.json", Schema.Event("pong"), ("Provider", "Acme"), ("Version", "3"), ("Frozen", "false")));
        Assert.Equal(["more.json(1,1): TWH2011: Frozen=\"false\" of this WebhookSchema item is not valid: the item of 3.json says Frozen=\"true\", and both are of the provider Acme, which has one. The first is followed"], together.Printed);
    }

    [Fact]
    public void Namespace_IsThatOfTheProvider()
    {
        Generated generated = GeneratorHarness.Run(VersionSamples.Acme("3", s_ping), VersionSamples.Acme("4", s_ping, ("Namespace", "Hooks.Of")));
        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        Assert.Contains("namespace Hooks.Of.V3;", generated["Acme.V3.PingEvent.g.cs"]);
        Assert.Contains("namespace Hooks.Of;", generated["Acme.AcmeWebhook.g.cs"]);
    }

    [Theory]
    [InlineData("Frozen", "yes", "it is true or false")]
    public void SettingThatIsNone_IsSaid(string name, string value, string why)
    {
        Generated generated = GeneratorHarness.Run(VersionSamples.Acme("3", s_ping, (name, value)));
        Assert.Equal([$"3.json(1,1): TWH2011: {name}=\"{value}\" of this WebhookSchema item is not valid: {why}"], generated.Printed);
    }

    [Theory]
    [InlineData("api_version")]
    [InlineData("header")]
    [InlineData("header A B")]
    [InlineData("Caller")]
    [InlineData("/v?")]
    [InlineData("/a~2")]
    public void PlaceThatIsNone_IsSaid(string from)
    {
        const string Path = "/consumer/schemas/acme/3.json";
        Generated generated = GeneratorHarness.Run(
            new SchemaText(Path, s_ping),
            ProjectText.Of($"<Project>\n<ItemGroup><WebhookSchema Include=\"3.json\" Version=\"3\" VersionFrom=\"{from}\" /></ItemGroup></Project>", ProjectText.Item("schema", Path, ("Version", "3"), ("VersionFrom", from))));
        Assert.Equal(
            [$"Consumer.csproj(2,56): TWH2011: VersionFrom=\"{from}\" of this WebhookSchema item is not valid: it is a JSON pointer into the body, such as /api_version; header and the header's name; or caller, where whoever parses says it"],
            generated.Printed);
        generated.AssertCompiles();
    }

    [Fact]
    public void PlaceWithoutAVersion_IsSaid()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(s_ping, ("VersionFrom", "/v")));
        Assert.Equal(["hooks.json(1,1): TWH2011: VersionFrom=\"/v\" of this WebhookSchema item is not valid: it says where a delivery has its version, and no item of Acme states a Version"], generated.Printed);
        Assert.Contains("Acme.PingEvent.g.cs", generated.Sources.Keys);
        generated.AssertCompiles();
    }

    /// <summary>Two versions that are broken in one file each take nothing else down.</summary>
    [Fact]
    public void BrokenVersion_LeavesTheOthers()
    {
        Generated generated = GeneratorHarness.Run(VersionSamples.Acme("3", "{", ("VersionFrom", "/v")), VersionSamples.Acme("4", s_ping));
        Assert.Equal("TWH2001", Assert.Single(generated.Diagnostics).Id);
        Assert.Contains("Acme.V4.PingEvent.g.cs", generated.Sources.Keys);
        Assert.DoesNotContain("V3", generated["Acme.AcmeWebhook.g.cs"]);
        generated.AssertCompiles();
    }

    [Fact]
    public void InternalVersion_MakesThePickerInternal()
    {
        Generated generated = GeneratorHarness.Run(VersionSamples.Acme("3", s_ping, ("Access", "internal")), VersionSamples.Acme("4", s_ping));
        Assert.Empty(generated.Printed);
        generated.AssertCompiles();
        Assert.Contains("internal static class AcmeWebhook", generated["Acme.AcmeWebhook.g.cs"]);
    }

    /// <summary>What stands beside the versions has its names in the provider's namespace, like a provider without versions.</summary>
    [Fact]
    public void OtherProviderWithATypeOfThePickersName_IsSaid()
    {
        Generated generated = GeneratorHarness.Run(
            VersionSamples.Acme("3", s_ping, ("Namespace", "Hooks")),
            new SchemaText("/consumer/schemas/bolt/b.json", """{ "properties": { "type": { "const": "ping" }, "w": { "$ref": "#/$defs/acmeWebhook" } }, "$defs": { "acmeWebhook": { "type": "object", "properties": { "a": { "type": "string" } } } } }""", ("Provider", "Bolt"), ("Namespace", "Hooks")));
        Assert.Equal(
            ["b.json(1,1): TWH2011: Namespace=\"Hooks\" of this WebhookSchema item is not valid: the providers Acme (3.json) and Bolt (b.json) are both in it, and both have a type AcmeWebhook. Nothing is emitted for Bolt until each has a namespace of its own"],
            generated.Printed);
        generated.AssertCompiles();
    }

    private static SchemaText[] Schemas(params (string File, string Version)[] files) =>
    [
        .. files.Select(static file => new SchemaText("/consumer/schemas/acme/" + file.File, s_ping)),
        ProjectText.Of(
            "<Project><ItemGroup>\n" + string.Join("\n", files.Skip(1).Concat(files.Take(1)).Select(static file => $"<WebhookSchema Include=\"{file.File}\" Provider=\"Acme\" Version=\"{System.Security.SecurityElement.Escape(file.Version)}\" />")) + "</ItemGroup></Project>",
            [.. files.Select(static file => ProjectText.Item("schema", "/consumer/schemas/acme/" + file.File, ("Provider", "Acme"), ("Version", file.Version)))]),
    ];
}
