using System.Collections.Generic;
using System.Globalization;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Baselines;

/// <summary>Takes the names and numbers out of a baseline.</summary>
internal static class PinnedNamesReader
{
    /// <summary>A number beyond this is none that counting has led to, and the texts of an enum stand in a table by their numbers.</summary>
    private const int MaxNumber = 10000;

    public static PinnedNames Read(Baseline baseline)
    {
        List<PinnedEvent> events = [];
        List<PinnedType> types = [];
        List<PinnedMember> members = [];
        List<PinnedValue> values = [];
        foreach (BaselineEntry entry in baseline.Entries)
        {
            EntryKey key = entry.Key;
            switch (key.Kind)
            {
                case EntryKind.Event:
                    events.Add(new(key.Name, entry[FacetNames.Constant] ?? "", entry[FacetNames.Record] ?? ""));
                    break;
                case EntryKind.Record or EntryKind.Enum or EntryKind.Union:
                    types.Add(new(key.Name, entry[FacetNames.Place] ?? "", entry[FacetNames.Base] ?? "", entry[FacetNames.Kind] == "group"));
                    break;
                case EntryKind.Member:
                    members.Add(new(key.Owner, key.Name, entry[FacetNames.Name] ?? WireName.ToPascalCase(key.Name).Text));
                    break;
                case EntryKind.Value when int.TryParse(entry[FacetNames.Number], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MaxNumber:
                    values.Add(new(key.Owner, key.Name, entry[FacetNames.Name] ?? WireName.ToPascalCase(key.Name).Text, number));
                    break;
            }
        }

        return new(events.ToEquatableArray(), types.ToEquatableArray(), members.ToEquatableArray(), values.ToEquatableArray());
    }
}
