using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedWebhooks.Generators.Tests.Rules.Differential;

/// <summary>A random switch expression: its method's parameters, its operand, and its arms, one a line.</summary>
/// <param name="Signature">Name, type parameters, parameters and constraints of the method.</param>
/// <param name="Operand">What is switched on.</param>
/// <param name="Arms">Pattern and guard of each arm.</param>
internal sealed record RandomSwitch(string Signature, string Operand, List<string> Arms);

/// <summary>Makes switch expressions that are complete, nearly complete, or neither.</summary>
internal sealed class SwitchGenerator(Random random, Hierarchy hierarchy)
{
    private readonly PatternGenerator _patterns = new(random, hierarchy);

    public RandomSwitch Next(int number)
    {
        string name = "M" + number;
        switch (random.Next(12))
        {
            case 0:
                return new($"{name}(Ev? e, bool c)", "e", Arms("Ev?", maybeNull: true));
            case 1:
                return new($"{name}<T>(T e, bool c) where T : Ev", "e", Arms("T", maybeNull: false));
            case 2:
                return new($"{name}(Ev e, bool s, bool c)", "(e, s)", Rows("bool"));
            case 3:
                return new($"{name}((Ev, U) t, bool c)", "t", Rows("U"));
            case 4:
                return new($"{name}(Ev e, Ev f, bool c)", "(e, f)", Rows("Ev"));
            case 5 when hierarchy.Groups.Length > 0:
                string group = hierarchy.Groups[random.Next(hierarchy.Groups.Length)];
                return new($"{name}({group} e, bool c)", "e", Arms(group, maybeNull: false));
            case 6:
                return new($"{name}(object e, bool c)", "e as Ev", Arms("Ev?", maybeNull: true));
            case 7:
                return new($"{name}(Ev e, string? s, bool c)", "(e, s)", Rows("string?"));
            default:
                return new($"{name}(Ev e, bool c)", "e", Arms("Ev", maybeNull: false));
        }
    }

    private List<string> Arms(string type, bool maybeNull)
    {
        List<string> arms = [];
        string known = type.TrimEnd('?');
        foreach (Leaf leaf in hierarchy.Leaves.Where(leaf => known is "Ev" or "T" || leaf.Parent == known))
        {
            if (random.Next(12) != 0)
            {
                arms.AddRange(_patterns.Whole(leaf).Select(Guarded));
            }
        }

        if (maybeNull && random.Next(2) == 0)
        {
            arms.Add("null");
        }

        Disturb(arms, () => _patterns.Of(type, 2, canDeclare: true));
        return arms;
    }

    private List<string> Rows(string other)
    {
        List<string> rows = [];
        foreach (Leaf leaf in hierarchy.Leaves)
        {
            if (random.Next(12) == 0)
            {
                continue;
            }

            if (random.Next(3) == 0)
            {
                (string first, string second) = _patterns.Complementary(other, 1);
                rows.AddRange([Guarded($"({leaf.Name}, {first})"), Guarded($"({leaf.Name}, {second})")]);
                if (other.EndsWith('?') && random.Next(2) == 0)
                {
                    rows.Add($"({leaf.Name}, null)");
                }
            }
            else
            {
                rows.Add(Guarded($"({leaf.Name}, _)"));
            }
        }

        Disturb(rows, () => $"({_patterns.Of("Ev", 1, canDeclare: true)}, {_patterns.Of(other, 1, canDeclare: true)})");
        return rows;
    }

    private string Guarded(string pattern) => random.Next(25) switch
    {
        0 => pattern + " when c",
        1 => pattern + " when true",
        _ => pattern,
    };

    private void Disturb(List<string> arms, Func<string> pattern)
    {
        for (int i = random.Next(4); i > 0; i--)
        {
            string extra = pattern();
            arms.Insert(random.Next(arms.Count + 1), random.Next(4) == 0 ? extra + " when c" : extra);
        }

        if (arms.Count > 2 && random.Next(3) == 0)
        {
            // Two arms as one.
            int at = random.Next(arms.Count - 1);
            if (!arms[at].Contains(" when ") && !arms[at + 1].Contains(" when "))
            {
                arms[at] += " or " + arms[at + 1];
                arms.RemoveAt(at + 1);
            }
        }

        if (random.Next(10) == 0)
        {
            arms.Add("_");
        }
    }
}
