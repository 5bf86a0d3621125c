using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits a record: an event, a group of events, or a part of a body.</summary>
internal static class RecordEmitter
{
    public static void Emit(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        List<MemberModel> declared = Begin(code, provider, record);
        RecordJsonEmitter.Emit(code, provider, record);
        if (record.Event is not null)
        {
            code.Write($$"""

                internal override global::System.Threading.Tasks.ValueTask DispatchCoreAsync(
                    {{provider.Handler}} handler,
                    global::System.Threading.CancellationToken cancellationToken) => handler.HandleAsync(this, cancellationToken);
                """);
        }
        else if (record.Kind == RecordKind.Case)
        {
            HierarchyEmitter.EmitSeal(code);
        }

        End(code, provider, record, declared);
    }

    /// <summary>Emits a group of events: what they have in common, and that it reads any event, but takes none that is not of the group.</summary>
    /// <param name="eventName">What the part of the event's name that is not in the body is for all of the group; null where it differs.</param>
    public static void EmitGroup(SourceWriter code, ProviderModel provider, RecordModel group, string? eventName)
    {
        List<MemberModel> declared = Begin(code, provider, group);
        if (declared.Count > 0)
        {
            code.Line();
        }

        code.Write($$"""
            /// <inheritdoc/>
            public static new {{group.Name}} ReadFrom(ref global::TypedWebhooks.Json.WebhookReader reader)
            {
                {{provider.Root}} e = ReadEvent(ref reader{{EventNameArgument.Of(provider, eventName)}});
                return e as {{group.Name}}
                    ?? throw new global::System.Text.Json.JsonException($"The event '{e.EventType}' is no {{group.Name.Bare}}. {(e as {{provider.Unrecognized}})?.Message}");
            }
            """);
        End(code, provider, group, declared);
    }

    /// <summary>The record up to the last of its properties.</summary>
    private static List<MemberModel> Begin(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        code.Write($"{Documentation(provider, record)}");
        EmittedFile.MarkConverter(code, provider);
        EmitObsolete(code, record.IsObsolete);
        EmitHead(code, provider, record);
        code.Open();
        List<MemberModel> declared = [.. record.Members.Where(static member => !member.IsInherited)];
        EmitFields(code, provider, record);
        EmitProperties(code, provider, record, declared);
        return declared;
    }

    private static void End(SourceWriter code, ProviderModel provider, RecordModel record, List<MemberModel> declared)
    {
        VisitEmitter.Emit(code, provider, record, declared);
        code.Close();
    }

    private static void EmitHead(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        code.Write($"{Keyword.Access(provider)} {Modifier(provider, record)}partial record {record.Name} :");
        code.Indent();
        if (record.Base is { } parent)
        {
            code.Write($"{parent},");
        }
        else
        {
            code.Write($"global::TypedWebhooks.Json.{Keyword.If(WireSpelling.HasOriginalValues(record), Keyword.Inexact)}WebhookObject,");
        }

        code.Write($"global::TypedWebhooks.Json.IWebhookObject<{record.Name}>");
        code.Unindent();
    }

    /// <summary>A part of a body is open only where another one adds to it.</summary>
    private static Keyword Modifier(ProviderModel provider, RecordModel record) =>
        record.Kind == RecordKind.Group ? Keyword.If(provider.UsesClosed, Keyword.Closed, Keyword.Abstract) : Keyword.If(record.IsSealed, Keyword.Sealed);

    private static DocText Documentation(ProviderModel provider, RecordModel record) => record.Kind switch
    {
        RecordKind.Event => DocText.Summary(record.Description, $"The event <c>{record.Event!.EventType}</c>.")
            .With("remarks", OnTheWire(provider, record.Event)),
        RecordKind.Group => DocText.Summary(record.Description, $"What several events have in common."),
        _ => DocText.Summary(record.Description, $"A part of an event's body."),
    };

    /// <summary>What a body or its header has. A name that is put together out of parts stands nowhere as a whole.</summary>
    private static FormattableString OnTheWire(ProviderModel provider, EventModel e)
    {
        EventKey key = provider.Key;
        if (provider.FurtherKeys.Count > 0 || key.Parts.Count < 2 || e.Parts.Count < key.Parts.Count)
        {
            return $"Its name on the wire is <c>{e.EventType}</c>.";
        }

        IEnumerable<string> parts = key.Parts
            .Select((part, i) => (Text: e.Parts[i], Place: part.Header is null ? "at " + JsonPointer.Of(part.Path) : part.Header.Length > 0 ? "in the header " + part.Header : "in the header"))
            .Where(static part => part.Text.Length > 0)
            .Select(static part => $"'{part.Text}' {part.Place}");
        return $"On the wire it is known by {string.Join(" and ", parts)}.";
    }

    private static void EmitFields(SourceWriter code, ProviderModel provider, RecordModel record)
    {
        bool any = false;
        if (WireSpelling.DeclaresFormat(record))
        {
            code.Write($"internal global::TypedWebhooks.Json.WireFormat _format;");
            any = true;
        }

        if (WireSpelling.HasEventTypeText(provider, record))
        {
            code.Write($"internal global::TypedWebhooks.Json.EventTypeText _eventTypeText;");
            any = true;
        }

        if (any)
        {
            code.Line();
        }
    }

    private static void EmitProperties(SourceWriter code, ProviderModel provider, RecordModel record, List<MemberModel> declared)
    {
        bool first = true;
        if (record.Event is { } e)
        {
            code.Write($"""
                /// <inheritdoc/>
                public override string EventType => {provider.EventTypes}.{e.Name};
                """);
            first = false;
        }

        foreach (MemberModel member in declared)
        {
            if (!first)
            {
                code.Line();
            }

            first = false;
            EmitProperty(code, member);
        }

        if (WireSpelling.DeclaresOriginalValues(record))
        {
            code.Write($$"""

                /// <summary>
                /// The JSON of those members whose value says more than its type can hold; null when there are none. It is written
                /// back while the member has the value that was read.
                /// </summary>
                public global::TypedWebhooks.EquatableDictionary<global::System.Text.Json.JsonElement>? OriginalValues { get; init; }
                """);
        }
    }

    public static void EmitProperty(SourceWriter code, MemberModel member)
    {
        // Deprecated or not: whoever makes the record has to give it.
        bool isRequiredAndObsolete = member is { IsObsolete: true, IsRequired: true };
        if (isRequiredAndObsolete)
        {
            code.Write($"#pragma warning disable CS9042 // The schema requires it, deprecated as it is.");
        }

        EmitDocumentedProperty(code, member);
        if (isRequiredAndObsolete)
        {
            code.Write($"#pragma warning restore CS9042");
        }
    }

    private static void EmitDocumentedProperty(SourceWriter code, MemberModel member)
    {
        code.Write($"{DocText.Summary(member.Description, $"The member <c>{member.WireName}</c>.")}");
        EmitObsolete(code, member.IsObsolete);
        Keyword required = Keyword.If(member.IsRequired, Keyword.Required);
        code.Write($"public {required}{TypeReference.Property(member)} {member.Name} {{ get; init; }}");
    }

    private static void EmitObsolete(SourceWriter code, bool isObsolete)
    {
        if (isObsolete)
        {
            code.Write($"[global::System.Obsolete(\"The provider's schema marks it as deprecated.\")]");
        }
    }
}
