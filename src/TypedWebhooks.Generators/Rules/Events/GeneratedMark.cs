using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>Whether a type is one that this package's generator emits.</summary>
internal static class GeneratedMark
{
    public static bool IsOn(INamedTypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "GeneratedCodeAttribute" }
        && attribute.ConstructorArguments.Length > 0
        && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: "TypedWebhooks" });
}
