using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>What a switch does with each event, found by asking whether any value of the event escapes its arms.</summary>
internal sealed class SwitchVerdict(TypeRelations relations, ClosedSets sets, CancellationToken cancellationToken)
{
    private static readonly Assumptions s_rules = new(NullsOccur: true, OnlyNamedEnumValues: true);

    private readonly Effort _effort = new();

    /// <summary>One verdict a member of the subject's set, or none where that takes too long to find out.</summary>
    public ImmutableArray<MemberVerdict> Of(EventSwitch events, EventSubject subject)
    {
        ArmsByMember arms = new(events.Arms, subject);
        FactSource source = new(relations, sets, s_rules, new HashSet<ValuePath>(events.Nullable));
        ImmutableArray<MemberVerdict>.Builder verdicts = ImmutableArray.CreateBuilder<MemberVerdict>();
        try
        {
            for (int i = 0; i < subject.Set.Members.Length; i++)
            {
                if (Of(arms.For(i), subject, i, subject.Facts(i, source)) is not { } verdict)
                {
                    return ImmutableArray<MemberVerdict>.Empty;
                }

                verdicts.Add(verdict);
            }
        }
        catch (InsufficientExecutionStackException)
        {
            return ImmutableArray<MemberVerdict>.Empty;
        }

        return verdicts.ToImmutable();
    }

    /// <summary>Whether nothing at all escapes: neither an event nor, where the compiler would speak of it, a null or an enum value without a name.</summary>
    public bool IsComplete(EventSwitch events) =>
        Escapes(events, new Assumptions(NullsOccur: events.NullableWarnings, OnlyNamedEnumValues: false)) == false;

    /// <summary>Whether any value escapes the arms, or <see langword="null"/> where that takes too long to find out.</summary>
    public bool? Escapes(EventSwitch events, Assumptions assumptions)
    {
        try
        {
            HashSet<ValuePath> nullable = AskedNulls.In(events.Arms.Select(static arm => arm.Formula));
            nullable.UnionWith(events.Nullable);
            FactSource source = new(relations, sets, assumptions, nullable);
            EventSubject? operand = events.Subjects.FirstOrDefault(subject => subject.Path.Equals(events.Operand));
            if (operand is null)
            {
                return Holds(NoneOf(events.Arms), new PartFacts(source));
            }

            // Event by event, which is the same question in pieces that stay small.
            ArmsByMember arms = new(events.Arms, operand);
            for (int i = 0; i < operand.Set.Members.Length; i++)
            {
                if (operand.Facts(i, source) is { } facts && Holds(NoneOf(arms.For(i)), facts) is not false and var escapes)
                {
                    return escapes;
                }
            }

            PartFacts? isNull = new PartFacts(source).Assume(new Formula.NullTest(operand.Path), answer: true);
            return isNull is not null ? Holds(NoneOf(events.Arms), isNull) : false;
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    /// <summary>The first arm behind which nothing of the member is left; a <c>default</c> counts as the last one, wherever it stands.</summary>
    public int FirstCovered(EventSwitch events, EventSubject subject, int member)
    {
        PartFacts? facts = subject.Facts(member, new FactSource(relations, sets, s_rules, new HashSet<ValuePath>(events.Nullable)));
        List<EventArm> before = new();
        for (int i = 0; facts is not null && i < events.Arms.Length; i++)
        {
            if (!events.Arms[i].IsDefault)
            {
                before.Add(events.Arms[i]);
                if (Holds(NoneOf(before), facts) == false)
                {
                    return i;
                }
            }
        }

        return events.Arms.Length;
    }

    private MemberVerdict? Of(IReadOnlyList<EventArm> arms, EventSubject subject, int member, PartFacts? facts)
    {
        if (facts is null)
        {
            return MemberVerdict.Handled;
        }

        List<Formula> named = arms.Select(arm => NamedFormula.Of(arm.Formula, test => subject.IsName(member, test))).ToList();
        if (Holds(Formula.Not(Formula.Or(named)), facts) is not true and var escapesNames)
        {
            return escapesNames is null ? null : MemberVerdict.Handled;
        }

        bool? touched = Holds(Formula.Or(named), facts);
        bool? uncovered = Holds(NoneOf(arms), facts);
        if (touched is null || uncovered is null)
        {
            return null;
        }

        if (touched == false)
        {
            return uncovered.Value ? MemberVerdict.Unhandled : MemberVerdict.Swallowed;
        }

        if (uncovered.Value)
        {
            return MemberVerdict.Conditional;
        }

        // An arm that asks for something else, as (_, false) does, is no catch-all: what it takes was meant.
        for (int i = 0; i < arms.Count; i++)
        {
            if (Holds(Formula.Not(arms[i].Formula), facts) is true)
            {
                named[i] = arms[i].Formula;
            }
        }

        return Holds(Formula.Not(Formula.Or(named)), facts) switch
        {
            null => null,
            true => MemberVerdict.ConditionalThenSwallowed,
            false => MemberVerdict.Handled,
        };
    }

    private static Formula NoneOf(IEnumerable<EventArm> arms) =>
        Formula.Not(Formula.Or(arms.Select(static arm => arm.Formula).ToList()));

    private bool? Holds(Formula formula, PartFacts facts) => new Satisfiability(_effort, cancellationToken).Of(formula, facts);
}
