using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the names of a provider's events as constants: what one subscribes to, and what one compares with.</summary>
internal static class EventTypesEmitter
{
    /// <param name="all">All events that the schema names, in its order.</param>
    /// <param name="events">Those that are selected.</param>
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<EventModel> all, IReadOnlyList<EventModel> events)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"""
            {DocText.Summary($"The names on the wire of {provider.Name}'s events.")}
            """);
        code.Write($"[global::TypedWebhooks.WebhookEventTypes(typeof({provider.Root}){Keyword.If(provider.IgnoreCase, Keyword.IgnoreCase)})]");
        EmittedFile.Mark(code);
        code.Write($"{Keyword.Access(provider)} static class {provider.EventTypes}");
        code.Open();
        HashSet<EventModel> selected = [.. events];
        foreach (EventModel e in all)
        {
            if (selected.Contains(e))
            {
                code.Write($"{DocText.Summary($"The name of <see cref=\"{e.Record}\"/>: <c>{e.EventType}</c>.")}");
            }
            else
            {
                code.Write($"""
                    {DocText.Summary($"The name of an event that is not selected: <c>{e.EventType}</c>. It is read as <see cref=\"{provider.Unrecognized}\"/>.")}
                    [global::TypedWebhooks.NotSelectedEventType]
                    """);
            }

            code.Write($"""
                public const string {e.Name} = {new StringLiteral(e.EventType)};

                """);
        }

        if (provider.IsSelective)
        {
            code.Write($"// The selected ones stand first, so that those behind them are the ones without a type.");
        }

        code.Write($"""
            internal static readonly global::TypedWebhooks.Json.Utf8Names Names = new(
                new string[]
            """);
        EmitNames(code, [.. events, .. all.Where(e => !selected.Contains(e))]);
        code.Write($$"""
                },
                ignoreCase: {{Keyword.Bool(provider.IgnoreCase)}});

            {{DocText.Summary(
                provider.IsSelective
                    ? $"All of them, in the order of the schema, with those that are not selected."
                    : (FormattableString)$"All of them, in the order of the schema.")}}
            public static global::System.Collections.Generic.IReadOnlyList<string> All { get; } = global::System.Array.AsReadOnly(
                new string[]
            """);
        EmitNames(code, all);
        code.Write($$"""
                });

            """);
        if (provider.IsSelective)
        {
            code.Write($$"""
                /// <summary>The names of the events that are selected, and have a type, in the order of the schema.</summary>
                public static global::System.Collections.Generic.IReadOnlyList<string> Selected { get; } = global::System.Array.AsReadOnly(
                    new string[]
                """);
            EmitNames(code, events);
            code.Write($"    }});");
        }
        else
        {
            code.Write($$"""
                /// <summary>The names of the events that are selected, and have a type. Here that is all of them.</summary>
                public static global::System.Collections.Generic.IReadOnlyList<string> Selected => All;
                """);
        }

        code.Write($$"""

            {{DocText.Summary(
                provider.IgnoreCase
                    ? $"Tells whether the schema has an event of this name, in whatever case it is written."
                    : (FormattableString)$"Tells whether the schema has an event of this name.")}}
            /// <param name="eventType">The name of an event.</param>
            /// <returns>Whether it is known.</returns>
            public static bool IsKnown(string? eventType) => Names.IndexOf(eventType) >= 0;
            """);
        EmitHandshakes(code, provider);
        code.Close();
        return code;
    }

    private static void EmitHandshakes(SourceWriter code, ProviderModel provider)
    {
        if (provider.Handshakes.Count == 0)
        {
            return;
        }

        code.Write($$"""

            {{DocText.Summary($"Names that come like those of {provider.Name}'s events and are none: the provider tries the receiver, and may want an answer.")}}
            """);
        EmittedFile.Mark(code);
        code.Write($"public static class Handshakes");
        code.Open();
        foreach (HandshakeModel handshake in provider.Handshakes)
        {
            code.Write($"""
                {DocText.Summary($"The handshake <c>{handshake.Value}</c>. It is read as <see cref=\"{provider.Unrecognized}\"/>.")}
                public const string {handshake.Name} = {new StringLiteral(handshake.Value)};

                """);
        }

        code.Write($"internal static readonly global::TypedWebhooks.Json.Utf8Names Names = new(");
        code.Indent();
        code.Write($"new string[]");
        code.Open();
        foreach (HandshakeModel handshake in provider.Handshakes)
        {
            code.Write($"{handshake.Name},");
        }

        code.Unindent();
        code.Write($$"""
            },
            ignoreCase: {{Keyword.Bool(provider.IgnoreCase)}});
            """);
        code.Unindent();
        code.Close();
    }

    /// <summary>The items of an array, from its opening brace on; the closing one is followed by something else each time.</summary>
    private static void EmitNames(SourceWriter code, IReadOnlyList<EventModel> events)
    {
        code.Indent();
        code.Write($"{{");
        code.Indent();
        foreach (EventModel e in events)
        {
            code.Write($"{e.Name},");
        }

        code.Unindent();
        code.Unindent();
    }
}
