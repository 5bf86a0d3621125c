using System;
using System.Linq;
using System.Text;

namespace TypedWebhooks.Json;

/// <summary>Where the events stand in a batch.</summary>
/// <param name="array">The names that lead to the array, from the outermost on; none where the body is the array.</param>
/// <param name="item">The names that lead from an item to the event; none where the item is the event.</param>
public sealed class BatchPath(string[] array, string[] item)
{
    internal byte[][] Array { get; } = Utf8(array);

    internal byte[][] Item { get; } = Utf8(item);

    private static byte[][] Utf8(string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return [.. names.Select(Encoding.UTF8.GetBytes)];
    }
}
