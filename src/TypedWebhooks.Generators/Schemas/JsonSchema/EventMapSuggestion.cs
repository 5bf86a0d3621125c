using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Says how to write an event map for schemas that do not tell their events apart.</summary>
internal static class EventMapSuggestion
{
    public static string For(IReadOnlyList<EventCandidate> candidates, CancellationToken cancellationToken)
    {
        SchemaNode first = candidates[0].Schema;
        string file = first.Resource.Document.File.Name;
        string stem = Path.GetFileNameWithoutExtension(file);
        string why = $"The schema does not say how its events are named: no member has another constant in each of them{Strangers(candidates)}. ";
        if (BatchedNames.Find(candidates) is { } batched)
        {
            string places = string.Join(",", batched.Names.Select(static name => $"\"/{JsonPointer.Escape(name)}\""));
            return why + $"The names seem to stand in the items of an array, so that a body is several events; an event map {stem}.map.json beside the schema says so, to begin with: "
                + $"{{\"eventType\":{(batched.Names.Count == 1 ? places : $"[{places}]")},\"batch\":\"{JsonPointer.Of(batched.Item)}\"}}";
        }

        if (Header(candidates) is { } header)
        {
            string rest = EventKeyFinder.Best(candidates, cancellationToken) is { } place ? " " + JsonPointer.Of(place) : "";
            return why + $"The name seems to come in a header: say so with EventType=\"header {header}{rest}\" on the item";
        }

        string reference = ReferenceEquals(first.Node, first.Resource.Document.Root) ? file : first.Resource.IsWhole ? "#/$defs/..." : "#/components/schemas/...";
        string member = candidates[0].Body.Members.Select(static m => m.Name).FirstOrDefault(static name => name is "type" or "event" or "event_type" or "eventType" or "action") ?? "type";
        if (candidates.All(static candidate => candidate.Declared is { IsNamed: true }))
        {
            return $"The catalogue says what its events are called, but not where a request has the name: no member has another constant in each of the schemas{Strangers(candidates)}. Say it on the item: EventType=\"/{member}\" where it stands in the body, EventType=\"header X-Event-Type\" where it comes in a header, "
                + "or EventType=\"header\" where the request does not have it and the receiver knows it from elsewhere, as in Parse(eventType, body)";
        }

        return why + $"Say where the name stands with EventType=\"/{member}\" on the item, or in an event map {stem}.map.json beside the schema, to begin with: "
            + $"{{\"eventType\":\"/{member}\",\"events\":{{\"some.event\":\"{reference}\"}}}}";
    }

    /// <summary>The header in which the events' names may be: the document says of all events that it comes with them, and it is called so.</summary>
    private static string? Header(IReadOnlyList<EventCandidate> candidates) => candidates[0].Declared?.Headers
        .Select(static header => header.Name)
        .Where(name => candidates.All(candidate => candidate.Declared is { } e && e.Headers.Any(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))))
        .FirstOrDefault(static name => name.IndexOf("event", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("topic", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Speaks of schemas that have no constant, where others do: they may be no events.</summary>
    private static string Strangers(IReadOnlyList<EventCandidate> candidates)
    {
        List<EventCandidate> strangers = [.. candidates.Where(static candidate => !Objects.Flatten(candidate.Body).Any(static member => Constants.Of(member.Shape) is not null))];
        return strangers.Count == 0 || strangers.Count == candidates.Count ? ""
            : FormattableString.Invariant($"; {strangers.Count} of {candidates.Count} schemas have no constant, the first in {strangers[0].Schema.Resource.Document.File.Name}: leave out of the item what is no event");
    }
}
