using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>A schema that is an event, whatever its name.</summary>
internal sealed record EventCandidate(SchemaNode Schema, ObjectShape Body)
{
    /// <summary>Whether it is one of the branches of a document that are all events.</summary>
    public bool IsBranch { get; init; }

    /// <summary>The strings that the value at a place in the body can be; null where the schema does not list them.</summary>
    public IReadOnlyList<string>? ConstantsAt(IReadOnlyList<string> path) => MemberAt(path) is { } member ? Constants.Of(member.Shape) : null;

    /// <summary>What a part of the key that stands in the body can be. One of several may be a number, such as a version.</summary>
    public IReadOnlyList<string>? ConstantsAt(EventKey key, EventKeyPart part) =>
        key.Parts.Count == 1 ? ConstantsAt(part.Path) : MemberAt(part.Path) is { } member ? Constants.OrNumbersOf(member.Shape) : null;

    public MemberShape? MemberAt(IReadOnlyList<string> path)
    {
        ObjectShape? at = Body;
        MemberShape? member = null;
        foreach (string name in path)
        {
            member = at is null ? null : Objects.Find(at, name);
            at = member is null ? null : Objects.In(member.Shape);
        }

        return member;
    }
}

/// <summary>Finds where the events' names stand, from constants that tell the events apart.</summary>
internal static class EventKeyFinder
{
    /// <summary>No provider puts its events' names deeper into a body than this.</summary>
    private const int MaxDepth = 3;

    /// <summary>
    /// The member that has other constants in each of the events. One at the top comes before one further in, and what the
    /// first event states first before what it states later. Where it is in most of the events, the others are the
    /// exception, and are reported. Null where there is none.
    /// </summary>
    public static EventKey? Find(IReadOnlyList<EventCandidate> candidates, CancellationToken cancellationToken)
    {
        if (candidates.Count == 0)
        {
            return null;
        }

        for (int depth = 1; depth <= MaxDepth; depth++)
        {
            List<List<string>> telling = [.. candidates
                .Take(3)
                .SelectMany(candidate => Paths(candidate.Body, depth))
                .GroupBy(static path => string.Join("/", path), StringComparer.Ordinal)
                .Select(static group => group.First())
                .Where(path => TellsApart(candidates, path, cancellationToken))];

            // Several events prove that a member tells them apart. Of one event, only its only constant can be its name.
            if (candidates.Count == 1)
            {
                telling.RemoveAll(path => candidates[0].ConstantsAt(path)!.Count > 1);
            }

            if (telling.Count == 1 || (telling.Count > 1 && candidates.Count > 1))
            {
                return new(new[] { new EventKeyPart(null, telling[0].ToEquatableArray(), IsOptional: false) }.ToEquatableArray(), ".");
            }
        }

        return null;
    }

    /// <summary>Whether candidates have what names events: of one alone a constant, be it that other schemas have to say which.</summary>
    public static bool MayTellApart(IReadOnlyList<EventCandidate> candidates, CancellationToken cancellationToken) => candidates.Count == 1
        ? Enumerable.Range(1, MaxDepth).Any(depth => Paths(candidates[0].Body, depth).Any())
        : Find(candidates, cancellationToken) is not null;

    private static bool TellsApart(IReadOnlyList<EventCandidate> candidates, List<string> path, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        HashSet<string> seen = new(StringComparer.Ordinal);
        int named = 0;
        foreach (EventCandidate candidate in candidates)
        {
            if (candidate.ConstantsAt(path) is { Count: > 0 } constants)
            {
                named++;
                if (!constants.All(seen.Add))
                {
                    return false;
                }
            }
        }

        return named == candidates.Count || (named > 1 && named * 2 > candidates.Count);
    }

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
