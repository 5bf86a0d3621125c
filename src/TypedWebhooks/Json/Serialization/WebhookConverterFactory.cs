using System;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TypedWebhooks.Json;

/// <summary>The converter of one type, which also knows how System.Text.Json is told of that type.</summary>
public interface IWebhookConverter
{
    /// <summary>The converter itself.</summary>
    JsonConverter Converter { get; }

    /// <summary>What a <see cref="JsonSerializerContext"/> gives out for the type.</summary>
    /// <param name="options">The options for which it is.</param>
    /// <returns>The type's contract.</returns>
    JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options);
}

/// <summary>
/// Finds the converters of a provider's types: what their <see cref="JsonConverterAttribute"/> names, one class for all of them.
/// Nothing is made by reflection, so that it also works in a trimmed program.
/// </summary>
public abstract class WebhookConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public sealed override bool CanConvert(Type typeToConvert) => Find(typeToConvert) is not null;

    /// <inheritdoc/>
    public sealed override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Find(typeToConvert)?.Converter;

    /// <summary>Makes the converter of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The converter; <see langword="null"/> where the type is not one of the provider's.</returns>
    protected internal abstract IWebhookConverter? Find(Type type);
}
