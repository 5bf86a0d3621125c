using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>
/// Whether any value at all makes a formula true: the one question that every verdict is made of. It answers by
/// taking the first open test both ways, as a decision tree would, and keeping what each answer says about the value.
/// </summary>
/// <param name="effort">How much may be spent on it.</param>
/// <param name="cancellationToken">Tells that nobody waits for the answer any longer.</param>
internal sealed class Satisfiability(Effort effort, CancellationToken cancellationToken)
{
    /// <summary>Whether the formula can hold, or <see langword="null"/> where that takes too long to find out.</summary>
    public bool? Of(Formula formula, PartFacts facts)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (effort.IsSpent)
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

    private Formula Simplify(Formula formula, PartFacts facts)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        effort.Spend();
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

    private List<Formula>? Parts(IReadOnlyList<Formula> parts, PartFacts facts, Formula absorbing)
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

/// <summary>
/// What one verdict may cost, in looks at parts of formulas. A switch that people write needs some thousands; past the
/// limit, which is a fraction of a second, nothing is claimed about it.
/// </summary>
internal sealed class Effort
{
    private const int Limit = 4_000_000;

    private int _spent;

    public bool IsSpent => _spent > Limit;

    public void Spend() => _spent++;
}
