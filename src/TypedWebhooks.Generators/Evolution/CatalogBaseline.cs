using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>A baseline, and where each of its entries stands in the schemas.</summary>
internal sealed record LocatedBaseline(Baseline Baseline, IReadOnlyDictionary<EntryKey, SchemaLocation> Places);

/// <summary>Makes the baseline of what the schemas say now.</summary>
internal sealed class CatalogBaseline
{
    private readonly OriginalReading _reading;
    private readonly EventCatalog _catalog;
    private readonly CancellationToken _cancellationToken;
    private readonly List<BaselineEntry> _entries = [];
    private readonly Dictionary<EntryKey, SchemaLocation> _places = [];
    private readonly HashSet<string> _uniquePlaces;

    private CatalogBaseline(OriginalReading reading, EventCatalog catalog, CancellationToken cancellationToken)
    {
        _reading = reading;
        _catalog = catalog;
        _cancellationToken = cancellationToken;
        _uniquePlaces = [.. reading.Origins.Types.Values.Select(PlaceText).Where(static place => place is not null).GroupBy(static place => place!, StringComparer.Ordinal).Where(static place => place.Count() == 1).Select(static place => place.Key)];
    }

    /// <summary>The baseline of a reading; null where it found no events.</summary>
    public static LocatedBaseline? Of(OriginalReading reading, CancellationToken cancellationToken) =>
        reading.Reading.Catalog is { } catalog ? new CatalogBaseline(reading, catalog, cancellationToken).Build() : null;

    private LocatedBaseline Build()
    {
        _entries.Add(ProviderEntry.Of(_reading, _catalog));
        HashSet<string> selected = [.. _catalog.Events.Select(static e => e.EventType)];
        foreach (EventModel e in _catalog.All)
        {
            Add(new(EntryKind.Event, "", e.EventType), _reading.Origins.Events.TryGetValue(e.Record, out EventShape? shape) ? shape.Location : null, [
                new(FacetNames.Record, selected.Contains(e.EventType) ? e.Record.Text : ""),
                e.Record.Text == e.Name.With("Event").Text ? null : new(FacetNames.Constant, e.Name.Text),
                shape is { IsNamedOutside: true } ? new(FacetNames.Named, "outside") : null]);
        }

        foreach (RecordModel record in _catalog.Records)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            AddRecord(record);
        }

        if (_catalog.Batch is not null)
        {
            AddRecord(_catalog.Batch);
        }

