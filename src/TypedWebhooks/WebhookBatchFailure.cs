using System;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>An event of a batch that was not handled.</summary>
/// <param name="Index">Its position in the batch, from 0.</param>
/// <param name="Event">The event.</param>
/// <param name="Exception">What its handling has thrown.</param>
public sealed record WebhookBatchFailure(int Index, WebhookObject Event, Exception Exception);
