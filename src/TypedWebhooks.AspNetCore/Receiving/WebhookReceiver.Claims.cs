using System;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;

namespace TypedWebhooks.AspNetCore;

/// <content>Asks the ledger, and bears that it fails.</content>
internal sealed partial class WebhookReceiver<TEvent>
{
    /// <summary>How much longer than handlers may take a claim holds: as long as it takes to settle it.</summary>
    private static readonly TimeSpan s_timeToSettle = TimeSpan.FromSeconds(15);

    /// <returns>The claim, or the answer where there is nothing to do.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a ledger throws, the provider is told to come again.")]
    private async ValueTask<(WebhookClaim? Claim, WebhookAnswer? Answer)> ClaimAsync(WebhookSettings settings, WebhookKey key, CancellationToken cancellationToken)
    {
        WebhookClaim claim;
        try
        {
            claim = await _ledger.TryClaimAsync(key, settings.Options.HandlerTimeout + s_timeToSettle, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            WebhookLog.LedgerFailed(_logger, Provider.Name, key.Id, e);
            return (null, WebhookAnswer.LedgerDown);
        }

        switch (claim.State)
        {
            case WebhookClaimState.Claimed:
                return (claim, null);
            case WebhookClaimState.Done:
                WebhookLog.Duplicate(_logger, Provider.Name, key.Id);
                return (null, WebhookAnswer.Duplicate(settings.Reply));
            default:
                // An answer of success could lose it: who has it may yet fail.
                WebhookLog.InProgress(_logger, Provider.Name, key.Id);
                return (null, WebhookAnswer.InProgress);
        }
    }

    /// <summary>What a service throws when it is disposed of changes nothing of what was done.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a service throws at its end, the event has been handled or not before.")]
    private async ValueTask DisposeAsync(AsyncServiceScope? scope, WebhookKey key)
    {
        if (scope is not { } made)
        {
            return;
        }

        try
        {
            await made.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            WebhookLog.DisposeFailed(_logger, Provider.Name, key.Id, e);
        }
    }

    /// <summary>The work is done, so that the provider is answered with success also where the ledger cannot be told.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a ledger throws, the event has been handled.")]
    private async ValueTask SettleAsync(WebhookKey key, WebhookClaim? claim)
    {
        if (claim is not { } held)
        {
            return;
        }

        try
        {
            await _ledger.SettleAsync(key, held, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            WebhookLog.SettleFailed(_logger, Provider.Name, key.Id, e);
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a ledger throws, the claim ends with its lease.")]
    private async ValueTask ReleaseAsync(WebhookKey key, WebhookClaim? claim)
    {
        if (claim is not { } held)
        {
            return;
        }

        try
        {
            await _ledger.ReleaseAsync(key, held, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            WebhookLog.ReleaseFailed(_logger, Provider.Name, key.Id, e);
        }
    }
}
