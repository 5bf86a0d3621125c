using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>What each member is: its property's name and type, and what a record keeps of how the provider spells it.</summary>
internal sealed partial class CatalogBuilder
{
    /// <summary>The compiler's work for the functions that read a list of lists of lists doubles with each of them.</summary>
    private const int MaxTypeDepth = 12;

    /// <summary>Whether there are so many types that no more are made.</summary>
    private bool _isFull;

    /// <summary>The shapes whose types are being found out, each inside the one before.</summary>
    private readonly HashSet<Shape> _open = [];

    /// <param name="owner">The record that has the members.</param>
    /// <param name="path">What types that have no name of their own are called after.</param>
    /// <param name="declared">The members that a base record declares already, with their names.</param>
    /// <param name="e">The event that the record is; null for a group and for a part of a body.</param>
    /// <param name="constant">The member that tells a case from others, and its value there.</param>
    /// <param name="key">Where the event's body has its name; null where that is the provider's first place of names.</param>
    private EquatableArray<MemberModel> Members(
        ImmutableArray<MemberShape> shapes,
        CSharpName owner,
        CSharpName path,
        RecordKind kind,
        IReadOnlyDictionary<string, CSharpName>? declared,
        EventModel? e,
        (string Member, string Value)? constant = null,
        EventKey? key = null)
    {
        if (shapes.Length > Limits.Members)
        {
            _diagnostics.Report(Descriptors.TWH2008_LimitExceeded, shapes[Limits.Members].Location, FormattableString.Invariant($"{owner.Text} has {shapes.Length} members; those after the first {Limits.Members} are additional properties"));
            shapes = ImmutableArray.Create(shapes, 0, Limits.Members);
        }

        MemberNameScope names = kind == RecordKind.Batch ? MemberNameScope.ForBatch(_provider, owner) : MemberNameScope.ForRecord(_provider, owner);
        MemberNameScope locals = MemberNameScope.ForLocals();
        foreach (CSharpName taken in declared?.Values ?? [])
        {
            names.Inherit(taken);
        }

        Dictionary<string, CSharpName> pinned = PinMembers(
            shapes,
            owner,
            names,
            member => declared?.ContainsKey(member.Name) != true && ConstantOf(member, kind, e, constant, key) is null && member.Shape is not EventRootShape);
        List<MemberModel> members = [];
        int formats = 0, nulls = 0;
        foreach (MemberShape shape in shapes)
        {
            Origins.Members[(owner, shape.Name)] = shape;
            if (kind == RecordKind.Batch && shape.Shape is EventRootShape)
            {
                members.Add(new(shape.Name, new("Events"), new("events"), new EventsType(), IsRequired: false, Constant: null, IsInherited: true, null, null, shape.Description, IsObsolete: false));
                continue;
            }

            if (ConstantOf(shape, kind, e, constant, key) is { } text)
            {
                members.Add(new(shape.Name, new("EventType"), new("eventType"), new ScalarType(IsNumber(shape.Shape) ? ScalarKind.Double : ScalarKind.String), IsRequired: true, text, IsInherited: true, null, null, null, IsObsolete: false));
                continue;
            }

            if (!WireName.IsUnicode(shape.Name))
            {
                _diagnostics.Report(Descriptors.TWH2010_InvalidSchema, shape.Location, "The name of this member holds half a surrogate pair, which no text can");
                continue;
            }

            CSharpName wanted = WireName.ToPascalCase(shape.Name);
            CSharpName name = wanted;
            bool inherited = declared is not null && declared.TryGetValue(shape.Name, out name);
            if (!inherited && pinned.TryGetValue(shape.Name, out CSharpName known))
            {
                name = known;
            }
            else if (!inherited)
            {
                name = names.Take(wanted);
                ReportRename(shape.Location, shape.Name, name, name != wanted ? $"'{wanted.Text}' is taken or reserved in {owner.Text}" : WireName.Objection(shape.Name));
            }

            TypeModel type = Type(shape.Shape, path, wanted, shape);
            bool required = shape.IsRequired && !_settings.AllOptional;
            if (_settings.AllOptional && type is not (NullableType or LooseType))
            {
                type = new NullableType(type);
            }

            members.Add(new(
                shape.Name,
                name,
                locals.Take(name.ToCamelCase()),
                type,
                required,
                Constant: null,
                inherited,
                Format: Unwrap(type) is ScalarType { Kind: ScalarKind.DateTimeOffset } ? formats++ : null,
                NullSlot: !required && type is NullableType ? nulls++ : null,
                shape.Description ?? shape.Shape.Description,
                shape.IsObsolete));
        }

        return members.ToEquatableArray();
    }

    /// <summary>What a member always is in this record: the event's name or a part of it, or what tells the case from others.</summary>
    private string? ConstantOf(MemberShape member, RecordKind kind, EventModel? e, (string Member, string Value)? constant, EventKey? key)
    {
        if (constant is { } discriminator)
        {
            return discriminator.Member == member.Name ? discriminator.Value : null;
        }

        // A group may have events with their names in different places.
        key ??= kind == RecordKind.Group ? _provider.FurtherKeys.Prepend(_provider.Key).FirstOrDefault(other => other.PartOf(member.Name) >= 0) : null;
        key ??= _provider.Key;
        int part = kind is RecordKind.Event or RecordKind.Group ? key.PartOf(member.Name) : -1;

        // One of several parts may be a number. What may be either is no constant: the body says which it is.
        if (part < 0 || (key.Parts.Count > 1 && !IsText(member.Shape) && !IsNumber(member.Shape)))
        {
            return null;
        }

        // In a group the member is there all the same: as the events' EventType, or not at all.
        return e is null ? "" : e.Parts[part].Length > 0 ? e.Parts[part] : null;
    }

