using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
}
