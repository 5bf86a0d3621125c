using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <content>How members are written.</content>
internal static partial class RecordJsonEmitter
{
    private static void EmitWrite(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        code.Write($"""
            /// <inheritdoc/>
            public override void WriteTo(global::System.Text.Json.Utf8JsonWriter writer)
            """);
        EmitWriteBody(code, provider, record);
    }

    /// <summary>The body of the function that writes the members.</summary>
    public static void EmitWriteBody(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        code.Open();
        code.Write($"global::TypedWebhooks.Json.WebhookWriter json = global::TypedWebhooks.Json.WebhookWriter.Start(writer, s_members{Originals(record)}{Format(record)});");
        bool afterBlock = false;
        for (int i = 0; i < record.Members.Count; i++)
        {
            bool isBlock = record.Members[i] is { Constant: null, IsNullable: true, Type: not EventsType } member && !JsonValue.HasOptionalForm(member);
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

        code.Write($"json.EndObject(AdditionalProperties);");
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
            code.Write($"json.WriteString({index}, {new StringLiteral(member.Constant)});");
            return;
        }

        if (!member.IsNullable || member.Type is EventsType)
        {
            code.Write($"{JsonValue.Write(member, index, JsonValue.Source.Property)}");
            return;
        }

        if (JsonValue.HasOptionalForm(member))
        {
            code.Write($"{JsonValue.WriteOptional(member, index)}");
            return;
        }

        // A name whose first letter has no case is that of the local too.
        code.Write($"if ({Keyword.If(member.Local == member.Name, Keyword.This)}{member.Name} is {{ }} {member.Local})");
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
}
