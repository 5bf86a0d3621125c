using System.Linq;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Events;

/// <summary>A type that TypedWebhooks emitted, in this project or in a referenced one.</summary>
internal static class GeneratedType
{
    public static bool IsOurs(ITypeSymbol type) => type.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "GeneratedCodeAttribute" }
        && attribute.ConstructorArguments.Length > 0
        && attribute.ConstructorArguments[0] is { Kind: TypedConstantKind.Primitive, Value: "TypedWebhooks" });
}
