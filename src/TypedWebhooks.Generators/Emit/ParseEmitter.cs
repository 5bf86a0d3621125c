using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the root's parse functions. Where a part of the event's name is not in the body, each takes it first.</summary>
internal static class ParseEmitter
{
    public static void Emit(SourceWriter code, ProviderModel provider)
    {
        if (!provider.Key.HasHeader)
        {
            EmitPlain(code, provider);
        }

        if (provider.TakesName)
        {
            EmitWithName(code, provider);
        }

        if (provider.CloudEvents is { } cloudEvents)
        {
            EmitWithHeaders(code, provider, cloudEvents);
        }
    }

    /// <summary>Emits the name of the form's field that has the event, where the body is a form.</summary>
    public static void EmitField(SourceWriter code, BodyForm body)
    {
        if (body.Field.Length > 0)
        {
            code.Write($"""
                /// <summary>
                /// The field of the form that has the event: what is parsed is its value. <c>WebhookForm</c> takes it out of a body, and
                /// <c>ReadFormAsync</c> out of a request.
                /// </summary>
                public const string BodyField = {new StringLiteral(body.Field)};

                """);
        }
    }

    private static void EmitPlain(SourceWriter code, ProviderModel provider)
    {
        code.Write($$"""
            /// <summary>Reads a webhook's body. Any JSON object gives an event.</summary>
            /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
            /// <returns>The event; an <see cref="{{provider.Unrecognized}}"/> where the schema does not know it, or its body does not fit the schema.</returns>
            /// <exception cref="global::System.Text.Json.JsonException">The body is not JSON, is no object, or names its event type twice.</exception>
            public static {{provider.Root}} Parse(global::System.ReadOnlySpan<byte> utf8Json)
            {
                global::TypedWebhooks.Json.WebhookReader reader = new(utf8Json);
                {{provider.Root}} result = ReadEvent(ref reader{{Keyword.If(provider.TakesName, Keyword.NoEventName)}});
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
            """);
        EmitTry(code, default);
        code.Write($$"""
            /// <inheritdoc cref="TryParse(global::System.ReadOnlySpan{byte}, out {{provider.Root.Bare}}?)"/>
            /// <param name="json">The body as text.</param>
            /// <param name="result">The event, or null where <see cref="Parse(string)"/> would throw.</param>
            public static bool TryParse(
                global::System.ReadOnlySpan<char> json,
                [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{provider.Root}}? result)
            """);
        EmitTryText(code, default);
        code.Write($$"""
            /// <summary>Reads a webhook's body, and says instead of throwing that it is no JSON object.</summary>
            /// <param name="utf8Json">The stream of the body, which is read to its end and stays open.</param>
            /// <param name="cancellationToken">Gives the reading up.</param>
            /// <returns>The event, or null where <see cref="ParseAsync(global::System.IO.Stream, global::System.Threading.CancellationToken)"/> would throw a <see cref="global::System.Text.Json.JsonException"/>.</returns>
            public static global::System.Threading.Tasks.ValueTask<{{provider.Root}}?> TryParseAsync(
                global::System.IO.Stream utf8Json,
                global::System.Threading.CancellationToken cancellationToken = default) =>
                global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, static body => TryParse(body, out {{provider.Root}}? result) ? result : null, cancellationToken);

            """);
    }

    private static void EmitWithName(SourceWriter code, ProviderModel provider)
    {
        code.Write($$"""
            /// <summary>Reads a webhook's body. Any JSON object gives an event.</summary>
            /// <param name="eventName">{{Keyword.If(provider.Key.HasHeader, Keyword.HeaderName, Keyword.GivenName)}}</param>
            /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
            /// <returns>The event; an <see cref="{{provider.Unrecognized}}"/> where the schema does not know it, or its body does not fit the schema.</returns>
            /// <exception cref="global::System.Text.Json.JsonException">The body is not JSON, is no object, or names its event type twice.</exception>
            public static {{provider.Root}} Parse(string? eventName, global::System.ReadOnlySpan<byte> utf8Json)
            {
                global::TypedWebhooks.Json.WebhookReader reader = new(utf8Json);
                {{provider.Root}} result = ReadEvent(ref reader, eventName);
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
            """);
        EmitTry(code, Keyword.EventNameFirst);
        code.Write($$"""
            /// <inheritdoc cref="TryParse(string, global::System.ReadOnlySpan{byte}, out {{provider.Root.Bare}}?)"/>
            /// <param name="eventName">The part of the event's name that is not in the body.</param>
            /// <param name="json">The body as text.</param>
            /// <param name="result">The event, or null where <see cref="Parse(string, string)"/> would throw.</param>
            public static bool TryParse(
                string? eventName,
                global::System.ReadOnlySpan<char> json,
                [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{provider.Root}}? result)
            """);
        EmitTryText(code, Keyword.EventNameFirst);
        code.Write($$"""
            /// <summary>Reads a webhook's body, and says instead of throwing that it is no JSON object.</summary>
            /// <param name="eventName">The part of the event's name that is not in the body.</param>
            /// <param name="utf8Json">The stream of the body, which is read to its end and stays open.</param>
            /// <param name="cancellationToken">Gives the reading up.</param>
            /// <returns>The event, or null where <see cref="ParseAsync(string, global::System.IO.Stream, global::System.Threading.CancellationToken)"/> would throw a <see cref="global::System.Text.Json.JsonException"/>.</returns>
            public static global::System.Threading.Tasks.ValueTask<{{provider.Root}}?> TryParseAsync(
                string? eventName,
                global::System.IO.Stream utf8Json,
                global::System.Threading.CancellationToken cancellationToken = default) =>
                global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, body => TryParse(eventName, body, out {{provider.Root}}? result) ? result : null, cancellationToken);

            """);
    }

