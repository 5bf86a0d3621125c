using System;

namespace TypedWebhooks;

/// <summary>The names of a scheme's headers.</summary>
internal sealed record HmacHeaders(string Signature, string? Timestamp = null, string? Id = null);

/// <summary>What of a delivery's headers is signed.</summary>
internal struct HmacDelivery
{
    public HmacHeaders Headers;
    public string? Id;
    public string? TimeHeader;
    public int TimeStart;
    public int TimeLength;
    public DateTimeOffset Time;

    /// <summary>The time as it is written, of which the signature is.</summary>
    public readonly ReadOnlySpan<char> TimeText => TimeHeader.AsSpan(TimeStart, TimeLength);
}
