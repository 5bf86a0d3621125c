using System;
using System.Collections.Generic;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// What each type and member of a catalogue was made of. It travels beside the catalogue and not in it: places move with every line,
/// and nothing that is emitted depends on them.
/// </summary>
internal sealed class CatalogOrigins
{
    /// <summary>The shapes of records, enums and unions, by their names.</summary>
    public Dictionary<CSharpName, Shape> Types { get; } = [];

    /// <summary>The events, by the names of their records.</summary>
    public Dictionary<CSharpName, EventShape> Events { get; } = [];

    /// <summary>The members, by the names of their records and their own on the wire.</summary>
    public Dictionary<(CSharpName Record, string Member), MemberShape> Members { get; } = [];

    public MemberShape? Find(CSharpName record, string member) => Members.TryGetValue((record, member), out MemberShape? shape) ? shape : null;
}
