using System;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>Reads again, as a newer version of a provider's schemas has it, what an older one kept as JSON.</summary>
public static class Reread
{
    /// <summary>Reads an object of which the older version did not know what it is.</summary>
    /// <typeparam name="T">What it may be to the newer version.</typeparam>
    /// <param name="json">The object.</param>
    /// <param name="value">What it is; <see langword="null"/> where it is none either.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryAs<T>(JsonElement json, [NotNullWhen(true)] out T? value)
        where T : WebhookObject, IWebhookObject<T>
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes(json.GetRawText()));
        value = reader.Read<T>();
        value = reader.Failed ? null : value;
        return value is not null;
    }

    internal static T As<T>(ReadOnlySpan<byte> json)
        where T : WebhookObject, IWebhookObject<T>
    {
        WebhookReader reader = new(json);
        T? value = reader.Read<T>();

        // Where the object stands in the body is not known here, so that a path would lead to another place.
        return value is null || reader.Failed ? throw new JsonException($"The newer version's {typeof(T).Name} at '{reader.MismatchPath}': {reader.MismatchMessage}") : value;
    }
}
