using System;
using System.Globalization;
using System.Text;
using Npgsql;

namespace TypedWebhooks.PostgreSql;

/// <summary>The table: where it is, and its names as they stand in SQL.</summary>
internal sealed class WebhookTable
{
    /// <summary>Longer names are cut off in silence, and an index may then have that of its table.</summary>
    private const int MaxLength = 63;
    private const int MaxTableLength = 50;

    public WebhookTable(NpgsqlDataSource dataSource, PostgresWebhookOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Retention, TimeSpan.Zero);
        DataSource = dataSource;
        Options = options;
        Schema = options.Schema is null ? null : Quote(options.Schema, MaxLength, nameof(options.Schema));
        Name = (Schema is null ? "" : Schema + ".") + Quote(options.Table, MaxTableLength, nameof(options.Table));
    }

    public NpgsqlDataSource DataSource { get; }

    public PostgresWebhookOptions Options { get; }

    /// <summary>The quoted schema.</summary>
    public string? Schema { get; }

    /// <summary>The quoted table with its schema.</summary>
    public string Name { get; }

    /// <summary>Tells the worker of this process that there is something new.</summary>
    public InboxSignal Signal { get; } = new();

    /// <summary>The quoted name of one of its indexes, which are in the table's schema without being told.</summary>
    public string Index(string suffix) => Quote($"{Options.Table}_{suffix}", MaxLength, nameof(Options.Table));

    private static string Quote(string name, int maxLength, string option)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, option);
        return !name.Contains('\0', StringComparison.Ordinal) && Encoding.UTF8.GetByteCount(name) <= maxLength
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The name is longer than {maxLength} bytes, or has a NUL in it."), option);
    }
}
