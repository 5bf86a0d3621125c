using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>Says as a formula when a pattern matches. What it does not understand matches nobody knows when.</summary>
internal static class PatternFormula
{
    public static Formula Of(IPatternOperation pattern, ValuePath path)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return pattern switch
        {
            IDiscardPatternOperation => Formula.True,
            IDeclarationPatternOperation { MatchesNull: true } => Formula.True,
            IDeclarationPatternOperation { MatchedType: { } type } => Instance(path, type),
            ITypePatternOperation { MatchedType: { } type } => Instance(path, type),
            IConstantPatternOperation constant => Comparison(path, BinaryOperatorKind.Equals, constant.Value),
            IRelationalPatternOperation relational => Comparison(path, relational.OperatorKind, relational.Value),
            INegatedPatternOperation negated => Formula.Not(Of(negated.Pattern, path)),
            IBinaryPatternOperation binary => Binary(binary, path),
            IRecursivePatternOperation recursive => Recursive(recursive, path),
            IListPatternOperation list => ListPatternFormula.Of(list, path),
            _ => new Formula.FreeTest(),
        };
    }

    /// <summary>When <c>value op constant</c> holds.</summary>
    public static Formula Comparison(ValuePath path, BinaryOperatorKind op, IOperation constant)
    {
        if (constant.ConstantValue is not { HasValue: true } known || constant.Type is { TypeKind: TypeKind.Error })
        {
            return new Formula.FreeTest();
        }

        if (known.Value is null)
        {
            return op == BinaryOperatorKind.Equals ? new Formula.NullTest(path, NullQuestion.Null) : new Formula.FreeTest();
        }

        if (constant.Type is null || ValueDomain.Compared(op, known.Value) is not { } values)
        {
            return new Formula.FreeTest();
        }

        ITypeSymbol type = TypeRelations.WithoutNullable(constant.Type);
        if (SymbolEqualityComparer.Default.Equals(type, TypeRelations.WithoutNullable(path.Type)))
        {
            return Formula.And(Formula.Not(new Formula.NullTest(path)), new Formula.ValueTest(path, values));
        }

        ValuePath unboxed = new(path, PathStep.Unboxed, type, mayBeNull: false, type);
        return Formula.And(Instance(path, type), new Formula.ValueTest(unboxed, values));
    }

    /// <summary>When the value is an instance of the type.</summary>
    public static Formula Instance(ValuePath path, ITypeSymbol type) => type.TypeKind == TypeKind.Error
        ? new Formula.FreeTest()
        : SymbolEqualityComparer.Default.Equals(TypeRelations.WithoutNullable(type), TypeRelations.WithoutNullable(path.Type))
            ? Formula.Not(new Formula.NullTest(path))
            : new Formula.TypeTest(path, type);

    /// <summary>A chain <c>A or B or C</c> leans to the left and can be thousands long: it is walked, not descended.</summary>
    private static Formula Binary(IBinaryPatternOperation binary, ValuePath path)
    {
        List<Formula> parts = new();
        BinaryOperatorKind op = binary.OperatorKind;
        IPatternOperation left = binary;
        while (left is IBinaryPatternOperation chain && chain.OperatorKind == op)
        {
            // The right side of `and` sees the value through what the left side made of it.
            parts.Add(Of(chain.RightPattern, path));
            left = chain.LeftPattern;
        }

        parts.Add(Of(left, path));
        parts.Reverse();
        return op switch
        {
            BinaryOperatorKind.Or => Formula.Or(parts),
            BinaryOperatorKind.And => Formula.And(parts),
            _ => new Formula.FreeTest(),
        };
    }

    private static Formula Recursive(IRecursivePatternOperation recursive, ValuePath path)
    {
        ImmutableArray<IPatternOperation> positions = recursive.DeconstructionSubpatterns;
        if (recursive.Syntax is RecursivePatternSyntax { Type: null, PositionalPatternClause: null, PropertyPatternClause.Subpatterns.Count: 0 })
        {
            return Formula.Not(new Formula.NullTest(path, NullQuestion.Braces));
        }

        List<Formula> parts = new() { Instance(path, recursive.MatchedType) };
        for (int i = 0; i < positions.Length; i++)
        {
            parts.Add(MemberPath.OfPosition(path, recursive, i) is { } part ? Of(positions[i], part) : new Formula.FreeTest());
        }

        foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
        {
            parts.Add(property.Member is IMemberReferenceOperation { Member: { } member } && MemberPath.OfMember(path, member) is { } part
                ? Of(property.Pattern, part)
                : new Formula.FreeTest());
        }

        return Formula.And(parts);
    }
}
