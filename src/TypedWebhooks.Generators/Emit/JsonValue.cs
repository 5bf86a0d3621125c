using System;
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
    public static JsonValue Read(MemberModel member)
    {
        TypeModel type = TypeReference.Inner(member.Type);
        return new(member.Format is { } slot && type is ScalarType
            ? $"reader.ReadDateTimeOffset(ref members, format: {Invariant.Text(slot)})"
            : Read(type, "reader", depth: 0));
    }

    /// <summary>Writes a member's value, which is no null.</summary>
    public static JsonValue Write(MemberModel member, int index, Source source)
    {
        string at = Invariant.Text(index);
        string value = source == Source.Local ? member.Local.ToString() : "value." + member.Name;
        TypeModel type = TypeReference.Inner(member.Type);
        return new(type switch
        {
            ScalarType { Kind: ScalarKind.DateTimeOffset } => $"json.Write({at}, {value}, format: {Invariant.Text(member.Format ?? 0)});",
            ScalarType => $"json.Write({at}, {value});",
            EnumType e => $"json.WriteEnum({at}, (int){value}, {e.Name.Bare.Text}JsonConverter.Texts);",
            RecordType r => $"json.WriteName({at});\n{r.Name.Bare.Text}JsonConverter.Write(writer, {value});",
            ListType list => $"json.WriteList{Arguments(0, at, value, Writer(list.Item, 1), ReaderIfInexact(list.Item))};",
            MapType map => $"json.WriteMap{Arguments(0, at, value, Writer(map.Value, 1), ReaderIfInexact(map.Value))};",
            _ => throw new InvalidOperationException("A type that cannot be written."),
        });
    }

    public override string ToString() => _code ?? "";

    private static string Read(TypeModel type, string reader, int depth) => type switch
    {
        NullableType nullable => $"{reader}.TryReadNull() ? null : {Read(nullable.Inner, reader, depth)}",
        RecordType record => $"{record.Name.Bare.Text}JsonConverter.Read(ref {reader})",
        EnumType values => $"{values.Name.Bare.Text}JsonConverter.Read(ref {reader})",
        ListType list => $"{reader}.ReadList{TypeArgument(list.Item)}(\n{Indentation(depth + 1)}{Reader(list.Item, depth + 1)})",
        MapType map => $"{reader}.ReadMap{TypeArgument(map.Value)}(\n{Indentation(depth + 1)}{Reader(map.Value, depth + 1)})",
        ScalarType scalar => $"{reader}.{Method(scalar.Kind)}()",
        _ => throw new InvalidOperationException("A type that cannot be read."),
    };

    /// <summary>The type of an item, where the compiler cannot infer it: <c>null</c> and a value have none in common.</summary>
    private static string TypeArgument(TypeModel item) => item is NullableType ? $"<{TypeReference.Of(item)}>" : "";

    /// <summary>A function that reads one item of a list or map.</summary>
    private static string Reader(TypeModel item, int depth)
    {
        // A record that does not fit is null, but then the list fails as a whole and nobody sees it.
        string forgiving = item is RecordType ? "!" : "";
        return $"static (ref global::TypedWebhooks.Json.WebhookReader item) => {Read(item, "item", depth)}{forgiving}";
    }

    private static string? ReaderIfInexact(TypeModel item) => WireSpelling.CanBeInexact(item) ? Reader(item, 1) : null;

    /// <summary>A function that writes one item of a list or map.</summary>
    private static string Writer(TypeModel item, int depth) => item is NullableType nullable
        ? "static (writer, item) =>\n" + NullableWriter(nullable.Inner, depth)
        : $"static (writer, item) => {WriteItem(item, "item", depth)}";

    private static string WriteItem(TypeModel type, string value, int depth) => type switch
    {
        RecordType record => $"{record.Name.Bare.Text}JsonConverter.Write(writer, {value})",
        EnumType values => $"global::TypedWebhooks.Json.WebhookWriter.WriteEnumValue(writer, (int){value}, {values.Name.Bare.Text}JsonConverter.Texts)",
        ListType list => $"global::TypedWebhooks.Json.WebhookWriter.WriteListValue{Arguments(depth, "writer", value, Writer(list.Item, depth + 1), null)}",
        MapType map => $"global::TypedWebhooks.Json.WebhookWriter.WriteMapValue{Arguments(depth, "writer", value, Writer(map.Value, depth + 1), null)}",
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

    /// <summary>The arguments of a call: on the line of the call where all are short, each on a line of its own otherwise.</summary>
    private static string Arguments(int depth, string first, string second, string writer, string? reader)
    {
        if (depth == 0 && reader is null && writer.IndexOf('\n') < 0)
        {
            return $"({first}, {second}, {writer})";
        }

        string line = "\n" + Indentation(depth + 1);
        return $"({line}{first},{line}{second},{line}{writer}{(reader is null ? "" : "," + line + reader)})";
    }

    private static string Indentation(int depth) => new(' ', 4 * depth);

    private static string WriteScalar(ScalarKind kind, string value) => kind switch
    {
        ScalarKind.String or ScalarKind.Guid => $"writer.WriteStringValue({value})",
        ScalarKind.Boolean => $"writer.WriteBooleanValue({value})",
        ScalarKind.Json => $"global::TypedWebhooks.Json.WebhookWriter.WriteRaw(writer, {value})",
        ScalarKind.Double or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly =>
            $"global::TypedWebhooks.Json.WebhookWriter.WriteValue(writer, {value})",
        _ => $"writer.WriteNumberValue({value})",
    };

    private static string Method(ScalarKind kind) => kind switch
    {
        ScalarKind.String => "ReadString",
        ScalarKind.Boolean => "ReadBoolean",
        ScalarKind.Int32 => "ReadInt32",
        ScalarKind.Int64 => "ReadInt64",
        ScalarKind.UInt64 => "ReadUInt64",
        ScalarKind.Int64OrString => "ReadInt64FromStringOrNumber",
        ScalarKind.UInt64OrString => "ReadUInt64FromStringOrNumber",
        ScalarKind.Double => "ReadDouble",
        ScalarKind.Decimal => "ReadDecimal",
        ScalarKind.Guid => "ReadGuid",
        ScalarKind.DateTimeOffset => "ReadDateTimeOffset",
        ScalarKind.DateOnly => "ReadDateOnly",
        ScalarKind.TimeOnly => "ReadTimeOnly",
        ScalarKind.Json => "ReadJson",
        _ => throw new InvalidOperationException("A scalar that cannot be read."),
    };
}
