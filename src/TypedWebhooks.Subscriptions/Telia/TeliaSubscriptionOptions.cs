using System;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.Subscriptions;

/// <summary>Where Telia Sign's hooks API is, and as whom it is called.</summary>
public sealed class TeliaSubscriptionOptions
{
    /// <summary>The address of the development environment, <c>https://api-dev.teliasign.com/</c>: the one that the documentation names.</summary>
    public static Uri DevelopmentAddress { get; } = new("https://api-dev.teliasign.com/");

    /// <summary>
    /// The address before <c>/hooks/v1</c>: https, or this machine. There is none by default, since whoever forgot it would subscribe at the
    /// wrong place and wait for events that never come.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The bearer token, where it does not change.</summary>
    public string? Token { get; set; }

    /// <summary>Gets the bearer token for each call, in the place of <see cref="Token"/>.</summary>
    public Func<CancellationToken, ValueTask<string>>? GetToken { get; set; }

    /// <summary>The subscription key that gives access to the API, as the profile shows it; sent as <c>Ocp-Apim-Subscription-Key</c>.</summary>
    public string? SubscriptionKey { get; set; }

    /// <summary>Gets the subscription key for each call, in the place of <see cref="SubscriptionKey"/>.</summary>
    public Func<CancellationToken, ValueTask<string>>? GetSubscriptionKey { get; set; }

    /// <summary>How long a call may take, its answer's body included: 30 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    internal string? Failure() =>
        ApiAddress.Failure(BaseAddress) is { } address ? $"Telia: BaseAddress {address}."
        : GetToken is null && string.IsNullOrWhiteSpace(Token) ? "Telia: neither Token nor GetToken is set."
        : GetSubscriptionKey is null && string.IsNullOrWhiteSpace(SubscriptionKey) ? "Telia: neither SubscriptionKey nor GetSubscriptionKey is set."
        : Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > int.MaxValue ? "Telia: Timeout is not a positive time."
        : null;
}
