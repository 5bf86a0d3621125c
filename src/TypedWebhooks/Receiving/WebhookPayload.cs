using System;
using System.Text.Json;

namespace TypedWebhooks;

/// <summary>Takes the JSON out of a delivery's body.</summary>
public static class WebhookPayload
{
    /// <summary>Finds the JSON: the body itself or, for a provider that sends forms, the field of it that is the event.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="headers">The delivery's headers, of which <c>Content-Type</c> says how a form's parts are set apart.</param>
    /// <param name="body">The body.</param>
    /// <returns>The JSON; <see langword="null"/> where the form has no such field.</returns>
    /// <exception cref="JsonException">The form is broken, or has the field twice.</exception>
    public static ReadOnlyMemory<byte>? TryFind(WebhookProvider provider, IWebhookHeaders headers, ReadOnlyMemory<byte> body)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(headers);
        if (provider.BodyKind is WebhookBodyKind.Json or WebhookBodyKind.JsonLines || provider.BodyField is null)
        {
            return body;
        }

        try
        {
            headers.Find("Content-Type", out string? contentType);

            // By what it is and not by what the schema says: providers that send the one also send the other.
            return contentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true
                ? WebhookForm.Part(body.Span, contentType, provider.BodyField)
                : WebhookForm.Field(body.Span, provider.BodyField);
        }
        catch (FormatException e)
        {
            throw new JsonException(e.Message, e);
        }
    }
}
