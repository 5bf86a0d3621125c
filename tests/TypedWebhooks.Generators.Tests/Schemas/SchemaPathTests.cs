using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas;

/// <summary>A file is found by its path, however that is written where it comes in.</summary>
public sealed class SchemaPathTests
{
    [Theory]
    [InlineData("http://localhost:1234/a/../b.json", "http://localhost:1234/b.json")]
    [InlineData("/repo/App/../shared/a.json", "/repo/shared/a.json")]
    [InlineData("/repo/./App//x/a.json", "/repo/App/x/a.json")]
    [InlineData(@"C:\repo\App\..\shared\a.json", "C:/repo/shared/a.json")]
    [InlineData(@"\\server\share\App\..\a.json", "//server/share/a.json")]
    [InlineData("/../a.json", "/a.json")]
    [InlineData("../../shared/./a.json", "../../shared/a.json")]
    [InlineData("x/../../a.json", "../a.json")]
    [InlineData("a.json", "a.json")]
    public void Path_HasOneForm(string path, string expected) => Assert.Equal(expected, SchemaPath.Normalize(path));

    /// <summary>Schemas beside the project, as the command line hands their paths over.</summary>
    [Theory]
    [InlineData("/repo/App/../shared/", "common.json#/$defs/Data")]
    [InlineData("/repo/App/../shared/", "./common.json#/$defs/Data")]
    [InlineData("/repo/App/../shared/", "../shared/common.json#/$defs/Data")]
    [InlineData("/repo/App/../shared/", "x/../common.json#/$defs/Data")]
    [InlineData("/repo/App/../shared/", "..\\\\shared\\\\common.json#/$defs/Data")]
    [InlineData("/repo/App/.././shared//", "common.json#/$defs/Data")]
    [InlineData("C:\\repo\\App\\..\\shared\\", "common.json#/$defs/Data")]
    [InlineData("../shared/", "common.json#/$defs/Data")]
    [InlineData("../shared/", "../shared/common.json#/$defs/Data")]
    public void Reference_IsFound(string folder, string reference)
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText(folder + "hooks.json", Schema.Event("made", $$""" "data": { "$ref": "{{reference}}" } """), ("Provider", "Acme")),
            new SchemaText(folder + "common.json", """{ "$defs": { "Data": { "type": "object", "properties": { "id": { "type": "string" } } } } }""", ("Provider", "Acme")));

        Assert.Empty(generated.Printed);
        Assert.Contains("string? Id", generated.TypeCode("Acme.Data"));
    }

    [Theory]
    [InlineData("""{ "eventType": "/type", "events": { "made": "hooks.json" } }""")]
    [InlineData("""{ "eventType": "/type", "events": { "made": "./hooks.json" } }""")]
    [InlineData("""{ "eventType": "/type", "events": { "made": "../acme/hooks.json#" } }""")]
    [InlineData("""{ "eventType": "/type", "discover": { "schemas": "acme/*.json", "names": "/x-event" } }""")]
    [InlineData("""{ "eventType": "/type", "discover": { "schemas": "./acme/*.json", "names": "/x-event" } }""")]
    [InlineData("""{ "eventType": "/type", "discover": { "schemas": "../acme/*.json", "names": "/x-event" } }""")]
    [InlineData("""{ "eventType": "/type", "discover": { "schemas": "..\\acme\\*.json", "names": "/x-event" } }""")]
    [InlineData("""{ "eventType": "/type", "discover": { "schemas": "shared/**/*.json", "names": "/x-event" } }""")]
    public void Map_FindsItsSchemas(string map)
    {
        Generated generated = GeneratorHarness.Run(
            new SchemaText("/repo/App/../shared/acme/hooks.json", """{ "x-event": "made", "type": "object", "properties": { "id": { "type": "string" } } }"""),
            new SchemaText("/repo/App/../shared/acme/hooks.map.json", map, ("Schema", "map")));

        Assert.Empty(generated.Printed);
        Assert.Contains("string? Id", generated.TypeCode("Acme.MadeEvent"));
    }

    /// <summary>The folder of a file beside the project is a folder, and not the way there.</summary>
    [Fact]
    public void ProviderOfAFileBesideTheProject_IsItsFolder()
    {
        Generated generated = GeneratorHarness.Run(new SchemaText("/repo/App/acme/../bolt/hooks.json", Schema.Event("made")), new SchemaText("/repo/acme/./gone.json", Schema.Event("gone")));
        Assert.Empty(generated.Printed);
        Assert.Contains("Bolt.MadeEvent", generated.TypeNames);
        Assert.Contains("Acme.GoneEvent", generated.TypeNames);
    }
}