    private static void EmitWithHeaders(SourceWriter code, ProviderModel provider, CloudEventsModel cloudEvents)
    {
        code.Write($$"""
            /// <summary>
            /// Reads a CloudEvent as its headers say: in structured mode, where the body is the whole event, or in binary mode, where the
            /// headers are its attributes and the body is its data. The event is the same.
            /// </summary>
            /// <param name="headers">The request's headers, among them <c>Content-Type</c> and those that begin with <c>ce-</c>; one with several values comes several times.</param>
            /// <param name="utf8Json">The request's body.</param>
            /// <returns>The event; an <see cref="{{provider.Unrecognized}}"/> where the schema does not know it, or it does not fit the schema.</returns>
            /// <exception cref="global::System.Text.Json.JsonException">
            /// The request is a batch, or in another format than JSON; its JSON is broken; it names its event type twice; or a header is no
            /// percent-encoded UTF-8.
            /// </exception>
            public static {{provider.Root}} Parse(
                global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, string>> headers,
                global::System.ReadOnlySpan<byte> utf8Json) =>
                global::TypedWebhooks.Json.CloudEventBody.Parse(headers, utf8Json, static body => Parse(body){{CloudEventAttributes.Of(cloudEvents)}});

            /// <inheritdoc cref="Parse({{Keyword.HeadersType}}global::System.ReadOnlySpan{byte})"/>
            /// <param name="headers">The request's headers.</param>
            /// <param name="utf8Json">The stream of the request's body, which is read to its end and stays open.</param>
            /// <param name="cancellationToken">Gives the reading up.</param>
            public static global::System.Threading.Tasks.ValueTask<{{provider.Root}}> ParseAsync(
                global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, string>> headers,
                global::System.IO.Stream utf8Json,
                global::System.Threading.CancellationToken cancellationToken = default) =>
                global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, body => Parse(headers, body), cancellationToken);

            /// <summary>Reads a CloudEvent as its headers say, and says instead of throwing that it is none.</summary>
            /// <param name="headers">The request's headers.</param>
            /// <param name="utf8Json">The request's body.</param>
            /// <param name="result">The event, or null where <c>Parse</c> would throw.</param>
            /// <returns>Whether there is an event.</returns>
            public static bool TryParse(
                global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, string>> headers,
                global::System.ReadOnlySpan<byte> utf8Json,
                [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{provider.Root}}? result)
            """);
        EmitTry(code, Keyword.HeadersFirst);
        code.Write($$"""
            /// <summary>Reads a CloudEvent as its headers say, and says instead of throwing that it is none.</summary>
            /// <param name="headers">The request's headers.</param>
            /// <param name="utf8Json">The stream of the request's body, which is read to its end and stays open.</param>
            /// <param name="cancellationToken">Gives the reading up.</param>
            /// <returns>The event, or null where <c>ParseAsync</c> would throw a <see cref="global::System.Text.Json.JsonException"/>.</returns>
            public static global::System.Threading.Tasks.ValueTask<{{provider.Root}}?> TryParseAsync(
                global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, string>> headers,
                global::System.IO.Stream utf8Json,
                global::System.Threading.CancellationToken cancellationToken = default) =>
                global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, body => TryParse(headers, body, out {{provider.Root}}? result) ? result : null, cancellationToken);

            """);
    }

    /// <summary>
    /// The body of a <c>TryParse</c> that takes text. It takes a span, to which a string converts: minimal APIs would take one with
    /// a string for a function that reads a route value, and look for no body where they do not bind the event.
    /// </summary>
    public static void EmitTryText(SourceWriter code, Keyword first) => code.Write($$"""
        {
            try
            {
                result = Parse({{first}}json.ToString());
                return true;
            }
            catch (global::System.Text.Json.JsonException)
            {
                result = null;
                return false;
            }
        }

        """);

    /// <summary>The body of a <c>TryParse</c>.</summary>
    public static void EmitTry(SourceWriter code, Keyword first) => code.Write($$"""
        {
            try
            {
                result = Parse({{first}}utf8Json);
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

/// <summary>The arguments that name the attributes of CloudEvents which are no texts, and come as texts in headers.</summary>
internal readonly struct CloudEventAttributes
{
    private readonly string? _code;

    private CloudEventAttributes(string code) => _code = code;

    public static CloudEventAttributes Of(CloudEventsModel model) =>
        new(string.Concat(model.PlainAttributes.Select(static name => ", " + new StringLiteral(name))));

    public override string ToString() => _code ?? "";
}
