using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the converter of a group of events: it reads any event, and refuses what is not of the group.</summary>
internal static class GroupJsonEmitter
{
    /// <param name="eventName">What the part of the event's name that is not in the body is for all of the group; null where it differs.</param>
    public static SourceWriter Emit(ProviderModel provider, CSharpName group, string? eventName)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        Converter.Begin(code, provider, group);
        code.Write($$"""
            /// <inheritdoc/>
            protected override {{group}}? ReadValue(ref global::TypedWebhooks.Json.WebhookReader reader)
            {
                {{provider.Root}} e = {{provider.Root.Bare}}JsonConverter.Read(ref reader{{EventNameArgument.Of(provider, eventName)}});
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

/// <summary>The argument that says what the part of an event's name is which does not come in the body.</summary>
internal readonly struct EventNameArgument
{
    private readonly string? _code;

    private EventNameArgument(string code) => _code = code;

    public static EventNameArgument Of(ProviderModel provider, string? eventName) => new(
        !provider.Key.HasHeader ? "" : eventName is null ? ", eventName: null" : $", {new StringLiteral(eventName)}");

    public override string ToString() => _code ?? "";
}
