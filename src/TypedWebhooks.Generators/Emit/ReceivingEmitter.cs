using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits what a receiver of any provider's deliveries asks of a root: which provider it is of, how a delivery is read, and to whom an event
/// goes. All of it implements the interface explicitly, so that no name is added to those of the events' members.
/// </summary>
internal static class ReceivingEmitter
{
    public static SourceWriter Emit(ProviderModel provider, bool eventsHaveTime)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($$"""
            {{Keyword.If(provider.UsesClosed, Keyword.Closed, Keyword.Abstract)}}partial record {{provider.Root}} : global::TypedWebhooks.IWebhookEvent<{{provider.Root}}>
            {
                private static global::TypedWebhooks.WebhookProvider? s_webhookProvider;

                static global::TypedWebhooks.WebhookProvider global::TypedWebhooks.IWebhookEvent<{{provider.Root}}>.Provider =>
                    global::System.Threading.LazyInitializer.EnsureInitialized(
                        ref s_webhookProvider,
                        static () => new global::TypedWebhooks.WebhookProvider({{new StringLiteral(provider.FullName)}})
                        {
            """);
        code.Indent();
        code.Indent();
        code.Indent();
        code.Indent();
        EmitProvider(code, provider, eventsHaveTime);
        code.Unindent();
        code.Unindent();
        code.Unindent();
        code.Write($$"""
                    });

            global::TypedWebhooks.UnrecognizedReason? global::TypedWebhooks.IWebhookEvent<{{provider.Root}}>.UnrecognizedReason => (this as {{provider.Unrecognized}})?.Reason;

            static global::TypedWebhooks.WebhookEvents<{{provider.Root}}> global::TypedWebhooks.IWebhookEvent<{{provider.Root}}>.ParseDelivery(
                global::TypedWebhooks.IWebhookHeaders headers,
                global::System.ReadOnlySpan<byte> json)
            """);
        EmitParse(code, provider);
        code.Write($$"""

            global::System.Threading.Tasks.ValueTask global::TypedWebhooks.IWebhookEvent<{{provider.Root}}>.DispatchAsync(
                global::System.IServiceProvider services,
                global::System.Threading.CancellationToken cancellationToken) =>
                new {{provider.Dispatcher}}(services).DispatchAsync(this, cancellationToken);
            """);
        code.Close();
        return code;
    }

    private static void EmitProvider(SourceWriter code, ProviderModel provider, bool eventsHaveTime)
    {
        if (HeaderOf(provider) is { } header)
        {
            code.Write($"EventNameHeader = {new StringLiteral(header)},");
        }

        if (provider.CloudEvents is not null)
        {
            code.Write($"IsCloudEvents = true,");
        }
        else if (provider.Body.Kind != BodyKind.Json)
        {
            code.Write($"BodyKind = global::TypedWebhooks.WebhookBodyKind.{KindOf(provider.Body.Kind)},");
            if (provider.Body.Field.Length > 0)
            {
                code.Write($"BodyField = {new StringLiteral(provider.Body.Field)},");
            }
        }

        if (provider.BatchPath is not null)
        {
            code.Write($"HasBatches = true,");
        }

        if (eventsHaveTime)
        {
            code.Write($"EventsHaveTime = true,");
        }

        code.Write($"EventTypes = {provider.EventTypes}.All,");
    }

    private static void EmitParse(SourceWriter code, ProviderModel provider)
    {
        bool hasBatches = provider.BatchPath is not null;
        CSharpName type = hasBatches ? provider.Batch : provider.Root;
        Keyword events = Keyword.If(hasBatches, Keyword.Events);
        code.Open();
        if (provider.CloudEvents is not null)
        {
            code.Write($"""
                global::System.ArgumentNullException.ThrowIfNull(headers);
                return new({type}.Parse(headers, json){events});
                """);
        }
        else if (HeaderOf(provider) is { } header)
        {
            code.Write($"""
                global::System.ArgumentNullException.ThrowIfNull(headers);
                _ = headers.Find({new StringLiteral(header)}, out string? eventName);
                return new({type}.Parse(eventName, json){events});
                """);
        }
        else if (provider.Key.HasHeader)
        {
            code.Write($"""
                // The schema says that a part of the name is not in the body, and not which header brings it.
                return new({type}.Parse(eventName: null, json){events});
                """);
        }
        else
        {
            code.Write($"return new({type}.Parse(json){events});");
        }

        code.Close();
    }

    /// <summary>The header that brings an event's name, or a part of it; null where none does, or it has no name.</summary>
    private static string? HeaderOf(ProviderModel provider) =>
        provider.Key.Parts.Select(static part => part.Header).FirstOrDefault(static header => header is { Length: > 0 });

    private static Keyword KindOf(BodyKind kind) => kind switch
    {
        BodyKind.JsonLines => Keyword.JsonLines,
        BodyKind.Form => Keyword.Form,
        BodyKind.Multipart => Keyword.Multipart,
        _ => Keyword.JsonBody,
    };
}
