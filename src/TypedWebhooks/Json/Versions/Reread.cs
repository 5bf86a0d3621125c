using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
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

    /// <summary>The members that a schema does not know, of an event that has been brought to another version of it.</summary>
    /// <param name="additional">What the event had.</param>
    /// <param name="member">The member that says the version.</param>
    /// <param name="version">The version that the event is of now.</param>
    /// <returns>The same, with the version where one is said.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="version"/> is <see langword="null"/>.</exception>
    public static EquatableDictionary<JsonElement>? WithVersion(EquatableDictionary<JsonElement>? additional, string member, string version)
    {
        ArgumentNullException.ThrowIfNull(version);
        if (additional is null || !additional.TryGetValue(member, out JsonElement said) || said.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return additional;
        }

        bool isNumber = said.ValueKind == JsonValueKind.Number && version.Length < 10 && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        using JsonDocument document = JsonDocument.Parse(isNumber ? version.TrimStart('0').PadLeft(1, '0') : "\"" + JsonEncodedText.Encode(version) + "\"");
        JsonElement now = document.RootElement.Clone();
        return new(additional.Select(property => property.Key == member ? new(member, now) : property));
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
