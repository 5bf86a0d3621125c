using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.JsonSchema;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// What types are called. A type has the name of the place where it stands in the schemas, whichever event gets there first. Where
/// two want the same name, events come before groups of events, these before definitions, and those before what stands in place.
/// </summary>
internal sealed partial class CatalogBuilder
{
    /// <summary>The schemas that are those of one event alone, or of its data: what is in them is called after the event.</summary>
    private readonly Dictionary<ShapeName, CSharpName> _owned = [];

    /// <summary>What the types in something are called after, where that is not its plain name.</summary>
    private readonly Dictionary<ShapeName, CSharpName> _stems = [];

    /// <summary>The names kept for definitions, whether or not an event gets to them, until a type takes them.</summary>
    private readonly Dictionary<ShapeName, CSharpName> _reserved = [];

    /// <summary>The abstract records of events. A shape may be one and a part of a body too, and is two records then.</summary>
    private readonly Dictionary<ObjectShape, CSharpName> _groups = [];

    private readonly Dictionary<string, CSharpName> _firstLevels = new(StringComparer.Ordinal);

    /// <summary>Keeps the names that the event map gives: they come before all that are made.</summary>
    private void NameGiven()
    {
        foreach (ShapeName name in _shape.GivenNames)
        {
            if (_types.TryTake(name.Given!.Value))
            {
                _reserved.Add(name, name.Given.Value);
            }
        }
    }

    /// <summary>Gives out all names but those of what stands in place, which the first member to have it asks for.</summary>
    private void NameOwners(List<EventModel> events)
    {
        List<(EventShape Shape, EventModel Model)> all = [.. _shape.Events.Zip(events, static (shape, e) => (shape, e))];
        List<Family> families = [.. Versions(all), .. Kinds(all)];
        HashSet<EventShape> related = [.. families.SelectMany(static family => family.Events)];
        foreach (IGrouping<ObjectShape, (EventShape Shape, EventModel Model)> schema in all.GroupBy(static e => e.Shape.Body.Content ?? e.Shape.Body))
        {
            // Only what is in something that has a name is compared with other events.
            if (schema.Count() == 1 && related.Contains(schema.Single().Shape))
            {
                new ShapeName(Stem(schema.Single().Model.Record).Text).GiveTo(schema.Key);
            }

            if (schema.Key.Name is { Given: null } name && schema.Count() == 1)
            {
                CSharpName own = Stem(schema.Single().Model.Record);
                _owned[name] = schema.Key == schema.Single().Shape.Body ? own : own.With("Data");
            }
        }

        // Some have a name from here on, and with it a place.
        PinTypes();
        families.ForEach(Unite);
        PinRepresentatives();
        foreach (IGrouping<ObjectShape, EventModel> body in all.GroupBy(static e => e.Shape.Body, static e => e.Model))
        {
            for (ObjectShape? group = Parent(body.Key); group is not null && !_groups.ContainsKey(group); group = group.Base)
            {
                AddGroup(group, [.. body]);
            }
        }

        foreach (string first in FirstLevels().Where(first => !_firstLevels.ContainsKey(first)))
        {
            _firstLevels.Add(first, _types.Take(FirstLevelName(first)));
        }

        // One that is called by its key alone comes before one that is called after its document too.
        foreach (ShapeName definition in _shape.Definitions.Where(definition => !_owned.ContainsKey(definition)).OrderBy(static definition => definition.Owner is null ? 0 : 1))
        {
            CSharpName name = _reserved.TryGetValue(definition, out CSharpName given) ? given : _types.Take(Plain(definition));
            _reserved[definition] = name;
            if (!_stems.ContainsKey(definition))
            {
                _stems.Add(definition, name);
            }
        }
    }

    private IEnumerable<string> FirstLevels() => _shape.Events.Select(FirstLevel).Where(static first => first is not null).Distinct(StringComparer.Ordinal).Cast<string>();

    private CSharpName FirstLevelName(string first) => EventName(WireName.ToPascalCase(_prefixes.Cut(first)));

