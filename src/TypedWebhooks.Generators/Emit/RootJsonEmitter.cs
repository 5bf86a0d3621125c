using System.Collections.Generic;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits how a provider's events are told apart in JSON, and how the one that the schema does not know is read and written.</summary>
internal static class RootJsonEmitter
{
    /// <summary>What the root has to read any of its events.</summary>
    public static void EmitRoot(SourceWriter code, ProviderModel provider, IReadOnlyList<EventModel> events)
    {
        EventKeyExpression.EmitField(code, provider);
        code.Write($$"""
            /// <inheritdoc/>
            public static {{provider.Root}} ReadFrom(ref global::TypedWebhooks.Json.WebhookReader reader) => ReadEvent(ref reader{{Keyword.If(provider.TakesName, Keyword.NoEventName)}});

            internal static {{provider.Root}} ReadEvent(ref global::TypedWebhooks.Json.WebhookReader reader{{Keyword.If(provider.TakesName, Keyword.EventNameParameter)}})
            {
                // Which event it is, is looked up ahead; the event itself is then read from the beginning.
                {{provider.Root}}? known = reader.FindEventType({{EventKeyExpression.Arguments(provider)}}, {{provider.EventTypes}}.Names) switch
                {
            """);
        code.Indent();
        code.Indent();
        for (int i = 0; i < events.Count; i++)
        {
            code.Write($"{i} => reader.Read<{events[i].Record}>(),");
        }

        code.Write($"_ => null,");
        code.Unindent();
        code.Unindent();
        code.Write($$"""
                };

                return known ?? {{provider.Unrecognized}}.ReadBody(ref reader{{Keyword.If(provider.TakesName, Keyword.EventNameArgument)}});
            }
            """);
    }

    /// <summary>What the event has that stands for all others.</summary>
    /// <param name="selected">How many events are selected.</param>
    public static void EmitUnrecognized(SourceWriter code, ProviderModel provider, int selected) => code.Write($$"""
        /// <inheritdoc/>
        public static new {{provider.Unrecognized}} ReadFrom(ref global::TypedWebhooks.Json.WebhookReader reader) =>
            ReadEvent(ref reader{{Keyword.If(provider.TakesName, Keyword.NoEventName)}}) as {{provider.Unrecognized}}
            ?? throw new global::System.Text.Json.JsonException("The JSON is an event that the schema knows; read it as {{provider.Root.Bare}}.");

        /// <inheritdoc/>
        public override void WriteTo(global::System.Text.Json.Utf8JsonWriter writer) =>
            global::TypedWebhooks.Json.WebhookWriter.WriteRaw(writer, Json);

        internal static {{provider.Unrecognized}} ReadBody(ref global::TypedWebhooks.Json.WebhookReader reader{{Keyword.If(provider.TakesName, Keyword.EventNameParameter)}})
        {
            global::TypedWebhooks.Json.UnrecognizedBody body = reader.ReadUnrecognized({{EventKeyExpression.Arguments(provider)}}{{KnownNames.Arguments(provider, selected)}}){{Keyword.If(provider.Handshakes.Count > 0, Keyword.OrHandshake(provider))}};
            return new {{provider.Unrecognized}}(body.EventType, body.Json, body.Reason, body.JsonPath, body.Message);
        }

        """);
}

/// <summary>The arguments that say which names are known, and how many of them are those of events with a type.</summary>
internal readonly struct KnownNames
{
    private readonly string? _code;

    private KnownNames(string code) => _code = code;

    public static KnownNames Arguments(ProviderModel provider, int selected) => new(
        provider.IsSelective || provider.IsNamedOutside ? System.FormattableString.Invariant($", {provider.EventTypes}.Names, selected: {selected}") : "");

    public override string ToString() => _code ?? "";
}
