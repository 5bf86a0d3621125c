using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TypedWebhooks.Json;

/// <summary>What the contexts of all providers have in common.</summary>
public abstract class WebhookJsonContext : JsonSerializerContext, IJsonTypeInfoResolver
{
    private static readonly JsonSerializerOptions s_defaultOptions = new();

    private readonly WebhookConverterFactory _converters;

    /// <summary>Makes a context.</summary>
    /// <param name="converters">The converters of the provider's types.</param>
    /// <param name="options">The options, which belong to this context from then on; <see langword="null"/> for the default ones.</param>
    protected WebhookJsonContext(WebhookConverterFactory converters, JsonSerializerOptions? options)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(converters);
        _converters = converters;
    }

    /// <inheritdoc/>
    protected sealed override JsonSerializerOptions? GeneratedSerializerOptions => s_defaultOptions;

    /// <inheritdoc/>
    public sealed override JsonTypeInfo? GetTypeInfo(Type type)
    {
        Options.TryGetTypeInfo(type, out JsonTypeInfo? typeInfo);
        return typeInfo;
    }

    JsonTypeInfo? IJsonTypeInfoResolver.GetTypeInfo(Type type, JsonSerializerOptions options) => _converters.Find(type)?.CreateTypeInfo(options);

    /// <summary>The contract of one of the provider's types.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The contract.</returns>
    protected JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
