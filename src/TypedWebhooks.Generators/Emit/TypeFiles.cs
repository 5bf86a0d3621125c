using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Spreads a catalogue's types over files. A type that only one other refers to stands in that one's file, behind it: an event
/// with its own parts can be read from top to bottom, and the compiler has a third of the files.
/// </summary>
internal static class TypeFiles
{
    private const int LongestChain = 64;

    public static IEnumerable<TypesUnit> Of(ProviderModel provider, EventCatalog catalog)
    {
        List<DeclaredType> types = [.. Types(catalog)];
        Dictionary<CSharpName, CSharpName> users = Users(catalog);
        Dictionary<CSharpName, List<DeclaredType>> files = [];
        foreach (DeclaredType type in types)
        {
            CSharpName file = FileOf(type.Name, users);
            if (!files.TryGetValue(file, out List<DeclaredType>? declared))
            {
                files.Add(file, declared = []);
            }

            declared.Add(type);
        }

        foreach (DeclaredType type in types)
        {
            if (files.TryGetValue(type.Name, out List<DeclaredType>? declared))
            {
                // The type after which the file is called comes first, whatever the catalogue's order.
                yield return new TypesUnit(provider, type.Name, declared.OrderBy(other => other.Name != type.Name).ToEquatableArray());
            }
        }
    }

    private static IEnumerable<DeclaredType> Types(EventCatalog catalog)
    {
        Dictionary<CSharpName, string?> firstLevels = FirstLevels(catalog);
        return catalog.Records.Select(record => (DeclaredType)new DeclaredRecord(record, firstLevels.TryGetValue(record.Name, out string? first) ? first : null))
            .Concat(catalog.Hierarchies.Select(static hierarchy => new DeclaredHierarchy(hierarchy)))
            .Concat(catalog.Enums.Select(static values => new DeclaredEnum(values)));
    }

    /// <summary>The one type that refers to a type, of those that only one refers to.</summary>
    private static Dictionary<CSharpName, CSharpName> Users(EventCatalog catalog)
    {
        Dictionary<CSharpName, CSharpName?> users = [];
        void Use(CSharpName used, CSharpName user)
        {
            users[used] = used == user || (users.TryGetValue(used, out CSharpName? other) && other != user) ? null : user;
        }

        foreach (RecordModel record in catalog.Records)
        {
            foreach (CSharpName used in record.Members.Where(static member => !member.IsInherited).SelectMany(static member => Names(member.Type)))
            {
                Use(used, record.Name);
            }

            // A record is no part of those that derive from it, nor an event of its group.
            if (record.Base is { } parent)
            {
                Use(parent, parent);
            }
        }

        foreach (HierarchyModel hierarchy in catalog.Hierarchies)
        {
            foreach (CaseModel c in hierarchy.Cases)
            {
                Use(c.Record, hierarchy.Name);
            }
        }

        return users.Where(static user => user.Value is not null).ToDictionary(static user => user.Key, static user => user.Value!.Value);
    }

    private static CSharpName FileOf(CSharpName type, Dictionary<CSharpName, CSharpName> users)
    {
        // Types that only refer to one another would lead round in a circle: then each has a file of its own.
        CSharpName file = type;
        for (int depth = 0; users.TryGetValue(file, out CSharpName user); depth++)
        {
            if (depth == LongestChain)
            {
                return type;
            }

            file = user;
        }

        return file;
    }

    private static IEnumerable<CSharpName> Names(TypeModel type) => type switch
    {
        RecordType record => [record.Name],
        HierarchyType hierarchy => [hierarchy.Name],
        EnumType values => [values.Name],
        NullableType nullable => Names(nullable.Inner),
        LooseType loose => Names(loose.Inner),
        ListType list => Names(list.Item),
        MapType map => Names(map.Value),
        UnionType union => union.Alternatives.SelectMany(Names),
        _ => [],
    };

    /// <summary>The first part of the names of each group's events; null where they differ.</summary>
    private static Dictionary<CSharpName, string?> FirstLevels(EventCatalog catalog)
    {
        Dictionary<CSharpName, string?> firsts = [];
        foreach (RecordModel record in catalog.Records)
        {
            if (catalog.Provider.Key.HasHeader && record is { Base: { } group, Event: { } e })
            {
                bool differs = firsts.TryGetValue(group, out string? first) && !string.Equals(first, e.Parts[0], StringComparison.Ordinal);
                firsts[group] = differs ? null : e.Parts[0];
            }
        }

        return firsts;
    }
}

/// <summary>A file of records, sets of records and enums.</summary>
internal sealed record TypesUnit(ProviderModel Provider, CSharpName First, EquatableArray<DeclaredType> Types) : EmittedUnit(Provider, First)
{
    public override SourceWriter Emit()
    {
        SourceWriter code = EmittedFile.Begin(Provider);
        for (int i = 0; i < Types.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            Types[i].Emit(code, Provider);
        }

        return code;
    }
}

/// <summary>A type that is emitted together with others.</summary>
internal abstract record DeclaredType(CSharpName Name)
{
    public abstract void Emit(SourceWriter code, ProviderModel provider);
}

/// <param name="EventName">Of a group: what the part of the event's name that is not in the body is for all of it.</param>
internal sealed record DeclaredRecord(RecordModel Record, string? EventName) : DeclaredType(Record.Name)
{
    public override void Emit(SourceWriter code, ProviderModel provider)
    {
        if (Record.Kind == RecordKind.Group)
        {
            RecordEmitter.EmitGroup(code, provider, Record, EventName);
        }
        else
        {
            RecordEmitter.Emit(code, provider, Record);
        }
    }
}

internal sealed record DeclaredHierarchy(HierarchyModel Hierarchy) : DeclaredType(Hierarchy.Name)
{
    public override void Emit(SourceWriter code, ProviderModel provider) => HierarchyEmitter.Emit(code, provider, Hierarchy);
}

internal sealed record DeclaredEnum(EnumModel Values) : DeclaredType(Values.Name)
{
    public override void Emit(SourceWriter code, ProviderModel provider) => EnumEmitter.Emit(code, provider, Values);
}
