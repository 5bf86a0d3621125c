using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TypedWebhooks.AspNetCore;

/// <summary>Adds a health check of the ledger.</summary>
public static class WebhookLedgerHealthCheckExtensions
{
    /// <summary>
    /// Adds a check whether the ledger answers: it claims a delivery that nobody sends, and gives it back. While it does not, deliveries are answered
    /// with 503 and come again.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">What the check is called.</param>
    /// <param name="failureStatus">What is reported where the ledger does not answer; <see langword="null"/> for unhealthy.</param>
    /// <param name="tags">Tags to pick the check by.</param>
    /// <returns>The same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddWebhookLedger(
        this IHealthChecksBuilder builder, string name = "webhook ledger", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(name, static services => new WebhookLedgerHealthCheck(services.GetRequiredService<IWebhookLedger>()), failureStatus, tags));
    }
}

/// <summary>Asks the ledger as a receiver does.</summary>
internal sealed class WebhookLedgerHealthCheck(IWebhookLedger ledger) : IHealthCheck
{
    private static readonly WebhookKey s_key = new("TypedWebhooks", "health check");

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a ledger throws, it does not answer.")]
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            WebhookClaim claim = await ledger.TryClaimAsync(s_key, TimeSpan.FromSeconds(10), cancellationToken).ConfigureAwait(false);
            if (claim.State == WebhookClaimState.Claimed)
            {
                await ledger.ReleaseAsync(s_key, claim, cancellationToken).ConfigureAwait(false);
            }

            // Another machine may be asking at the same time, which is an answer too.
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new(context.Registration.FailureStatus, "The ledger does not answer.", e);
        }
    }
}
