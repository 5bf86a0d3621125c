using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>Some events of a batch were not handled. All others were, also those behind them.</summary>
public sealed class WebhookBatchException : Exception
{
    /// <summary>Makes one without events, as code that throws exceptions of any type wants to.</summary>
    public WebhookBatchException()
        : this("Events of a batch were not handled.")
    {
    }

    /// <summary>Makes one without events.</summary>
    /// <param name="message">What has happened.</param>
    public WebhookBatchException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one without events.</summary>
    /// <param name="message">What has happened.</param>
    /// <param name="innerException">Why.</param>
    public WebhookBatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one of the events that were not handled.</summary>
    /// <param name="failures">The events, in their order.</param>
    /// <param name="count">How many events the batch has.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public WebhookBatchException(IReadOnlyList<WebhookBatchFailure> failures, int count)
        : base(Describe(failures, count), failures is [var first, ..] ? first.Exception : null)
    {
        Failures = failures;
    }

    /// <summary>The position in the batch of the first event that was not handled, from 0; -1 where none is known.</summary>
    public int Index => Failures.Count == 0 ? -1 : Failures[0].Index;

    /// <summary>The first event that was not handled; null where none is known.</summary>
    public WebhookObject? Event => Failures.Count == 0 ? null : Failures[0].Event;

    /// <summary>All events that were not handled, in their order, each with what its handling has thrown.</summary>
    public IReadOnlyList<WebhookBatchFailure> Failures { get; } = [];

    private static string Describe(IReadOnlyList<WebhookBatchFailure> failures, int count)
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (failures.Count == 0)
        {
            throw new ArgumentException("Without failures there is nothing to throw.", nameof(failures));
        }

        IEnumerable<string> events = failures.Select(static failure => string.Create(CultureInfo.InvariantCulture, $"[{failure.Index}] {failure.Event.GetType().Name}"));
        return string.Create(CultureInfo.InvariantCulture, $"{failures.Count} of the {count} events of a batch were not handled: {string.Join(", ", events)}.");
    }
}
