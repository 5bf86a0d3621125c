using System;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.PostgreSql;

/// <summary>What the worker says. Neither bodies nor headers are in it; exceptions are those of the handlers, as they threw them.</summary>
internal static partial class WorkerLog
{
    [LoggerMessage(1, LogLevel.Error, "The inbox cannot be asked. Tried again until it can; said once.")]
    public static partial void DatabaseFailed(ILogger logger, Exception exception);

    [LoggerMessage(2, LogLevel.Information, "The inbox can be asked again.")]
    public static partial void DatabaseIsBack(ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "The handler of {Provider}'s delivery {Id} failed (attempt {Attempt}). Tried again in {Delay}.")]
    public static partial void Failed(ILogger logger, string provider, string id, int attempt, TimeSpan delay, Exception exception);

    [LoggerMessage(4, LogLevel.Error, "{Provider}'s delivery {Id} is parked: the handler failed {Attempt} times.")]
    public static partial void Parked(ILogger logger, string provider, string id, int attempt, Exception exception);

    [LoggerMessage(5, LogLevel.Error, "{Provider}'s delivery {Id} is parked: {Reason}")]
    public static partial void ParkedAtOnce(ILogger logger, string provider, string id, string reason);

    [LoggerMessage(6, LogLevel.Warning, "The handler of {Provider}'s delivery {Id} ran longer than its lease was renewed for, and another worker has it: it may be handled twice.")]
    public static partial void Lost(ILogger logger, string provider, string id);

    [LoggerMessage(7, LogLevel.Warning, "Deliveries of {Provider} are waiting, and nothing here handles them: no IWebhookProcessor of that name is registered. They are left to another worker; said once.")]
    public static partial void NoProcessor(ILogger logger, string provider);

    [LoggerMessage(8, LogLevel.Warning, "No IWebhookProcessor is registered, so this worker handles nothing.")]
    public static partial void NoProcessors(ILogger logger);

    [LoggerMessage(9, LogLevel.Information, "The handler of {Provider}'s delivery {Id} was stopped with the host. It is tried again at once.")]
    public static partial void Released(ILogger logger, string provider, string id);

    [LoggerMessage(10, LogLevel.Warning, "Old deliveries could not be deleted. Tried again later.")]
    public static partial void PurgeFailed(ILogger logger, Exception exception);
}
