using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Versions;

/// <summary>The types of two versions of a provider, and whether a value of a newer one can be made of one of an older one by copying.</summary>
internal sealed partial class TypePairs
{
    private readonly EventCatalog _old;
    private readonly EventCatalog _new;
    private readonly DeclaredTypes _oldTypes;
    private readonly DeclaredTypes _newTypes;
    private readonly VersionStatement _version;
    private readonly Dictionary<TypePair, EquatableArray<string>> _breaks = [];

    public TypePairs(EventCatalog older, EventCatalog newer, EventKeyPart versionFrom)
    {
        _old = older;
        _new = newer;
        _oldTypes = new(older);
        _newTypes = new(newer);
        _version = new(older.Provider.Version!, newer.Provider.Version!, versionFrom, newer);
    }

    /// <summary>
    /// What keeps a value of the newer type from being made of one of the older type, in sentences; none where nothing does. What the
    /// types of members are is a question for itself: a break is said of the type that it is in, and of no other.
    /// </summary>
    public EquatableArray<string> Breaks(TypePair pair)
    {
        if (!_breaks.TryGetValue(pair, out EquatableArray<string> breaks))
        {
            _breaks.Add(pair, breaks = FindBreaks(pair).ToEquatableArray());
        }

        return breaks;
    }

    private IEnumerable<string> FindBreaks(TypePair pair)
    {
        if (_oldTypes.Records.TryGetValue(pair.Old, out RecordModel? older) && _newTypes.Records.TryGetValue(pair.New, out RecordModel? newer))
        {
            return RecordBreaks(older, newer);
        }

        if (_oldTypes.Enums.TryGetValue(pair.Old, out EnumModel? fewer) && _newTypes.Enums.TryGetValue(pair.New, out EnumModel? more))
        {
            return fewer.Members
                .Where(value => !more.Members.Any(other => other.WireName == value.WireName))
                .Select(static value => $"The value '{value.WireName}' is gone.");
        }

        if (_oldTypes.Hierarchies.TryGetValue(pair.Old, out HierarchyModel? before) && _newTypes.Hierarchies.TryGetValue(pair.New, out HierarchyModel? after))
        {
            return before.Discriminator != after.Discriminator
                ? [$"The objects are told apart by '{after.Discriminator}', and were by '{before.Discriminator}'."]
                : before.Cases
                    .Where(c => !after.Cases.Any(other => other.Value == c.Value))
                    .Select(c => $"The case '{c.Value}' is gone.");
        }

        return ["It is a type of another kind."];
    }

    private IEnumerable<string> RecordBreaks(RecordModel older, RecordModel newer)
    {
        Dictionary<string, MemberModel> had = older.Members.ToDictionary(static member => member.WireName, StringComparer.Ordinal);
        foreach (MemberModel member in newer.Members)
        {
            if (Break(older, had, member) is { } objection)
            {
                yield return $"The member '{member.WireName}' {objection}.";
            }
        }

        HashSet<string> has = new(newer.Members.Select(static member => member.WireName), StringComparer.Ordinal);
        foreach (MemberModel gone in older.Members.Where(member => member.Constant is null && !has.Contains(member.WireName)))
        {
            yield return $"The member '{gone.WireName}' is gone.";
        }

        foreach (string required in newer.Undeclared.Except(older.Undeclared, StringComparer.Ordinal).Where(name => !had.ContainsKey(name)))
        {
            yield return $"The member '{required}' has to be there.";
        }
    }

    /// <summary>What is against copying a member; null where nothing is.</summary>
    private string? Break(RecordModel older, Dictionary<string, MemberModel> had, MemberModel member) => had.TryGetValue(member.WireName, out MemberModel? before)
        ? MemberBreak(older, before, member)
        : member.IsRequired && member.Constant is null ? "is required and new" : null;

    private string? MemberBreak(RecordModel record, MemberModel before, MemberModel after) => (before.Constant, after.Constant) switch
    {
        _ when _version.Of(record, after) is not null => null,
        (null, null) => before.IsNullable && !after.IsNullable ? "has to have a value, and may have had none"
            : Convert(TypeOf(before), TypeOf(after), resolve: null) is null ? "is of another type"
            : null,
        (null, { } constant) => $"is always '{constant}', and could be anything",
        ({ } constant, null) => Constant(constant, after) is null ? $"is of another type, and was always '{constant}'" : null,

        // What an event is called is its name, which is the same or else the events would not be one.
        ({ } was, { } constant) => record.Event is not null || was == constant || _version.Moves(was, constant) ? null : $"is always '{constant}', and was '{was}'",
    };

    /// <summary>The text that a member always was, as a value of the type that says no more what it is.</summary>
    private static ConstantValue? Constant(string constant, MemberModel member) =>
        Inner(member.Type) is ScalarType { Kind: ScalarKind.String } ? new(constant) : null;

    /// <summary>The types that a catalogue declares, by their names.</summary>
    private sealed class DeclaredTypes(EventCatalog catalog)
    {
        public Dictionary<CSharpName, RecordModel> Records { get; } = catalog.Records.ToDictionary(static record => record.Name);

        public Dictionary<CSharpName, EnumModel> Enums { get; } = catalog.Enums.ToDictionary(static values => values.Name);

        public Dictionary<CSharpName, HierarchyModel> Hierarchies { get; } = catalog.Hierarchies.ToDictionary(static hierarchy => hierarchy.Name);
    }
}

/// <summary>An older type and the newer one that it becomes.</summary>
internal readonly record struct TypePair(CSharpName Old, CSharpName New);
