using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>The expression that reads a value, and the statement that writes it, by its type.</summary>
internal readonly struct JsonValue
{
    private readonly string? _code;

    private JsonValue(string code) => _code = code;

    /// <summary>Where the value to be written stands.</summary>
    public enum Source
    {
        /// <summary>In the record's property.</summary>
        Property,

        /// <summary>In a local that is known not to be null.</summary>
        Local,
    }

    /// <summary>Reads a member's value, which is no null.</summary>
    /// <param name="provider">The provider, of whose events a batch is.</param>
    public static JsonValue Read(ProviderModel provider, MemberModel member)
    {
        if (member.Type is EventsType)
        {
            return new($"reader.ReadEvents<{provider.Batch}, {provider.Root}>(s_batch)");
        }

        TypeModel type = TypeReference.Inner(member.Type);
        if (member.Type is LooseType)
        {
            string method = TypeReference.IsValueType(type) ? "ReadLooseValue" : "ReadLoose";
            return new($"reader.{method}<{TypeReference.Of(type)}>{Lines(0, Reader(type, depth: 1, mayBeNull: true))}");
        }

        return new(member.Format is { } slot && type is ScalarType
            ? $"reader.ReadDateTimeOffset(ref members, format: {Invariant.Text(slot)})"
            : Read(type, "reader", depth: 0));
    }

    /// <summary>Writes a member's value, which is no null.</summary>
    public static JsonValue Write(MemberModel member, int index, Source source)
    {
        string at = Invariant.Text(index);
        string value = source == Source.Local ? member.Local.ToString() : member.Name.ToString();
        TypeModel type = TypeReference.Inner(member.Type);
        return new(type switch
        {
            EventsType => $"json.WriteEvents({at}, {value}, s_batch);",
            ScalarType { Kind: ScalarKind.DateTimeOffset } => $"json.WriteDateTimeOffset({at}, {value}, format: {Invariant.Text(member.Format ?? 0)});",
            ScalarType scalar => $"json.Write{Kind(scalar.Kind)}({at}, {value});",
            EnumType e => $"json.WriteEnum({at}, (int){value}, {Texts(e)});",
            RecordType or HierarchyType => $"json.WriteObject({at}, {value});",
            UnionType => $"json.WriteUnion{Lines(0, at, value, Writer(type, 1), Reader(type, 1))};",
            ListType { Item: RecordType or HierarchyType } => $"json.WriteObjects({at}, {value});",
            ListType { Item: ScalarType { Kind: ScalarKind.String } } => $"json.WriteStrings({at}, {value});",
            ListType list => $"json.WriteList{Arguments(at, value, list.Item)};",
            MapType map => $"json.WriteMap{Arguments(at, value, map.Value)};",
            _ => throw new InvalidOperationException("A type that cannot be written."),
        });
    }

    /// <summary>Whether one call writes the member whether it is there or not.</summary>
    public static bool HasOptionalForm(MemberModel member) => member is { Constant: null, IsNullable: true, Type: not LooseType }
        && TypeReference.Inner(member.Type) is RecordType or HierarchyType or EnumType
            or ScalarType { Kind: ScalarKind.String or ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Int64OrString or ScalarKind.Double or ScalarKind.DateTimeOffset };

    /// <summary>Writes a member that may be null: as null where it has to be there, else as it came.</summary>
    public static JsonValue WriteOptional(MemberModel member, int index)
    {
        string verb = member.IsRequired ? "Nullable" : "Optional";
        string start = $"{Invariant.Text(index)}, ";
        string end = member is { IsRequired: false, NullSlot: { } slot } ? $", nullSlot: {Invariant.Text(slot)});" : ");";
        return new(TypeReference.Inner(member.Type) switch
        {
            EnumType e => $"json.Write{verb}Enum({start}(int?){member.Name}, {Texts(e)}{end}",
            ScalarType { Kind: ScalarKind.DateTimeOffset } => $"json.Write{verb}DateTimeOffset({start}{member.Name}, format: {Invariant.Text(member.Format ?? 0)}{end}",
            ScalarType scalar => $"json.Write{verb}{Kind(scalar.Kind)}({start}{member.Name}{end}",
            _ => $"json.Write{verb}Object({start}{member.Name}{end}",
        });
    }

    public override string ToString() => _code ?? "";

    private static string Read(TypeModel type, string reader, int depth) => type switch
    {
        NullableType nullable => $"{reader}.TryReadNull() ? {Null(nullable.Inner)} : {Read(nullable.Inner, reader, depth)}",
        RecordType record => $"{reader}.Read<{record.Name}>()",
        HierarchyType hierarchy => $"{reader}.Read<{hierarchy.Name}>()",
        EnumType values => $"({values.Name}){reader}.ReadEnum({Texts(values)})",
        UnionType union => $"{reader}.ReadUnion<{string.Join(", ", union.Alternatives.Select(static alternative => TypeReference.Of(alternative).ToString()))}>{Lines(depth, [.. union.Alternatives.Select(alternative => Reader(alternative, depth + 1))])}",
        ListType { Item: RecordType or HierarchyType } list => $"{reader}.ReadObjects<{TypeReference.Of(list.Item)}>()",
        ListType { Item: ScalarType { Kind: ScalarKind.String } } => $"{reader}.ReadStrings()",
        ListType list => $"{reader}.ReadList{TypeArgument(list.Item)}{Lines(depth, Reader(list.Item, depth + 1))}",
        MapType map => $"{reader}.ReadMap{TypeArgument(map.Value)}{Lines(depth, [Reader(map.Value, depth + 1), .. Required(map)])}",
        ScalarType scalar => $"{reader}.{Method(scalar.Kind)}()",
        _ => throw new InvalidOperationException("A type that cannot be read."),
    };

    private static IEnumerable<string> Required(MapType map) =>
        map.Required.Count == 0 ? [] : [$"required: new string[] {{ {string.Join(", ", map.Required.Select(static name => new StringLiteral(name).ToString()))} }}"];

    /// <summary>The texts of an enum.</summary>
    private static string Texts(EnumType values) => values.Name.Bare.Text + EnumModel.TextsSuffix + ".Names";

    /// <summary>A union converts from what it may hold, so for it a bare <c>null</c> would be a value.</summary>
    private static string Null(TypeModel type) => type is UnionType ? $"({TypeReference.Of(type)}?)null" : "null";

    /// <summary>
    /// The type of an item, where the compiler cannot infer it, since <c>null</c> and a value have none in common; and where
    /// it takes too long to: it reads the function of each list in a list several times.
    /// </summary>
    private static string TypeArgument(TypeModel item) =>
        item is NullableType or ListType or MapType or UnionType ? $"<{TypeReference.Of(item)}>" : "";

    /// <summary>A function that reads one item of a list or map.</summary>
    private static string Reader(TypeModel item, int depth, bool mayBeNull = false)
    {
        // A record that does not fit is null, but then the list fails as a whole and nobody sees it.
        string forgiving = !mayBeNull && item is (RecordType or HierarchyType) ? "!" : "";
        return $"static (ref global::TypedWebhooks.Json.WebhookReader item) => {Read(item, "item", depth)}{forgiving}";
    }

    /// <summary>A function that writes one item of a list or map.</summary>
    private static string Writer(TypeModel item, int depth) => item is NullableType nullable
        ? "static (writer, item) =>\n" + NullableWriter(nullable.Inner, depth)
        : $"static (writer, item) => {WriteItem(item, "item", depth)}";

    private static string WriteItem(TypeModel type, string value, int depth) => type switch
    {
        RecordType or HierarchyType => $"{value}.WriteTo(writer)",
        UnionType union => $"global::TypedWebhooks.Json.WebhookWriter.WriteUnionValue{Lines(depth, ["writer", value, .. union.Alternatives.Select(alternative => Writer(alternative, depth + 1))])}",
        EnumType values => $"global::TypedWebhooks.Json.WebhookWriter.WriteEnumValue(writer, (int){value}, {Texts(values)})",
        ListType list => $"global::TypedWebhooks.Json.WebhookWriter.WriteListValue{Lines(depth, "writer", value, Writer(list.Item, depth + 1))}",
        MapType map => $"global::TypedWebhooks.Json.WebhookWriter.WriteMapValue{Lines(depth, "writer", value, Writer(map.Value, depth + 1))}",
        ScalarType scalar => WriteScalar(scalar.Kind, value),
        _ => throw new InvalidOperationException("A type that cannot be written."),
    };

    private static string NullableWriter(TypeModel inner, int depth)
    {
        string[] lines =
        [
            "{",
            "    if (item is { } present)",
            "    {",
            $"        {WriteItem(inner, "present", depth + 2)};",
            "    }",
            "    else",
            "    {",
            "        writer.WriteNullValue();",
            "    }",
            "}",
        ];
        return Indentation(depth) + string.Join("\n" + Indentation(depth), lines);
    }

    /// <summary>The arguments that write a list or map: on one line where they are short.</summary>
    private static string Arguments(string at, string value, TypeModel item)
    {
        string writer = Writer(item, 1);
        return WireSpelling.CanBeInexact(item) ? Lines(0, at, value, writer, Reader(item, 1))
            : writer.IndexOf('\n') >= 0 ? Lines(0, at, value, writer)
            : $"({at}, {value}, {writer})";
    }

    /// <summary>The arguments of a call, each on a line of its own.</summary>
    private static string Lines(int depth, params string[] arguments)
    {
        string line = "\n" + Indentation(depth + 1);
        return $"({line}{string.Join("," + line, arguments)})";
    }

    private static string Indentation(int depth) => new(' ', 4 * depth);

    private static string WriteScalar(ScalarKind kind, string value) => kind switch
    {
        ScalarKind.String or ScalarKind.Guid => $"writer.WriteStringValue({value})",
        ScalarKind.Boolean => $"writer.WriteBooleanValue({value})",
        ScalarKind.Json => $"global::TypedWebhooks.Json.WebhookWriter.WriteRaw(writer, {value})",
        ScalarKind.Double or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly =>
            $"global::TypedWebhooks.Json.WebhookWriter.WriteValue(writer, {value})",
        ScalarKind.Int64Text or ScalarKind.UInt64Text or ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds =>
            $"global::TypedWebhooks.Json.WebhookWriter.Write{Kind(kind)}(writer, {value})",
        _ => $"writer.WriteNumberValue({value})",
    };

    private static string Method(ScalarKind kind) =>
        kind is ScalarKind.Int64OrString or ScalarKind.UInt64OrString ? $"Read{Kind(kind)}FromStringOrNumber" : "Read" + Kind(kind);

    /// <summary>What the functions that read and write it are called. They have names of their own: choosing among overloads for each member is a good part of what the compiler does.</summary>
    private static string Kind(ScalarKind kind) => kind switch
    {
        ScalarKind.Int64OrString => nameof(ScalarKind.Int64),
        ScalarKind.UInt64OrString => nameof(ScalarKind.UInt64),
        _ => kind.ToString(),
    };
}

/// <summary>What a reader is told to read a null: nothing, or also where the record keeps that there was one.</summary>
internal readonly struct NullArguments
{
    private readonly string? _code;

    private NullArguments(string code) => _code = code;

    public static NullArguments Of(MemberModel member) => new(member.NullSlot is { } slot ? $"ref members, nullSlot: {Invariant.Text(slot)}" : "");

    public override string ToString() => _code ?? "";
}
