using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Finds the name of an event, or its names where one schema serves several.</summary>
internal sealed class EventNames(EventKey key, EventMap? map, SchemaDiagnostics diagnostics)
{
    /// <summary>A schema of so many events is a mistake, or an attack.</summary>
    private const int MaxNames = 2000;

    public IEnumerable<EventShape> Of(EventCandidate candidate)
    {
        List<List<string>> names = Compose(candidate);
        SchemaLocation location = candidate.Schema.Location;
        if (names.Count > MaxNames)
        {
            diagnostics.Report(Descriptors.TWH2008_LimitExceeded, location, $"This schema would be {names.Count} events; at most {MaxNames} are allowed");
            names.RemoveRange(MaxNames, names.Count - MaxNames);
        }

        foreach (List<string> parts in names)
        {
            string name = string.Join(key.Separator, parts.Where(static part => part.Length > 0));
            yield return new(name, map is { IsCloudEvents: true } ? CloudEvent.Around(candidate.Body, location) : candidate.Body, Place(candidate) ?? location)
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
                : [.. names.SelectMany(name => values.Take(MaxNames + 1).Select(value => name.Append(value).ToList())).Take(MaxNames + 1)];
        }

        return names;
    }

    /// <summary>
    /// Where a map names the events itself, the other schemas are parts. Otherwise, a branch of a document that is all events 
    /// to have a name; a document of its own may be there by a glob's mistake.
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
        else if (ReferenceEquals(candidate.Schema.Node, candidate.Schema.Resource.Document.Root))
        {
            diagnostics.Report(Descriptors.TWH2013_SchemaIsNoEvent, candidate.Schema.Location, $"The schema has no constant at '{place}', where the other events' names stand, and no other schema refers to it");
        }
        else
        {
            diagnostics.Report(Descriptors.TWH2005_EventTypeNotFound, candidate.Schema.Location, $"This event has no constant at '{place}', where the events' names stand");
        }
    }

    private IReadOnlyList<string> Values(EventCandidate candidate, EventKeyPart part, int index)
    {
        if (part.Header is null && candidate.ConstantsAt(part.Path) is { } constants)
        {
            return constants;
        }

        bool byPath = map?.Discover is { NamesArePath: true };
        return part.Header is not null || (byPath && !part.IsOptional) ? [PathPart(candidate, index)] : [];
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

    private SchemaLocation? Place(EventCandidate candidate)
    {
        EventKeyPart? inBody = key.Parts.LastOrDefault(static part => part.Header is null);
        return inBody is null ? null : candidate.MemberAt(inBody.Path)?.Shape switch
        {
            ConstantShape constant => constant.Location,
            DeferredShape { Target: ConstantShape constant } => constant.Location,
            _ => null,
        };
    }
}

/// <summary>The CloudEvents envelope (CloudEvents 1.0, JSON event format, clause 3), with an event's payload in <c>data</c>.</summary>
internal static class CloudEvent
{
    /// <summary>The envelope around a payload; a schema that describes the envelope itself is taken as it is.</summary>
    public static ObjectShape Around(ObjectShape data, SchemaLocation location)
    {
        if (Objects.Find(data, "specversion") is not null)
        {
            return data;
        }

        ObjectShape envelope = new() { Description = data.Description };
        void Add(string name, Shape shape, bool isRequired, string description) =>
            envelope.Members.Add(new(name, shape, isRequired, location) { Description = description });

        Add("specversion", new ScalarShape(ScalarKind.String), true, "The version of CloudEvents, such as 1.0.");
        Add("id", new ScalarShape(ScalarKind.String), true, "Identifies the event: source and id together are unique.");
        Add("source", new ScalarShape(ScalarKind.String), true, "The context in which the event happened, a URI reference.");
        Add("type", new ScalarShape(ScalarKind.String), true, "The type of the event.");
        Add("subject", new ScalarShape(ScalarKind.String), false, "The subject of the event in the context of its source.");
        Add("time", new ScalarShape(ScalarKind.DateTimeOffset), false, "When the event happened.");
        Add("datacontenttype", new ScalarShape(ScalarKind.String), false, "The media type of the data.");
        Add("dataschema", new ScalarShape(ScalarKind.String), false, "The schema of the data, a URI.");
        Add("data", data, true, "The event's payload.");
        return envelope;
    }
}
