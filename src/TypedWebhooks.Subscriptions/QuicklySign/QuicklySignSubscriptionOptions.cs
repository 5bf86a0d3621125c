using System;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.Subscriptions;

/// <summary>Where QuicklySign's API is, and as whom it is called.</summary>
public sealed class QuicklySignSubscriptionOptions
{
    /// <summary>The address of the sandbox in version 1, <c>https://sandboxapi.quicklysign.com/v1/</c>: the one that the documentation names.</summary>
    public static Uri SandboxAddress { get; } = new("https://sandboxapi.quicklysign.com/v1/");

    /// <summary>
    /// The address before <c>/webhooks</c>, with its version: https, or this machine. There is none by default, since whoever forgot it would
    /// subscribe at the wrong place and wait for events that never come.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The version of the API that <see cref="BaseAddress"/> leads to: 1 by default.</summary>
    public QuicklySignApiVersion Version { get; set; } = QuicklySignApiVersion.V1;

    /// <summary>
    /// What follows the address where webhooks are deleted. The documentation has <c>webhook</c> there, in the singular, and <c>webhooks</c> in
    /// all other places. <see langword="null"/> for what it has; in version 0, for which it does not say, <c>subscription</c>.
    /// </summary>
    public string? DeletePath { get; set; }

    /// <summary>The credentials, where they do not change.</summary>
    public QuicklySignCredentials? Credentials { get; set; }

    /// <summary>Gets the credentials for each call, in the place of <see cref="Credentials"/>.</summary>
    public Func<CancellationToken, ValueTask<QuicklySignCredentials>>? GetCredentials { get; set; }

    /// <summary>How long a call may take, its answer's body included: 30 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    internal string Path => Version == QuicklySignApiVersion.V0 ? "subscriptions" : "webhooks";

    internal string PathOfDeletion => DeletePath ?? (Version == QuicklySignApiVersion.V0 ? "subscription" : "webhook");

    internal string? Failure() =>
        ApiAddress.Failure(BaseAddress) is { } address ? $"QuicklySign: BaseAddress {address}."
        : GetCredentials is null && Credentials is null ? "QuicklySign: neither Credentials nor GetCredentials is set."
        : Version is not (QuicklySignApiVersion.V0 or QuicklySignApiVersion.V1) ? "QuicklySign: Version is neither V0 nor V1."
        : DeletePath is { } path && (path.Length == 0 || Uri.EscapeDataString(path) != path || path[0] == '.') ? "QuicklySign: DeletePath is not one plain word."
        : Timeout <= TimeSpan.Zero || Timeout.TotalMilliseconds > int.MaxValue ? "QuicklySign: Timeout is not a positive time."
        : null;
}
