using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedWebhooks;

/// <summary>No proof at all.</summary>
internal sealed class UnsignedScheme() : WebhookScheme("None")
{
    public override WebhookCoverage Coverage => WebhookCoverage.None;

    public override bool NeedsSecrets => false;

    public override WebhookSecrets ReadSecrets(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return secrets.Any() ? throw new FormatException("There are secrets, and the scheme None looks at none.") : WebhookSecrets.None;
    }

    public override WebhookVerification Verify(
        IWebhookHeaders headers,
        ReadOnlySpan<byte> body,
        WebhookSecrets secrets,
        DateTimeOffset now,
        TimeSpan? tolerance = null,
        string? address = null)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(secrets);
        return new(WebhookRefusal.None);
    }

    public override SignedWebhook Sign(ReadOnlyMemory<byte> body, WebhookSecrets secrets, DateTimeOffset now, string? id = null, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return new([], body);
    }
}
