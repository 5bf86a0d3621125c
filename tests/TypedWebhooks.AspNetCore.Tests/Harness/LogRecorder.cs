using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Logging;

namespace TypedWebhooks.AspNetCore.Tests;

/// <summary>Keeps all that is logged, at any level, by anybody: message, values and exceptions.</summary>
internal sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IEnumerable<LogLine> Lines => _lines;

    /// <summary>The lines of the library under test.</summary>
    public IEnumerable<LogLine> Ours => _lines.Where(static line => line.Category.StartsWith("TypedWebhooks", System.StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            string values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(static pair => $"{pair.Key}={pair.Value}")) : "";
            lines.Enqueue(new(category, logLevel, eventId.Name ?? "", formatter(state, exception), $"{values} {exception}"));
        }
    }
}

internal sealed record LogLine(string Category, LogLevel Level, string Event, string Message, string Details)
{
    public string All => $"{Category} {Level} {Event} {Message} {Details}";
}
