using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Schemas.EventMaps;

/// <summary>A provider <c>Acme</c> of some schemas and an event map.</summary>
internal static class MappedProvider
{
    public const string Order = """{ "title": "order", "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" } } }""";

    public const string User = """{ "title": "user", "type": "object", "required": ["name"], "properties": { "name": { "type": "string" } } }""";

    public static SchemaText[] Of(string map, params (string Path, string Text)[] schemas) =>
    [
        .. schemas.Select(static schema => new SchemaText("/consumer/schemas/acme/" + schema.Path, schema.Text, ("Provider", "Acme"), ("Format", "json-schema"))),
        new("/consumer/schemas/acme/acme.map.json", map, ("Provider", "Acme"), ("Schema", "map")),
    ];

    /// <summary>The provider, which has nothing to be complained of.</summary>
    public static EmittedEvents Load(string map, params (string Path, string Text)[] schemas)
    {
        Generated generated = GeneratorHarness.Run(Of(map, schemas));
        Xunit.Assert.DoesNotContain(generated.Diagnostics, static d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
        return new EmittedEvents("Acme", generated);
    }

    /// <summary>What is said of a map and of its schemas, notes apart.</summary>
    public static IEnumerable<string> Errors(string map, params (string Path, string Text)[] schemas)
    {
        Generated generated = GeneratorHarness.Run(Of(map, schemas));
        return generated.Printed.Where((_, i) => generated.Diagnostics[i].Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info);
    }

    public static string NameOf(object e) => e.GetType().Name;
}
