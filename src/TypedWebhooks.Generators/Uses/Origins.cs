using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedWebhooks.Generators.Uses;

/// <summary>Where a value comes from: what a local was made of, what stands before a question mark.</summary>
internal static class Origins
{
    private const int MaxSteps = 16;

    /// <summary>The expression that gives the value; null where that cannot be told, since a local may be one of several.</summary>
    public static IOperation? Of(IOperation? value)
    {
        for (int steps = 0; value is not null && steps < MaxSteps; steps++)
        {
            IOperation? next = value switch
            {
                IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                ICoalesceOperation coalesce => coalesce.Value,
                IConditionalAccessInstanceOperation instance => Before(instance),
                ILocalReferenceOperation local => OfLocal(local),
                IConditionalAccessOperation access => access.WhenNotNull,
                IFieldReferenceOperation or IPropertyReferenceOperation or IInvocationOperation => value,
                _ => value,
            };
            if (ReferenceEquals(next, value))
            {
                return value;
            }

            value = next;
        }

        return value;
    }

    /// <summary>What stands before the question mark of <c>a?.b</c>.</summary>
    private static IOperation? Before(IConditionalAccessInstanceOperation instance)
    {
        for (IOperation? at = instance.Parent, below = instance; at is not null; below = at, at = at.Parent)
        {
            if (at is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, below))
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static IOperation? OfLocal(ILocalReferenceOperation reference)
    {
        if (reference.SemanticModel is not { } model
            || reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is not { } declaration
            || declaration.SyntaxTree != model.SyntaxTree
            || IsAssigned(reference))
        {
            return null;
        }

        return declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } initial } => model.GetOperation(initial),
            SingleVariableDesignationSyntax { Parent: PatternSyntax pattern } => MatchedBy(model.GetOperation(pattern)),
            _ => null,
        };
    }

    /// <summary>The value that a pattern is asked of.</summary>
    public static IOperation? MatchedBy(IOperation? pattern)
    {
        for (IOperation? at = pattern?.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IIsPatternOperation test:
                    return test.Value;
                case IPropertySubpatternOperation property:
                    return property.Member;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation expression }:
                    return expression.Value;
                case ISwitchOperation statement:
                    return statement.Value;
                case IBinaryPatternOperation or INegatedPatternOperation or IPatternCaseClauseOperation or ISwitchCaseOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static bool IsAssigned(ILocalReferenceOperation reference) => Root(reference).Descendants()
        .OfType<IAssignmentOperation>()
        .Any(assignment => assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, reference.Local));

    /// <summary>All of the method, or initializer, in which something stands.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
