using System;
using System.Collections.Generic;

namespace TypedWebhooks.PostgreSql;

/// <summary>A delivery that a worker has fetched.</summary>
/// <param name="Seq">Its number in the order of receipt, by which its row is found.</param>
/// <param name="Token">The worker's claim.</param>
/// <param name="Attempt">Which attempt it is, from 1.</param>
/// <param name="IsOrdered">Whether others may wait until it is done.</param>
/// <param name="Handled">The positions of the events of a batch that are done.</param>
/// <param name="Delivery">The delivery.</param>
internal sealed record StoredDelivery(long Seq, long Token, int Attempt, bool IsOrdered, ISet<int> Handled, WebhookDelivery Delivery);

/// <summary>What waits of one provider.</summary>
internal readonly record struct InboxStatistics(string Provider, long Depth, TimeSpan Age, long Parked);
