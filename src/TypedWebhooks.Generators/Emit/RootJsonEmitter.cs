using System.Collections.Generic;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits how a provider's events are told apart in JSON, and how the one that the schema does not know is read and written.</summary>
internal static class RootJsonEmitter
{
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<EventModel> events)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        EmitRoot(code, provider, events);
        code.Line();
        EmitUnrecognized(code, provider, events.Count);
        return code;
    }

    private static void EmitRoot(SourceWriter code, ProviderModel provider, IReadOnlyList<EventModel> events)
    {
        Converter.Begin(code, provider, provider.Root);
        EventKeyExpression.EmitField(code, provider.Key);
        code.Write($$"""
            internal static {{provider.Root}} Read(ref global::TypedWebhooks.Json.WebhookReader reader{{Keyword.If(provider.Key.HasHeader, Keyword.EventNameParameter)}})
            {
                // Which event it is, is looked up ahead; the event's own converter then reads from the beginning.
                {{provider.Root}}? known = reader.FindEventType({{EventKeyExpression.Arguments(provider)}}, {{provider.EventTypes}}.Names) switch
                {
            """);
        code.Indent();
        code.Indent();
        for (int i = 0; i < events.Count; i++)
        {
            code.Write($"{i} => {events[i].Record.Bare}JsonConverter.Read(ref reader),");
        }

        code.Write($"_ => null,");
        code.Unindent();
        code.Unindent();
        code.Write($$"""
                };

                return known ?? {{provider.Unrecognized.Bare}}JsonConverter.Read(ref reader{{Keyword.If(provider.Key.HasHeader, Keyword.EventNameArgument)}});
            }

            internal static void Write(global::System.Text.Json.Utf8JsonWriter writer, {{provider.Root}} value) => value.WriteTo(writer);

            """);
        Converter.End(code, provider.Root, Keyword.If(provider.Key.HasHeader, Keyword.NoEventName));
    }

    private static void EmitUnrecognized(SourceWriter code, ProviderModel provider, int selected)
    {
        Converter.Begin(code, provider, provider.Unrecognized);
        code.Write($$"""
            internal static {{provider.Unrecognized}} Read(ref global::TypedWebhooks.Json.WebhookReader reader{{Keyword.If(provider.Key.HasHeader, Keyword.EventNameParameter)}})
            {
                global::TypedWebhooks.Json.UnrecognizedBody body = reader.ReadUnrecognized({{EventKeyExpression.Arguments(provider)}}{{KnownNames.Arguments(provider, selected)}});
                return new {{provider.Unrecognized}}(body.EventType, body.Json, body.Reason, body.JsonPath, body.Message);
            }

            internal static void Write(global::System.Text.Json.Utf8JsonWriter writer, {{provider.Unrecognized}} value) =>
                global::TypedWebhooks.Json.WebhookWriter.WriteRaw(writer, value.Json);

            """);
        code.Write($$"""
            /// <inheritdoc/>
            protected override {{provider.Unrecognized}}? ReadValue(ref global::TypedWebhooks.Json.WebhookReader reader) =>
                {{provider.Root.Bare}}JsonConverter.Read(ref reader{{Keyword.If(provider.Key.HasHeader, Keyword.NoEventName)}}) as {{provider.Unrecognized}}
                ?? throw new global::System.Text.Json.JsonException("The JSON is an event that the schema knows; read it as {{provider.Root.Bare}}.");

            /// <inheritdoc/>
            protected override void WriteValue(global::System.Text.Json.Utf8JsonWriter writer, {{provider.Unrecognized}} value) => Write(writer, value);
            """);
        code.Close();
    }
}

/// <summary>The arguments that say which names are known, and how many of them are those of events with a type.</summary>
internal readonly struct KnownNames
{
    private readonly string? _code;

    private KnownNames(string code) => _code = code;

    public static KnownNames Arguments(ProviderModel provider, int selected) => new(
        provider.IsSelective ? System.FormattableString.Invariant($", {provider.EventTypes}.Names, selected: {selected}") : "");

    public override string ToString() => _code ?? "";
}

/// <summary>Emits what all converters of records have in common.</summary>
internal static class Converter
{
    public static void Begin(SourceWriter code, ProviderModel provider, CSharpName type)
    {
        code.Write($"{DocText.Summary($"Reads and writes <see cref=\"{type}\"/> as JSON.")}");
        EmittedFile.MarkHidden(code);
        code.Write($"{Keyword.Access(provider)} sealed class {type.Bare}JsonConverter : global::TypedWebhooks.Json.WebhookConverter<{type}>");
        code.Open();
    }

    /// <summary>What System.Text.Json calls.</summary>
    public static void End(SourceWriter code, CSharpName type, Keyword arguments = default)
    {
        code.Write($$"""
            /// <inheritdoc/>
            protected override {{type}}? ReadValue(ref global::TypedWebhooks.Json.WebhookReader reader) => Read(ref reader{{arguments}});

            /// <inheritdoc/>
            protected override void WriteValue(global::System.Text.Json.Utf8JsonWriter writer, {{type}} value) => Write(writer, value);
            """);
        code.Close();
    }
}
