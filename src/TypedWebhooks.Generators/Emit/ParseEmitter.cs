using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the root's parse functions. Where a part of the event's name is not in the body, each takes it first.</summary>
internal static class ParseEmitter
{
    public static void Emit(SourceWriter code, ProviderModel provider)
    {
        if (provider.Key.HasHeader)
        {
            EmitWithName(code, provider);
        }
        else
        {
            EmitPlain(code, provider);
        }
    }

    private static void EmitPlain(SourceWriter code, ProviderModel provider) => code.Write($$"""
        /// <summary>Reads a webhook's body. Any JSON object gives an event.</summary>
        /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
        /// <returns>The event; an <see cref="{{provider.Unrecognized}}"/> where the schema does not know it, or its body does not fit the schema.</returns>
        /// <exception cref="global::System.Text.Json.JsonException">The body is not JSON, is no object, or names its event type twice.</exception>
        public static {{provider.Root}} Parse(global::System.ReadOnlySpan<byte> utf8Json)
        {
            global::TypedWebhooks.Json.WebhookReader reader = new(utf8Json);
            {{provider.Root}} result = {{provider.Root.Bare}}JsonConverter.Read(ref reader);
            reader.EndDocument();
            return result;
        }

        /// <inheritdoc cref="Parse(global::System.ReadOnlySpan{byte})"/>
        /// <param name="json">The body: one JSON object.</param>
        public static {{provider.Root}} Parse(string json) =>
            global::TypedWebhooks.Json.WebhookBody.Parse(json, static body => Parse(body));

        /// <inheritdoc cref="Parse(global::System.ReadOnlySpan{byte})"/>
        /// <param name="utf8Json">The stream of the body, which is read to its end and stays open.</param>
        /// <param name="cancellationToken">Gives the reading up.</param>
        public static global::System.Threading.Tasks.ValueTask<{{provider.Root}}> ParseAsync(
            global::System.IO.Stream utf8Json,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, static body => Parse(body), cancellationToken);

        /// <summary>Reads a webhook's body, and says instead of throwing that it is no JSON object.</summary>
        /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
        /// <param name="result">The event, or null where <see cref="Parse(global::System.ReadOnlySpan{byte})"/> would throw.</param>
        /// <returns>Whether there is an event.</returns>
        public static bool TryParse(
            global::System.ReadOnlySpan<byte> utf8Json,
            [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{provider.Root}}? result)
        {
            try
            {
                result = Parse(utf8Json);
                return true;
            }
            catch (global::System.Text.Json.JsonException)
            {
                result = null;
                return false;
            }
        }

        """);

    private static void EmitWithName(SourceWriter code, ProviderModel provider) => code.Write($$"""
        /// <summary>Reads a webhook's body. Any JSON object gives an event.</summary>
        /// <param name="eventName">The part of the event's name that is not in the body, as it comes in a header; null where there was none.</param>
        /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
        /// <returns>The event; an <see cref="{{provider.Unrecognized}}"/> where the schema does not know it, or its body does not fit the schema.</returns>
        /// <exception cref="global::System.Text.Json.JsonException">The body is not JSON, is no object, or names its event type twice.</exception>
        public static {{provider.Root}} Parse(string? eventName, global::System.ReadOnlySpan<byte> utf8Json)
        {
            global::TypedWebhooks.Json.WebhookReader reader = new(utf8Json);
            {{provider.Root}} result = {{provider.Root.Bare}}JsonConverter.Read(ref reader, eventName);
            reader.EndDocument();
            return result;
        }

        /// <inheritdoc cref="Parse(string, global::System.ReadOnlySpan{byte})"/>
        /// <param name="eventName">The part of the event's name that is not in the body.</param>
        /// <param name="json">The body: one JSON object.</param>
        public static {{provider.Root}} Parse(string? eventName, string json) =>
            global::TypedWebhooks.Json.WebhookBody.Parse(json, body => Parse(eventName, body));

        /// <inheritdoc cref="Parse(string, global::System.ReadOnlySpan{byte})"/>
        /// <param name="eventName">The part of the event's name that is not in the body.</param>
        /// <param name="utf8Json">The stream of the body, which is read to its end and stays open.</param>
        /// <param name="cancellationToken">Gives the reading up.</param>
        public static global::System.Threading.Tasks.ValueTask<{{provider.Root}}> ParseAsync(
            string? eventName,
            global::System.IO.Stream utf8Json,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, body => Parse(eventName, body), cancellationToken);

        /// <summary>Reads a webhook's body, and says instead of throwing that it is no JSON object.</summary>
        /// <param name="eventName">The part of the event's name that is not in the body.</param>
        /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
        /// <param name="result">The event, or null where <see cref="Parse(string, global::System.ReadOnlySpan{byte})"/> would throw.</param>
        /// <returns>Whether there is an event.</returns>
        public static bool TryParse(
            string? eventName,
            global::System.ReadOnlySpan<byte> utf8Json,
            [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{provider.Root}}? result)
        {
            try
            {
                result = Parse(eventName, utf8Json);
                return true;
            }
            catch (global::System.Text.Json.JsonException)
            {
                result = null;
                return false;
            }
        }

        """);
}
