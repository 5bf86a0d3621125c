using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>
/// The values of which a pattern asks whether they are null. To the compiler's flow analysis the question is evidence:
/// the value can be null whatever its annotation says. Of a variable and its members any question counts; of a value
/// that has no name only <c>null</c> itself, and only where nothing else has told before.
/// </summary>
internal sealed class AskedNulls
{
    private readonly HashSet<ValuePath> _nullable = new();
    private readonly HashSet<ValuePath> _told = new();

    private AskedNulls()
    {
    }

    /// <param name="formulas">When the arms match, in their order.</param>
    public static HashSet<ValuePath> In(IEnumerable<Formula> formulas)
    {
        AskedNulls asked = new();
        asked.CollectAll(formulas);
        return asked._nullable;
    }

    private void Collect(Formula formula)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (formula)
        {
            case Formula.NullTest test when !test.Path.Type.IsValueType:
                bool isFirst = _told.Add(test.Path);
                if (test.Asked != NullQuestion.Implied && (IsFollowed(test.Path) || (isFirst && test.Asked == NullQuestion.Null)))
                {
                    _nullable.Add(test.Path);
                }

                break;
            case Formula.TypeTest test:
                _told.Add(test.Path);
                break;
            case Formula.Negation negation:
                Collect(negation.Operand);
                break;
            case Formula.Conjunction conjunction:
                CollectAll(conjunction.Parts);
                break;
            case Formula.Disjunction disjunction:
                CollectAll(disjunction.Parts);
                break;
        }
    }

    private void CollectAll(IEnumerable<Formula> parts)
    {
        foreach (Formula part in parts)
        {
            Collect(part);
        }
    }

    /// <summary>
    /// Whether the flow analysis has a name for the value: it has none for what a Deconstruct method gives, for list
    /// items, for parts of a temporary, for members that the static type does not have.
    /// </summary>
    private static bool IsFollowed(ValuePath path)
    {
        for (ValuePath? at = path; at is not null; at = at.Parent)
        {
            if (at.Step is not (PathStep.Operand or PathStep.Member or PathStep.TupleElement)
                || (at.Step == PathStep.Member && !HasMember(at.Parent!.Type, at.Symbol!.ContainingType)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasMember(ITypeSymbol type, INamedTypeSymbol declaring)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, declaring.OriginalDefinition))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(each => SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, declaring.OriginalDefinition));
    }
}
