using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>
/// Whether any value at all makes a formula true: the one question that every verdict is made of. It answers by
/// taking the first open test both ways, as a decision tree would, and keeping what each answer says about the value.
/// </summary>
internal sealed class Satisfiability(CancellationToken cancellationToken)
{
    // A switch that people write needs some hundreds; past this nothing is claimed about it.
    private const int MaxSteps = 50_000;

    private int _steps;

    /// <summary>Whether the formula can hold, or <see langword="null"/> where that takes too long to find out.</summary>
    public bool? Of(Formula formula, PartFacts facts)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_steps > MaxSteps)
        {
            return null;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        formula = Simplify(formula, facts);
        if (formula == Formula.True || formula == Formula.False)
        {
            return formula == Formula.True;
        }

        Formula.Test test = FirstTest(formula);
        bool? whenTrue = facts.Assume(test, answer: true) is { } accepted ? Of(formula, accepted) : false;
        if (whenTrue != false)
        {
            return whenTrue;
        }

        return facts.Assume(test, answer: false) is { } refused ? Of(formula, refused) : false;
    }

    private static Formula Simplify(Formula formula, PartFacts facts)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (formula)
        {
            case Formula.Test test:
                return facts.Evaluate(test) switch
                {
                    true => Formula.True,
                    false => Formula.False,
                    null => test,
                };
            case Formula.Negation negation:
                return Formula.Not(Simplify(negation.Operand, facts));
            case Formula.Conjunction conjunction:
                return Parts(conjunction.Parts, facts, absorbing: Formula.False) is { } all ? Formula.And(all) : Formula.False;
            case Formula.Disjunction disjunction:
                return Parts(disjunction.Parts, facts, absorbing: Formula.True) is { } any ? Formula.Or(any) : Formula.True;
            default:
                return formula;
        }
    }

    private static List<Formula>? Parts(IReadOnlyList<Formula> parts, PartFacts facts, Formula absorbing)
    {
        List<Formula> simplified = new(parts.Count);
        foreach (Formula part in parts)
        {
            Formula simple = Simplify(part, facts);
            if (simple == absorbing)
            {
                return null;
            }

            simplified.Add(simple);
        }

        return simplified;
    }

    private static Formula.Test FirstTest(Formula formula)
    {
        while (true)
        {
            switch (formula)
            {
                case Formula.Negation negation:
                    formula = negation.Operand;
                    break;
                case Formula.Conjunction conjunction:
                    formula = conjunction.Parts[0];
                    break;
                case Formula.Disjunction disjunction:
                    formula = disjunction.Parts[0];
                    break;
                default:
                    return (Formula.Test)formula;
            }
        }
    }
}
