using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits how an event or a part of a body is read and written: what its members are called, and what is done for each.</summary>
internal static partial class RecordJsonEmitter
{
    /// <summary>From this number of members on an object is looked up among those read before.</summary>
    private const int SharedFrom = 8;

    public static void Emit(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        if (record.Event is not null || record.Members.Any(static member => !member.IsInherited) || WireSpelling.DeclaresOriginalValues(record))
        {
            code.Line();
        }

        EmitNames(code, record);
        EmitConstructors(code, provider, record);
        code.Line();
        EmitRead(code, provider, record);
        code.Line();
        EmitWrite(code, provider, record);
    }

    public static void EmitNames(SourceWriter code, RecordModel record)
    {
        List<string> names = [.. record.Members.Select(static member => member.WireName), .. record.Undeclared];
        bool isLines = NameLines.CanHold(names);
        int eventType = IndexOfEventType(record);
        Keyword end = Keyword.If(eventType < 0 && record.Undeclared.Count == 0, Keyword.EndOfCall, Keyword.Comma);
        code.Write($"private static readonly global::TypedWebhooks.Json.MemberNames s_members = new(");
        code.Indent();
        if (isLines)
        {
            int member = 0;
            HashSet<int> required = [.. Required(record)];
            code.Write($"{NameLines.Of(names.Select(name => (name, Keyword.If(!required.Contains(member++), Keyword.QuestionMark))))}{end}");
        }
        else
        {
            code.Write($"new string[]");
            code.Open();
            foreach (string name in names)
            {
                code.Write($"{new StringLiteral(name)},");
            }

            code.Unindent();
            code.Write($$"""
                },
                required: {{NumberList.Of(Required(record))}}{{end}}
                """);
        }

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

    /// <summary>One for whoever makes a record himself, and one that reads: only a constructor can fill properties that nobody can change later.</summary>
    public static void EmitConstructors(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        code.Write($$"""
            /// <summary>Makes one of what an initializer gives.</summary>
            public {{record.Name}}()
            {
            }

            [global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
            private {{record.Name}}(ref global::TypedWebhooks.Json.WebhookReader reader, out global::TypedWebhooks.Json.ObjectReader members)
            {
                reader.StartObject(s_members, out members);
                while (reader.NextMember(ref members))
                {
                    switch (members.Current)
                    {
            """);
        code.Indent();
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

            AdditionalProperties = members.AdditionalProperties;
            """);
        if (WireSpelling.HasOriginalValues(record))
        {
            code.Write($"OriginalValues = members.OriginalValues;");
        }

        if (WireSpelling.HasFormat(record))
        {
            code.Write($"_format = members.Format;");
        }

        if (WireSpelling.HasEventTypeText(provider, record))
        {
            code.Write($"_eventTypeText = members.EventTypeText;");
        }

        code.Close();
    }

    private static void EmitRead(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        code.Write($"""
            /// <inheritdoc/>
            public static {Keyword.If(record.Base is not null, Keyword.New)}{record.Name}? ReadFrom(ref global::TypedWebhooks.Json.WebhookReader reader) =>
            """);
        code.Indent();
        if (IsShared(provider, record))
        {
            code.Write($"""
                reader.TryShare(s_members, out {record.Name}? equal)
                    ? equal
                    : reader.EndShared(new {record.Name}(ref reader, out global::TypedWebhooks.Json.ObjectReader members), ref members);
                """);
        }
        else
        {
            code.Write($"reader.EndObject(new {record.Name}(ref reader, out global::TypedWebhooks.Json.ObjectReader members), ref members);");
        }

        code.Unindent();
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
        else if (member.NullSlot is not null || member.Type is NullableType)
        {
            code.Write($$"""
                if (!reader.TryReadNull({{NullArguments.Of(member)}}))
                {
                    {{member.Name}} = {{JsonValue.Read(provider, member)}};
                }

                """);
        }
        else
        {
            code.Write($"{member.Name} = {JsonValue.Read(provider, member)};");
        }

        code.Write($"break;");
        code.Unindent();
    }

    /// <summary>
    /// Whether an object that comes again in the same body, byte for byte, is given out again. Bodies repeat users and
    /// repositories; what has few members is as quickly read as compared.
    /// </summary>
    private static bool IsShared(ProviderModel provider, RecordModel record) =>
        provider.SharesObjects && record.Kind == RecordKind.Payload && record.Members.Count >= SharedFrom;

    private static Keyword Originals(RecordModel record) => Keyword.If(WireSpelling.HasOriginalValues(record), Keyword.OriginalValues, Keyword.If(WireSpelling.HasFormat(record), Keyword.NoOriginalValues));

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
