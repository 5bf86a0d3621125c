using System;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.AspNetCore;

/// <summary>All that is logged. Neither bodies nor secrets nor headers are: a line says which delivery it was and why.</summary>
internal static partial class WebhookLog
{
    [LoggerMessage(1, LogLevel.Debug, "Delivery {Id} of {Provider} is handled: {Events} events.", EventName = "Handled")]
    public static partial void Handled(ILogger logger, string provider, string id, int events);

    [LoggerMessage(2, LogLevel.Debug, "Delivery {Id} of {Provider} has been handled before.", EventName = "Duplicate")]
    public static partial void Duplicate(ILogger logger, string provider, string id);

    [LoggerMessage(3, LogLevel.Information, "Delivery {Id} of {Provider} is still being handled elsewhere; the provider is told to come again.", EventName = "InProgress")]
    public static partial void InProgress(ILogger logger, string provider, string id);

    [LoggerMessage(4, LogLevel.Warning, "A delivery of {Provider} is refused with {Status}: {Refusal}.", EventName = "Refused")]
    public static partial void Refused(ILogger logger, string provider, int status, string refusal);

    [LoggerMessage(5, LogLevel.Error, "Handling event {Index} of delivery {Id} of {Provider} has failed; the provider is told to send it again.", EventName = "HandlerFailed")]
    public static partial void HandlerFailed(ILogger logger, string provider, string id, int index, Exception exception);

    [LoggerMessage(6, LogLevel.Error, "Handling delivery {Id} of {Provider} took longer than {Timeout}, or the host stops; the provider is told to send it again.", EventName = "HandlerTimedOut")]
    public static partial void HandlerTimedOut(ILogger logger, string provider, string id, TimeSpan timeout, Exception? exception);

    [LoggerMessage(7, LogLevel.Error, "The ledger could not be asked for delivery {Id} of {Provider}, which is not handled; the provider is told to send it again.", EventName = "LedgerFailed")]
    public static partial void LedgerFailed(ILogger logger, string provider, string id, Exception exception);

    [LoggerMessage(8, LogLevel.Error, "Delivery {Id} of {Provider} is handled, and the ledger could not be told; should it come again, it is handled again.", EventName = "SettleFailed")]
    public static partial void SettleFailed(ILogger logger, string provider, string id, Exception exception);

    [LoggerMessage(9, LogLevel.Warning, "The claim on delivery {Id} of {Provider} could not be released; it holds until its lease ends.", EventName = "ReleaseFailed")]
    public static partial void ReleaseFailed(ILogger logger, string provider, string id, Exception exception);

    [LoggerMessage(10, LogLevel.Error, "The sink has not taken delivery {Id} of {Provider}; the provider is told to send it again.", EventName = "SinkFailed")]
    public static partial void SinkFailed(ILogger logger, string provider, string id, Exception exception);

    [LoggerMessage(11, LogLevel.Error, "The secrets of {Provider} could not be found; the provider is told to send the delivery again.", EventName = "SecretsFailed")]
    public static partial void SecretsFailed(ILogger logger, string provider, Exception exception);

    [LoggerMessage(12, LogLevel.Error, "The changed options cannot be used, and those before stay in force: {Reason}", EventName = "OptionsRefused")]
    public static partial void OptionsRefused(ILogger logger, string reason);

    [LoggerMessage(13, LogLevel.Warning, "The endpoint {Pattern} takes deliveries of {Provider} from anybody: it has no signatures to verify.", EventName = "Unsigned")]
    public static partial void Unsigned(ILogger logger, string provider, string pattern);

    [LoggerMessage(14, LogLevel.Information, "Deliveries that were handled are remembered in this process only. With several machines, or where a restart may not handle one twice, register an IWebhookLedger that is stored.", EventName = "LedgerInMemory")]
    public static partial void LedgerInMemory(ILogger logger);

    [LoggerMessage(15, LogLevel.Information, "A handshake of {Provider} is answered.", EventName = "Handshake")]
    public static partial void Handshake(ILogger logger, string provider);

    [LoggerMessage(16, LogLevel.Debug, "Delivery {Id} of {Provider} is stored.", EventName = "Stored")]
    public static partial void Stored(ILogger logger, string provider, string id);

    [LoggerMessage(17, LogLevel.Warning, "Event {Index} of delivery {Id} of {Provider} is none of its schema's: {Reason}.", EventName = "Unrecognized")]
    public static partial void Unrecognized(ILogger logger, string provider, string id, int index, UnrecognizedReason reason);

    [LoggerMessage(19, LogLevel.Error, "The services of delivery {Id} of {Provider} could not be disposed of. What became of the delivery stands.", EventName = "DisposeFailed")]
    public static partial void DisposeFailed(ILogger logger, string provider, string id, Exception exception);

    [LoggerMessage(18, LogLevel.Warning, "Handling delivery {Id} of {Provider}, of which the provider has been told to send it again, has come to its end: {Outcome}.", EventName = "HandledLate")]
    public static partial void HandledLate(ILogger logger, string provider, string id, string outcome);
}
