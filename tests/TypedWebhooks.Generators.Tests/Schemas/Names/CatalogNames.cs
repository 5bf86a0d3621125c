using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>What everything is called that a consumer reaches from an event: its record and bases, members, types and enum values.</summary>
internal sealed class CatalogNames
{
    private readonly Dictionary<CSharpName, RecordModel> _records;
    private readonly Dictionary<CSharpName, HierarchyModel> _hierarchies;
    private readonly Dictionary<CSharpName, EnumModel> _enums;

    private CatalogNames(EventCatalog catalog)
    {
        _records = catalog.Records.ToDictionary(static record => record.Name);
        _hierarchies = catalog.Hierarchies.ToDictionary(static hierarchy => hierarchy.Name);
        _enums = catalog.Enums.ToDictionary(static e => e.Name);
    }

    /// <summary>The names of each event, by the place in its body that has them.</summary>
    public static Dictionary<string, SortedDictionary<string, string>> Of(IEnumerable<SchemaText> schemas)
    {
        SchemaDocument[] documents = [.. schemas.Select(static schema => SchemaDocument.Read(DeclaredFile.TryCreate(schema, new SchemaOptions("Consumer"), default)!.Under(SchemaItems.Read([])).Single(), default))];
        if (ProviderReader.Read(ProviderFiles.Group(documents, "Consumer").Single(), CancellationToken.None).Catalog is not { } catalog)
        {
            return [];
        }

        CatalogNames names = new(catalog);
        return catalog.Events.ToDictionary(static e => e.EventType, e => names.Of(e));
    }

    private SortedDictionary<string, string> Of(EventModel e)
    {
        SortedDictionary<string, string> names = new(StringComparer.Ordinal) { ["constant"] = e.Name.Text, ["parameter"] = e.Parameter.Text };
        Add(names, "", e.Record);
        return names;
    }

    private void Add(SortedDictionary<string, string> names, string place, CSharpName record)
    {
        // What is recursive is walked once on each way down to it.
        if (!names.TryAdd(place + " type", record.Text) || place.Split('/').Length > 8)
        {
            return;
        }

        RecordModel model = _records[record];
        for (CSharpName? parent = model.Base; parent is { } name && _records.TryGetValue(name, out RecordModel? above); parent = above.Base)
        {
            names[$"{place} base"] = names.GetValueOrDefault($"{place} base") + name.Text + " ";
        }

        foreach (MemberModel member in model.Members)
        {
            string at = $"{place}/{member.WireName}";
            names.Add($"{at} member", member.Name.Text);
            Add(names, at, member.Type);
        }
    }

    private void Add(SortedDictionary<string, string> names, string place, TypeModel type)
    {
        switch (type)
        {
            case RecordType record:
                Add(names, place, record.Name);
                break;
            case NullableType nullable:
                Add(names, place, nullable.Inner);
                break;
            case LooseType loose:
                Add(names, place, loose.Inner);
                break;
            case ListType list:
                Add(names, place + "/[]", list.Item);
                break;
            case MapType map:
                Add(names, place + "/{}", map.Value);
                break;
            case EnumType e:
                names.Add(place + " type", e.Name.Text);
                names.Add(place + " values", string.Join(" ", _enums[e.Name].Members.Select(static member => member.Name.Text)));
                break;
            case UnionType union:
                for (int i = 0; i < union.Alternatives.Count; i++)
                {
                    Add(names, $"{place}/|{i}", union.Alternatives[i]);
                }

                break;
            case HierarchyType { Name: var name }:
                names.Add(place + " type", name.Text);
                foreach (CaseModel c in _hierarchies[name].Cases)
                {
                    Add(names, $"{place}/={c.Value}", c.Record);
                }

                break;
            case ScalarType scalar:
                names.Add(place + " type", scalar.Kind.ToString());
                break;
        }
    }
}
