using System;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks;

/// <summary>
/// Knows which deliveries are being handled and which have been, so that one that a provider sends again is not handled twice. A claim is
/// atomic: of any number of receivers that try at the same time, on whatever machine, one gets it.
/// </summary>
/// <remarks>
/// Delivery is at least once. A receiver that dies between its work and <see cref="SettleAsync"/> leaves a claim that runs out with its lease,
/// and the next delivery is handled again.
/// </remarks>
public interface IWebhookLedger
{
    /// <summary>Claims a delivery.</summary>
    /// <param name="key">What the delivery is known by.</param>
    /// <param name="lease">How long the claim holds unless it is settled or released before.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>Whether the caller has it now, somebody else has, or it is done.</returns>
    /// <remarks>Any exception says that the ledger cannot be asked: the delivery is then not handled, and answered so that it is sent again.</remarks>
    ValueTask<WebhookClaim> TryClaimAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>Says that a claimed delivery has been handled, and need not be for as long as the ledger keeps it.</summary>
    /// <param name="key">What the delivery is known by.</param>
    /// <param name="claim">The claim; one that ran out and that another has since is not settled by it.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>A task that completes when that is kept.</returns>
    ValueTask SettleAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken);

    /// <summary>Gives a claim back: the next delivery is handled.</summary>
    /// <param name="key">What the delivery is known by.</param>
    /// <param name="claim">The claim; one that ran out and that another has since is not released by it.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>A task that completes when that is kept.</returns>
    ValueTask ReleaseAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken);
}

/// <summary>What a delivery, or an event of a batch, is known by.</summary>
/// <param name="Provider">The provider's name; where an endpoint has accounts, a slash and the account behind it.</param>
/// <param name="Id">Its identifier among the provider's: what the provider calls it, or a hash.</param>
public readonly record struct WebhookKey(string Provider, string Id);

/// <summary>The answer to a claim.</summary>
/// <param name="State">Who has the delivery.</param>
/// <param name="Attempt">How often it has been claimed, this one included, from 1; 0 where that is not known.</param>
/// <param name="Token">Tells this claim from later ones of the same delivery.</param>
public readonly record struct WebhookClaim(WebhookClaimState State, int Attempt = 0, long Token = 0);

/// <summary>Who has a delivery.</summary>
public enum WebhookClaimState
{
    /// <summary>The caller, who now has to settle or to release it.</summary>
    Claimed,

    /// <summary>Somebody else, who is not through with it.</summary>
    InProgress,

    /// <summary>Nobody: it has been handled.</summary>
    Done,
}
