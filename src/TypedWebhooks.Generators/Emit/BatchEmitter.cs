using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits a body that holds several events: the members of its envelope, how it is parsed, and how its events are handed on.</summary>
internal static class BatchEmitter
{
    public static SourceWriter Emit(ProviderModel provider, RecordModel batch)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        BatchModel path = provider.BatchPath!;
        code.Write($"""
            {DocText.Summary(batch.Description, $"Several events of {provider.Name} in one body.").With(
                "remarks",
                $"Whatever JSON a body is, <c>Events</c> has each of its items, in order, and one event for all of it where it has no items: nothing that comes is lost. {Keyword.If(batch.Members.Count > 1, Keyword.NothingRequired)}")}
            """);
        EmittedFile.MarkConverter(code, provider);
        code.Write($$"""
            {{Keyword.Access(provider)}} sealed partial record {{provider.Batch}} :
                global::TypedWebhooks.WebhookBatch<{{provider.Root}}>,
                global::TypedWebhooks.Json.IWebhookBatch<{{provider.Batch}}, {{provider.Root}}>
            """);
        code.Open();
        if (WireSpelling.DeclaresFormat(batch))
        {
            code.Write($"""
                internal global::TypedWebhooks.Json.WireFormat _format;

                """);
        }

        code.Write($"private static readonly global::TypedWebhooks.Json.BatchPath s_batch = new({NameArray.Of(path.Array)}, {NameArray.Of(path.Item)});");
        code.Line();
        List<MemberModel> declared = [.. batch.Members.Where(static member => !member.IsInherited)];
        foreach (MemberModel member in declared)
        {
            RecordEmitter.EmitProperty(code, member);
            code.Line();
        }

