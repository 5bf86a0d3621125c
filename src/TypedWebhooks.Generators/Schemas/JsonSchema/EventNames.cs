using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Finds the name of an event, or its names where one schema serves several.</summary>
internal sealed class EventNames(EventKey key, EventMap? map, SchemaDiagnostics diagnostics)
{
    public IEnumerable<EventShape> Of(EventCandidate candidate)
    {
        List<List<string>> names = Compose(candidate);
        SchemaLocation location = candidate.Schema.Location, place = Place(candidate);
        if (names.Count > Limits.EventsOfSchema)
        {
            diagnostics.Report(Descriptors.TWH2008_LimitExceeded, location, $"This schema would be {names.Count} events; at most {Limits.EventsOfSchema} are allowed");
            names.RemoveRange(Limits.EventsOfSchema, names.Count - Limits.EventsOfSchema);
        }

        foreach (List<string> parts in names)
        {
            string name = string.Join(key.Separator, parts.Where(static part => part.Length > 0));
            yield return new(name, candidate.Body, place)
            {
                Parts = parts,
                Description = candidate.Body.Description,
            };
        }
    }

    /// <summary>Every combination of what each part of the key can be.</summary>
    private List<List<string>> Compose(EventCandidate candidate)
    {
        if (map?.Discover is { Names.Count: > 0 } discover)
        {
            return [.. ByPointers(candidate, discover)];
        }

        List<List<string>> names = [[]];
        for (int i = 0; i < key.Parts.Count; i++)
        {
            EventKeyPart part = key.Parts[i];
            IReadOnlyList<string> values = Values(candidate, part, i);
            if (values.Count == 0 && !part.IsOptional)
            {
                ReportNameless(candidate, "/" + string.Join("/", part.Path));
                return [];
            }

            names = values.Count == 0
                ? [.. names.Select(static name => name.Append("").ToList())]
                : [.. names.SelectMany(name => values.Take(Limits.EventsOfSchema + 1).Select(value => name.Append(value).ToList())).Take(Limits.EventsOfSchema + 1)];
        }

        return names;
    }

    /// <summary>
    /// Where a map names the events itself, the other schemas are parts. Otherwise, a branch of a document that is all events has
    /// to have a name; a document or definition of its own may be there by a glob's mistake, or be of no use.
    /// </summary>
    private void ReportNameless(EventCandidate candidate, string place)
    {
        if (map is { IsExplicit: true })
        {
            return;
        }

        if (map is { Discover: not null })
        {
            diagnostics.Report(Descriptors.TWH2005_EventTypeNotFound, candidate.Schema.Location, $"The event map takes this schema for an event, but it has no constant at '{place}', where the events' names stand");
        }
        else if (candidate.IsBranch)
        {
            diagnostics.Report(Descriptors.TWH2005_EventTypeNotFound, candidate.Schema.Location, $"This event has no constant at '{place}', where the events' names stand");
        }
        else
        {
            diagnostics.Report(Descriptors.TWH2013_SchemaIsNoEvent, candidate.Schema.Location, $"No event is made of this schema: it has no constant at '{place}', where the other events' names stand, and no other schema refers to it. If it is none, leave it out of the WebhookSchema item; if it is one, name it in an event map");
        }
    }

    private IReadOnlyList<string> Values(EventCandidate candidate, EventKeyPart part, int index)
    {
        if (part.Header is null && candidate.ConstantsAt(key, part) is { } constants)
        {
            return constants;
        }

        // A header's value is the folder's name, unless a map names the events: what it does not name is a part of what it does.
        bool byPath = map?.Discover is { NamesArePath: true };
        return (part.Header is not null && map is not { IsExplicit: true }) || (byPath && !part.IsOptional) ? [PathPart(candidate, index)] : [];
    }

    /// <summary>
    /// The name that a path gives: of a key of several parts the first is the folder, as in <c>issues/opened.json</c>,
    /// unless the file alone names the event.
    /// </summary>
    private string PathPart(EventCandidate candidate, int index)
    {
        string[] path = candidate.Schema.Resource.Document.File.Path.Split('/', '\\');
        string stem = path[path.Length - 1];
        stem = stem.IndexOf('.') is > 0 and var dot ? stem.Substring(0, dot) : stem;
        if (index > 0 || key.Parts.Count == 1 || path.Length < 2)
        {
            return stem;
        }

        return path[path.Length - 2];
    }

    private IEnumerable<List<string>> ByPointers(EventCandidate candidate, EventDiscovery discover)
    {
        List<string> found = [];
        foreach (JsonString pointer in discover.Names)
        {
            JsonNode? at = candidate.Schema.Node;
            foreach (string token in pointer.Value.TrimStart('#').Split(['/'], StringSplitOptions.RemoveEmptyEntries))
            {
                at = at is JsonObject o && o.TryGet(token.Replace("~1", "/").Replace("~0", "~"), out JsonNode? next) ? next : null;
            }

            switch (at)
            {
                case JsonString text:
                    found.Add(text.Value);
                    break;
                case JsonArray list:
                    found.AddRange(list.Items.OfType<JsonString>().Select(static text => text.Value));
                    break;
                default:
                    diagnostics.Report(Descriptors.TWH2005_EventTypeNotFound, candidate.Schema.Location, $"This schema has no name at '{pointer.Value}', where the event map says that it stands");
                    break;
            }
        }

        // As many pointers as parts give one name together; otherwise each is a name of its own.
        return found.Count == key.Parts.Count && discover.Names.Count == key.Parts.Count
            ? [found]
            : found.Select(name => new List<string> { name }.Concat(Enumerable.Repeat("", key.Parts.Count - 1)).ToList());
    }

    /// <summary>
    /// Where the event's own schema names it: at its constant or, where that is written elsewhere for others too, at the member
    /// or as a last resort the whole schema.
    /// </summary>
    private SchemaLocation Place(EventCandidate candidate)
    {
        SchemaLocation whole = candidate.Schema.Location;
        EventKeyPart? inBody = key.Parts.LastOrDefault(static part => part.Header is null);
        return inBody is null || candidate.MemberAt(inBody.Path) is not { } member ? whole
            : Constants.PlaceOf(member.Shape) is { } constant && IsWithin(constant, whole) ? constant
            : IsWithin(member.Location, whole) ? member.Location
            : whole;
    }

    private static bool IsWithin(SchemaLocation part, SchemaLocation whole) => part.File == whole.File && whole.Span.Contains(part.Span);
}