        foreach (EnumModel values in _catalog.Enums)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            AddEnum(values);
        }

        foreach (HierarchyModel union in _catalog.Hierarchies)
        {
            Shape? shape = Origin(union.Name);
            Add(new(EntryKind.Union, "", union.Name.Text), shape?.Facts?.Location, [
                new(FacetNames.Discriminator, union.Discriminator),
                union.IsOpen ? new(FacetNames.Open, "") : null,
                .. TypeFacets(shape, isEvent: false, union.Description)]);
            foreach (CaseModel c in union.Cases)
            {
                Add(new(EntryKind.Case, union.Name.Text, c.Value), Origin(c.Record)?.Facts?.Location ?? shape?.Facts?.Location, [new(FacetNames.Record, c.Record.Text)]);
            }
        }

        return new(Baseline.Of(_entries), _places);
    }

    private void AddRecord(RecordModel record)
    {
        Shape? shape = Origin(record.Name);
        SchemaLocation? location = record.Event is not null ? _reading.Origins.Events[record.Name].Location : shape?.Facts?.Location;
        Add(new(EntryKind.Record, "", record.Name.Text), location, [
            record.Kind == RecordKind.Payload ? null : new(FacetNames.Kind, record.Kind.ToString().ToLowerInvariant()),
            record.Base is { } parent && parent != _catalog.Provider.Root ? new(FacetNames.Base, parent.Text) : null,
            record.IsObsolete ? new(FacetNames.Obsolete, "") : null,
            record.Event is not null && record.Members.Count == 0 && shape?.Facts is null ? new(FacetNames.Untyped, "") : null,
            shape is ObjectShape { IsClosed: true } ? new(FacetNames.Closed, "") : null,
            record.Undeclared.Count > 0 ? new(FacetNames.Requires, string.Join(" ", record.Undeclared)) : null,
            .. TypeFacets(shape, record.Event is not null, record.Kind == RecordKind.Group && shape is null ? null : record.Description)]);
        foreach (MemberModel member in record.Members.Where(static member => !member.IsInherited && member.Constant is null))
        {
            List<MemberShape> origins = _reading.Origins.Find(record.Name, member.WireName) is { } own ? [own] : OriginsBelow(record, member.WireName);
            Add(
                new(EntryKind.Member, record.Name.Text, member.WireName),
                origins.Count == 0 ? null : origins[0].Location,
                [.. origins.Count > 1 ? CommonFacets(member, origins) : MemberFacets(member, origins.FirstOrDefault())]);
        }
    }

    /// <summary>What the events say of a member that their common record declares for them; it is in no schema itself.</summary>
    private List<MemberShape> OriginsBelow(RecordModel group, string member) => group.Kind != RecordKind.Group ? [] : [.. _catalog.Records
        .Where(record => record.Base == group.Name)
        .Select(record => _reading.Origins.Find(record.Name, member))
        .OfType<MemberShape>()];

    /// <summary>What is the same wherever a member stands and, of what is not, a hash of all that it is.</summary>
    private static IEnumerable<Facet?> CommonFacets(MemberModel member, List<MemberShape> origins)
    {
        List<List<Facet>> all = [.. origins.Select(origin => MemberFacets(member, origin).OfType<Facet>().ToList())];
        foreach (IGrouping<string, Facet> facet in all.SelectMany(static facets => facets).GroupBy(static facet => facet.Name, StringComparer.Ordinal))
        {
            string[] values = [.. facet.Select(static f => f.Value).Distinct(StringComparer.Ordinal).OrderBy(static value => value, StringComparer.Ordinal)];
            bool isCommon = values.Length == 1 && facet.Count() == all.Count;
            yield return isCommon ? new Facet(facet.Key, values[0])
                : facet.Key.IndexOf('/') >= 0 ? null
                : new Facet(facet.Key, "#" + StableHash.Of(string.Join("\n", values)));
        }
    }

    private static IEnumerable<Facet?> MemberFacets(MemberModel member, MemberShape? origin)
    {
        WireType type = WireType.Of(member.Type);
        yield return new(FacetNames.Type, type.ToString());
        yield return member.IsRequired ? new Facet(FacetNames.Required, "") : null;
        yield return member.IsObsolete ? new Facet(FacetNames.Obsolete, "") : null;
        yield return member.Name != WireName.ToPascalCase(member.WireName) ? new Facet(FacetNames.Name, member.Name.Text) : null;
        yield return Keys(member.Type) is { Length: > 0 } keys ? new Facet(FacetNames.Keys, keys) : null;
        if (origin?.Facts is not { } facts)
        {
            yield return member.Description is { } description ? new Facet(FacetNames.Documentation, StableHash.Of(description)) : null;
            yield break;
        }

        // A type that stands in place says what restricts it, and the member describes it; what a schema composes is in the type.
        Shape shape = Unwrap(origin.Shape);
        bool isInPlace = shape.Facts is { } own && own.Location == facts.Location;
        bool narrows = shape is ObjectShape { Base: not null } o && !Objects.AddsMembers(o);
        foreach (KeyValuePair<string, string> fact in facts.Read(IsNamed(type)))
        {
            bool isSaid = fact.Key == FacetNames.Id
                || (fact.Key == FacetNames.Format && type.Plain.Kind is not (null or ScalarKind.String))
                || (isInPlace && !narrows && !IsForPeople(fact.Key))
                || (shape is ObjectShape && !narrows && IsOfComposition(fact.Key));
            yield return isSaid ? null : new Facet(fact.Key, fact.Value);
        }
    }

    private static Shape Unwrap(Shape shape) => shape switch
    {
        NullableShape nullable => Unwrap(nullable.Inner),
        LooseShape loose => Unwrap(loose.Inner),
        DeferredShape { Target: { } target } => Unwrap(target),
        _ => shape,
    };

    private static bool IsForPeople(string fact) => fact is FacetNames.Documentation or FacetNames.Notes or FacetNames.Default;

    private static bool IsOfComposition(string fact) => fact == FacetNames.Composition || fact.IndexOf('/') >= 0;

    private static bool IsNamed(WireType type) => type.Form == WireForm.Named || type.Parts.Any(IsNamed);

    private static string Keys(TypeModel type) => type switch
    {
        MapType map => string.Join(" ", map.Required.Concat(Keys(map.Value).Length > 0 ? [Keys(map.Value)] : [])),
        ListType list => Keys(list.Item),
        NullableType nullable => Keys(nullable.Inner),
        LooseType loose => Keys(loose.Inner),
        _ => "",
    };

    private void AddEnum(EnumModel values)
    {
        Shape? shape = Origin(values.Name);
        Add(new(EntryKind.Enum, "", values.Name.Text), shape?.Facts?.Location, [.. TypeFacets(shape, isEvent: false, values.Description)]);
        foreach (EnumMemberModel value in values.Members)
        {
            Add(new(EntryKind.Value, values.Name.Text, value.WireName), shape?.Facts?.Find(value.WireName) ?? shape?.Facts?.Location, [
                new(FacetNames.Number, value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                value.Name == WireName.ToPascalCase(value.WireName) ? null : new(FacetNames.Name, value.Name.Text)]);
        }
    }

    /// <summary>What the schema of a type says of it. What stands in place is described by the member that has it.</summary>
    private IEnumerable<Facet?> TypeFacets(Shape? shape, bool isEvent, string? description)
    {
        string? place = shape is null ? null : PlaceText(shape);
        yield return place is not null && _uniquePlaces.Contains(place) ? new Facet(FacetNames.Place, place) : null;
        if (shape?.Facts is not { } facts)
        {
            yield return description is null ? null : new Facet(FacetNames.Documentation, StableHash.Of(description));
            yield break;
        }

        bool isWhole = isEvent || shape.Name is null or { IsWhole: true } or { IsDefinition: true };
        foreach (KeyValuePair<string, string> fact in facts.Read(isNamed: true))
        {
            // What is composed of several schemas has the members of all of them.
            if ((isWhole || !IsForPeople(fact.Key)) && !(shape is ObjectShape && IsOfComposition(fact.Key)))
            {
                yield return new Facet(fact.Key, fact.Value);
            }
        }
    }

    private void Add(EntryKey key, SchemaLocation? location, Facet?[] facets)
    {
        _entries.Add(BaselineEntry.Of(key, facets));
        if (location is { } known)
        {
            _places[key] = known;
        }
    }

    private Shape? Origin(CSharpName type) => _reading.Origins.Types.TryGetValue(type, out Shape? shape) ? shape : null;

    /// <summary>Where the schemas have a type: its definition or file and, of what stands in one, the members that lead to it.</summary>
    private static string? PlaceText(Shape shape) => shape.Name?.Place;
}
