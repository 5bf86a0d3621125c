using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the event that stands for every body which the schema does not know, or which does not fit it.</summary>
internal static class UnrecognizedEmitter
{
    /// <param name="selected">How many events are selected; those behind them among the names have no type.</param>
    public static SourceWriter Emit(ProviderModel provider, int selected)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($$"""
            {{DocText.Summary(provider.IsSelective
                ? $"An event of {provider.Name} that its schema does not know or the project has not selected, or one whose body does not fit the schema. Nothing of it is lost."
                : (System.FormattableString)$"An event of {provider.Name} that its schema does not know, or a known one whose body does not fit the schema. Nothing of it is lost.")}}
            """);
        EmittedFile.MarkConverter(code, provider);
        code.Write($$"""
            {{Keyword.Access(provider)}} sealed partial record {{provider.Unrecognized}} :
                {{provider.Root}},
                global::TypedWebhooks.Json.IWebhookObject<{{provider.Unrecognized}}>
            {
                /// <summary>Makes such an event, as a test of one's own may want to.</summary>
                /// <param name="eventType">The event's name on the wire; empty where there is none.</param>
                /// <param name="json">The whole body, a JSON object.</param>
                /// <param name="reason">Why it is not one of the other events.</param>
                /// <param name="jsonPath">Where the body does not fit the schema, such as <c>$.data.id</c>; null where it was not read so far.</param>
                /// <param name="message">What is wrong there, in English; null where there is nothing to say.</param>
                public {{provider.Unrecognized}}(
                    string eventType,
                    global::System.Text.Json.JsonElement json,
                    global::TypedWebhooks.UnrecognizedReason reason,
                    string? jsonPath = null,
                    string? message = null)
                {
                    EventType = eventType;
                    Json = json;
                    Reason = reason;
                    JsonPath = jsonPath;
                    Message = message;
                }

                /// <inheritdoc/>
                public override string EventType { get; }

                /// <summary>The whole body, a JSON object, just as it came.</summary>
                public global::System.Text.Json.JsonElement Json { get; }

                /// <summary>Why it is not one of the other events.</summary>
                public global::TypedWebhooks.UnrecognizedReason Reason { get; }

                /// <summary>Where the body does not fit the schema, such as <c>$.data.id</c>; null unless that is the reason.</summary>
                public string? JsonPath { get; }

                /// <summary>What is wrong there, in English, for a log; null where there is nothing to say.</summary>
                public string? Message { get; }

            """);
        if (provider.Handshakes.Count > 0)
        {
            code.Write($$"""
                    /// <summary>
                    /// Whether it is no event and is meant to be none, which <see cref="EventType"/> then says which it is: one of
                    /// <see cref="{{provider.EventTypes}}.Handshakes"/>. No handler is asked for it; who receives it may have to answer.
                    /// </summary>
                    public bool IsHandshake => Reason == global::TypedWebhooks.UnrecognizedReason.Handshake;

                """);
        }

        code.Indent();
        RootJsonEmitter.EmitUnrecognized(code, provider, selected);
        code.Unindent();
        code.Write($$"""
                internal override global::System.Threading.Tasks.ValueTask DispatchCoreAsync(
                    {{provider.Handler}} handler,
                    global::System.Threading.CancellationToken cancellationToken) => {{Keyword.If(provider.Handshakes.Count > 0, Keyword.IfNoHandshake)}}handler.HandleAsync(this, cancellationToken);
            """);
        code.Indent();
        VisitEmitter.Begin(code, provider.Unrecognized, isFirst: false, isOne: false);
        code.Write($"""
            .Add("Reason", Reason, that.Reason)
            .Add("JsonPath", JsonPath, that.JsonPath)
            .Add("Message", Message, that.Message)
            .AddLength("Json", Json, that.Json)
            """);
        VisitEmitter.End(code, isFirst: false, isOne: false);
        VisitEmitter.EmitEquality(code, provider.Unrecognized, isSealed: true);
        code.Close();
        return code;
    }
}
