using System;
using System.Collections.Generic;

namespace TypedWebhooks;

/// <summary>The events of one delivery: one, or those of a batch in their order.</summary>
/// <typeparam name="TEvent">The root of the provider's events.</typeparam>
public readonly struct WebhookEvents<TEvent> : IEquatable<WebhookEvents<TEvent>>
    where TEvent : class
{
    private readonly TEvent? _single;
    private readonly IReadOnlyList<TEvent>? _batch;

    /// <summary>Makes it of one event.</summary>
    /// <param name="e">The event.</param>
    /// <exception cref="ArgumentNullException"><paramref name="e"/> is <see langword="null"/>.</exception>
    public WebhookEvents(TEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        _single = e;
    }

    /// <summary>Makes it of the events of a batch, of which there may be none.</summary>
    /// <param name="batch">The events.</param>
    /// <exception cref="ArgumentNullException"><paramref name="batch"/> is <see langword="null"/>.</exception>
    public WebhookEvents(IReadOnlyList<TEvent> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        _batch = batch;
    }

    /// <summary>Whether they came as a batch, also where there is one of them or none.</summary>
    public bool IsBatch => _batch is not null;

    /// <summary>How many events there are.</summary>
    public int Count => _single is not null ? 1 : _batch?.Count ?? 0;

    /// <summary>One of the events.</summary>
    /// <param name="index">Its position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public TEvent this[int index] =>
        _batch is not null ? _batch[index]
        : index == 0 && _single is not null ? _single
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc/>
    public bool Equals(WebhookEvents<TEvent> other) => ReferenceEquals(_single, other._single) && ReferenceEquals(_batch, other._batch);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WebhookEvents<TEvent> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_single, _batch);

    /// <summary>Whether two are the same events, in the same instances.</summary>
    public static bool operator ==(WebhookEvents<TEvent> left, WebhookEvents<TEvent> right) => left.Equals(right);

    /// <summary>Whether two are not the same events.</summary>
    public static bool operator !=(WebhookEvents<TEvent> left, WebhookEvents<TEvent> right) => !left.Equals(right);
}
