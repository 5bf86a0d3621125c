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
            : facts.AssumeLeaf(Path, (ITypeSymbol)Set.Members[member]);
    }

    /// <summary>Whether a test, where it holds, says by name what the subject is. A group of events is a name, their root is not.</summary>
    public bool IsName(Formula.Test test) => test switch
    {
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
