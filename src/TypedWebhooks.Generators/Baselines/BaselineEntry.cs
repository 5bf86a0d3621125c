using System;
using System.Linq;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Baselines;

/// <summary>What an entry of a baseline is of.</summary>
internal enum EntryKind
{
    /// <summary>The provider itself, and how its events name themselves.</summary>
    Provider,

    /// <summary>An event, by its name on the wire.</summary>
    Event,

    /// <summary>A record, by its name in C#.</summary>
    Record,

    /// <summary>A member that a record declares, by its name on the wire.</summary>
    Member,

    /// <summary>A closed set of strings, by its name in C#.</summary>
    Enum,

    /// <summary>One of an enum's values, by its text on the wire.</summary>
    Value,

    /// <summary>A closed set of records that a member tells apart, by its name in C#.</summary>
    Union,

    /// <summary>One of them, by the member's value.</summary>
    Case,
}

/// <summary>What an entry is called: what it is of, the type that it belongs to, and its name.</summary>
/// <param name="Owner">The type that a member, value or case belongs to; else empty.</param>
internal readonly record struct EntryKey(EntryKind Kind, string Owner, string Name);

/// <summary>One fact of an entry.</summary>
/// <param name="Value">Its value; empty where the name says all.</param>
internal readonly record struct Facet(string Name, string Value);

/// <summary>One thing in a provider's surface, with all that is known of it. Equal while that is.</summary>
/// <param name="Facets">Its facts, in ordinal order of their names, each once.</param>
internal sealed record BaselineEntry(EntryKey Key, EquatableArray<Facet> Facets)
{
    public static BaselineEntry Of(EntryKey key, params Facet?[] facets) => new(
        key,
        facets.Where(static facet => facet is not null).Select(static facet => facet!.Value).OrderBy(static facet => facet.Name, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The value of a fact; null where the entry does not have it.</summary>
    public string? this[string facet]
    {
        get
        {
            foreach (Facet f in Facets)
            {
                if (f.Name == facet)
                {
                    return f.Value;
                }
            }

            return null;
        }
    }

    public bool Has(string facet) => this[facet] is not null;

    /// <summary>The fact that is written without its name, since every entry of a kind has it; null where the kind has none.</summary>
    public static string? MainFacet(EntryKind kind) => kind switch
    {
        EntryKind.Event => FacetNames.Record,
        EntryKind.Member => FacetNames.Type,
        EntryKind.Value => FacetNames.Number,
        EntryKind.Case => FacetNames.Record,
        _ => null,
    };
}
