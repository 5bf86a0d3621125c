using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Versions;

/// <content>What is copied.</content>
internal sealed partial class TypePairs
{
    public bool IsEvent(TypePair pair) => _oldTypes.Records.TryGetValue(pair.Old, out RecordModel? record) && record.Event is not null;

    /// <summary>How a newer type is made of an older one. Of a pair with breaks, only what is paired within it counts.</summary>
    public TypeConversion? Convert(TypePair pair, CSharpName method, Func<TypePair, MethodReference> resolve)
    {
        if (_oldTypes.Records.TryGetValue(pair.Old, out RecordModel? older) && _newTypes.Records.TryGetValue(pair.New, out RecordModel? newer))
        {
            return ConvertRecord(method, older, newer, resolve);
        }

        if (_oldTypes.Enums.TryGetValue(pair.Old, out EnumModel? fewer) && _newTypes.Enums.TryGetValue(pair.New, out EnumModel? more))
        {
            Dictionary<string, CSharpName> names = more.Members.ToDictionary(static value => value.WireName, static value => value.Name, StringComparer.Ordinal);
            return new EnumConversion(
                method,
                fewer.Name,
                more.Name,
                fewer.Members.Where(value => names.ContainsKey(value.WireName)).Select(value => new EnumValueConversion(value.Name, names[value.WireName])).ToEquatableArray());
        }

        if (_oldTypes.Hierarchies.TryGetValue(pair.Old, out HierarchyModel? before) && _newTypes.Hierarchies.TryGetValue(pair.New, out HierarchyModel? after))
        {
            Dictionary<string, CSharpName> cases = after.Cases.ToDictionary(static c => c.Value, static c => c.Record, StringComparer.Ordinal);
            return new HierarchyConversion(
                method,
                before.Name,
                after.Name,
                before.Cases.Where(c => cases.ContainsKey(c.Value)).Select(c => new CaseConversion(c.Record, resolve(new(c.Record, cases[c.Value])))).ToEquatableArray(),
                before.Unrecognized,
                after.Unrecognized);
        }

        return null;
    }

    private RecordConversion ConvertRecord(CSharpName method, RecordModel older, RecordModel newer, Func<TypePair, MethodReference> resolve)
    {
        Dictionary<string, MemberModel> had = older.Members.ToDictionary(static member => member.WireName, StringComparer.Ordinal);
        List<MemberConversion> members = [];
        List<GivenMember> given = [];
        HashSet<CSharpName> parameters = [new("value"), new("upgrade"), new("result")];
        List<string> newMembers = [], newValues = [];
        foreach (MemberModel member in newer.Members)
        {
            if (Break(older, had, member) is not null && member.Constant is null)
            {
                CSharpName parameter = member.Name.ToCamelCase();
                while (!parameters.Add(parameter))
                {
                    parameter = parameter.With("Member");
                }

                given.Add(new(member.WireName, member.Name, parameter, TypeOf(member)));
            }
            else if (!had.TryGetValue(member.WireName, out MemberModel? before))
            {
                newMembers.Add(member.WireName);
            }
            else if (member.Constant is null && Value(older, before, member, resolve) is { } value)
            {
                members.Add(new(before.Name, member.Name, value));
                if (HasMoreValues(before.Type, member.Type))
                {
                    newValues.Add(member.WireName);
                }
            }
        }

        return new(
            method,
            older.Name,
            newer.Name,
            members.ToEquatableArray(),
            given.ToEquatableArray(),
            newMembers.ToEquatableArray(),
            newValues.ToEquatableArray(),
            WireSpelling.HasOriginalValues(older) && WireSpelling.HasOriginalValues(newer),
            WireSpelling.HasEventTypeText(_old.Provider, older) && WireSpelling.HasEventTypeText(_new.Provider, newer),
            WireSpelling.HasFormat(older) && WireSpelling.HasFormat(newer) ? Format(had, newer) : null);
    }

    private ValueConversion? Value(RecordModel older, MemberModel before, MemberModel after, Func<TypePair, MethodReference> resolve)
    {
        if (before.Constant is null && _version.Of(older, after) is { } version)
        {
            return version;
        }

        if (before.Constant is { } constant)
        {
            return Constant(constant, after);
        }

        // C# widens a number by itself where it is one value and no item of a list.
        return Convert(TypeOf(before), TypeOf(after), resolve) is var value and not CastValue ? value : s_copied;
    }

    /// <summary>Whether there is an enum in it that lists more than before: what was none of its values may be one now.</summary>
    private bool HasMoreValues(TypeModel before, TypeModel after) => (Inner(before), Inner(after)) switch
    {
        (EnumType was, EnumType now) => _oldTypes.Enums.TryGetValue(was.Name, out EnumModel? fewer) && _newTypes.Enums.TryGetValue(now.Name, out EnumModel? more)
            && more.Members.Any(value => !fewer.Members.Any(other => other.WireName == value.WireName)),
        (ListType was, ListType now) => HasMoreValues(was.Item, now.Item),
        (MapType was, MapType now) => HasMoreValues(was.Value, now.Value),
        (UnionType was, UnionType now) => was.Alternatives.Zip(now.Alternatives, HasMoreValues).Any(static more => more),
        _ => false,
    };

    private static FormatConversion Format(Dictionary<string, MemberModel> had, RecordModel newer)
    {
        SortedDictionary<int, int> dates = [], nulls = [];
        foreach (MemberModel member in newer.Members)
        {
            had.TryGetValue(member.WireName, out MemberModel? before);
            if (member.Format is { } date and < WireSpelling.DateSlots)
            {
                dates[date] = before is { Format: < WireSpelling.DateSlots and { } earlier } && Equals(Inner(before.Type), Inner(member.Type)) ? earlier : -1;
            }

            if (member.NullSlot is { } slot and < WireSpelling.NullSlots)
            {
                nulls[slot] = before is { NullSlot: < WireSpelling.NullSlots and { } other } ? other : before is { IsRequired: true, Type: NullableType } ? FormatConversion.AlwaysNull : -1;
            }
        }

        return new(
            IsSame(dates, had.Values.Select(static member => member.Format)) && IsSame(nulls, had.Values.Select(static member => member.NullSlot)),
            Places(dates),
            Places(nulls));
    }

    /// <summary>Whether all that the older record keeps stands where the newer one has it; a place that nothing stood in is empty there too.</summary>
    private static bool IsSame(SortedDictionary<int, int> places, IEnumerable<int?> older)
    {
        HashSet<int> taken = [.. older.Where(static place => place is not null).Select(static place => place!.Value)];
        return places.All(place => place.Value == place.Key || (place.Value == -1 && !taken.Contains(place.Key)));
    }

    private static EquatableArray<int> Places(SortedDictionary<int, int> places) =>
        Enumerable.Range(0, places.Count == 0 ? 0 : places.Keys.Last() + 1).Select(place => places.TryGetValue(place, out int old) ? old : -1).ToEquatableArray();
}
