using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// The types that members have: a shape is one type, called what the schema calls it or, where it has no name there, after
/// the path to it.
/// </summary>
internal sealed partial class CatalogBuilder
{
    private CSharpName Record(ObjectShape shape, CSharpName path, CSharpName member, MemberShape origin)
    {
        shape = (ObjectShape)Representative(shape);

        // What only restricts a shared type is that type: code that takes the one takes the other.
        if (!Objects.AddsMembers(shape))
        {
            return Record(shape.Base!, path, member, origin);
        }

        if (!TryName(shape, path, member, origin, out CSharpName name))
        {
            return name;
        }

        Origins.Types[name] = shape;
        _pending.Enqueue(() =>
        {
            CSharpName? parent = shape.Base is null ? null : Record(shape.Base, path, member, origin);
            _records.Add(new(
                RecordKind.Payload,
                name,
                parent,
                IsSealed: true,
                Event: null,
                shape.Description,
                shape.IsObsolete,
                Members(Derived(shape), name, name, RecordKind.Payload, shape.Base is null ? null : Declared(shape.Base, parent!.Value), null),
                Undeclared(shape)));
        });
        return name;
    }

    /// <summary>All members, those of a base record with the types that they have there: C# cannot narrow them.</summary>
    private static ImmutableArray<MemberShape> Derived(ObjectShape shape)
    {
        ImmutableArray<MemberShape> members = Objects.Flatten(shape);
        if (shape.Base is null)
        {
            return members;
        }

        Dictionary<string, MemberShape> inherited = Objects.Flatten(shape.Base).ToDictionary(static member => member.Name, StringComparer.Ordinal);
        return ImmutableArray.CreateRange(members, member => inherited.TryGetValue(member.Name, out MemberShape? declared) ? declared : member);
    }

    /// <summary>
    /// The names that a base record gives its members. It has none above it that could claim one, or the same rules gave
    /// them: they are the same whenever they are asked for.
    /// </summary>
    private Dictionary<string, CSharpName> Declared(ObjectShape shape, CSharpName owner)
    {
        MemberNameScope names = MemberNameScope.ForRecord(_provider, owner);
        Dictionary<string, CSharpName> declared = new(StringComparer.Ordinal);
        ImmutableArray<MemberShape> members = Derived(shape);
        Dictionary<string, CSharpName> pinned = PinMembers(members, owner, names, static _ => true);
        foreach (MemberShape member in members.Where(static member => WireName.IsUnicode(member.Name)))
        {
            declared[member.Name] = pinned.TryGetValue(member.Name, out CSharpName name) ? name : names.Take(WireName.ToPascalCase(member.Name));
        }

        return declared;
    }

    private CSharpName Hierarchy(HierarchyShape shape, CSharpName path, CSharpName member, MemberShape origin)
    {
        if (!TryName(shape, path, member, origin, out CSharpName name))
        {
            return name;
        }

        CSharpName unrecognized = _types.Take(name.After("Unrecognized"));
        List<CaseModel> cases = [];
        foreach ((string value, ObjectShape body) in shape.Cases)
        {
            _cancellationToken.ThrowIfCancellationRequested();

            // A case belongs to this hierarchy alone: as a record it can derive from one only.
            CSharpName record = _pinned.TryGetValue(body, out (CSharpName Name, bool IsGroup) pin) && !pin.IsGroup ? pin.Name : Take(body.Name, body.Name is not null ? Wanted(body.Name) : CSharpName.IsValid(WireName.ToPascalCase(value).Text.TrimStart('_')) ? new CSharpName(WireName.ToPascalCase(value).Text.TrimStart('_')).With(name.Text) : name.With(WireName.ToPascalCase(value).Text));
            cases.Add(new(value, record));
            Origins.Types[record] = body;
            _pending.Enqueue(() => _records.Add(new(
                RecordKind.Case,
                record,
                name,
                IsSealed: true,
                Event: null,
                body.Description,
                body.IsObsolete,
                Members(Objects.Flatten(body), record, record, RecordKind.Case, null, null, (shape.Discriminator, value)),
                Undeclared(body))));
        }

        Origins.Types[name] = shape;
        _hierarchies.Add(new(name, unrecognized, shape.Discriminator, shape.Description, cases.ToEquatableArray(), shape.IsOpen));
        return name;
    }

    private CSharpName Enum(EnumShape shape, CSharpName path, CSharpName member, MemberShape origin)
    {
        if (TryName(shape, path, member, origin, out CSharpName name))
        {
            Origins.Types[name] = shape;
            _enums.Add(new(
                name,
                shape.Description,
                EnumMembers(shape.Values, name, origin).ToEquatableArray()));
        }

        return name;
    }

    private CSharpName EnumMember(string value, MemberNameScope names, CSharpName owner, MemberShape origin)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        CSharpName wanted = WireName.ToPascalCase(value);
        CSharpName taken = names.Take(wanted);
        ReportRename(origin.Location, value, taken, taken != wanted ? $"'{wanted.Text}' is taken or reserved in {owner.Text}" : WireName.Objection(value));
        return taken;
    }
}
