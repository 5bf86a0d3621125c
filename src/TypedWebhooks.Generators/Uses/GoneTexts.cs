using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Uses;

/// <summary>What a text was that is gone.</summary>
internal enum GoneKind
{
    /// <summary>An event's name.</summary>
    Event,

    /// <summary>A value of an enum, as it is on the wire.</summary>
    Value,

    /// <summary>A value of an enum, as it is called in C# and printed.</summary>
    ValueName,

    /// <summary>A member's name on the wire.</summary>
    Member,

    /// <summary>What a member always was.</summary>
    Constant,

    /// <summary>A string to which a schema restricts a member of what it refers to.</summary>
    Listed,
}

/// <summary>A text that the schemas had, and do not have any more.</summary>
/// <param name="Owner">The enum of a value, or the record of a member; else empty.</param>
/// <param name="Now">What it seems to be now; empty where it is nothing.</param>
/// <param name="IsElsewhere">Whether something else is called so still.</param>
internal sealed record GoneText(Change Change, GoneKind Kind, string Owner, string Text, string Now, bool IsElsewhere)
{
    /// <summary>The property that had the text.</summary>
    public string Property { get; init; } = "";

    /// <summary>The name on the wire of the member that had the text.</summary>
    public string WireName { get; init; } = "";
}

/// <summary>The texts that the changes of a provider have taken from its schemas.</summary>
internal sealed class GoneTexts
{
    private readonly List<GoneText> _all = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _memberTypes;
    private readonly ILookup<EntryKey, BaselineEntry> _old;
    private readonly ILookup<EntryKey, BaselineEntry> _new;
    private readonly Dictionary<string, HashSet<string>> _kin = new(StringComparer.Ordinal);
    private ILookup<string, GoneText> _byText = Enumerable.Empty<GoneText>().ToLookup(static gone => gone.Text);

    private GoneTexts(ProviderUpdate update)
    {
        _old = update.Old!.Baseline.Entries.ToLookup(static entry => entry.Key);
        _new = update.New!.Baseline.Entries.ToLookup(static entry => entry.Key);
        IgnoresCase = update.New.Baseline.Provider?[FacetNames.Comparison] == "ignore-case";
        foreach (BaselineEntry entry in update.New.Baseline.Entries.Where(static entry => entry.Key.Kind is EntryKind.Event or EntryKind.Value or EntryKind.Member or EntryKind.Case))
        {
            _names.Add(entry.Key.Name);
        }

        _names.UnionWith(update.New.Baseline.Entries.SelectMany(static entry => entry.Facets).Where(static facet => facet.Name.StartsWith("/", StringComparison.Ordinal)).SelectMany(static facet => facet.Value.Split('|')));
        foreach (BaselineEntry entry in update.New.Baseline.Entries.Concat(update.Old.Baseline.Entries).Where(static entry => entry.Key.Kind is EntryKind.Event or EntryKind.Value or EntryKind.Member))
        {
            if (!_kin.TryGetValue(entry.Key.Owner, out HashSet<string>? kin))
            {
                _kin.Add(entry.Key.Owner, kin = new(StringComparer.Ordinal));
            }

            kin.Add(entry.Key.Name);
        }

        _memberTypes = update.New.Baseline.Entries
            .Where(static entry => entry.Key.Kind == EntryKind.Member)
            .SelectMany(static entry => SurfaceType.Names(WireType.TryParse(entry[FacetNames.Type] ?? "") ?? WireType.Scalar(ScalarKind.Json)), static (entry, type) => (entry.Key.Name, Type: type))
            .ToLookup(static pair => pair.Name, static pair => pair.Type, StringComparer.Ordinal);
    }

    /// <summary>Whether the case of an event's name says nothing.</summary>
    public bool IgnoresCase { get; }

    public bool Any => _byText.Count > 0;

    public static GoneTexts Of(ProviderUpdate update, IEnumerable<Change> changes)
    {
        GoneTexts texts = new(update);
        foreach (Change change in changes)
        {
            texts.Add(change);
        }

        // A text stands here under its letters, so that a name in another case is found as well.
        texts._byText = texts._all.ToLookup(static gone => gone.Text, StringComparer.OrdinalIgnoreCase);
        return texts;
    }

    public IEnumerable<GoneText> Find(string text) => _byText[text];

    /// <summary>Whether a text is, or was, another one of the same kind: of the events' names, of the enum's values, of the record's members.</summary>
    public bool AreKin(GoneText gone, string text) =>
        text != gone.Text && _kin.TryGetValue(gone.Kind == GoneKind.Event ? "" : gone.Owner, out HashSet<string>? kin) && kin.Contains(text);

