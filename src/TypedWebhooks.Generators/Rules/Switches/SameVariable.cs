using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>Whether two expressions read the same variable: a local, a parameter, or a member of one by name.</summary>
internal static class SameVariable
{
    public static bool IsOne(IOperation expression) => Are(expression, expression);

    public static bool Are(IOperation? left, IOperation? right) => (Unwrapped(left), Unwrapped(right)) switch
    {
        (ILocalReferenceOperation a, ILocalReferenceOperation b) => SymbolEqualityComparer.Default.Equals(a.Local, b.Local),
        (IParameterReferenceOperation a, IParameterReferenceOperation b) => SymbolEqualityComparer.Default.Equals(a.Parameter, b.Parameter),
        (IInstanceReferenceOperation a, IInstanceReferenceOperation b) => a.ReferenceKind == b.ReferenceKind,
        (IFieldReferenceOperation a, IFieldReferenceOperation b) => AreMembers(a, b),
        (IPropertyReferenceOperation { Arguments.IsEmpty: true } a, IPropertyReferenceOperation { Arguments.IsEmpty: true } b) => AreMembers(a, b),
        _ => false,
    };

    private static bool AreMembers(IMemberReferenceOperation a, IMemberReferenceOperation b) =>
        SymbolEqualityComparer.Default.Equals(a.Member, b.Member) && (a.Instance is null ? b.Instance is null : Are(a.Instance, b.Instance));

    /// <summary>The expression without parentheses, and without conversions that leave the value as it is.</summary>
    public static IOperation? Unwrapped(IOperation? expression)
    {
        while (true)
        {
            switch (expression)
            {
                case IConversionOperation { OperatorMethod: null } conversion when conversion.Conversion.IsReference || conversion.Conversion.IsIdentity:
                    expression = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    expression = parenthesized.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }
}