    private void AddGroup(ObjectShape group, List<EventModel> events)
    {
        CSharpName name = _pinned.TryGetValue(group, out (CSharpName Name, bool IsGroup) pin) && pin.IsGroup
            ? pin.Name
            : _types.Take(EventName(group.Name is { } known ? Plain(known) : Common([.. events.Select(static e => e.Name)])));
        _groups.Add(group, name);
        if (group.Name is not null)
        {
            _stems[group.Name] = Stem(name);
        }
    }

    /// <summary>The words with which several names begin; where there are none, or no others, the first name with <c>Base</c> behind it.</summary>
    private static CSharpName Common(List<CSharpName> names)
    {
        List<List<string>> words = [.. names.Select(static name => WireName.Words(name.Text).ToList())];
        int count = 0;
        while (words.TrueForAll(name => name.Count > count + 1 && name[count] == words[0][count]))
        {
            count++;
        }

        return count == 0 ? names[0].With("Base") : WireName.ToPascalCase(string.Join(" ", words[0].Take(count)));
    }

    /// <summary>What a name of the schemas is in C#, as long as no other type has it.</summary>
    private CSharpName Wanted(ShapeName name) => _owned.TryGetValue(name, out CSharpName own) ? own : Plain(name);

    private CSharpName Plain(ShapeName name)
    {
        if (name.Given is { } given)
        {
            return given;
        }

        CSharpName plain = WireName.ToPascalCase(name.Text);
        for (int i = 0; i < name.Items; i++)
        {
            plain = EnglishPlural.ToSingular(plain);
        }

        if (name.Owner is null)
        {
            return plain;
        }

        // What a document is called after is not said twice: the definition BackupData of backup-data.json.
        CSharpName stem = StemOf(name.Owner);
        return name.IsDefinition && stem.Text.EndsWith(plain.Text, StringComparison.Ordinal) ? stem : Below(stem, plain);
    }

    private CSharpName StemOf(ShapeName owner) =>
        _owned.TryGetValue(owner, out CSharpName stem) || _stems.TryGetValue(owner, out stem) ? stem : Plain(owner);

    private static CSharpName Below(CSharpName path, CSharpName member) =>
        path.Text.Length + member.Text.Length <= 200 ? path.With(member.Text) : member;

    /// <summary>Names a shape; false where it has its name already.</summary>
    private bool TryName(Shape shape, CSharpName path, CSharpName member, MemberShape origin, out CSharpName name)
    {
        if (_names.TryGetValue(shape, out name))
        {
            return false;
        }

        if (_pinned.TryGetValue(shape, out (CSharpName Name, bool IsGroup) pin) && !pin.IsGroup)
        {
            name = pin.Name;
            _names.Add(shape, name);
            return true;
        }

        CSharpName wanted = _familyNames.TryGetValue(shape, out CSharpName family) ? family : shape.Name is null ? Below(path, member) : Wanted(shape.Name);
        name = Take(shape.Name, wanted);
        _names.Add(shape, name);
        if (shape.Name is not null && name != wanted)
        {
            _stems[shape.Name] = name;
        }

        string? own = shape.Name is { IsWhole: true } ? shape.Name.Text : null;
        ReportRename(origin.Location, own ?? origin.Name, name, name != wanted ? Why(wanted) : own is null ? null : WireName.Objection(own));
        return true;
    }

    /// <summary>Why a type is not called what it should be.</summary>
    private static string Why(CSharpName wanted) => ImplicitUsings.Types.Contains(wanted.Text)
        ? $"'{wanted.Text}' is a type that C# files see without a using of their own"
        : $"'{wanted.Text}' is taken";

    private CSharpName Take(ShapeName? definition, CSharpName wanted)
    {
        if (definition is null || !_reserved.TryGetValue(definition, out CSharpName name))
        {
            return _types.Take(wanted);
        }

        _reserved.Remove(definition);
        return name;
    }
}
