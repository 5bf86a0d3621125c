using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>What differs in the names of the events that two editions of a provider's schemas have in common.</summary>
internal sealed class NameComparison
{
    private readonly List<(string Kind, string Schemas, string Difference)> _differences = [];
    private int _compared;

    public void Compare(Dictionary<string, SortedDictionary<string, string>> before, IEnumerable<SchemaText> edition, string schemas)
    {
        foreach ((string e, SortedDictionary<string, string> after) in CatalogNames.Of(edition))
        {
            // A schema that no event refers to any longer may itself be taken for one.
            if (!before.TryGetValue(e, out SortedDictionary<string, string>? names))
            {
                continue;
            }

            foreach (string place in names.Keys.Union(after.Keys))
            {
                _compared++;
                string was = names.GetValueOrDefault(place, ""), now = after.GetValueOrDefault(place, "");
                if (was != now)
                {
                    _differences.Add((place[(place.LastIndexOf(' ') + 1)..], schemas, $"{e}{place}: {was} is now {now}"));
                }
            }
        }
    }

    /// <summary>Fails with the differences by their kind.</summary>
    /// <param name="atLeast">How many names have to have been compared.</param>
    /// <param name="circular">In how many schemas it is explained that something differs.</param>
    public void AssertNone(ITestOutputHelper output, int atLeast, int circular = 0)
    {
        output.WriteLine($"{_compared} names compared");
        foreach (IGrouping<string, (string Kind, string Schemas, string Difference)> kind in _differences.GroupBy(static d => d.Kind))
        {
            output.WriteLine($"{kind.Key}: {kind.Count()}\n  {string.Join("\n  ", kind.Take(20).Select(static d => d.Schemas + " " + d.Difference))}");
        }

        Assert.InRange(_differences.Select(static d => d.Schemas).Distinct(StringComparer.Ordinal).Count(), 0, circular);
        Assert.InRange(_compared, atLeast, int.MaxValue);
    }
}
