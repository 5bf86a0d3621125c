using System;
using System.Collections.Generic;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the names of a provider's events as constants: what one subscribes to, and what one compares with.</summary>
internal static class EventTypesEmitter
{
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<EventModel> events)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"""
            {DocText.Summary($"The names on the wire of {provider.Name}'s events.")}
            """);
        code.Write($"[global::TypedWebhooks.WebhookEventTypes(typeof({provider.Root}){Keyword.If(provider.IgnoreCase, Keyword.IgnoreCase)})]");
        EmittedFile.Mark(code);
        code.Write($"{Keyword.Access(provider)} static class {provider.EventTypes}");
        code.Open();
        foreach (EventModel e in events)
        {
            code.Write($"""
                {DocText.Summary($"The name of <see cref=\"{e.Record}\"/>: <c>{e.EventType}</c>.")}
                public const string {e.Name} = {new StringLiteral(e.EventType)};

                """);
        }

        code.Write($"""
            internal static readonly global::TypedWebhooks.Json.Utf8Names Names = new(
                new string[]
            """);
        EmitNames(code, events);
        code.Write($$"""
                },
                ignoreCase: {{Keyword.Bool(provider.IgnoreCase)}});

            /// <summary>All of them, in the order of the schema.</summary>
            public static global::System.Collections.Generic.IReadOnlyList<string> All { get; } = global::System.Array.AsReadOnly(
                new string[]
            """);
        EmitNames(code, events);
        code.Write($$"""
                });

            {{DocText.Summary(
                provider.IgnoreCase
                    ? $"Tells whether the schema has an event of this name, in whatever case it is written."
                    : (FormattableString)$"Tells whether the schema has an event of this name.")}}
            /// <param name="eventType">The name of an event.</param>
            /// <returns>Whether it is known.</returns>
            public static bool IsKnown(string? eventType) => Names.IndexOf(eventType) >= 0;
            """);
        code.Close();
        return code;
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
