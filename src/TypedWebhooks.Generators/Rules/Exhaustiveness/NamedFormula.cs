using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>
/// When a formula holds because it says what the value is, and not because it leaves it open: of
/// <c>A or not B</c> only <c>A</c>, of <c>not (not A)</c> again <c>A</c>.
/// </summary>
internal static class NamedFormula
{
    /// <param name="formula">When a pattern matches.</param>
    /// <param name="names">Whether a test, where it holds, names the value.</param>
    public static Formula Of(Formula formula, Func<Formula.Test, bool> names) => Of(formula, names, holds: true);

    private static Formula Of(Formula formula, Func<Formula.Test, bool> names, bool holds)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return formula switch
        {
            Formula.Test test => holds && names(test) ? test : Formula.False,
            Formula.Negation negation => Of(negation.Operand, names, !holds),
            Formula.Conjunction conjunction => holds ? Together(conjunction.Parts, names, holds) : Either(conjunction.Parts, names, holds),
            Formula.Disjunction disjunction => holds ? Either(disjunction.Parts, names, holds) : Together(disjunction.Parts, names, holds),
            _ => Formula.False,
        };
    }

    private static Formula Either(IReadOnlyList<Formula> parts, Func<Formula.Test, bool> names, bool holds)
    {
        List<Formula> named = new(parts.Count);
        foreach (Formula part in parts)
        {
            named.Add(Of(part, names, holds));
        }

        return Formula.Or(named);
    }

    private static Formula Together(IReadOnlyList<Formula> parts, Func<Formula.Test, bool> names, bool holds)
    {
        List<Formula> named = new(parts.Count);
        List<Formula> all = new(parts.Count + 1);
        foreach (Formula part in parts)
        {
            named.Add(Of(part, names, holds));
            all.Add(holds ? part : Formula.Not(part));
        }

        Formula any = Formula.Or(named);
        if (any == Formula.False)
        {
            return any;
        }

        all.Insert(0, any);
        return Formula.And(all);
    }
}
