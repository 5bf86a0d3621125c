using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>A provider <c>Acme</c> whose files each bring their own definitions, as exporters that bundle write them.</summary>
internal static class BundledProvider
{
    /// <summary>A file that is one event, with its member <c>data</c> of a definition <c>Data</c>.</summary>
    public static SchemaText Event(string name, string definitions, string data = "#/$defs/Data") => File(
        name,
        $$"""{ "type": "object", "properties": { "type": { "const": "{{name}}" }, "data": { "$ref": "{{data}}" } }, "$defs": { {{definitions}} } }""");

    public static SchemaText File(string name, string text) => new($"/consumer/schemas/acme/{name.Replace('.', '-')}.schema.json", text, ("Format", "json-schema"));

    /// <summary>The types that are emitted beside the events and what every provider has. All has to compile, and nothing to be said.</summary>
    public static string Types(params SchemaText[] schemas)
    {
        Generated generated = GeneratorHarness.Run(schemas);
        Xunit.Assert.Empty(generated.Printed);
        return Types(generated);
    }

    public static string Types(Generated generated)
    {
        generated.AssertCompiles();
        IEnumerable<string> types = generated.TypeNames.Select(static name => name["Acme.".Length..]);
        return string.Join(" ", types.Where(static type => !type.EndsWith("Event", System.StringComparison.Ordinal) && !type.Contains("Acme", System.StringComparison.Ordinal)));
    }
}
