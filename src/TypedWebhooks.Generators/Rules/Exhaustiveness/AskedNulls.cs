using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>
/// The values of which a pattern asks whether they are null. To the compiler's flow analysis the question is evidence:
/// from there on the value can be null whatever its annotation says.
/// </summary>
internal static class AskedNulls
{
    /// <param name="formulas">When the arms match.</param>
    public static HashSet<ValuePath> In(IEnumerable<Formula> formulas)
    {
        HashSet<ValuePath> found = new();
        foreach (Formula formula in formulas)
        {
            Collect(formula, found);
        }

        return found;
    }

    private static void Collect(Formula formula, HashSet<ValuePath> found)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (formula)
        {
            case Formula.NullTest { IsAsked: true } test when !test.Path.Type.IsValueType && IsFollowed(test.Path):
                found.Add(test.Path);
                break;
            case Formula.Negation negation:
                Collect(negation.Operand, found);
                break;
            case Formula.Conjunction conjunction:
                CollectAll(conjunction.Parts, found);
                break;
            case Formula.Disjunction disjunction:
                CollectAll(disjunction.Parts, found);
                break;
        }
    }

    /// <summary>The flow analysis has no name for what a Deconstruct method gives, for list items, and for the elements of a tuple literal.</summary>
    private static bool IsFollowed(ValuePath path)
    {
        for (ValuePath? at = path; at is not null; at = at.Parent)
        {
            if (at.Step is PathStep.Deconstructed or PathStep.Item or PathStep.ItemFromEnd or PathStep.Slice or PathStep.Literal)
            {
                return false;
            }
        }

        return true;
    }

    private static void CollectAll(IReadOnlyList<Formula> parts, HashSet<ValuePath> found)
    {
        foreach (Formula part in parts)
        {
            Collect(part, found);
        }
    }
}
