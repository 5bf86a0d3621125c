using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// What names of events begin with on the wire and not in C#, as <c>dev.cdevents.</c> in each of a provider's names. Of several
/// prefixes the longest that a name has is taken off, and a name that is nothing else keeps it.
/// </summary>
internal sealed class NamePrefixes(IReadOnlyList<string> prefixes, bool ignoreCase)
{
    public static readonly NamePrefixes None = new([], ignoreCase: false);

    private readonly string[] _longestFirst = [.. prefixes.Where(static prefix => prefix.Length > 0).OrderByDescending(static prefix => prefix.Length)];

    /// <summary>All of them as one text, whatever their order was.</summary>
    public string Text => string.Join(" ", _longestFirst.OrderBy(static prefix => prefix, StringComparer.Ordinal));

    /// <summary>A name without its prefix.</summary>
    public string Cut(string name) => name.Substring(_longestFirst.FirstOrDefault(prefix => Has(name, prefix))?.Length ?? 0);

    /// <summary>Says of each prefix that no event has that it means nothing.</summary>
    /// <param name="refuse">Is told which of the prefixes, and why.</param>
    public void Check(ProviderShape shape, string provider, Action<int, string> refuse)
    {
        for (int i = 0; i < prefixes.Count; i++)
        {
            if (!shape.Events.Exists(e => Has(e.EventType, prefixes[i])))
            {
                refuse(i, prefixes[i].Length == 0 ? "it is empty" : $"no name of an event of {provider} begins with it and goes on; there is {shape.Events[0].EventType}");
            }
        }
    }

    private bool Has(string name, string prefix) =>
        name.Length > prefix.Length && name.StartsWith(prefix, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
