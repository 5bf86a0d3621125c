using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.AspNetCore;

/// <summary>
/// Remembers deliveries in the memory of this process: enough for one machine whose restarts may handle a delivery twice. Where there are more,
/// register a ledger that they share.
/// </summary>
public sealed class InMemoryWebhookLedger : IWebhookLedger
{
    private readonly ConcurrentDictionary<WebhookKey, Entry> _entries = new();

    /// <summary>All entries in the order in which they were made, which is that in which they are forgotten; most have been replaced meanwhile.</summary>
    private readonly ConcurrentQueue<(WebhookKey Key, Entry Entry)> _made = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _retention;
    private readonly int _capacity;
    private long _token;

    /// <summary>Makes a ledger that remembers deliveries for three days, and a million of them.</summary>
    /// <param name="time">The clock.</param>
    public InMemoryWebhookLedger(TimeProvider time)
        : this(time, TimeSpan.FromDays(3))
    {
    }

    /// <summary>Makes a ledger.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="retention">How long a handled delivery is remembered; at least as long as the provider goes on sending it.</param>
    /// <param name="capacity">How many handled deliveries are remembered; beyond that the oldest are forgotten, and would be handled again.</param>
    /// <exception cref="ArgumentNullException"><paramref name="time"/> is <see langword="null"/>.</exception>
    public InMemoryWebhookLedger(TimeProvider time, TimeSpan retention, int capacity = 1_000_000)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _time = time;
        _retention = retention;
        _capacity = capacity;
    }

    /// <inheritdoc/>
    public ValueTask<WebhookClaim> TryClaimAsync(WebhookKey key, TimeSpan lease, CancellationToken cancellationToken)
    {
        long now = _time.GetTimestamp();
        Forget(now);
        long until = now + (long)(lease.TotalSeconds * _time.TimestampFrequency);
        while (true)
        {
            _entries.TryGetValue(key, out Entry? entry);
            if (entry is not null && (entry.IsDone || now < entry.Until))
            {
                return new(new WebhookClaim(entry.IsDone ? WebhookClaimState.Done : WebhookClaimState.InProgress, entry.Attempt));
            }

            // Nobody has it, a lease has run out, or a release has left the number of attempts.
            Entry claimed = new((entry?.Attempt ?? 0) + 1, Interlocked.Increment(ref _token), until, isDone: false, now);
            if (entry is null ? _entries.TryAdd(key, claimed) : _entries.TryUpdate(key, claimed, entry))
            {
                _made.Enqueue((key, claimed));
                return new(new WebhookClaim(WebhookClaimState.Claimed, claimed.Attempt, claimed.Token));
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask SettleAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken)
    {
        Replace(key, claim, isDone: true);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(WebhookKey key, WebhookClaim claim, CancellationToken cancellationToken)
    {
        Replace(key, claim, isDone: false);
        return default;
    }

    private void Replace(WebhookKey key, WebhookClaim claim, bool isDone)
    {
        if (_entries.TryGetValue(key, out Entry? entry) && entry.Token == claim.Token && !entry.IsDone)
        {
            Entry replaced = new(entry.Attempt, entry.Token, until: long.MinValue, isDone, _time.GetTimestamp());
            if (_entries.TryUpdate(key, replaced, entry))
            {
                _made.Enqueue((key, replaced));
            }
        }
    }

    /// <summary>Forgets what is past its time, a little at each claim, and one claim at a time: what is looked at is what is taken.</summary>
    private void Forget(long now)
    {
        if (!Monitor.TryEnter(_made))
        {
            return;
        }

        try
        {
            for (int i = 0; i < 4 && _made.TryPeek(out (WebhookKey Key, Entry Entry) oldest); i++)
            {
                // A claim that holds is never forgotten, however many came after it. Two entries are made of a delivery.
                bool isPast = _time.GetElapsedTime(oldest.Entry.MadeAt, now) >= _retention || _made.Count > 2L * _capacity;
                if (!isPast || (!oldest.Entry.IsDone && now < oldest.Entry.Until && _entries.GetValueOrDefault(oldest.Key) == oldest.Entry))
                {
                    return;
                }

                _made.TryDequeue(out _);
                _entries.TryRemove(new KeyValuePair<WebhookKey, Entry>(oldest.Key, oldest.Entry));
            }
        }
        finally
        {
            Monitor.Exit(_made);
        }
    }

    /// <summary>What is known of a delivery. Each change makes another one, so that two are equal only where they are the same.</summary>
    private sealed class Entry(int attempt, long token, long until, bool isDone, long madeAt)
    {
        public int Attempt { get; } = attempt;

        public long Token { get; } = token;

        /// <summary>The end of the lease, in the clock's ticks.</summary>
        public long Until { get; } = until;

        public bool IsDone { get; } = isDone;

        public long MadeAt { get; } = madeAt;
    }
}
