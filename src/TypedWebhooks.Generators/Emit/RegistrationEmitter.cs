using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits how the dispatcher and the handlers are registered, where the project knows <c>IServiceCollection</c>. Where it also has the package that
/// receives deliveries, the same calls register the receiver, and take its options.
/// </summary>
internal static class RegistrationEmitter
{
    /// <param name="hasReceiver">Whether the project references <c>TypedWebhooks.AspNetCore</c>.</param>
    public static SourceWriter Emit(ProviderModel provider, bool hasReceiver)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"{DocText.Summary($"Registers what handles {provider.Name}'s events.")}");
        EmittedFile.Mark(code);
        code.Write($"{Keyword.Access(provider)} static class {provider.Registration}");
        code.Open();
        EmitAdd(code, provider, hasReceiver);
        EmitAddHandler(code, provider, hasReceiver);
        if (hasReceiver)
        {
            EmitAddReceiver(code, provider);
        }

        EmitIgnore(code, provider);
        EmitServices(code, provider);
        code.Close();
        return code;
    }

    private static void EmitAdd(SourceWriter code, ProviderModel provider, bool hasReceiver)
    {
        code.Write($"""
            {DocText.Summary($"Registers <see cref=\"{provider.Dispatcher}\"/>, once a scope. The handlers are registered beside it, each as <c>IWebhookEventHandler</c> of its event or as <see cref=\"{provider.Handler}\"/>; they may take a <c>WebhookContext</c>.")}
            /// <param name="services">The services.</param>
            """);
        EmitConfigureDoc(code, hasReceiver);
        code.Write($"""
            /// <returns>The same services.</returns>
            [global::TypedWebhooks.RegistersEventHandlers(typeof({provider.Root}))]
            public static global::Microsoft.Extensions.DependencyInjection.IServiceCollection Add{provider.MethodStem.Bare}Webhooks(
            """);
        EmitParameters(code, hasReceiver);
        code.Open();
        code.Write($"""
            global::System.ArgumentNullException.ThrowIfNull(services);
            AddServices(services);
            """);
        EmitReturn(code, provider, hasReceiver);
        code.Close();
        code.Line();
    }

    private static void EmitAddHandler(SourceWriter code, ProviderModel provider, bool hasReceiver)
    {
        code.Write($"""
            {DocText.Summary($"Registers a class that handles all of {provider.Name}'s events, once a scope, and what hands them to it.")}
            /// <typeparam name="THandler">The class.</typeparam>
            /// <param name="services">The services.</param>
            """);
        EmitConfigureDoc(code, hasReceiver);
        code.Write($"""
            /// <returns>The same services.</returns>
            [global::TypedWebhooks.AddsEventHandlers(typeof(global::TypedWebhooks.IWebhookEventHandler<>))]
            public static global::Microsoft.Extensions.DependencyInjection.IServiceCollection Add{provider.MethodStem.Bare}Webhooks<
                [global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
            """);
        EmitParameters(code, hasReceiver);
        code.Indent();
        code.Write($"where THandler : class, {provider.Handler}");
        code.Unindent();
        code.Open();
        code.Write($"""
            global::System.ArgumentNullException.ThrowIfNull(services);
            global::Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAddEnumerable(
                services,
                global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Scoped(typeof({provider.Handler}), typeof(THandler)));
            AddServices(services);
            """);
        EmitReturn(code, provider, hasReceiver);
        code.Close();
        code.Line();
    }

    /// <summary>Emits the registration for who has no handlers among the services: a function does, or a sink keeps the deliveries.</summary>
    private static void EmitAddReceiver(SourceWriter code, ProviderModel provider)
    {
        code.Write($"""
            {DocText.Summary($"Registers what receives {provider.Name}'s deliveries, and no handlers: they are handed to a function, or to an <c>IWebhookSink</c>.")}
            /// <param name="services">The services.</param>
            """);
        EmitConfigureDoc(code, hasReceiver: true);
        code.Write($"""
            /// <returns>The same services.</returns>
            public static global::Microsoft.Extensions.DependencyInjection.IServiceCollection Add{provider.MethodStem.Bare}Receiver(
            """);
        EmitParameters(code, hasReceiver: true);
        code.Open();
        EmitReturn(code, provider, hasReceiver: true);
        code.Close();
        code.Line();
    }

    private static void EmitIgnore(SourceWriter code, ProviderModel provider) => code.Write($$"""
        /// <summary>Says by name that an event needs no handler: nothing happens when it comes.</summary>
        /// <typeparam name="TEvent">The event's record, or a named group of events; the root of all cannot be ignored as a whole.</typeparam>
        /// <param name="services">The services.</param>
        /// <returns>The same services.</returns>
        /// <exception cref="global::System.ArgumentException">The type is the root of all events.</exception>
        [global::TypedWebhooks.AddsEventHandlers(typeof(global::TypedWebhooks.IWebhookEventHandler<>))]
        public static global::Microsoft.Extensions.DependencyInjection.IServiceCollection Ignore{{provider.MethodStem.Bare}}Event<TEvent>(
            this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services)
            where TEvent : {{provider.Root}}
        {
            global::System.ArgumentNullException.ThrowIfNull(services);
            if (typeof(TEvent) == typeof({{provider.Root}}))
            {
                throw new global::System.ArgumentException("All events cannot be ignored as a whole: name those that need no handler.");
            }

            services.Add(global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton(
                typeof(global::TypedWebhooks.IWebhookEventHandler<TEvent>),
                new global::TypedWebhooks.IgnoredWebhookEvent<TEvent>()));
            return services;
        }

        """);

    /// <summary>Emits what is registered once, however often it is asked for.</summary>
    private static void EmitServices(SourceWriter code, ProviderModel provider) => code.Write($$"""
        private static void AddServices(global::Microsoft.Extensions.DependencyInjection.IServiceCollection services)
        {
            global::Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAdd(
                services,
                global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Scoped(
                    typeof({{provider.Dispatcher}}),
                    static scope => new {{provider.Dispatcher}}(scope)));

            // One for each provider, unlike what is registered before and behind it.
            global::Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAddEnumerable(
                services,
                global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Singleton(
                    typeof(global::TypedWebhooks.IWebhookProcessor),
                    new global::TypedWebhooks.WebhookProcessor<{{provider.Root}}>()));
            global::Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAdd(
                services,
                global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Scoped(
                    typeof(global::TypedWebhooks.WebhookContextHolder),
                    static _ => new global::TypedWebhooks.WebhookContextHolder()));
            global::Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAdd(
                services,
                global::Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Scoped(
                    typeof(global::TypedWebhooks.WebhookContext),
                    static scope => ((global::TypedWebhooks.WebhookContextHolder)scope.GetService(typeof(global::TypedWebhooks.WebhookContextHolder))!).Context));
        }
        """);

    private static void EmitConfigureDoc(SourceWriter code, bool hasReceiver)
    {
        if (hasReceiver)
        {
            code.Write($"/// <param name=\"configure\">Sets the options of the receiver, beside what the configuration has of them.</param>");
        }
    }

    private static void EmitParameters(SourceWriter code, bool hasReceiver)
    {
        code.Indent();
        code.Write($"this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services{Keyword.If(hasReceiver, Keyword.Comma, Keyword.Parenthesis)}");
        if (hasReceiver)
        {
            code.Write($"global::System.Action<global::TypedWebhooks.AspNetCore.WebhookOptions>? configure = null)");
        }

        code.Unindent();
    }

    private static void EmitReturn(SourceWriter code, ProviderModel provider, bool hasReceiver)
    {
        if (hasReceiver)
        {
            code.Write($"return global::TypedWebhooks.AspNetCore.WebhookServiceCollectionExtensions.AddWebhookReceiver<{provider.Root}>(services, configure);");
        }
        else
        {
            code.Write($"return services;");
        }
    }
}
