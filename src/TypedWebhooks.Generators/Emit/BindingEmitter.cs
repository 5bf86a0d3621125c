using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits how ASP.NET Core reads an event out of a request: a function for code that has the request, and the interface by which
/// minimal APIs bind a parameter. Each event and group has the interface for itself: what a type merely inherits is not bound, and
/// a method called <c>TryParse</c> would be taken for one that reads a route value. It also brings the header that names an event,
/// and those of a CloudEvent.
/// </summary>
internal static partial class BindingEmitter
{
    /// <summary>Whether the key says all that there is to know: a header has to have its name.</summary>
    public static bool CanBind(EventKey key) => key.Parts.All(static part => part.Header is null or { Length: > 0 });

    /// <param name="bound">The groups and events that bind beside the root.</param>
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<CSharpName> bound)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        EmitRoot(code, provider);
        foreach (CSharpName type in bound)
        {
            code.Write($$"""

                partial record {{type}} : global::Microsoft.AspNetCore.Http.IBindableFromHttpContext<{{type}}>
                {
                    static global::System.Threading.Tasks.ValueTask<{{type}}?> global::Microsoft.AspNetCore.Http.IBindableFromHttpContext<{{type}}>.BindAsync(
                        global::Microsoft.AspNetCore.Http.HttpContext context,
                        global::System.Reflection.ParameterInfo parameter) => {{provider.Binding}}.BindAsync<{{type}}>(context, parameter);
                }
                """);
        }

        if (provider.BatchPath is not null)
        {
            code.Write($$"""

                partial record {{provider.Batch}} : global::Microsoft.AspNetCore.Http.IBindableFromHttpContext<{{provider.Batch}}>
                {
                    /// <summary>Reads the batch of a request, and says instead of throwing that there is none; why is logged, at the level Debug.</summary>
                    /// <param name="request">The request. Its body is read to the end.</param>
                    /// <param name="cancellationToken">Gives the reading up.</param>
                    /// <returns>The batch; null where the body is no JSON, for which the answer is 400.</returns>
                    public static async global::System.Threading.Tasks.ValueTask<{{provider.Batch}}?> TryParseAsync(
                        global::Microsoft.AspNetCore.Http.HttpRequest request,
                        global::System.Threading.CancellationToken cancellationToken = default)
                    {
                        global::System.ArgumentNullException.ThrowIfNull(request);
                        try
                        {
                            return await {{provider.Binding}}.ParseBatchAsync(request, cancellationToken).ConfigureAwait(false);
                        }
                        catch (global::System.Exception e) when (e is global::System.Text.Json.JsonException or global::System.IO.IOException)
                        {
                            {{provider.Binding}}.LogBadBody(request.HttpContext, e);
                            return null;
                        }
                    }

                    static global::System.Threading.Tasks.ValueTask<{{provider.Batch}}?> global::Microsoft.AspNetCore.Http.IBindableFromHttpContext<{{provider.Batch}}>.BindAsync(
                        global::Microsoft.AspNetCore.Http.HttpContext context,
                        global::System.Reflection.ParameterInfo parameter) => {{provider.Binding}}.BindBatchAsync(context, parameter);
                }
                """);
        }

        code.Line();
        EmitBinding(code, provider);
        return code;
    }

    private static void EmitRoot(SourceWriter code, ProviderModel provider)
    {
        code.Write($$"""
            {{Keyword.If(provider.UsesClosed, Keyword.Closed, Keyword.Abstract)}}partial record {{provider.Root}} : global::Microsoft.AspNetCore.Http.IBindableFromHttpContext<{{provider.Root}}>
            {
                /// <summary>Reads the event of a request, and says instead of throwing that there is none; why is logged, at the level Debug.</summary>
                /// <param name="request">The request. Its body is read to the end.</param>
                /// <param name="cancellationToken">Gives the reading up.</param>
                /// <returns>The event; null where the body is no JSON object, for which the answer is 400.</returns>
                public static async global::System.Threading.Tasks.ValueTask<{{provider.Root}}?> TryParseAsync(
                    global::Microsoft.AspNetCore.Http.HttpRequest request,
                    global::System.Threading.CancellationToken cancellationToken = default)
                {
                    global::System.ArgumentNullException.ThrowIfNull(request);
                    try
                    {
                        return await {{provider.Binding}}.ParseAsync(request, cancellationToken).ConfigureAwait(false);
                    }
                    catch (global::System.Exception e) when (e is global::System.Text.Json.JsonException or global::System.IO.IOException)
                    {
                        {{provider.Binding}}.LogBadBody(request.HttpContext, e);
                        return null;
                    }
                }

                static global::System.Threading.Tasks.ValueTask<{{provider.Root}}?> global::Microsoft.AspNetCore.Http.IBindableFromHttpContext<{{provider.Root}}>.BindAsync(
                    global::Microsoft.AspNetCore.Http.HttpContext context,
                    global::System.Reflection.ParameterInfo parameter) => {{provider.Binding}}.BindAsync<{{provider.Root}}>(context, parameter);
            }
            """);
    }

    private static void EmitBinding(SourceWriter code, ProviderModel provider)
    {
        code.Write($"{DocText.Summary($"Binds {provider.Name}'s events to the parameters of endpoints.")}");
        EmittedFile.Mark(code);
        code.Write($$"""
            internal static class {{provider.Binding}}
            {
                private const string Category = {{new StringLiteral("TypedWebhooks." + provider.Name.Text)}};

                private static readonly global::System.Action<global::Microsoft.Extensions.Logging.ILogger, string, global::System.Exception?> s_badBody =
                    global::Microsoft.Extensions.Logging.LoggerMessage.Define<string>(
                        global::Microsoft.Extensions.Logging.LogLevel.Debug,
                        new global::Microsoft.Extensions.Logging.EventId(1, "BadBody"),
                        "The body of the request is no event of {{provider.Name.Bare}}: {Reason}");

                private static readonly global::System.Action<global::Microsoft.Extensions.Logging.ILogger, string, global::System.Exception?> s_otherEvent =
                    global::Microsoft.Extensions.Logging.LoggerMessage.Define<string>(
                        global::Microsoft.Extensions.Logging.LogLevel.Warning,
                        new global::Microsoft.Extensions.Logging.EventId(2, "OtherEvent"),
                        "An endpoint has refused an event: {Reason}");

            """);
        code.Indent();
        EmitParse(code, provider, provider.Root, new("ParseAsync"));
        if (provider.BatchPath is not null)
        {
            code.Line();
            EmitParse(code, provider, provider.Batch, new("ParseBatchAsync"));
            EmitBindBatch(code, provider);
        }

        code.Write($$"""

            /// <summary>Binds an event, of which the endpoint may want one kind only.</summary>
            /// <typeparam name="T">The type of the parameter.</typeparam>
            /// <param name="context">The request's context.</param>
            /// <param name="parameter">The parameter.</param>
            /// <returns>The event; null where there is none, which ASP.NET Core answers with 400 as it does itself: without an exception.</returns>
            internal static async global::System.Threading.Tasks.ValueTask<T?> BindAsync<T>(
                global::Microsoft.AspNetCore.Http.HttpContext context,
                global::System.Reflection.ParameterInfo? parameter)
                where T : {{provider.Root}}
            {
                string reason;
                int status = 400;
                global::System.Exception? exception = null;
                try
                {
                    {{provider.Root}} e = await ParseAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
                    if (e is T bound)
                    {
                        return bound;
                    }

                    string? message = (e as {{provider.Unrecognized}})?.Message;
                    reason = $"The event '{e.EventType}' is no {typeof(T).Name}.{(message is null ? "" : " " + message)}";
                    Log(context, s_otherEvent, reason, null);
                }
                catch (global::System.Exception e) when (e is global::System.Text.Json.JsonException or global::System.IO.IOException)
                {
                    reason = e.Message;
                    exception = e;
                    status = (e as global::Microsoft.AspNetCore.Http.BadHttpRequestException)?.StatusCode ?? 400;
                    LogBadBody(context, e);
                }

                if (ThrowsOnBadRequest(context) || !IsRequired(parameter))
                {
                    throw exception as global::Microsoft.AspNetCore.Http.BadHttpRequestException
                        ?? new global::Microsoft.AspNetCore.Http.BadHttpRequestException(reason, status, exception!);
                }

                if (status != 400)
                {
                    // The server knows better what is wrong, such as 413; ASP.NET Core is about to say 400.
                    context.Response.OnStarting(() =>
                    {
                        context.Response.StatusCode = context.Response.StatusCode == 400 ? status : context.Response.StatusCode;
                        return global::System.Threading.Tasks.Task.CompletedTask;
                    });
                }

                return null;
            }

            internal static void LogBadBody(global::Microsoft.AspNetCore.Http.HttpContext context, global::System.Exception exception) =>
                Log(context, s_badBody, exception.Message, exception);

            private static void Log(
                global::Microsoft.AspNetCore.Http.HttpContext context,
                global::System.Action<global::Microsoft.Extensions.Logging.ILogger, string, global::System.Exception?> message,
                string reason,
                global::System.Exception? exception)
            {
                if (context.RequestServices?.GetService(typeof(global::Microsoft.Extensions.Logging.ILoggerFactory)) is global::Microsoft.Extensions.Logging.ILoggerFactory factory)
                {
                    message(factory.CreateLogger(Category), reason, exception);
                }
            }

            /// <summary>Whether the application wants bad requests as exceptions, as it does by default while it is developed.</summary>
            private static bool ThrowsOnBadRequest(global::Microsoft.AspNetCore.Http.HttpContext context) =>
                context.RequestServices?.GetService(typeof(global::Microsoft.Extensions.Options.IOptions<global::Microsoft.AspNetCore.Routing.RouteHandlerOptions>))
                    is global::Microsoft.Extensions.Options.IOptions<global::Microsoft.AspNetCore.Routing.RouteHandlerOptions> { Value.ThrowOnBadRequest: true };

            /// <summary>Whether the endpoint is not called without the event. One that is would take a null for a request that has none.</summary>
            private static bool IsRequired(global::System.Reflection.ParameterInfo? parameter)
            {
                try
                {
                    return parameter is null
                        || (!parameter.HasDefaultValue
                            && new global::System.Reflection.NullabilityInfoContext().Create(parameter).ReadState == global::System.Reflection.NullabilityState.NotNull);
                }
                catch (global::System.InvalidOperationException)
                {
                    // A trimmed application does not know. Its endpoints are generated, and only an annotated parameter is null there.
                    return true;
                }
            }
            """);
        code.Close();
    }

    private static void EmitBindBatch(SourceWriter code, ProviderModel provider) => code.Write($$"""

        /// <summary>Binds a batch.</summary>
        /// <param name="context">The request's context.</param>
        /// <param name="parameter">The parameter.</param>
        /// <returns>The batch; null where there is none, which ASP.NET Core answers with 400 as it does itself: without an exception.</returns>
        internal static async global::System.Threading.Tasks.ValueTask<{{provider.Batch}}?> BindBatchAsync(
            global::Microsoft.AspNetCore.Http.HttpContext context,
            global::System.Reflection.ParameterInfo? parameter)
        {
            try
            {
                return await ParseBatchAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
            }
            catch (global::System.Exception e) when (e is global::System.Text.Json.JsonException or global::System.IO.IOException)
            {
                LogBadBody(context, e);
                int status = (e as global::Microsoft.AspNetCore.Http.BadHttpRequestException)?.StatusCode ?? 400;
                if (ThrowsOnBadRequest(context) || !IsRequired(parameter))
                {
                    throw e as global::Microsoft.AspNetCore.Http.BadHttpRequestException
                        ?? new global::Microsoft.AspNetCore.Http.BadHttpRequestException(e.Message, status, e);
                }

                if (status != 400)
                {
                    // The server knows better what is wrong, such as 413; ASP.NET Core is about to say 400.
                    context.Response.OnStarting(() =>
                    {
                        context.Response.StatusCode = context.Response.StatusCode == 400 ? status : context.Response.StatusCode;
                        return global::System.Threading.Tasks.Task.CompletedTask;
                    });
                }

                return null;
            }
        }
        """);
}
