using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Uses;

/// <summary>A member that a record has got, or that is another one than before.</summary>
/// <param name="Record">The record that has it.</param>
/// <param name="Name">What its property is called.</param>
internal sealed record TouchedMember(Change Change, string Record, string WireName, string Name);

/// <summary>A member that may be null, and might not before.</summary>
internal sealed record NullableMember(Change Change, string Record, string Name, string Type, string OldType);

/// <summary>A value of an enum.</summary>
/// <param name="Was">How it was written before; empty where it is new, and of a number that moved, the number.</param>
internal sealed record TouchedValue(Change Change, string Enum, string WireName, string Name, string Was);

/// <summary>An event that has a type now.</summary>
internal sealed record NewEvent(Change Change, string EventType, string Record);

/// <summary>
/// What the changes of a provider have done to things by which code names them, where the compiler sees nothing of it. Without symbols:
/// it is found once for an update, and holds for every compilation until the next one.
/// </summary>
internal sealed class TouchedNames
{
    private static readonly ConditionalWeakTable<ProviderUpdate, TouchedNames> s_known = new();

    private readonly List<TouchedMember> _added = [];
    private readonly List<NullableMember> _nullable = [];
    private readonly List<TouchedValue> _values = [];
    private readonly List<TouchedValue> _numbers = [];
    private readonly List<NewEvent> _events = [];
    private readonly ILookup<EntryKey, BaselineEntry> _entries;
    private readonly ILookup<EntryKey, BaselineEntry> _before;

    private TouchedNames(ProviderUpdate update)
    {
        _entries = update.New!.Baseline.Entries.ToLookup(static entry => entry.Key);
        _before = update.Old!.Baseline.Entries.ToLookup(static entry => entry.Key);
        List<Change> changes = UpdateReport.Reported(update);
        foreach (Change change in changes)
        {
            Add(change);
        }

        Gone = GoneTexts.Of(update, changes);
    }

    public static TouchedNames Of(ProviderUpdate update) => s_known.GetValue(update, static each => new(each));

    /// <summary>Members that were among the additional properties until now.</summary>
    public IReadOnlyList<TouchedMember> Added => _added;

    public IReadOnlyList<NullableMember> Nullable => _nullable;

    /// <summary>Values that were Unrecognized until now.</summary>
    public IReadOnlyList<TouchedValue> Values => _values;

    /// <summary>Values that have another number.</summary>
    public IReadOnlyList<TouchedValue> Numbers => _numbers;

    /// <summary>Events that were unrecognized until now.</summary>
    public IReadOnlyList<NewEvent> Events => _events;

    /// <summary>Texts that the schemas do not have any more.</summary>
    public GoneTexts Gone { get; }

    private void Add(Change change)
    {
        BaselineEntry? entry = change.IsGone ? null : _entries[change.Place].FirstOrDefault();
        if (entry is null)
        {
            return;
        }

        if (change.Rule == ChangeRules.OptionalMemberAdded || change.Rule == ChangeRules.RequiredMemberAdded)
        {
            // The same rule speaks of what a map has to have, which is no member of the record.
            if (entry[FacetNames.Type] == change.New)
            {
                AddMember(change, change.Old.Length > 0 ? change.Old : entry.Key.Owner, entry);
            }
        }
        else if (change.Rule == ChangeRules.MemberRenamed || change.Rule == ChangeRules.WireNameChanged || change.Rule == ChangeRules.MemberMoved)
        {
            AddMember(change, entry.Key.Owner, entry);
        }
        else if (change.Rule == ChangeRules.EventBodyTyped && change.New == "typed")
        {
            foreach (BaselineEntry member in _entries.SelectMany(static entries => entries).Where(member => member.Key.Kind == EntryKind.Member && member.Key.Owner == entry.Key.Name))
            {
                AddMember(change, entry.Key.Name, member);
            }
        }
        else if (change.Rule == ChangeRules.MemberOptional || change.Rule == ChangeRules.MemberNullable || change.Rule == ChangeRules.AlternativesChanged)
        {
            AddNullable(change, entry);
        }
        else if (change.Rule == ChangeRules.ValueAdded || change.Rule == ChangeRules.ValueRenamed)
        {
            // The same rules speak of values to which a schema restricts what it refers to; these are in no enum.
            if (entry.Key.Kind != EntryKind.Value)
            {
                return;
            }

            _values.Add(new(change, entry.Key.Owner, entry.Key.Name, NameOf(entry), change.Old));
        }
        else if (change.Rule == ChangeRules.ValueNumberChanged)
        {
            _numbers.Add(new(change, entry.Key.Owner, change.New, NameOf(entry), change.Old));
        }
        else if (entry.Key.Kind == EntryKind.Event)
        {
            AddEvents(change, entry);
        }
    }

    private void AddMember(Change change, string record, BaselineEntry member) => _added.Add(new(change, record, member.Key.Name, NameOf(member)));

    private void AddNullable(Change change, BaselineEntry entry)
    {
        if (Member(entry) is not { } now || !CanBeNull(now) || _before[entry.Key].FirstOrDefault() is not { } before || Member(before) is not { } old || CanBeNull(old))
        {
            return;
        }

        if (!_nullable.Exists(known => known.Record == entry.Key.Owner && known.Name == now.Name))
        {
            _nullable.Add(new(change, entry.Key.Owner, now.Name, now.CSharpType, old.CSharpType));
        }
    }

    private static bool CanBeNull(SurfaceMember member) => !member.IsRequired || member.IsNullable || member.IsLoose;

    private static SurfaceMember? Member(BaselineEntry entry) => WireType.TryParse(entry[FacetNames.Type] ?? "") is { } type ? new(entry, type) : null;

    /// <summary>The events that a change has brought, under names that nobody knew.</summary>
    private void AddEvents(Change change, BaselineEntry entry)
    {
        IEnumerable<string> names =
            change.Rule == ChangeRules.EventAdded || change.Rule == ChangeRules.EventRenamed || change.Rule == ChangeRules.EventVersionChanged
                || change.Rule == ChangeRules.EventNameCaseChanged || change.Rule == ChangeRules.EventsMerged ? [entry.Key.Name]
            : change.Rule == ChangeRules.EventSplit ? change.New.Split(' ')
            : change.Rule == ChangeRules.SettingChanged && change.Old.Length == 0 ? [entry.Key.Name]
            : [];
        foreach (string name in names)
        {
            // An event that is not selected has no type, and is unrecognized as before.
            if (_entries[new(EntryKind.Event, "", name)].FirstOrDefault() is { } e && e[FacetNames.Record] is { Length: > 0 } record)
            {
                _events.Add(new(change, name, record));
            }
        }
    }

    private static string NameOf(BaselineEntry entry) => entry[FacetNames.Name] ?? WireName.ToPascalCase(entry.Key.Name).Text;
}
