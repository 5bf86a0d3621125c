using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>
/// What has to hold for a pattern to match: tests on values, joined by and, or, not. Patterns of every kind become
/// one of these, so that nothing behind it needs to know the kinds of patterns that C# has.
/// </summary>
internal abstract class Formula
{
    public static readonly Formula True = new Constant();
    public static readonly Formula False = new Constant();

    private Formula()
    {
    }

    public static Formula And(params Formula[] parts) => Join(parts, neutral: True, absorbing: False, isAnd: true);

    public static Formula And(List<Formula> parts) => Join(parts, neutral: True, absorbing: False, isAnd: true);

    public static Formula Or(params Formula[] parts) => Join(parts, neutral: False, absorbing: True, isAnd: false);

    public static Formula Or(List<Formula> parts) => Join(parts, neutral: False, absorbing: True, isAnd: false);

    public static Formula Not(Formula formula) => formula switch
    {
        _ when formula == True => False,
        _ when formula == False => True,
        Negation negation => negation.Operand,
        _ => new Negation(formula),
    };

    private static Formula Join(IReadOnlyList<Formula> parts, Formula neutral, Formula absorbing, bool isAnd)
    {
        List<Formula> kept = new(parts.Count);
        foreach (Formula part in parts)
        {
            if (part == absorbing)
            {
                return absorbing;
            }

            if (part == neutral)
            {
                continue;
            }

            if (isAnd && part is Conjunction conjunction)
            {
                kept.AddRange(conjunction.Parts);
            }
            else if (!isAnd && part is Disjunction disjunction)
            {
                kept.AddRange(disjunction.Parts);
            }
            else
            {
                kept.Add(part);
            }
        }

        return kept.Count switch
        {
            0 => neutral,
            1 => kept[0],
            _ when isAnd => new Conjunction(kept),
            _ => new Disjunction(kept),
        };
    }

    internal sealed class Constant : Formula;

    internal sealed class Conjunction(List<Formula> parts) : Formula
    {
        public IReadOnlyList<Formula> Parts { get; } = parts;
    }

    internal sealed class Disjunction(List<Formula> parts) : Formula
    {
        public IReadOnlyList<Formula> Parts { get; } = parts;
    }

    internal sealed class Negation(Formula operand) : Formula
    {
        public Formula Operand { get; } = operand;
    }

    /// <summary>One question about one value.</summary>
    internal abstract class Test : Formula;

    /// <summary>Whether the value is null.</summary>
    /// <param name="path">The value.</param>
    /// <param name="asked">How it was asked.</param>
    internal sealed class NullTest(ValuePath path, NullQuestion asked = NullQuestion.Implied) : Test
    {
        public NullQuestion Asked { get; } = asked;

        public ValuePath Path { get; } = path;
    }

    /// <summary>Whether the value is an instance of the type, which null is not.</summary>
    internal sealed class TypeTest(ValuePath path, ITypeSymbol type) : Test
    {
        public ValuePath Path { get; } = path;

        public ITypeSymbol Type { get; } = type;
    }

    /// <summary>Whether the value lies in a set of constants.</summary>
    internal sealed class ValueTest(ValuePath path, ValueSet values) : Test
    {
        public ValuePath Path { get; } = path;

        public ValueSet Values { get; } = values;
    }

    /// <summary>A question that nobody can answer before run time, such as a guard: each one is its own.</summary>
    internal sealed class FreeTest : Test;
}

/// <summary>What in a pattern asks whether a value is null.</summary>
internal enum NullQuestion
{
    /// <summary>Something else, to which null is no answer: a type, a sub-pattern.</summary>
    Implied,

    /// <summary>A pair of empty braces.</summary>
    Braces,

    /// <summary>The constant null.</summary>
    Null,
}