    /// <summary>Whether a member of this name on the wire is of a type.</summary>
    public bool IsMemberOf(string wireName, string type) => _memberTypes[wireName].Contains(type, StringComparer.Ordinal);

    private void Add(Change change)
    {
        ChangeRule rule = change.Rule;
        if (rule == ChangeRules.EventRemoved)
        {
            Add(change, GoneKind.Event, "", change.Place.Name, "");
        }
        else if (rule == ChangeRules.EventRenamed || rule == ChangeRules.EventVersionChanged || rule == ChangeRules.EventNameCaseChanged || rule == ChangeRules.EventSplit)
        {
            Add(change, GoneKind.Event, "", change.Old, change.New.Replace(" ", "' or '"));
        }
        else if (rule == ChangeRules.EventsMerged)
        {
            foreach (string old in change.Old.Split(' '))
            {
                Add(change, GoneKind.Event, "", old, change.New);
            }
        }
        else if ((rule == ChangeRules.ValueRemoved || rule == ChangeRules.ValueRenamed) && change.Place.Kind == EntryKind.Value)
        {
            AddValue(change);
        }
        else if (rule == ChangeRules.ValueRemoved || rule == ChangeRules.ValueRenamed)
        {
            AddListed(change);
        }
        else if (rule == ChangeRules.MemberRenamed || rule == ChangeRules.WireNameChanged)
        {
            Add(change, GoneKind.Member, change.Place.Owner, change.Old, change.New);
        }
        else if (rule == ChangeRules.OptionalMemberRemoved || (rule == ChangeRules.RequiredMemberRemoved && change.IsGone))
        {
            Add(change, GoneKind.Member, change.Parent?.Name ?? change.Place.Owner, change.Place.Name, "");
        }
        else if (rule == ChangeRules.ConstantChanged && Constant(change.Old) is { } was)
        {
            _all.Add(new(change, GoneKind.Constant, change.Place.Owner, was, Constant(change.New) ?? change.New, IsElsewhere: true)
            {
                Property = _new[change.Place].FirstOrDefault()?[FacetNames.Name] ?? WireName.ToPascalCase(change.Place.Name).Text,
            });
        }
    }

    private void AddValue(Change change)
    {
        string owner = change.Parent?.Name ?? change.Place.Owner, text = change.Old;
        Add(change, GoneKind.Value, owner, text, change.New);
        string was = NameIn(_old, text, change.IsGone ? change.Place.Owner : owner), isNow = change.New.Length == 0 ? "" : NameIn(_new, change.New, owner);
        if (was != isNow)
        {
            _all.Add(new(change, GoneKind.ValueName, owner, was, isNow, IsElsewhere: true));
        }
    }

    /// <summary>Adds a string that is said of a member on the way from another one: <c>/user/type</c>.</summary>
    private void AddListed(Change change)
    {
        int space = change.Old.IndexOf(' ');
        string path = space < 0 ? "" : change.Old.Substring(0, space), text = change.Old.Substring(space + 1);
        if (path.Length == 0 || path[0] != '/' || text.Length == 0)
        {
            return;
        }

        string member = path.Substring(path.LastIndexOf('/') + 1);
        _all.Add(new(change, GoneKind.Listed, change.Where, text, change.New.StartsWith(path + " ", StringComparison.Ordinal) ? change.New.Substring(space + 1) : "", _names.Contains(text))
        {
            Property = WireName.ToPascalCase(member).Text,
            WireName = member,
        });
    }

    private static string NameIn(ILookup<EntryKey, BaselineEntry> entries, string text, string owner) =>
        entries[new(EntryKind.Value, owner, text)].FirstOrDefault()?[FacetNames.Name] ?? WireName.ToPascalCase(text).Text;

    private void Add(Change change, GoneKind kind, string owner, string text, string now) => _all.Add(new(change, kind, owner, text, now, _names.Contains(text)));

    /// <summary>The string that a member always was, as the comparison says it; null where it was none.</summary>
    private static string? Constant(string fact)
    {
        const string start = FacetNames.Const + "=\"";
        return fact.StartsWith(start, StringComparison.Ordinal) && fact.IndexOf('"', start.Length) == fact.Length - 1 && fact.IndexOf('\\') < 0
            ? fact.Substring(start.Length, fact.Length - start.Length - 1)
            : null;
    }
}
