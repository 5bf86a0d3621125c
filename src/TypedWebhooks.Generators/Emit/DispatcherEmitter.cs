using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the handler of all events that hands each to the handlers which dependency injection knows.</summary>
internal static class DispatcherEmitter
{
    /// <summary>The runtime library knows the way of an event that is in so many groups less one; a longer one is spelled out.</summary>
    private const int MaxLineage = 3;

    /// <param name="lineages">Each event's record, then the groups that it is in, from the nearest on.</param>
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<EquatableArray<CSharpName>> lineages)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"""
            {DocText.Summary($"Hands each event of {provider.Name} to every handler that is registered for it, for its group, or for all events, one after the other.")}
            /// <remarks>
            /// Each handler is found by its own type, which is named here: nothing is looked up by reflection. An event without any
            /// is handed to <c>IUnhandledWebhookEventHandler</c>; where none is registered either, dispatching it throws.
            /// </remarks>
            """);
        EmittedFile.Mark(code);
        code.Write($$"""
            {{Keyword.Access(provider)}} sealed class {{provider.Dispatcher}} : {{provider.Handler}}
            {
                private readonly global::System.IServiceProvider _services;

                /// <summary>Makes a dispatcher to the handlers of a scope.</summary>
                /// <param name="services">The scope's services.</param>
                public {{provider.Dispatcher}}(global::System.IServiceProvider services)
                {
                    global::System.ArgumentNullException.ThrowIfNull(services);
                    _services = services;
                }

                /// <summary>Hands an event to its handlers.</summary>
                /// <param name="e">The event.</param>
                /// <param name="cancellationToken">Is handed on to the handlers.</param>
                /// <returns>A task that completes when all of them have.</returns>
                /// <exception cref="global::System.InvalidOperationException">Nothing is registered that takes the event.</exception>
                public global::System.Threading.Tasks.ValueTask DispatchAsync(
                    {{provider.Root}} e,
                    global::System.Threading.CancellationToken cancellationToken = default)
                {
                    global::System.ArgumentNullException.ThrowIfNull(e);
                    return e.DispatchAsync(this, cancellationToken);
                }
            """);
        code.Indent();
        foreach (EquatableArray<CSharpName> lineage in lineages.Append(new[] { provider.Unrecognized }.ToEquatableArray()))
        {
            EmitHandling(code, provider, lineage);
        }

        code.Close();
        return code;
    }

    private static void EmitHandling(SourceWriter code, ProviderModel provider, EquatableArray<CSharpName> lineage)
    {
        code.Write($$"""

            {{Keyword.If(lineage.Count > MaxLineage, Keyword.Async)}}global::System.Threading.Tasks.ValueTask global::TypedWebhooks.IWebhookEventHandler<{{lineage[0]}}>.HandleAsync(
                {{lineage[0]}} e,
                global::System.Threading.CancellationToken cancellationToken){{Keyword.If(lineage.Count <= MaxLineage, Keyword.Arrow)}}
            """);
        if (lineage.Count > MaxLineage)
        {
            EmitSteps(code, provider, lineage);
            return;
        }

        code.Indent();
        code.Write($"global::TypedWebhooks.WebhookHandlers.DispatchAsync<{TypeArguments.Of([.. lineage, provider.Root, provider.Handler])}>(_services, e, this, cancellationToken);");
        code.Unindent();
    }

    /// <summary>What the runtime library does for an event in few groups, one step after the other.</summary>
    private static void EmitSteps(SourceWriter code, ProviderModel provider, EquatableArray<CSharpName> lineage)
    {
        code.Open();
        code.Write($"bool isHandled = await global::TypedWebhooks.WebhookHandlers.HandleAsync<{lineage[0]}>(_services, e, cancellationToken).ConfigureAwait(false);");
        foreach (CSharpName type in lineage.Skip(1).Append(provider.Root))
        {
            code.Write($"isHandled |= await global::TypedWebhooks.WebhookHandlers.HandleAsync<{type}>(_services, e, cancellationToken).ConfigureAwait(false);");
        }

        code.Write($$"""
            isHandled |= await global::TypedWebhooks.WebhookHandlers.HandleAsync<{{lineage[0]}}, {{provider.Handler}}>(_services, e, this, cancellationToken).ConfigureAwait(false);
            if (!isHandled)
            {
                await global::TypedWebhooks.WebhookHandlers.HandleUnhandledAsync<{{lineage[0]}}, {{provider.Root}}>(_services, e, cancellationToken).ConfigureAwait(false);
            }
            """);
        code.Close();
    }
}
