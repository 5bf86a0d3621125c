using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>Events, and the abstract records between them and the root, that an <c>allOf</c> in the schema stands for.</summary>
internal sealed partial class CatalogBuilder
{
    /// <summary>The members that a group of events declares for all of them, with their names in C#.</summary>
    private readonly Dictionary<ObjectShape, Dictionary<string, CSharpName>> _declared = [];

    /// <summary>The members of a group that one of its events has with another type: each event declares them itself.</summary>
    private readonly HashSet<(ObjectShape Group, string Member)> _narrowed = [];

    private void FindNarrowed()
    {
        foreach (ObjectShape body in _shape.Events.Select(static e => e.Body))
        {
            Dictionary<string, MemberShape> own = Flatten(body).ToDictionary(static member => member.Name, StringComparer.Ordinal);
            HashSet<ObjectShape> seen = [];
            for (ObjectShape? group = body.Base; group is not null && seen.Add(group); group = group.Base)
            {
                foreach (MemberShape member in Flatten(group).Where(member => !IsSame(member, own[member.Name])))
                {
                    _narrowed.Add((group, member.Name));
                }
            }
        }
    }

    private void AddEvent(EventModel e, EventShape shape)
    {
        ObjectShape body = shape.Body;
        CSharpName parent = body.Base is null ? _provider.Root : Group(body.Base);
        _records.Add(new(
            RecordKind.Event,
            e.Record,
            parent,
            e,
            shape.Description ?? body.Description,
            body.IsObsolete,
            Members(Flatten(body), e.Record, Stem(e.Record), RecordKind.Event, body.Base is null ? null : _declared[body.Base])));
    }

    /// <summary>The abstract record of a shape that events extend, made when the first of them asks for it.</summary>
    private CSharpName Group(ObjectShape shape)
    {
        if (_names.TryGetValue(shape, out CSharpName known))
        {
            return known;
        }

        CSharpName wanted = WireName.ToPascalCase(shape.Name ?? _provider.Name.Text + "Base");
        CSharpName name = _types.Take(wanted.Text.EndsWith("Event", StringComparison.Ordinal) ? wanted : wanted.With("Event"));
        _names.Add(shape, name);
        Dictionary<string, CSharpName> declared = new(StringComparer.Ordinal);
        _declared.Add(shape, declared);
        CSharpName parent = shape.Base is null ? _provider.Root : Group(shape.Base);
        foreach (KeyValuePair<string, CSharpName> member in shape.Base is null ? [] : _declared[shape.Base])
        {
            declared.Add(member.Key, member.Value);
        }

        EquatableArray<MemberModel> members = Members(
            [.. Flatten(shape).Where(member => !_narrowed.Contains((shape, member.Name)))],
            name,
            Stem(name),
            RecordKind.Group,
            declared);
        foreach (MemberModel member in members)
        {
            declared[member.WireName] = member.Name;
        }

        _records.Add(new(RecordKind.Group, name, parent, Event: null, shape.Description, shape.IsObsolete, members));
        return name;
    }

    /// <summary>The members of a shape and of all that it extends; its own take the place of those they narrow.</summary>
    private static List<MemberShape> Flatten(ObjectShape shape)
    {
        List<MemberShape> members = [];
        HashSet<ObjectShape> seen = [];
        Stack<ObjectShape> chain = new();
        for (ObjectShape? part = shape; part is not null && seen.Add(part); part = part.Base)
        {
            chain.Push(part);
        }

        foreach (MemberShape member in chain.SelectMany(static part => part.Members))
        {
            int existing = members.FindIndex(m => string.Equals(m.Name, member.Name, StringComparison.Ordinal));
            if (existing < 0)
            {
                members.Add(member);
            }
            else
            {
                members[existing] = Narrow(members[existing], member);
            }
        }

        return members;
    }

    /// <summary>A member stated twice: required where either says so, described by the last one, with the type that says more.</summary>
    private static MemberShape Narrow(MemberShape inherited, MemberShape own) => new(
        inherited.Name,
        own.Shape is AnyShape ? inherited.Shape : own.Shape,
        inherited.IsRequired || own.IsRequired,
        own.Location)
    {
        Description = own.Description ?? inherited.Description,
        IsObsolete = own.IsObsolete || inherited.IsObsolete,
    };

    private static bool IsSame(MemberShape left, MemberShape right) =>
        left.IsRequired == right.IsRequired && IsSame(left.Shape, right.Shape);

    /// <summary>Whether two shapes become the same type, whatever their descriptions say.</summary>
    private static bool IsSame(Shape left, Shape right) => left == right || (left, right) switch
    {
        (ScalarShape one, ScalarShape other) => one.Kind == other.Kind,
        (NullableShape one, NullableShape other) => IsSame(one.Inner, other.Inner),
        (ListShape one, ListShape other) => IsSame(one.Item, other.Item),
        (MapShape one, MapShape other) => IsSame(one.Value, other.Value),
        (AnyShape, AnyShape) => true,
        _ => false,
    };
}
