using System;
using System.Collections.Generic;
using System.Linq;
using NJsonSchema;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Tests.Schemas.Oracle;

/// <summary>Walks a record of ours and the oracle's schema of the same object side by side, and notes where they differ.</summary>
internal sealed class TypeComparison(EventCatalog catalog)
{
    private readonly Dictionary<CSharpName, RecordModel> _records = catalog.Records.ToDictionary(static record => record.Name);
    private readonly Dictionary<CSharpName, EnumModel> _enums = catalog.Enums.ToDictionary(static values => values.Name);
    private readonly HashSet<(CSharpName, JsonSchema)> _seen = [];

    /// <summary>Each difference: of what kind, and where.</summary>
    public List<(string Kind, string Where)> Differences { get; } = [];

    public HashSet<CSharpName> Records { get; } = [];

    public HashSet<CSharpName> Enums { get; } = [];

    public int Members { get; private set; }

    public void Compare(RecordModel record, JsonSchema schema)
    {
        schema = schema.ActualSchema;
        if (!_seen.Add((record.Name, schema)))
        {
            return;
        }

        Records.Add(record.Name);
        Dictionary<string, List<JsonSchemaProperty>> theirs = [];
        HashSet<string> required = [];
        Collect(schema, theirs, required, []);
        foreach (MemberModel member in record.Members)
        {
            string where = record.Name.Text + "." + member.WireName;
            if (!theirs.Remove(member.WireName, out List<JsonSchemaProperty>? stated))
            {
                Differences.Add(("only ours", where));
                continue;
            }

            Members++;
            if (member.IsRequired != required.Contains(member.WireName))
            {
                Differences.Add((member.IsRequired ? "required in ours" : "required in theirs", where));
            }

            if (member.Constant is null)
            {
                CompareType(member.Type, stated, where);
            }
        }

        Differences.AddRange(theirs.Keys.Select(name => ("only theirs", record.Name.Text + "." + name)));
    }

    /// <summary>What an object has by itself and by all that it is composed of.</summary>
    private static void Collect(JsonSchema schema, Dictionary<string, List<JsonSchemaProperty>> members, HashSet<string> required, HashSet<JsonSchema> seen)
    {
        schema = schema.ActualSchema;
        if (!seen.Add(schema))
        {
            return;
        }

        foreach (JsonSchema part in schema.AllOf)
        {
            Collect(part, members, required, seen);
        }

        foreach ((string name, JsonSchemaProperty property) in schema.Properties)
        {
            if (!members.TryGetValue(name, out List<JsonSchemaProperty>? stated))
            {
                members.Add(name, stated = []);
            }

            stated.Add(property);
        }

        required.UnionWith(schema.RequiredProperties);
    }

    private void CompareType(TypeModel type, IReadOnlyList<JsonSchema> stated, string where)
    {
        // Of several statements on one member, all hold: it is null only where all of them let it be.
        bool nullable = stated.All(static s => s.IsNullable(SchemaType.JsonSchema));
        if (type is LooseType or ScalarType { Kind: ScalarKind.Json })
        {
            Differences.Add(("not typed by ours", where));
            return;
        }

        if (type is NullableType != nullable)
        {
            Differences.Add((nullable ? "nullable in theirs" : "nullable in ours", where));
        }

        CompareInner(type is NullableType n ? n.Inner : type, [.. stated.Select(Present)], where);
    }

    private void CompareInner(TypeModel type, IReadOnlyList<JsonSchema> stated, string where)
    {
        JsonSchema last = stated[^1];
        switch (type)
        {
            case RecordType record when stated.Any(static s => s.OneOf.Count + s.AnyOf.Count > 0):
                Differences.Add(("one record for several objects", where));
                Records.Add(record.Name);
                break;
            case RecordType record when stated.Count == 1:
                Compare(_records[record.Name], last);
                break;
            case RecordType record:
                Differences.Add(("stated several times", where));
                Records.Add(record.Name);
                break;
            case ListType list when last.Item is not null:
                CompareType(list.Item, [last.Item], where + "[]");
                break;
            case MapType map when last.AdditionalPropertiesSchema is not null:
                CompareType(map.Value, [last.AdditionalPropertiesSchema], where + "{}");
                break;
            case EnumType values:
                CompareEnum(_enums[values.Name], stated, where);
                break;
            case ScalarType scalar when last.Type is not JsonObjectType.None && Expected(scalar.Kind) is var expected && (last.Type & ~JsonObjectType.Null) is var found && found != expected:
                Differences.Add(($"{found} in theirs, {scalar.Kind} in ours", where));
                break;
            case UnionType:
                Differences.Add(("a union", where));
                break;
        }
    }

    private void CompareEnum(EnumModel ours, IReadOnlyList<JsonSchema> stated, string where)
    {
        Enums.Add(ours.Name);
        HashSet<string> mine = [.. ours.Members.Select(static member => member.WireName)];
        HashSet<string> theirs = [.. stated.Where(static s => s.Enumeration.Count > 0).Select(static s => s.Enumeration.OfType<string>()).DefaultIfEmpty([]).Aggregate(static (one, other) => one.Intersect(other))];
        if (!mine.SetEquals(theirs))
        {
            Differences.Add(("enum", $"{where}: {string.Join(",", mine.Order())} against {string.Join(",", theirs.Order())}"));
        }
    }

    /// <summary>The one alternative beside null, where that is all that is between.</summary>
    private static JsonSchema Present(JsonSchema schema)
    {
        JsonSchema actual = schema.ActualSchema;
        List<JsonSchema> others = [.. actual.OneOf.Concat(actual.AnyOf).Where(static alternative => alternative.ActualSchema.Type != JsonObjectType.Null)];
        return others.Count == 1 && actual.OneOf.Count + actual.AnyOf.Count == 2 ? others[0].ActualSchema : actual;
    }

    private static JsonObjectType Expected(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => JsonObjectType.Boolean,
        ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Int64OrString or ScalarKind.UInt64OrString => JsonObjectType.Integer,
        ScalarKind.Double or ScalarKind.Decimal => JsonObjectType.Number,
        _ => JsonObjectType.String,
    };
}
