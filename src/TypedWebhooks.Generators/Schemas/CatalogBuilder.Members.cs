using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>What each member is: its property's name and type, and what a record keeps of how the provider spells it.</summary>
internal sealed partial class CatalogBuilder
{
    /// <param name="owner">The record that has the members.</param>
    /// <param name="path">What types that have no name of their own are called after.</param>
    /// <param name="declared">The members that a base record declares already, with their names.</param>
    private EquatableArray<MemberModel> Members(
        List<MemberShape> shapes,
        CSharpName owner,
        CSharpName path,
        RecordKind kind,
        Dictionary<string, CSharpName>? declared)
    {
        MemberNameScope names = MemberNameScope.ForRecord(_provider, owner);
        MemberNameScope locals = MemberNameScope.ForLocals();
        foreach (CSharpName inherited in declared?.Values ?? Enumerable.Empty<CSharpName>())
        {
            names.Inherit(inherited);
        }

        List<MemberModel> members = [];
        int formats = 0, nulls = 0;
        foreach (MemberShape shape in shapes)
        {
            bool isEventType = kind != RecordKind.Payload && string.Equals(shape.Name, _provider.EventTypeMember, StringComparison.Ordinal);
            if (isEventType)
            {
                CSharpName eventType = new("EventType");
                members.Add(new(
                    shape.Name, eventType, eventType.ToCamelCase(), new ScalarType(ScalarKind.String), IsRequired: true, IsEventType: true, IsInherited: true, null, null, null, IsObsolete: false));
                continue;
            }

            if (!WireName.IsUnicode(shape.Name))
            {
                _diagnostics.Report(Descriptors.TWH2010_InvalidSchema, shape.Location, HalfSurrogate("member"));
                continue;
            }

            CSharpName wanted = WireName.ToPascalCase(shape.Name);
            CSharpName name = wanted;
            bool inherited = declared is not null && declared.TryGetValue(shape.Name, out name);
            if (!inherited)
            {
                name = names.Take(wanted);
                ReportRename(shape.Location, shape.Name, name, name != wanted ? $"'{wanted.Text}' is taken or reserved in {owner.Text}" : WireName.Objection(shape.Name));
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
                locals.Take(name.ToCamelCase()),
                type,
                required,
                IsEventType: false,
                inherited,
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
                return new EnumType(Enum(values, path, member, origin));
            case ObjectShape o:
                return new RecordType(Record(o, path, member, origin));
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

    private CSharpName Record(ObjectShape shape, CSharpName path, CSharpName member, MemberShape origin)
    {
        if (!_names.TryGetValue(shape, out CSharpName name))
        {
            name = NameType(shape.Name, path, member, origin);
            _names.Add(shape, name);
            _pending.Enqueue((shape, name));
        }

        return name;
    }

    private CSharpName Enum(EnumShape shape, CSharpName path, CSharpName member, MemberShape origin)
    {
        if (!_names.TryGetValue(shape, out CSharpName name))
        {
            name = NameType(shape.Name, path, member, origin);
            _names.Add(shape, name);
            MemberNameScope names = MemberNameScope.ForEnum();
            List<EnumMemberModel> members = [];
            foreach (string value in shape.Values)
            {
                CSharpName wanted = WireName.ToPascalCase(value);
                CSharpName taken = names.Take(wanted);
                ReportRename(origin.Location, value, taken, taken != wanted ? $"'{wanted.Text}' is taken or reserved in {name.Text}" : WireName.Objection(value));
                members.Add(new(value, taken));
            }

            _enums.Add(new(name, shape.Description, members.ToEquatableArray()));
        }

        return name;
    }

    /// <summary>The name of a type: the schema's own for it or, where it has none, the path to it.</summary>
    private CSharpName NameType(string? stated, CSharpName path, CSharpName member, MemberShape origin)
    {
        CSharpName wanted = stated is null ? path.With(member.Text) : WireName.ToPascalCase(stated);
        CSharpName name = _types.Take(wanted);
        ReportRename(origin.Location, stated ?? origin.Name, name, name != wanted ? $"'{wanted.Text}' is taken" : stated is null ? null : WireName.Objection(stated));
        return name;
    }

    /// <summary>Such a text is no Unicode; no JSON in UTF-8 holds it other than escaped, and System.Text.Json reads it from none.</summary>
    private static string HalfSurrogate(string what) => $"The name of this {what} holds half a surrogate pair, which no text can";

    private static TypeModel Unwrap(TypeModel type) => type is NullableType nullable ? nullable.Inner : type;
}
