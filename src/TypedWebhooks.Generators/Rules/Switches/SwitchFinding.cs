using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>What a switch does with each event that its subject can be.</summary>
internal sealed class SwitchFinding(EventSwitch events, EventSubject subject, ImmutableArray<MemberVerdict> verdicts)
{
    public EventSubject Subject { get; } = subject;

    /// <summary>Whether the compiler reports an incomplete switch of this form itself.</summary>
    public bool CompilerSpeaks => Subject.Set.CompilerSpeaks && events.Form == SwitchForm.Expression;

    /// <summary>The members on which the verdict is one of these, in the order of the schema.</summary>
    /// <remarks>What cannot be named here is never asked for by name; that nothing catches it is still said.</remarks>
    public IReadOnlyList<ISymbol> With(params MemberVerdict[] wanted) =>
        Subject.Set.Members
            .Where((member, i) => wanted.Contains(verdicts[i]) && (verdicts[i] is MemberVerdict.Unhandled or MemberVerdict.Conditional || IsAccessible(member)))
            .ToArray();

    /// <summary>Whether the switch can name the member at all: one that is internal to another assembly it can only catch.</summary>
    public bool IsAccessible(ISymbol member) => Subject.IsAccessible(member);

    /// <summary>Where the member is first named.</summary>
    public Location? FirstNamed(ISymbol member) => FirstArm(member, arm =>
        NamedFormula.Of(arm.Formula, test => Subject.IsName(IndexOf(member), test)) is var named
        && named != Formula.False
        && Subject.MayBe(named) is var members
        && (members is null || members.Contains(IndexOf(member))));

    /// <summary>Where the member is first taken without being named.</summary>
    public Location? CatchAll(ISymbol member) => FirstArm(member, arm =>
        Subject.MayBe(arm.Formula) is null && arm.Formula is not Formula.FreeTest);

    public Diagnostic Diagnose(DiagnosticDescriptor rule, Location location, IReadOnlyCollection<ISymbol> members) => Diagnostic.Create(
        rule,
        location,
        EventNames.Properties(members),
        EventNames.Short(Subject.Set.Root),
        EventNames.Listed(members));

    private int IndexOf(ISymbol member) => Subject.Set.Members.IndexOf(member, 0, SymbolEqualityComparer.Default);

    private Location? FirstArm(ISymbol member, Func<EventArm, bool> wanted) =>
        new ArmsByMember(events.Arms, Subject).For(IndexOf(member)).FirstOrDefault(wanted)?.Label.GetLocation();
}