    private static bool IsText(Shape shape) => shape switch
    {
        ConstantShape or EnumShape => true,
        ScalarShape scalar => scalar.Kind is ScalarKind.String or ScalarKind.Guid or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly,
        NullableShape nullable => IsText(nullable.Inner),
        DeferredShape { Target: { } target } => IsText(target),
        _ => false,
    };

    private static bool IsNumber(Shape shape) => shape switch
    {
        ScalarShape scalar => scalar.Kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Double or ScalarKind.Decimal,
        NullableShape nullable => IsNumber(nullable.Inner),
        DeferredShape { Target: { } target } => IsNumber(target),
        _ => false,
    };

    private TypeModel Type(Shape shape, CSharpName path, CSharpName member, MemberShape origin, int depth = 0)
    {
        if (shape is DeferredShape { Target: { } target })
        {
            shape = target;
        }

        shape = Representative(shape);

        // A list of lists of itself has no type in C#: only what is an object ends there, since that has a name.
        if (!_open.Add(shape) || depth > MaxTypeDepth)
        {
            string reason = depth > MaxTypeDepth ? "it lies too deep in lists and maps" : "it holds itself without an object between";
            _diagnostics.Report(Descriptors.TWH2007_ShapeIsJson, origin.Location, origin.Name, reason);
            return new ScalarType(ScalarKind.Json);
        }

        TypeModel type = TypeOf(shape, path, member, origin, depth);
        _open.Remove(shape);
        return type;
    }

    private TypeModel TypeOf(Shape shape, CSharpName path, CSharpName member, MemberShape origin, int depth)
    {
        switch (shape)
        {
            case ScalarShape scalar:
                return new ScalarType(scalar.Kind);
            case ConstantShape:
                return new ScalarType(ScalarKind.String);
            case NullableShape nullable:
                TypeModel inner = Type(nullable.Inner, path, member, origin, depth + 1);
                return inner is NullableType or LooseType or ScalarType { Kind: ScalarKind.Json } ? inner : new NullableType(inner);
            case LooseShape loose:
                TypeModel meant = Type(loose.Inner, path, member, origin, depth + 1);
                return meant is LooseType or ScalarType { Kind: ScalarKind.Json } ? meant : new LooseType(meant is NullableType n ? n.Inner : meant);
            case ListShape list:
                return new ListType(Item(Type(list.Item, path, EnglishPlural.ToSingular(member), origin, depth + 1)));
            case MapShape map:
                return new MapType(Item(Type(map.Value, path, EnglishPlural.ToSingular(member), origin, depth + 1)), Required(map.Required));
            case EnumShape or HierarchyShape or ObjectShape { Members.Count: > 0 } or ObjectShape { Base: not null } when !_names.ContainsKey(shape) && _names.Count >= Limits.Types:
                if (!_isFull)
                {
                    _isFull = true;
                    _diagnostics.Report(Descriptors.TWH2008_LimitExceeded, origin.Location, FormattableString.Invariant($"The provider has more than {Limits.Types} types; from here on they are JsonElement"));
                }

                return new ScalarType(ScalarKind.Json);
            case EnumShape values:
                return new EnumType(Enum(values, path, member, origin));
            case UnionShape union:
                return Union(union, path, member, origin, depth);
            case HierarchyShape hierarchy:
                return new HierarchyType(Hierarchy(hierarchy, path, member, origin));
            case ObjectShape { Base: null, Members.Count: 0 }:
                return new MapType(new ScalarType(ScalarKind.Json), Required(((ObjectShape)shape).Required));
            case ObjectShape o:
                return new RecordType(Record(o, path, member, origin));
            case AnyShape any:
                if (any.Reason is not null)
                {
                    _diagnostics.Report(Descriptors.TWH2007_ShapeIsJson, any.Location, origin.Name, any.Reason);
                }

                return new ScalarType(ScalarKind.Json);
            default:
                return new ScalarType(ScalarKind.Json);
        }
    }

    /// <summary>What has to be there although it has no property. Half a surrogate pair is the name of nothing that could be.</summary>
    private EquatableArray<string> Required(IEnumerable<string> names) =>
        _settings.AllOptional ? EquatableArray<string>.Empty : names.Where(WireName.IsUnicode).Take(Limits.Members).ToEquatableArray();

    /// <summary>The members that an object requires without saying what they are.</summary>
    private EquatableArray<string> Undeclared(ObjectShape shape)
    {
        HashSet<string> declared = [.. Objects.Flatten(shape).Select(static member => member.Name)];
        return Required(Objects.Required(shape).Where(name => !declared.Contains(name)).OrderBy(static name => name, StringComparer.Ordinal));
    }

    /// <summary>A list keeps no original for one item alone, so a loose item is the JSON that it is.</summary>
    private static TypeModel Item(TypeModel item) => item is LooseType ? new ScalarType(ScalarKind.Json) : item;

    private TypeModel Union(UnionShape union, CSharpName path, CSharpName member, MemberShape origin, int depth)
    {
        List<TypeModel> types = [.. union.Alternatives.Select(alternative => Type(alternative, path, member, origin, depth + 1)).Distinct()];
        return types.Count == 1 ? types[0]
            : types.Exists(static type => type is NullableType or LooseType or ScalarType { Kind: ScalarKind.Json }) ? new ScalarType(ScalarKind.Json)
            : new UnionType(types.ToEquatableArray());
    }

    private static TypeModel Unwrap(TypeModel type) => type is NullableType nullable ? nullable.Inner : type;
}
