using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>The part of a value that a sub-pattern looks at.</summary>
internal static class MemberPath
{
    public static ValuePath? OfMember(ValuePath path, ISymbol member)
    {
        switch (member)
        {
            case IFieldSymbol { ContainingType.IsTupleType: true } element:
                IFieldSymbol field = element.CorrespondingTupleField ?? element;
                int index = element.ContainingType.TupleElements.IndexOf(
                    element.ContainingType.TupleElements.FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.CorrespondingTupleField ?? candidate, field))!);
                return index < 0 ? null : TupleElement(path, element.ContainingType, index);
            case IFieldSymbol field2:
                return new ValuePath(path, PathStep.Member, field2.Type, MayBeNull(field2.Type, field2), field2);
            case IPropertySymbol property:
                return new ValuePath(path, PathStep.Member, property.Type, MayBeNull(property.Type, property), Declared(property));
            default:
                return null;
        }
    }

    public static ValuePath? OfPosition(ValuePath path, IRecursivePatternOperation recursive, int index)
    {
        if (recursive.DeconstructSymbol is IMethodSymbol method)
        {
            // An extension method has the value itself as its first parameter.
            ImmutableArray<IParameterSymbol> parameters = method.Parameters;
            int first = parameters.Length - recursive.DeconstructionSubpatterns.Length;
            return first is 0 or 1
                ? new ValuePath(path, PathStep.Deconstructed, parameters[first + index].Type, MayBeNull(parameters[first + index].Type, parameters[first + index]), method, index)
                : null;
        }

        return recursive.DeconstructSymbol is null
            && TypeRelations.WithoutNullable(recursive.MatchedType) is INamedTypeSymbol { IsTupleType: true } tuple
            && index < tuple.TupleElements.Length
            ? TupleElement(path, tuple, index)
            : null;
    }

    public static ValuePath TupleElement(ValuePath path, INamedTypeSymbol tuple, int index)
    {
        ITypeSymbol type = tuple.TupleElements[index].Type;
        return new ValuePath(path, PathStep.TupleElement, type, MayBeNull(type, symbol: null), index: index);
    }

    /// <summary>Whether a member of the type can be null as far as its declaration says.</summary>
    public static bool MayBeNull(ITypeSymbol type, ISymbol? symbol)
    {
        if (type.IsValueType)
        {
            return type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        }

        ImmutableArray<AttributeData> attributes = symbol?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty;
        if (attributes.Any(static attribute => attribute.AttributeClass is { Name: "NotNullAttribute" }))
        {
            return false;
        }

        return type.NullableAnnotation == NullableAnnotation.Annotated
            || attributes.Any(static attribute => attribute.AttributeClass is { Name: "MaybeNullAttribute" })
            || (type is ITypeParameterSymbol { IsReferenceType: false, HasNotNullConstraint: false } parameter
                && type.NullableAnnotation != NullableAnnotation.None
                && parameter.ConstraintTypes.All(static constraint => constraint.NullableAnnotation == NullableAnnotation.Annotated));
    }

    /// <summary>The property that an override stands for, so that one value has one path.</summary>
    private static IPropertySymbol Declared(IPropertySymbol property)
    {
        while (property.OverriddenProperty is { } overridden && SymbolEqualityComparer.Default.Equals(overridden.Type, property.Type))
        {
            property = overridden;
        }

        return property;
    }
}