        EmitParse(code, provider);
        EmitDispatch(code, provider);
        EmitJson(code, provider, batch);
        VisitEmitter.Emit(code, provider, batch, declared);
        code.Close();
        return code;
    }

    private static void EmitParse(SourceWriter code, ProviderModel provider)
    {
        bool isNamed = provider.Key.HasHeader;
        Keyword parameter = Keyword.If(isNamed, Keyword.EventNameParameterFirst);
        Keyword argument = Keyword.If(isNamed, Keyword.EventNameFirst);
        Keyword type = Keyword.If(isNamed, Keyword.EventNameTypeFirst);
        Keyword isStatic = Keyword.If(!isNamed, Keyword.Static);
        bool isLines = provider.Body.Kind == BodyKind.JsonLines;
        code.Write($"""
            {DocText.Summary(isLines
                ? $"Reads a body of several events, each on a line of its own (<c>application/x-ndjson</c>). Empty lines are none."
                : (FormattableString)$"Reads a body of several events. Any JSON gives a batch, and an event that is unknown or does not fit costs no other one.")}
            """);
        EmitNameDoc(code, isNamed);
        code.Write($"""
            /// <param name="utf8Json">The body, in UTF-8.</param>
            /// <returns>The batch; an item that is none of the schema's events is an <see cref="{provider.Unrecognized}"/> in it.</returns>
            /// <exception cref="global::System.Text.Json.JsonException">{Keyword.If(isLines, Keyword.LineIsNoJson, Keyword.BodyIsNoJson)}</exception>
            """);
        if (isLines)
        {
            code.Write($$"""
                public static {{provider.Batch}} Parse({{parameter}}global::System.ReadOnlySpan<byte> utf8Json) =>
                    global::TypedWebhooks.Json.WebhookLines.Parse<{{provider.Batch}}, {{provider.Root}}>(utf8Json{{Keyword.If(isNamed, Keyword.EventNameArgument)}});

                """);
        }
        else
        {
            code.Write($$"""
                public static {{provider.Batch}} Parse({{parameter}}global::System.ReadOnlySpan<byte> utf8Json)
                {
                    global::TypedWebhooks.Json.WebhookReader reader = new(utf8Json){{Keyword.If(isNamed, Keyword.OfEventName)}};
                    {{provider.Batch}} result = ReadFrom(ref reader);
                    reader.EndDocument();
                    return result;
                }

                """);
        }

        code.Write($"/// <inheritdoc cref=\"Parse({type}global::System.ReadOnlySpan{{byte}})\"/>");
        EmitNameDoc(code, isNamed);
        code.Write($$"""
            /// <param name="json">The body.</param>
            public static {{provider.Batch}} Parse({{parameter}}string json) =>
                global::TypedWebhooks.Json.WebhookBody.Parse(json, {{isStatic}}body => Parse({{argument}}body));

            /// <inheritdoc cref="Parse({{type}}global::System.ReadOnlySpan{byte})"/>
            """);
        EmitNameDoc(code, isNamed);
        code.Write($$"""
            /// <param name="utf8Json">The stream of the body, which is read to its end and stays open.</param>
            /// <param name="cancellationToken">Gives the reading up.</param>
            public static global::System.Threading.Tasks.ValueTask<{{provider.Batch}}> ParseAsync(
                {{parameter}}global::System.IO.Stream utf8Json,
                global::System.Threading.CancellationToken cancellationToken = default) =>
                global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, {{isStatic}}body => Parse({{argument}}body), cancellationToken);

            /// <summary>Reads a body of several events, and says instead of throwing that it is no JSON.</summary>
            """);
        EmitNameDoc(code, isNamed);
        code.Write($$"""
            /// <param name="utf8Json">The body, in UTF-8.</param>
            /// <param name="result">The batch, or null where <see cref="Parse({{type}}global::System.ReadOnlySpan{byte})"/> would throw.</param>
            /// <returns>Whether there is a batch.</returns>
            public static bool TryParse(
                {{parameter}}global::System.ReadOnlySpan<byte> utf8Json,
                [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{provider.Batch}}? result)
            """);
        ParseEmitter.EmitTry(code, argument);
        code.Write($$"""
            /// <inheritdoc cref="TryParse({{type}}global::System.ReadOnlySpan{byte}, out {{provider.Batch.Bare}}?)"/>
            """);
        EmitNameDoc(code, isNamed);
        code.Write($$"""
            /// <param name="json">The body as text.</param>
            /// <param name="result">The batch, or null where <see cref="Parse({{type}}string)"/> would throw.</param>
            public static bool TryParse(
                {{parameter}}global::System.ReadOnlySpan<char> json,
                [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {{provider.Batch}}? result)
            """);
        ParseEmitter.EmitTryText(code, argument);
        code.Write($"/// <summary>Reads a body of several events, and says instead of throwing that it is no JSON.</summary>");
        EmitNameDoc(code, isNamed);
        code.Write($$"""
            /// <param name="utf8Json">The stream of the body, which is read to its end and stays open.</param>
            /// <param name="cancellationToken">Gives the reading up.</param>
            /// <returns>The batch, or null where <see cref="ParseAsync({{type}}global::System.IO.Stream, global::System.Threading.CancellationToken)"/> would throw a <see cref="global::System.Text.Json.JsonException"/>.</returns>
            public static global::System.Threading.Tasks.ValueTask<{{provider.Batch}}?> TryParseAsync(
                {{parameter}}global::System.IO.Stream utf8Json,
                global::System.Threading.CancellationToken cancellationToken = default) =>
                global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, {{isStatic}}body => TryParse({{argument}}body, out {{provider.Batch}}? result) ? result : null, cancellationToken);

            """);
        if (provider.CloudEvents is { } cloudEvents)
        {
            EmitWithHeaders(code, provider, cloudEvents);
        }

        if (isLines)
        {
            code.Write($$"""
                /// <summary>Writes the events, each on a line of its own. System.Text.Json, which writes one value, writes them as an array.</summary>
                /// <returns>The lines, in UTF-8.</returns>
                /// <exception cref="global::System.Text.Json.JsonException">An event has a value that cannot be written.</exception>
                public byte[] ToUtf8Lines() => global::TypedWebhooks.Json.WebhookLines.Write(Events);

                """);
        }
    }

    private static void EmitWithHeaders(SourceWriter code, ProviderModel provider, CloudEventsModel cloudEvents) => code.Write($$"""
        /// <summary>
        /// Reads CloudEvents as their headers say: a batch of them, one event in structured mode, where the body is the whole event, or
        /// one in binary mode, where the headers are its attributes and the body is its data.
        /// </summary>
        /// <param name="headers">The request's headers, among them <c>Content-Type</c> and those that begin with <c>ce-</c>; one with several values comes several times.</param>
        /// <param name="utf8Json">The request's body.</param>
        /// <returns>The events, be it one; an item that is none of the schema's events is an <see cref="{{provider.Unrecognized}}"/>.</returns>
        /// <exception cref="global::System.Text.Json.JsonException">
        /// The request is in another format than JSON; its JSON is broken; or a header is no percent-encoded UTF-8.
        /// </exception>
        public static {{provider.Batch}} Parse(
            global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, string>> headers,
            global::System.ReadOnlySpan<byte> utf8Json) =>
            global::TypedWebhooks.Json.CloudEventBody.ParseBatch(headers, utf8Json, static body => Parse(body){{CloudEventAttributes.Of(cloudEvents)}});

        /// <inheritdoc cref="Parse({{Keyword.HeadersType}}global::System.ReadOnlySpan{byte})"/>
        /// <param name="headers">The request's headers.</param>
        /// <param name="utf8Json">The stream of the request's body, which is read to its end and stays open.</param>
        /// <param name="cancellationToken">Gives the reading up.</param>
        public static global::System.Threading.Tasks.ValueTask<{{provider.Batch}}> ParseAsync(
            global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<string, string>> headers,
            global::System.IO.Stream utf8Json,
            global::System.Threading.CancellationToken cancellationToken = default) =>
            global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, body => Parse(headers, body), cancellationToken);

        """);

    private static void EmitNameDoc(SourceWriter code, bool isNamed)
    {
        if (isNamed)
        {
            code.Write($"/// <param name=\"eventName\">The part of the events' names that is not in the body, as it comes in a header; null where there was none.</param>");
        }
    }

    private static void EmitDispatch(SourceWriter code, ProviderModel provider) => code.Write($$"""
        /// <summary>
        /// Hands the events to the method of a handler that takes each, one after the other and in their order. Where that fails for one of
        /// them, those behind it are handed on all the same, and what has failed is thrown at the end.
        /// </summary>
        /// <param name="handler">The handler.</param>
        /// <param name="cancellationToken">Is handed on to the handler, and gives up what has not begun.</param>
        /// <returns>A task that completes when all events are handled.</returns>
        /// <exception cref="global::TypedWebhooks.WebhookBatchException">Some events were not handled; it says which, and why.</exception>
        public global::System.Threading.Tasks.ValueTask DispatchAsync(
            {{provider.Handler}} handler,
            global::System.Threading.CancellationToken cancellationToken = default)
        {
            global::System.ArgumentNullException.ThrowIfNull(handler);
            return DispatchEachAsync((e, cancellation) => e.DispatchAsync(handler, cancellation), cancellationToken);
        }

        """);

    private static void EmitJson(SourceWriter code, ProviderModel provider, RecordModel batch)
    {
        // A body that is nothing but events has no members to read.
        bool hasEnvelope = provider.BatchPath!.Array.Count > 0;
        if (hasEnvelope)
        {
            RecordJsonEmitter.EmitNames(code, batch);
            RecordJsonEmitter.EmitConstructors(code, provider, batch);
            code.Line();
        }

        code.Write($$"""
            /// <inheritdoc/>
            public static {{provider.Batch}} ReadFrom(ref global::TypedWebhooks.Json.WebhookReader reader) => reader.ReadBatch<{{provider.Batch}}, {{provider.Root}}>(s_batch);

            static {{provider.Batch}}? global::TypedWebhooks.Json.IWebhookBatch<{{provider.Batch}}, {{provider.Root}}>.ReadEnvelope(ref global::TypedWebhooks.Json.WebhookReader reader) =>
            """);
        code.Indent();
        if (hasEnvelope)
        {
            code.Write($"reader.EndObject(new {provider.Batch}(ref reader, out global::TypedWebhooks.Json.ObjectReader members), ref members);");
        }
        else
        {
            code.Write($"null;");
        }

        code.Unindent();
        code.Write($$"""

            static {{provider.Root}} global::TypedWebhooks.Json.IWebhookBatch<{{provider.Batch}}, {{provider.Root}}>.ReadItem(ref global::TypedWebhooks.Json.WebhookReader reader) =>
                {{provider.Root}}.ReadEvent(ref reader{{Keyword.If(provider.TakesName, Keyword.ReaderEventName)}});

            static {{provider.Root}} global::TypedWebhooks.Json.IWebhookBatch<{{provider.Batch}}, {{provider.Root}}>.Unrecognized(global::TypedWebhooks.Json.UnrecognizedBody body) =>
                new {{provider.Unrecognized}}(body.EventType, body.Json, body.Reason, body.JsonPath, body.Message);

            /// <inheritdoc/>
            protected override global::TypedWebhooks.Json.BatchPath Path => s_batch;

            /// <inheritdoc/>
            protected override void WriteEnvelope(global::System.Text.Json.Utf8JsonWriter writer)
            """);
        if (hasEnvelope)
        {
            RecordJsonEmitter.EmitWriteBody(code, provider, batch);
        }
        else
        {
            code.Open();
            code.Close();
        }
    }
}

/// <summary>An array of names.</summary>
internal readonly struct NameArray
{
    private readonly string? _code;

    private NameArray(string code) => _code = code;

    public static NameArray Of(IEnumerable<string> names) =>
        new($"new string[] {{ {string.Concat(names.Select(static name => new StringLiteral(name) + ", "))}}}");

    public override string ToString() => _code ?? "";
}
