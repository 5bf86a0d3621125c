using System.Collections.Generic;
using System.Linq;

namespace TypedWebhooks.Generators.Items;

/// <summary>Patterns of events' names, as <c>Events</c> and a map's <c>select</c> list them.</summary>
internal static class EventPatterns
{
    /// <summary>The patterns of a list, with semicolons between them.</summary>
    public static IEnumerable<string> Split(string list) => list.Split(';').Select(static pattern => pattern.Trim()).Where(static pattern => pattern.Length > 0);
}
