using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>Whether the compiler's flow analysis lets the operand of a switch be null.</summary>
internal static class OperandNullness
{
    public static bool MayBeNull(SemanticModel model, ExpressionSyntax operand, ITypeSymbol type, CancellationToken cancellationToken)
    {
        if (type.IsValueType && type.OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
        {
            return false;
        }

        NullabilityInfo nullability = model.GetTypeInfo(operand, cancellationToken).Nullability;
        return nullability.FlowState == NullableFlowState.MaybeNull
            || (nullability.FlowState == NullableFlowState.None && type.IsValueType);
    }

    /// <summary>The elements of a tuple literal that can be null: their types do not say it, only the expressions in it do.</summary>
    public static IEnumerable<ValuePath> NullableElements(SemanticModel model, ExpressionSyntax operand, ValuePath path, CancellationToken cancellationToken)
    {
        if (operand is not TupleExpressionSyntax literal || path.Type is not INamedTypeSymbol { IsTupleType: true } tuple)
        {
            yield break;
        }

        for (int i = 0; i < literal.Arguments.Count && i < tuple.TupleElements.Length; i++)
        {
            ValuePath element = MemberPath.TupleElement(path, tuple, i);
            ExpressionSyntax value = literal.Arguments[i].Expression;
            if (MayBeNull(model, value, element.Type, cancellationToken))
            {
                yield return element;
            }

            foreach (ValuePath inner in NullableElements(model, value, element, cancellationToken))
            {
                yield return inner;
            }
        }
    }
}
