using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>An event that a switch looks at: its operand, or an element of the tuple that it switches on.</summary>
internal sealed class EventSubject
{
    private readonly TypeRelations _relations;
    private readonly Dictionary<ITypeSymbol, ImmutableArray<int>> _admitted = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, int> _leafIndices = new(SymbolEqualityComparer.Default);
    private readonly Lazy<ValueSet[]> _values;

    /// <summary>The members by their names on the wire; under the empty text those that have none.</summary>
    private readonly Lazy<ILookup<string, int>> _byEventType;

    /// <summary>Where the name on the wire is read, if the members have one.</summary>
    private readonly ValuePath? _eventType;

    public EventSubject(ValuePath path, ClosedSet set, TypeRelations relations)
    {
        Path = path;
        Set = set;
        _relations = relations;
        for (int i = 0; i < set.Members.Length; i++)
        {
            if (set.Members[i] is ITypeSymbol leaf)
            {
                _leafIndices[leaf] = i;
            }
        }

        IPropertySymbol? eventType = set.EventTypes.Count == 0 ? null : set.Root.GetMembers("EventType").OfType<IPropertySymbol>().FirstOrDefault();
        _eventType = eventType is null ? null : MemberPath.OfMember(path, eventType);
        _byEventType = new(() => Enumerable.Range(0, Set.Members.Length)
            .ToLookup(i => Set.EventTypes.TryGetValue(Set.Members[i], out string text) ? text : "", StringComparer.Ordinal));
        _values = new(() => Set.Members.Select(static member => ValueDomain.Compared(
            Microsoft.CodeAnalysis.Operations.BinaryOperatorKind.Equals, ((IFieldSymbol)member).ConstantValue!) ?? IntervalSet.None).ToArray());
    }

    public ValuePath Path { get; }

    public ClosedSet Set { get; }

    /// <summary>The closed set that a switch over the type is about. One over a single event's own record is about its members, not about events.</summary>
    public static ClosedSet? Of(ITypeSymbol type, ClosedSets sets) =>
        sets.Find(type) is { Members.IsEmpty: false } set && !set.Members.Contains(type, SymbolEqualityComparer.Default) ? set : null;

    public bool IsAccessible(ISymbol member) => _relations.Compilation.IsSymbolAccessibleWithin(member, _relations.Compilation.Assembly);

    /// <summary>All that is known of a subject that is this member of its set, or <see langword="null"/> where it cannot be.</summary>
    public PartFacts? Facts(int member, FactSource source)
    {
        PartFacts facts = new(source);
        return Set.IsEnum
            ? facts.Assume(new Formula.NullTest(Path), answer: false)?.Assume(new Formula.ValueTest(Path, _values.Value[member]), answer: true)
            : WithEventType(facts.AssumeLeaf(Path, (ITypeSymbol)Set.Members[member]), Set.Members[member]);
    }

    private PartFacts? WithEventType(PartFacts? facts, ISymbol member) =>
        facts is not null && _eventType is not null && Set.EventTypes.TryGetValue(member, out string text)
            ? facts.Assume(new Formula.NullTest(_eventType), answer: false)?.Assume(new Formula.ValueTest(_eventType, TextSet.Of(text)), answer: true)
            : facts;

    /// <summary>
    /// Whether a test, where it holds, says by name that the subject is this member. A group of events is a name, their root is
    /// not. The name on the wire is one for the event that has it; an unrecognized event may have any.
    /// </summary>
    public bool IsName(int member, Formula.Test test) => test switch
    {
        Formula.ValueTest value when _eventType is not null && value.Path.Equals(_eventType) =>
            Set.EventTypes.TryGetValue(Set.Members[member], out string text) && value.Values is TextSet texts && texts.IsSingle(out string? single) && single == text,
        Formula.TypeTest type when type.Path.Equals(Path) =>
            _leafIndices.ContainsKey(type.Type) || Admitted(type.Type).Length < Set.Members.Length,
        Formula.ValueTest value when Set.IsEnum && value.Path.Equals(Path) => value.Values is IntervalSet set && set.IsSingle(out _),
        _ => false,
    };

    /// <summary>The members for which the formula may hold, or <see langword="null"/> for all of them: so that a long switch is not looked through once for each.</summary>
    public ISet<int>? MayBe(Formula formula)
    {
        switch (formula)
        {
            case Formula.TypeTest type when type.Path.Equals(Path):
                return new HashSet<int>(Admitted(type.Type));
            case Formula.ValueTest value when Set.IsEnum && value.Path.Equals(Path):
                return new HashSet<int>(Enumerable.Range(0, Set.Members.Length).Where(i => _values.Value[i].Intersect(value.Values) is not { IsEmpty: true }));
            case Formula.ValueTest value when _eventType is not null && value.Path.Equals(_eventType):
                // Those without a name of their own may have any.
                return value.Values is TextSet texts && texts.IsSingle(out string? single)
                    ? new HashSet<int>(_byEventType.Value[single!].Concat(_byEventType.Value[""]))
                    : null;
            case Formula.Conjunction conjunction:
                return conjunction.Parts.Select(MayBe).Where(static part => part is not null).OrderBy(static part => part!.Count).FirstOrDefault();
            case Formula.Disjunction disjunction:
                HashSet<int> any = new();
                foreach (Formula part in disjunction.Parts)
                {
                    if (MayBe(part) is not { } members)
                    {
                        return null;
                    }

                    any.UnionWith(members);
                }

                return any;
            default:
                return null;
        }
    }

    private ImmutableArray<int> Admitted(ITypeSymbol type)
    {
        if (_leafIndices.TryGetValue(type, out int leaf))
        {
            return ImmutableArray.Create(leaf);
        }

        if (!_admitted.TryGetValue(type, out ImmutableArray<int> admitted))
        {
            admitted = Enumerable.Range(0, Set.Members.Length)
                .Where(i => Set.Members[i] is ITypeSymbol member && !_relations.AreDisjoint(member, type))
                .ToImmutableArray();
            _admitted.Add(type, admitted);
        }

        return admitted;
    }
}
