using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the converter of an event or of a part of a body: one method that reads it, one that writes it.</summary>
internal static class RecordJsonEmitter
{
    /// <summary>From this number of members on an object is looked up among those read before.</summary>
    private const int SharedFrom = 8;

    public static SourceWriter Emit(ProviderModel provider, RecordModel record)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        Converter.Begin(code, provider, record.Name);
        EmitNames(code, record);
        EmitRead(code, provider, record);
        code.Line();
        EmitWrite(code, provider, record);
        code.Line();
        Converter.End(code, record.Name);
        return code;
    }

    private static void EmitNames(SourceWriter code, RecordModel record)
    {
        code.Write($"private static readonly global::TypedWebhooks.Json.MemberNames s_members = new(");
        code.Indent();
        code.Write($"new string[]");
        code.Open();
        foreach (MemberModel member in record.Members)
        {
            code.Write($"{new StringLiteral(member.WireName)},");
        }

        foreach (string undeclared in record.Undeclared)
        {
            code.Write($"{new StringLiteral(undeclared)},");
        }

        code.Unindent();
        int eventType = IndexOfEventType(record);
        code.Write($$"""
            },
            required: {{NumberList.Of(Required(record))}}{{Keyword.If(eventType < 0 && record.Undeclared.Count == 0, Keyword.EndOfCall, Keyword.Comma)}}
            """);
        if (eventType >= 0)
        {
            code.Write($"eventType: {eventType}{Keyword.If(record.Undeclared.Count == 0, Keyword.EndOfCall, Keyword.Comma)}");
        }

        if (record.Undeclared.Count > 0)
        {
            code.Write($"additional: {record.Undeclared.Count});");
        }

        code.Unindent();
        code.Line();
    }

    private static void EmitRead(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        code.Write($"internal static {record.Name}? Read(ref global::TypedWebhooks.Json.WebhookReader reader)");
        code.Open();
        if (IsShared(provider, record))
        {
            code.Write($$"""
                if (reader.TryShare(s_members, out {{record.Name}}? value))
                {
                    return value;
                }

                """);
        }

        foreach (MemberModel member in record.Members.Where(static member => member.Constant is null))
        {
            code.Write($"{TypeReference.Local(member)} {member.Local} = {TypeReference.Initial(member)};");
        }

        if (record.Members.Any(static member => member.Constant is null))
        {
            code.Line();
        }

        code.Write($$"""
            reader.StartObject(s_members, out global::TypedWebhooks.Json.ObjectReader members);
            while (reader.NextMember(ref members))
            {
                switch (members.Current)
                {
            """);
        code.Indent();
        code.Indent();
        for (int i = 0; i < record.Members.Count; i++)
        {
            EmitReadCase(code, provider, record, i);
        }

        code.Write($$"""
            default:
                reader.KeepMember(ref members);
                break;
            """);
        code.Unindent();
        code.Unindent();
        code.Write($$"""
                }
            }

            """);
        EmitConstruction(code, provider, record);
        code.Close();
    }

    private static void EmitReadCase(SourceWriter code, ProviderModel provider, RecordModel record, int index)
    {
        MemberModel member = record.Members[index];
        code.Write($"case {index}:");
        code.Indent();
        if (member.IsConstantNumber)
        {
            code.Write($"reader.ReadEventNumber({new StringLiteral(member.Constant!)});");
        }
        else if (member.Constant is not null && record.Event is { } e)
        {
            code.Write($"reader.ReadEventType(ref members, {EventTypePart.Of(provider, e, member)}, ignoreCase: {Keyword.Bool(provider.IgnoreCase)});");
        }
        else if (member.Constant is not null)
        {
            code.Write($"reader.ReadConstant({new StringLiteral(member.Constant)});");
        }
        else if (member.NullSlot is { } slot)
        {
            code.Write($"{member.Local} = reader.TryReadNull(ref members, nullSlot: {slot}) ? {JsonValue.Null(member)} : {JsonValue.Read(member)};");
        }
        else if (member.Type is NullableType)
        {
            code.Write($"{member.Local} = reader.TryReadNull() ? {JsonValue.Null(member)} : {JsonValue.Read(member)};");
        }
        else
        {
            code.Write($"{member.Local} = {JsonValue.Read(member)};");
        }

        code.Write($"break;");
        code.Unindent();
    }

    private static void EmitConstruction(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        code.Write($"return reader.EndObject(ref members)");
        code.Indent();
        code.Write($"? {Keyword.If(IsShared(provider, record), Keyword.Share)}new {record.Name}");
        code.Open();
        foreach (MemberModel member in record.Members.Where(static member => member.Constant is null))
        {
            // EndObject has made sure that what is required has come.
            bool required = member.IsRequired && !member.IsNullable && !TypeReference.IsValueType(member.Type);
            code.Write($"{member.Name} = {member.Local}{Keyword.If(required, Keyword.Forgiving)},");
        }

        code.Write($"AdditionalProperties = members.AdditionalProperties,");
        if (WireSpelling.HasOriginalValues(record))
        {
            code.Write($"OriginalValues = members.OriginalValues,");
        }

        if (WireSpelling.HasFormat(record))
        {
            code.Write($"_format = members.Format,");
        }

        if (WireSpelling.HasEventTypeText(provider, record))
        {
            code.Write($"_eventTypeText = members.EventTypeText,");
        }

        code.Close(parenthesis: IsShared(provider, record));
        code.Write($": null;");
        code.Unindent();
    }

    private static void EmitWrite(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        code.Write($"internal static void Write(global::System.Text.Json.Utf8JsonWriter writer, {record.Name} value)");
        code.Open();
        code.Write($"""
            global::TypedWebhooks.Json.WebhookWriter json = new(writer, s_members{Originals(record)}{Format(record)});
            json.StartObject();
            """);
        bool afterBlock = false;
        for (int i = 0; i < record.Members.Count; i++)
        {
            bool isBlock = record.Members[i] is { Constant: null, IsNullable: true };
            if (i > 0 && (isBlock || afterBlock))
            {
                code.Line();
            }

            afterBlock = isBlock;
            EmitWriteMember(code, provider, record, i);
        }

        if (afterBlock)
        {
            code.Line();
        }

        code.Write($"json.EndObject(value.AdditionalProperties);");
        code.Close();
    }

    private static void EmitWriteMember(SourceWriter code, ProviderModel provider, RecordModel record, int index)
    {
        MemberModel member = record.Members[index];
        if (member.IsConstantNumber)
        {
            code.Write($"json.WriteEventNumber({index}, {new StringLiteral(member.Constant!)});");
            return;
        }

        if (member.Constant is not null && record.Event is { } e)
        {
            code.Write($"json.WriteEventType({index}, {EventTypePart.Of(provider, e, member)}{Keyword.If(WireSpelling.HasEventTypeText(provider, record), Keyword.EventTypeText)});");
            return;
        }

        if (member.Constant is not null)
        {
            code.Write($"json.Write({index}, {new StringLiteral(member.Constant)});");
            return;
        }

        if (!member.IsNullable)
        {
            code.Write($"{JsonValue.Write(member, index, JsonValue.Source.Property)}");
            return;
        }

        code.Write($"if (value.{member.Name} is {{ }} {member.Local})");
        code.Open();
        code.Write($"{JsonValue.Write(member, index, JsonValue.Source.Local)}");
        code.Close();
        if (member.Type is LooseType)
        {
            code.Write($"else");
            code.Open();
            code.Write($"json.WriteMisfit({index}, isRequired: {Keyword.Bool(member.IsRequired)});");
            code.Close();
        }
        else if (member.IsRequired)
        {
            code.Write($"else");
            code.Open();
            code.Write($"json.WriteNull({index});");
            code.Close();
        }
        else if (member.NullSlot is { } slot)
        {
            code.Write($"else");
            code.Open();
            code.Write($"json.WriteNullOrAbsent({index}, nullSlot: {slot});");
            code.Close();
        }
    }

    /// <summary>
    /// Whether an object that comes again in the same body, byte for byte, is given out again. Bodies repeat users and
    /// repositories; what has few members is as quickly read as compared.
    /// </summary>
    private static bool IsShared(ProviderModel provider, RecordModel record) =>
        provider.SharesObjects && record.Kind == RecordKind.Payload && record.Members.Count >= SharedFrom;

    private static Keyword Originals(RecordModel record) => Keyword.If(WireSpelling.HasOriginalValues(record), Keyword.OriginalValues);

    private static Keyword Format(RecordModel record) => Keyword.If(WireSpelling.HasFormat(record), Keyword.Format);

    private static List<int> Required(RecordModel record) =>
        [.. Enumerable.Range(0, record.Members.Count).Where(i => record.Members[i].IsRequired), .. Enumerable.Range(record.Members.Count, record.Undeclared.Count)];

    private static int IndexOfEventType(RecordModel record)
    {
        for (int i = 0; i < record.Members.Count; i++)
        {
            if (record.Members[i].Constant is not null && record.Event is not null)
            {
                return i;
            }
        }

        return -1;
    }
}
