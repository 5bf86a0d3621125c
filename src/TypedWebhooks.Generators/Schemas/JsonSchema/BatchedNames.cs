using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Looks for names within the items of arrays, where bodies are batches of events. That is never taken for granted, only suggested: an
/// array of things with a type is in many events.
/// </summary>
/// <param name="Item">The way from a body to an event, with <c>*</c> for the items of the array.</param>
/// <param name="Names">The members of the event that make up its name.</param>
internal sealed record BatchedNames(IReadOnlyList<string> Item, IReadOnlyList<string> Names)
{
    private const int MaxDepth = 5, MaxParts = 3, MaxCandidates = 20;

    /// <summary>Where most bodies have constants in the items of an array; null where they have none.</summary>
    public static BatchedNames? Find(IReadOnlyList<EventCandidate> candidates)
    {
        Dictionary<string, (List<string> Path, int Count, HashSet<string> Values)> places = new(StringComparer.Ordinal);
        List<EventCandidate> some = [.. candidates.Take(MaxCandidates)];
        foreach (EventCandidate candidate in some)
        {
            foreach ((List<string> path, IReadOnlyList<string> values) in Places(candidate.Body, [], depth: 0))
            {
                string key = string.Join("/", path);
                (List<string> Path, int Count, HashSet<string> Values) place = places.TryGetValue(key, out (List<string>, int, HashSet<string>) known) ? known : (path, 0, new(StringComparer.Ordinal));
                place.Values.UnionWith(values);
                places[key] = place with { Count = place.Count + 1 };
            }
        }

        // The same item has one name, or one in several parts: the array that most bodies have, and nearest to their top.
        return places.Values
            .Where(place => place.Count * 2 > some.Count && place.Values.Count > 1 && place.Path.Contains("*"))
            .GroupBy(static place => string.Join("/", place.Path.Take(place.Path.Count - 1)), StringComparer.Ordinal)
            .OrderByDescending(static item => item.Max(static place => place.Count))
            .ThenBy(static item => item.First().Path.Count)
            .Select(static item => new BatchedNames([.. item.First().Path.Take(item.First().Path.Count - 1)], [.. Parts([.. item])]))
            .FirstOrDefault();
    }

    /// <summary>Of several places those that speak of events; one that has by far the most values is the name alone.</summary>
    private static IEnumerable<string> Parts(List<(List<string> Path, int Count, HashSet<string> Values)> places)
    {
        static string Name((List<string> Path, int, HashSet<string>) place) => place.Path[place.Path.Count - 1];
        List<(List<string> Path, int Count, HashSet<string> Values)> speaking = places.FindAll(static place => Name(place).IndexOf("event", StringComparison.OrdinalIgnoreCase) >= 0);
        places = speaking.Count > 0 ? speaking : places;
        int most = places.Max(static place => place.Values.Count);
        return places.Where(place => place.Values.Count * 4 > most).Take(MaxParts).Select(Name);
    }

    private static IEnumerable<(List<string> Path, IReadOnlyList<string> Values)> Places(ObjectShape shape, List<string> path, int depth)
    {
        foreach (MemberShape member in Objects.Flatten(shape).Where(_ => depth <= MaxDepth))
        {
            List<string> at = [.. path, member.Name];
            if (Constants.Of(member.Shape) is { } constants)
            {
                yield return (at, constants);
                continue;
            }

            Shape inner = member.Shape;
            if (Lists.In(inner) is { } list)
            {
                if (path.Contains("*"))
                {
                    continue;
                }

                inner = list.Item;
                at = [.. at, "*"];
            }

            foreach ((List<string>, IReadOnlyList<string>) place in Objects.In(inner) is { } o ? Places(o, at, depth + 1) : [])
            {
                yield return place;
            }
        }
    }
}
