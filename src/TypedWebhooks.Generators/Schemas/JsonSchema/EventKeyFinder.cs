using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Finds where the events' names stand, from constants that tell the events apart.</summary>
internal static class EventKeyFinder
{
    /// <summary>No provider puts its events' names deeper into a body than this.</summary>
    private const int MaxDepth = 3;

    /// <summary>The merit from which on a place tells events apart, but for few of them.</summary>
    private const int TellsApart = 2;

    /// <summary>
    /// The member that has other constants in each of the events. One at the top comes before one further in, and what the
    /// first event states first before what it states later. Where it is in most of the events, the others are the
    /// exception, and are reported; so are a few events that have the constant of another one. Null where there is none.
    /// </summary>
    public static EventKey? Find(IReadOnlyList<EventCandidate> candidates, CancellationToken cancellationToken)
    {
        bool areDeclared = candidates.Any(static candidate => candidate.Declared is not null);
        IReadOnlyList<string>? path = candidates.Count == 1 ? OnlyConstant(candidates) : Telling(candidates, cancellationToken, areDeclared ? TellsApart : 1) ?? (areDeclared ? null : OnlyConstant(candidates));
        path ??= areDeclared ? OnlyList(candidates) : null;
        return path is null ? null : new(new[] { new EventKeyPart(null, path.ToEquatableArray(), IsOptional: false) }.ToEquatableArray(), ".");
    }

    /// <summary>The place that tells events apart best, be it that many of them have the same there; null where none does.</summary>
    public static IReadOnlyList<string>? Best(IReadOnlyList<EventCandidate> candidates, CancellationToken cancellationToken) => Telling(candidates, cancellationToken);

    /// <summary>Whether candidates have what names events: of one alone a constant, be it that other schemas have to say which.</summary>
    public static bool MayTellApart(IReadOnlyList<EventCandidate> candidates, CancellationToken cancellationToken) => candidates.Count == 1
        ? Enumerable.Range(1, MaxDepth).Any(depth => Paths(candidates[0].Body, depth).Any())
        : Telling(candidates, cancellationToken) is not null;

    /// <summary>The best of the places that have different constants, by how few events have none of their own there.</summary>
    /// <param name="least">The merit that it has to have. Events that a document declares are known to be different ones.</param>
    private static List<string>? Telling(IReadOnlyList<EventCandidate> candidates, CancellationToken cancellationToken, int least = 1)
    {
        List<string>? best = null;
        (int Own, int AsDeclared) merit = default;
        for (int depth = 1; depth <= MaxDepth; depth++)
        {
            foreach (List<string> path in Different(candidates.Take(3).SelectMany(candidate => Paths(candidate.Body, depth))))
            {
                cancellationToken.ThrowIfCancellationRequested();
                (int, int) own = (Merit(candidates, path), candidates.Count(candidate => IsAsDeclared(candidate, path)));
                if (own.Item1 >= least && own.CompareTo(merit) > 0)
                {
                    (best, merit) = (path, own);
                }
            }
        }

        return best;
    }

    /// <summary>Whether the name at a place is the one under which a document declares the event, be it spelled otherwise.</summary>
    private static bool IsAsDeclared(EventCandidate candidate, List<string> path) =>
        candidate.Declared is { } declared && candidate.NamesAt(path) is { Count: 1 } names && string.Equals(Letters(names[0]), Letters(declared.Name), StringComparison.OrdinalIgnoreCase);

    /// <summary>A name without what stands between its words, so that two spellings of one are equal but for case.</summary>
    public static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    /// <summary>
    /// How well a place tells events apart: 4 where each has constants of its own; 3 where all have constants and most of these
    /// are of one alone; 2 where most have some and all are of one alone; 1 where most have some, and not all the same; 0 where it does not.
    /// </summary>
    private static int Merit(IReadOnlyList<EventCandidate> candidates, List<string> path)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        int named = 0, all = 0;
        foreach (EventCandidate candidate in candidates)
        {
            if (candidate.NamesAt(path) is { Count: > 0 } constants)
            {
                named++;
                all += constants.Count;
                seen.UnionWith(constants);
            }
        }

        bool isStrict = seen.Count == all;
        return named == candidates.Count && isStrict ? 4
            : named == candidates.Count && seen.Count > 1 && (all - seen.Count) * 2 < all ? 3
            : named < 2 || named * 2 <= candidates.Count ? 0
            : isStrict ? 2
            : seen.Count > 1 ? 1
            : 0;
    }

    /// <summary>
    /// The only place in which events have a constant, one each. Several events prove by their constants that a place tells them
    /// apart; of one event, or of several that have the same name, only the only constant can be the name. Branches that have
    /// no constant anywhere have no name, wherever the others have theirs.
    /// </summary>
    private static List<string>? OnlyConstant(IReadOnlyList<EventCandidate> candidates)
    {
        for (int depth = 1; depth <= MaxDepth && candidates.Count > 0; depth++)
        {
            List<List<string>> single = [.. Different(candidates.Take(3).SelectMany(candidate => Paths(candidate.Body, depth)))
                .Where(path => candidates.All(candidate => candidate.ConstantsAt(path) is { Count: 1 } || HasNoConstant(candidate)))];
            if (single.Count == 1)
            {
                return single[0];
            }
        }

        return null;
    }

    /// <summary>The only place in which declared events list what they can be: each of what one schema lists is an event.</summary>
    private static List<string>? OnlyList(IReadOnlyList<EventCandidate> candidates)
    {
        for (int depth = 1; depth <= MaxDepth; depth++)
        {
            List<List<string>> lists = [.. Different(candidates.Take(3).SelectMany(candidate => Paths(candidate.Body, depth)))
                .Where(path => candidates.All(candidate => candidate.ConstantsAt(path) is { Count: > 1 }))];
            if (lists.Count == 1)
            {
                return lists[0];
            }
        }

        return null;
    }

    private static bool HasNoConstant(EventCandidate candidate) => candidate.IsBranch && !Enumerable.Range(1, MaxDepth).Any(depth => Paths(candidate.Body, depth).Any());

    private static IEnumerable<List<string>> Different(IEnumerable<List<string>> paths) => paths
        .GroupBy(static path => string.Join("/", path), StringComparer.Ordinal)
        .Select(static group => group.First());

    private static IEnumerable<List<string>> Paths(ObjectShape shape, int depth)
    {
        foreach (MemberShape member in Objects.Flatten(shape))
        {
            if (depth == 1)
            {
                if (Constants.Of(member.Shape) is not null && WireName.IsUnicode(member.Name))
                {
                    yield return [member.Name];
                }
            }
            else if (Objects.In(member.Shape) is { } inner)
            {
                foreach (List<string> rest in Paths(inner, depth - 1))
                {
                    yield return [member.Name, .. rest];
                }
            }
        }
    }
}
