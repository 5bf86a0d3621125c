using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the converter of a group of events: it reads any event, and refuses what is not of the group.</summary>
internal static class GroupJsonEmitter
{
    public static SourceWriter Emit(ProviderModel provider, CSharpName group)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        Converter.Begin(code, provider, group);
        code.Write($$"""
            /// <inheritdoc/>
            protected override {{group}}? ReadValue(ref global::TypedWebhooks.Json.WebhookReader reader)
            {
                {{provider.Root}} e = {{provider.Root.Bare}}JsonConverter.Read(ref reader);
                return e as {{group}}
                    ?? throw new global::System.Text.Json.JsonException($"The event '{e.EventType}' is no {{group.Bare}}. {(e as {{provider.Unrecognized}})?.Message}");
            }

            /// <inheritdoc/>
            protected override void WriteValue(global::System.Text.Json.Utf8JsonWriter writer, {{group}} value) =>
                {{provider.Root.Bare}}JsonConverter.Write(writer, value);
            """);
        code.Close();
        return code;
    }
}
