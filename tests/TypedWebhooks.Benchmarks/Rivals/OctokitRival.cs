using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Primitives;
using Octokit.Webhooks;

namespace TypedWebhooks.Benchmarks.Rivals;

/// <summary>Octokit.Webhooks, from the headers and the bytes of a body to the event, and no further.</summary>
internal sealed class OctokitRival : WebhookEventProcessor
{
    private readonly Dictionary<string, Dictionary<string, StringValues>> _headers = [];
    private WebhookEvent? _event;

    public object? Read(string eventName, ReadOnlyMemory<byte> body)
    {
        if (!_headers.TryGetValue(eventName, out Dictionary<string, StringValues>? headers))
        {
            _headers[eventName] = headers = new(StringComparer.OrdinalIgnoreCase) { ["X-GitHub-Event"] = eventName };
        }

        _event = null;
        ValueTask task = ProcessWebhookAsync(headers, body);
        return task.IsCompletedSuccessfully ? _event : throw new InvalidOperationException(eventName, task.AsTask().Exception);
    }

    public override ValueTask ProcessWebhookAsync(WebhookHeaders headers, WebhookEvent webhookEvent, CancellationToken cancellationToken = default)
    {
        _event = webhookEvent;
        return default;
    }
}
