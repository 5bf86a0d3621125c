using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits how ASP.NET Core's minimal APIs read an event out of a request. Without it they would refuse the type: they take
/// any method called <c>TryParse</c> for one that reads a route value. It also brings the header that names an event, and those of a CloudEvent.
/// </summary>
internal static class BindingEmitter
{
    /// <summary>Whether the key says all that there is to know: a header has to have its name.</summary>
    public static bool CanBind(EventKey key) => key.Parts.All(static part => part.Header is null or { Length: > 0 });

    public static SourceWriter Emit(ProviderModel provider)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($$"""
            {{Keyword.Access(provider)}} {{Keyword.If(provider.UsesClosed, Keyword.Closed, Keyword.Abstract)}}partial record {{provider.Root}}
            {
                /// <summary>Reads the event of a request. Minimal APIs call it for a parameter of this type.</summary>
                /// <param name="context">The request's context.</param>
                /// <returns>The event, never null.</returns>
                /// <exception cref="global::Microsoft.AspNetCore.Http.BadHttpRequestException">The body is not one JSON object; the response is 400.</exception>
                public static async global::System.Threading.Tasks.ValueTask<{{provider.Root}}?> BindAsync(global::Microsoft.AspNetCore.Http.HttpContext context)
                {
                    global::System.ArgumentNullException.ThrowIfNull(context);
                    try
                    {
            """);
        code.Indent();
        code.Indent();
        code.Indent();
        if (provider.CloudEvents is not null)
        {
            code.Write($"""
                return await ParseAsync(
                    global::System.Linq.Enumerable.SelectMany(
                        context.Request.Headers,
                        static header => header.Value,
                        static (header, value) => new global::System.Collections.Generic.KeyValuePair<string, string>(header.Key, value ?? "")),
                    context.Request.Body,
                    context.RequestAborted).ConfigureAwait(false);
                """);
        }
        else if (provider.Key.Parts.FirstOrDefault(static part => part.Header is not null) is { } part)
        {
            code.Write($"""
                string? eventName = context.Request.Headers[{new StringLiteral(part.Header!)}];
                return await ParseAsync(eventName, context.Request.Body, context.RequestAborted).ConfigureAwait(false);
                """);
        }
        else
        {
            code.Write($"return await ParseAsync(context.Request.Body, context.RequestAborted).ConfigureAwait(false);");
        }

        code.Unindent();
        code.Unindent();
        code.Unindent();
        code.Write($$"""
                    }
                    catch (global::System.Text.Json.JsonException e)
                    {
                        throw new global::Microsoft.AspNetCore.Http.BadHttpRequestException({{Keyword.If(provider.CloudEvents is not null, Keyword.ExceptionMessage, Keyword.NoJsonObject)}}, e);
                    }
                }
            }
            """);
        return code;
    }
}
