using System;

namespace TypedWebhooks;

/// <summary>
/// What of a delivery its signature vouches for. The rest is the network's word: a header that names the event, say, is signed by almost nobody.
/// </summary>
[Flags]
public enum WebhookCoverage
{
    /// <summary>Nothing: the delivery is not signed.</summary>
    None = 0,

    /// <summary>Who sent it, by a secret that came along; whoever has seen one delivery can send another.</summary>
    Sender = 1,

    /// <summary>The body, byte for byte.</summary>
    Body = 2,

    /// <summary>When it was signed, so that an old delivery cannot be sent again for long.</summary>
    Timestamp = 4,

    /// <summary>The delivery's identifier.</summary>
    Id = 8,

    /// <summary>The address that it was sent to.</summary>
    Url = 16,

    /// <summary>Some members of the body, and no others; the scheme's documentation names them.</summary>
    Members = 32,
}
