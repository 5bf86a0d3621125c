using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// The units of a catalogue, spread over a fixed number of places by their files' names. The compiler compares what a step
/// gives by position; were the units one list, an event put before others would have all files behind it emitted again.
/// </summary>
internal static class UnitBuckets
{
    /// <summary>Many enough that few units share one, and few enough to cost a small provider nothing.</summary>
    private const int Count = 1024;

    public static IEnumerable<EquatableArray<EmittedUnit>> Of(IEnumerable<EmittedUnit> units, CancellationToken cancellationToken)
    {
        List<EmittedUnit>?[] buckets = new List<EmittedUnit>?[Count];
        foreach (EmittedUnit unit in units)
        {
            cancellationToken.ThrowIfCancellationRequested();
            uint hash = StableHash.Of(unit.HintName);
            (buckets[(hash ^ (hash >> 16)) % Count] ??= []).Add(unit);
        }

        return buckets.Select(static bucket => bucket?.ToEquatableArray() ?? EquatableArray<EmittedUnit>.Empty);
    }
}

/// <summary>FNV-1a: the same in every process, which <c>string.GetHashCode</c> is not.</summary>
internal static class StableHash
{
    public static uint Of(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }

    public static string Text(string text) => Of(text).ToString("x8", CultureInfo.InvariantCulture);
}
