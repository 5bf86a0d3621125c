using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits how a provider's deliveries are mapped to an address, where the project references <c>TypedWebhooks.AspNetCore</c>.</summary>
internal static class EndpointsEmitter
{
    public static SourceWriter Emit(ProviderModel provider)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"{DocText.Summary($"Maps {provider.Name}'s deliveries to addresses.")}");
        EmittedFile.Mark(code);
        code.Write($"{Keyword.Access(provider)} static class {provider.Endpoints}");
        code.Open();
        code.Write($$"""
            {{DocText.Summary($"Receives {provider.Name}'s deliveries at an address, and hands their events to the handlers that are registered.")}}
            /// <param name="endpoints">The application.</param>
            /// <param name="pattern">The address. Where it has a parameter <c>{account}</c>, that picks the secrets.</param>
            /// <returns>The endpoint, which can be told more.</returns>
            public static global::TypedWebhooks.AspNetCore.WebhookEndpointConventionBuilder Map{{provider.MethodStem.Bare}}Webhooks(
                this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints,
                [global::System.Diagnostics.CodeAnalysis.StringSyntax("Route")] string pattern) =>
                global::TypedWebhooks.AspNetCore.WebhookEndpointRouteBuilderExtensions.MapWebhooks<{{provider.Root}}>(endpoints, pattern);

            {{DocText.Summary($"Receives {provider.Name}'s deliveries at an address, and hands their events to a function.")}}
            /// <param name="endpoints">The application.</param>
            /// <param name="pattern">The address. Where it has a parameter <c>{account}</c>, that picks the secrets.</param>
            /// <param name="handler">Handles an event; what it throws makes the provider deliver it again.</param>
            /// <returns>The endpoint, which can be told more.</returns>
            public static global::TypedWebhooks.AspNetCore.WebhookEndpointConventionBuilder Map{{provider.MethodStem.Bare}}Webhooks(
                this global::Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints,
                [global::System.Diagnostics.CodeAnalysis.StringSyntax("Route")] string pattern,
                global::System.Func<{{provider.Root}}, global::TypedWebhooks.WebhookContext, global::System.Threading.CancellationToken, global::System.Threading.Tasks.Task> handler) =>
                global::TypedWebhooks.AspNetCore.WebhookEndpointRouteBuilderExtensions.MapWebhooks<{{provider.Root}}>(endpoints, pattern, handler);
            """);
        code.Close();
        return code;
    }
}
