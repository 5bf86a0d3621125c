using System;
using System.Collections.Generic;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>What each member is: its property's name and type, and what a record keeps of how the provider spells it.</summary>
internal sealed partial class CatalogBuilder
{
    /// <param name="owner">The record that has the members.</param>
    /// <param name="path">What types that have no name of their own are called after.</param>
    /// <param name="declared">The members that a base record declares already.</param>
    private EquatableArray<MemberModel> Members(
        List<MemberShape> shapes,
        CSharpName owner,
        CSharpName path,
        RecordKind kind,
        HashSet<string>? declared)
    {
        MemberNameScope names = MemberNameScope.ForRecord(owner);
        List<MemberModel> members = [];
        int formats = 0, nulls = 0;
        foreach (MemberShape shape in shapes)
        {
            bool isEventType = kind != RecordKind.Payload && string.Equals(shape.Name, _provider.EventTypeMember, StringComparison.Ordinal);
            if (isEventType)
            {
                members.Add(new(
                    shape.Name, new("EventType"), new ScalarType(ScalarKind.String), IsRequired: true, IsEventType: true, IsInherited: true, null, null, null, IsObsolete: false));
                continue;
            }

            CSharpName wanted = WireName.ToPascalCase(shape.Name);
            CSharpName name = names.Take(wanted);
            if (name != wanted)
            {
                _diagnostics.Report(Descriptors.TWH2006_NameChanged, shape.Location, shape.Name, name.Text, $"'{wanted.Text}' is taken or reserved in {owner.Text}");
            }

            TypeModel type = Type(shape.Shape, path, wanted, shape);
            bool required = shape.IsRequired && !_settings.AllOptional;
            if (_settings.AllOptional && type is not NullableType)
            {
                type = new NullableType(type);
            }

            members.Add(new(
                shape.Name,
                name,
                type,
                required,
                IsEventType: false,
                IsInherited: declared is not null && declared.Contains(shape.Name),
                Format: Unwrap(type) is ScalarType { Kind: ScalarKind.DateTimeOffset } ? formats++ : null,
                NullSlot: !required && type is NullableType ? nulls++ : null,
                shape.Description ?? shape.Shape.Description,
                shape.IsObsolete));
        }

        return members.ToEquatableArray();
    }

    private TypeModel Type(Shape shape, CSharpName path, CSharpName member, MemberShape origin)
    {
        switch (shape)
        {
            case ScalarShape scalar:
                return new ScalarType(scalar.Kind);
            case NullableShape nullable:
                TypeModel inner = Type(nullable.Inner, path, member, origin);
                return inner is NullableType or ScalarType { Kind: ScalarKind.Json } ? inner : new NullableType(inner);
            case ListShape list:
                return new ListType(Type(list.Item, path, EnglishPlural.ToSingular(member), origin));
            case MapShape map:
                return new MapType(Type(map.Value, path, EnglishPlural.ToSingular(member), origin));
            case EnumShape values:
                return new EnumType(Enum(values, path, member));
            case ObjectShape o:
                return new RecordType(Record(o, path, member));
            case AnyShape any:
                if (any.Reason is not null)
                {
                    _diagnostics.Report(Descriptors.TWH2007_ShapeIsJson, any.Location, origin.Name, any.Reason);
                }

                return new ScalarType(ScalarKind.Json);
            default:
                throw new InvalidOperationException("A shape that has no type.");
        }
    }

    private CSharpName Record(ObjectShape shape, CSharpName path, CSharpName member)
    {
        if (!_names.TryGetValue(shape, out CSharpName name))
        {
            name = _types.Take(shape.Name is null ? path.With(member.Text) : WireName.ToPascalCase(shape.Name));
            _names.Add(shape, name);
            _pending.Enqueue((shape, name));
        }

        return name;
    }

    private CSharpName Enum(EnumShape shape, CSharpName path, CSharpName member)
    {
        if (!_names.TryGetValue(shape, out CSharpName name))
        {
            name = _types.Take(shape.Name is null ? path.With(member.Text) : WireName.ToPascalCase(shape.Name));
            _names.Add(shape, name);
            MemberNameScope names = MemberNameScope.ForEnum();
            List<EnumMemberModel> members = [];
            foreach (string value in shape.Values)
            {
                members.Add(new(value, names.Take(WireName.ToPascalCase(value))));
            }

            _enums.Add(new(name, shape.Description, members.ToEquatableArray()));
        }

        return name;
    }

    private static TypeModel Unwrap(TypeModel type) => type is NullableType nullable ? nullable.Inner : type;
}
