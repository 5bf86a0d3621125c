using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>Reads switches of one compilation and judges them.</summary>
internal sealed class SwitchJudge
{
    private readonly TypeRelations _relations;
    private readonly ClosedSets _sets;
    private readonly SwitchReader _switches;
    private readonly ConditionChainReader _chains;

    public SwitchJudge(Compilation compilation)
    {
        _relations = new TypeRelations(compilation);
        _sets = new ClosedSets(_relations);
        _switches = new SwitchReader(_relations, _sets);
        _chains = new ConditionChainReader(_relations, _sets);
    }

    /// <summary>Gives a finding for each event that the operation switches over; none where it is no such switch.</summary>
    public void Judge(IOperation operation, Action<EventSwitch, SwitchFinding> found, CancellationToken cancellationToken)
    {
        if (Read(operation, cancellationToken) is not { } events)
        {
            return;
        }

        foreach (EventSubject subject in events.Subjects.Where(static each => each.Set.IsWatched))
        {
            ImmutableArray<MemberVerdict> verdicts = new SwitchVerdict(_relations, _sets, cancellationToken).Of(events, subject);
            if (!verdicts.IsEmpty)
            {
                found(events, new SwitchFinding(events, subject, verdicts));
            }
        }
    }

    public EventSwitch? Read(IOperation operation, CancellationToken cancellationToken) =>
        _switches.Read(operation, cancellationToken) ?? _chains.Read(operation);

    /// <summary>Whether any value escapes the arms, or <see langword="null"/> where that takes too long to find out.</summary>
    public bool? Escapes(EventSwitch events, Exhaustiveness.Assumptions assumptions) =>
        new SwitchVerdict(_relations, _sets, CancellationToken.None).Escapes(events, assumptions);

    /// <summary>The first arm behind which nothing of the member is left, and so an arm for it would be an error; the number of arms where there is none.</summary>
    public int FirstCovered(EventSwitch events, EventSubject subject, ISymbol member, CancellationToken cancellationToken) =>
        new SwitchVerdict(_relations, _sets, cancellationToken).FirstCovered(events, subject, subject.Set.Members.IndexOf(member, 0, SymbolEqualityComparer.Default));

    /// <summary>Whether the switch is proven complete, and only because a set is closed: where it is not, the compiler's word stands.</summary>
    public bool IsCompleteByClosedSet(EventSwitch events, CancellationToken cancellationToken) =>
        IsComplete(events, _sets, cancellationToken)
        && !IsComplete(events.WithoutSubjects(), ClosedSets.None(_relations), cancellationToken);

    /// <summary>Whether the switch is proven complete, and takes no event without naming it.</summary>
    public bool NamesEverything(EventSwitch events, CancellationToken cancellationToken)
    {
        SwitchVerdict verdict = new(_relations, _sets, cancellationToken);
        return !events.Subjects.IsEmpty
            && events.Subjects.All(subject => verdict.Of(events, subject) is { IsEmpty: false } verdicts && verdicts.All(static each => each == MemberVerdict.Handled))
            && verdict.IsComplete(events);
    }

    private bool IsComplete(EventSwitch events, ClosedSets sets, CancellationToken cancellationToken) =>
        new SwitchVerdict(_relations, sets, cancellationToken).IsComplete(events);
}
