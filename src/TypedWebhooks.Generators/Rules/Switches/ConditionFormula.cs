using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>Says as a formula when a condition holds, as far as it is about one variable.</summary>
internal sealed class ConditionFormula(IOperation variable, ValuePath path)
{
    /// <summary>How many questions about the variable were seen.</summary>
    public int Questions { get; private set; }

    public Formula Of(IOperation condition)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (condition.ConstantValue is { HasValue: true, Value: bool known })
        {
            return known ? Formula.True : Formula.False;
        }

        switch (condition)
        {
            case IParenthesizedOperation inner:
                return Of(inner.Operand);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, OperatorMethod: null } not:
                return Formula.Not(Of(not.Operand));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd, OperatorMethod: null } both:
                return Formula.And(Of(both.LeftOperand), Of(both.RightOperand));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr, OperatorMethod: null } either:
                return Formula.Or(Of(either.LeftOperand), Of(either.RightOperand));
            case IIsPatternOperation pattern when SameVariable.Are(pattern.Value, variable):
                Questions++;
                return PatternFormula.Of(pattern.Pattern, path);
            case IIsTypeOperation type when SameVariable.Are(type.ValueOperand, variable):
                Questions++;
                Formula instance = PatternFormula.Instance(path, type.TypeOperand);
                return type.IsNegated ? Formula.Not(instance) : instance;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when SameVariable.Are(ComparedWithNull(comparison), variable):
                Questions++;
                Formula isNull = new Formula.NullTest(path);
                return comparison.OperatorKind == BinaryOperatorKind.Equals ? isNull : Formula.Not(isNull);
            default:
                return new Formula.FreeTest();
        }
    }

    /// <summary>What is compared with null, or <see langword="null"/> where the comparison is another one.</summary>
    public static IOperation? ComparedWithNull(IBinaryOperation comparison) =>
        IsNull(comparison.RightOperand) ? comparison.LeftOperand : IsNull(comparison.LeftOperand) ? comparison.RightOperand : null;

    private static bool IsNull(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: null };
}
