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

    /// <summary>One verdict a member of the subject's set, or none where that takes too long to find out.</summary>
    public ImmutableArray<MemberVerdict> Of(EventSwitch events, EventSubject subject)
    {
        ArmsByMember arms = new(events.Arms, subject);
        ImmutableArray<MemberVerdict>.Builder verdicts = ImmutableArray.CreateBuilder<MemberVerdict>();
        try
        {
            for (int i = 0; i < subject.Set.Members.Length; i++)
            {
                if (Of(arms.For(i), subject, i, new HashSet<ValuePath>(events.Nullable)) is not { } verdict)
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
            HashSet<ValuePath> asked = AskedNulls.In(events.Arms.Select(static arm => arm.Formula));
            asked.UnionWith(events.Nullable);
            EventSubject? operand = events.Subjects.FirstOrDefault(subject => subject.Path.Equals(events.Operand));
            if (operand is null)
            {
                return Holds(Formula.Not(Formula.Or(events.Arms.Select(static arm => arm.Formula).ToList())), assumptions, asked);
            }

            // Event by event, which is the same question in pieces that stay small.
            ArmsByMember arms = new(events.Arms, operand);
            for (int i = 0; i < operand.Set.Members.Length; i++)
            {
                if (Holds(Formula.And(operand.Is(i), Formula.Not(AnyOf(arms.For(i)))), assumptions, asked) is not false and var escapes)
                {
                    return escapes;
                }
            }

            return Holds(Formula.And(new Formula.NullTest(operand.Path), Formula.Not(AnyOf(events.Arms))), assumptions, asked);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    /// <summary>The first arm behind which nothing of the member is left; a <c>default</c> counts as the last one, wherever it stands.</summary>
    public int FirstCovered(EventSwitch events, EventSubject subject, int member)
    {
        List<Formula> before = new();
        for (int i = 0; i < events.Arms.Length; i++)
        {
            if (events.Arms[i].IsDefault)
            {
                continue;
            }

            before.Add(events.Arms[i].Formula);
            if (Holds(Formula.And(subject.Is(member), Formula.Not(Formula.Or(before)))) == false)
            {
                return i;
            }
        }

        return events.Arms.Length;
    }

    private MemberVerdict? Of(IReadOnlyList<EventArm> arms, EventSubject subject, int member, HashSet<ValuePath> nullable)
    {
        Formula isMember = subject.Is(member);
        if (Holds(isMember, nullable) is not true and var possible)
        {
            return possible is null ? null : MemberVerdict.Handled;
        }

        List<Formula> named = arms.Select(arm => NamedFormula.Of(arm.Formula, subject.IsName)).ToList();
        if (Holds(Formula.And(isMember, Formula.Not(Formula.Or(named))), nullable) is not true and var escapesNames)
        {
            return escapesNames is null ? null : MemberVerdict.Handled;
        }

        bool? touched = Holds(Formula.And(isMember, Formula.Or(named)), nullable);
        bool? uncovered = Holds(Formula.And(isMember, Formula.Not(AnyOf(arms))), nullable);
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
            if (Holds(Formula.And(isMember, Formula.Not(arms[i].Formula)), nullable) is not true)
            {
                continue;
            }

            named[i] = arms[i].Formula;
        }

        return Holds(Formula.And(isMember, Formula.Not(Formula.Or(named))), nullable) switch
        {
            null => null,
            true => MemberVerdict.ConditionalThenSwallowed,
            false => MemberVerdict.Handled,
        };
    }

    private static Formula AnyOf(IEnumerable<EventArm> arms) => Formula.Or(arms.Select(static arm => arm.Formula).ToList());

    private bool? Holds(Formula formula, ISet<ValuePath>? nullable = null) => Holds(formula, s_rules, nullable);

    private bool? Holds(Formula formula, Assumptions assumptions, ISet<ValuePath>? nullable) =>
        new Satisfiability(cancellationToken).Of(formula, new PartFacts(new FactSource(relations, sets, assumptions, nullable)));
}
