using System;

namespace TypedWebhooks;

/// <summary>
/// The secrets of one provider or account, decoded once: none, one or, while they are changed, several. Nothing of them is in its text.
/// </summary>
public sealed class WebhookSecrets
{
    internal WebhookSecrets(byte[][] keys) => Keys = keys;

    /// <summary>No secret: no delivery verifies with it, but for a scheme that needs none.</summary>
    public static WebhookSecrets None { get; } = new([]);

    /// <summary>How many there are.</summary>
    public int Count => Keys.Length;

    internal byte[][] Keys { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Count} secrets");
}
