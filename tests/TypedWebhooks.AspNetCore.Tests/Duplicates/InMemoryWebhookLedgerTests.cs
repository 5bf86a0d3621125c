using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Duplicates;

public class InMemoryWebhookLedgerTests
{
    private static readonly WebhookKey s_key = new("Acme", "1");
    private static readonly TimeSpan s_lease = TimeSpan.FromSeconds(45);
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task ManyClaimsAtATime_OneHasIt()
    {
        InMemoryWebhookLedger ledger = new(_time);
        WebhookClaim[] claims = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () => await ledger.TryClaimAsync(s_key, s_lease, default))));
        Assert.Single(claims, static claim => claim.State == WebhookClaimState.Claimed);
    }

    [Fact]
    public async Task LateSettleOfALostClaim_SettlesNothing()
    {
        InMemoryWebhookLedger ledger = new(_time);
        WebhookClaim lost = await ledger.TryClaimAsync(s_key, s_lease, default);
        _time.Advance(s_lease + TimeSpan.FromSeconds(1));
        WebhookClaim held = await ledger.TryClaimAsync(s_key, s_lease, default);
        await ledger.SettleAsync(s_key, lost, default);
        await ledger.ReleaseAsync(s_key, lost, default);
        Assert.Equal(WebhookClaimState.InProgress, (await ledger.TryClaimAsync(s_key, s_lease, default)).State);
        await ledger.SettleAsync(s_key, held, default);
        Assert.Equal(WebhookClaimState.Done, (await ledger.TryClaimAsync(s_key, s_lease, default)).State);
    }

    [Fact]
    public async Task ReleasedClaim_IsClaimedAgainWithTheNextAttempt()
    {
        InMemoryWebhookLedger ledger = new(_time);
        await ledger.ReleaseAsync(s_key, await ledger.TryClaimAsync(s_key, s_lease, default), default);
        WebhookClaim claim = await ledger.TryClaimAsync(s_key, s_lease, default);
        Assert.Equal((WebhookClaimState.Claimed, 2), (claim.State, claim.Attempt));
    }

    [Fact]
    public async Task SettledDelivery_IsForgottenAfterItsTime()
    {
        InMemoryWebhookLedger ledger = new(_time, TimeSpan.FromHours(1));
        await ledger.SettleAsync(s_key, await ledger.TryClaimAsync(s_key, s_lease, default), default);
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(WebhookClaimState.Done, (await ledger.TryClaimAsync(s_key, s_lease, default)).State);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(WebhookClaimState.Claimed, (await ledger.TryClaimAsync(s_key, s_lease, default)).State);
    }

    [Fact]
    public async Task MoreThanItRemembers_ForgetsTheOldestAndNoClaimThatHolds()
    {
        InMemoryWebhookLedger ledger = new(_time, TimeSpan.FromDays(3), capacity: 10);
        for (int i = 0; i < 100; i++)
        {
            WebhookKey key = new("Acme", $"{i}");
            await ledger.SettleAsync(key, await ledger.TryClaimAsync(key, s_lease, default), default);
        }

        Assert.Equal(WebhookClaimState.Done, (await ledger.TryClaimAsync(new("Acme", "99"), s_lease, default)).State);
        Assert.Equal(WebhookClaimState.Claimed, (await ledger.TryClaimAsync(new("Acme", "0"), s_lease, default)).State);

        WebhookKey held = new("Acme", "held");
        await ledger.TryClaimAsync(held, s_lease, default);
        for (int i = 100; i < 200; i++)
        {
            await ledger.TryClaimAsync(new("Acme", $"{i}"), s_lease, default);
        }

        Assert.Equal(WebhookClaimState.InProgress, (await ledger.TryClaimAsync(held, s_lease, default)).State);
    }
}
