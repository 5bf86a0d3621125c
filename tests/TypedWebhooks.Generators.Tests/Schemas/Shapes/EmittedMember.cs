using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Schemas.Shapes;

/// <summary>An event <c>ping</c> with one member <c>m</c> of some schema, besides definitions <c>F</c>, <c>G</c>, and what a test adds.</summary>
internal static class EmittedMember
{
    private const string Definitions = """
        "F": { "type": "object", "properties": { "f": { "type": "string" } }, "required": ["f"] },
        "G": { "type": "object", "properties": { "g": { "type": "integer" } }, "required": ["g"] },
        "Null": { "type": "null" },
        "Text": { "type": "string" }
        """;

    public static Generated Run(string schema, params (string Name, string Value)[] metadata)
    {
        string all = Schema.Of($$"""{ "type": "object", "properties": { "type": { "const": "ping" }, "m": {{schema}} }, "required": ["type", "m"] }""", Definitions);
        return GeneratorHarness.Run(GeneratorHarness.Acme(all, metadata));
    }

    /// <summary>The type of the member as C# writes it.</summary>
    public static string TypeOf(string schema)
    {
        Generated generated = Run(schema);
        generated.AssertCompiles();
        INamedTypeSymbol ping = generated.Compilation.GetTypeByMetadataName("Consumer.Acme.PingEvent")!;
        return ping.GetMembers("M").OfType<IPropertySymbol>().Single().Type.ToDisplayString(new SymbolDisplayFormat(
            genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
            miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
    }
}
