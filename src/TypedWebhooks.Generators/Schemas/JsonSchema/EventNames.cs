using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>Finds the name of an event, or its names where one schema serves several.</summary>
internal sealed class EventNames(EventKey key, EventMap? map, DeclaredNames declared, SchemaDiagnostics diagnostics)
{
    private readonly List<(EventCandidate Candidate, string Place)> _nameless = [];
    private readonly List<(EventCandidate Candidate, JsonString Pointer)> _missing = [];
    private readonly HashSet<JsonString> _used = [];
    private bool _isAnyNamed;

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
            _isAnyNamed = true;
            string name = string.Join(key.Separator, parts.Where(static part => part.Length > 0));
            yield return new(name, candidate.Body, place)
            {
                Parts = parts,
                Description = candidate.Declared?.Description ?? candidate.Body.Description,
                IsObsolete = candidate.Declared is { IsObsolete: true },
                IsNamedOutside = candidate.Declared is not null && declared.HasNoPlace(candidate),
            };
        }
    }

    /// <summary>Every combination of what each part of the key can be.</summary>
    private List<List<string>> Compose(EventCandidate candidate)
    {
        if (map?.Discover is { HasBrokenNames: true })
        {
            return [];
        }

        if (candidate.Declared is not null && declared.Of(candidate) is { } stated)
        {
            return [.. stated.Select(name => WithDeclaredVersion(name, candidate.Declared.Version))];
        }

        if (candidate.Declared is null && map?.Discover is { Names.Count: > 0 } discover)
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
                _nameless.Add((candidate, JsonPointer.Of(part.Path)));
                return [];
            }

            names = values.Count == 0
                ? [.. names.Select(static name => name.Append("").ToList())]
                : [.. names.SelectMany(name => values.Take(Limits.EventsOfSchema + 1).Select(value => name.Append(value).ToList())).Take(Limits.EventsOfSchema + 1)];
        }

        return names;
    }

    /// <summary>The name of an event, and behind it the version that its document states, where the map says that keys have one.</summary>
    private List<string> WithDeclaredVersion(string name, string? version) => version is null || map is not { HasVersion: true } || key.Parts.Count < 2
        ? [name]
        : [name, .. Enumerable.Repeat("", key.Parts.Count - 2), version];

    /// <summary>
    /// Says of the schemas that have no name that it is missing. Where none has one in the place that the map says, that is the
    /// map's mistake, and is said there once.
    /// </summary>
    public void ReportNameless()
    {
        foreach (JsonString pointer in map?.Discover?.Names.Where(pointer => _missing.Exists(missing => missing.Pointer == pointer) && !_used.Contains(pointer)) ?? [])
        {
            diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map!.Document.At(pointer), $"None of the schemas has a name at '{pointer.Value}'");
        }

        foreach ((EventCandidate candidate, JsonString pointer) in _missing.Where(missing => _used.Contains(missing.Pointer)))
        {
            diagnostics.Report(Descriptors.TWH2005_EventTypeNotFound, candidate.Schema.Location, $"This schema has no name at '{pointer.Value}', where the event map says that it stands");
        }

        if (map is { IsExplicit: true })
        {
            return;
        }

        if (map is not null && !_isAnyNamed && map.KeyPlace is { } stated && _nameless.Count > 1 && key == map.Key)
        {
            diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(stated), $"None of the schemas has a constant at '{_nameless[0].Place}', so no event is made of them");
            return;
        }

        foreach ((EventCandidate candidate, string place) in _nameless)
        {
            ReportNameless(candidate, place);
        }
    }

    /// <summary>
    /// Where a map names the events itself, the other schemas are parts. Otherwise, a branch of a document that is all events has
    /// to have a name; a document or definition of its own may be there by a glob's mistake, or be of no use.
    /// </summary>
    private void ReportNameless(EventCandidate candidate, string place)
    {
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

        if (part.Header is { } header && candidate.Declared is not null)
        {
            return declared.InHeader(candidate, header);
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
        string[] path = candidate.Schema.Resource.Document.File.Address.Split('/');
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
        List<JsonString> missing = [];
        foreach (JsonString pointer in discover.Names)
        {
            JsonNode? at = JsonPointer.Walk(candidate.Schema.Node, EventDiscovery.Tokens(pointer) ?? []);

            switch (at)
            {
                case JsonString text:
                    found.Add(text.Value);
                    break;
                case JsonArray list:
                    found.AddRange(Texts(candidate, list));
                    break;
                default:
                    missing.Add(pointer);
                    continue;
            }

            _used.Add(pointer);
        }

        _missing.AddRange(missing.Select(pointer => (candidate, pointer)));
        return WithVersions(candidate, found, isOneName: missing.Count == 0 && found.Count == discover.Names.Count);
    }

    /// <summary>
    /// The names that pointers lead to. As many as there are parts make up one name, and each is a name of its own otherwise.
    /// A version that they leave out stands where the map says, as it does without pointers.
    /// </summary>
    private IEnumerable<List<string>> WithVersions(EventCandidate candidate, List<string> found, bool isOneName)
    {
        int count = map is { HasVersion: true } ? key.Parts.Count - 1 : key.Parts.Count;
        if (isOneName && found.Count == key.Parts.Count)
        {
            return [found];
        }

        List<List<string>> names = isOneName && found.Count == count
            ? [found]
            : [.. found.Select(name => new List<string> { name }.Concat(Enumerable.Repeat("", count - 1)).ToList())];
        if (count == key.Parts.Count)
        {
            return names;
        }

        IReadOnlyList<string> versions = Values(candidate, key.Parts[count], count);
        return names.SelectMany(name => (versions.Count > 0 ? versions : [""]).Select(version => name.Append(version).ToList()));
    }

    private IEnumerable<string> Texts(EventCandidate candidate, JsonArray list)
    {
        foreach (JsonNode item in list.Items)
        {
            if (item is JsonString text)
            {
                yield return text.Value;
            }
            else
            {
                diagnostics.Report(Descriptors.TWH2005_EventTypeNotFound, candidate.Schema.Resource.Document.At(item), $"The event map takes this for an event's name, but it is {item.Kind} and no string");
            }
        }
    }

    /// <summary>
    /// Where the event's own schema names it: at its constant or, where that is written elsewhere for others too, at the member
    /// or as a last resort the whole schema.
    /// </summary>
    private SchemaLocation Place(EventCandidate candidate)
    {
        SchemaLocation whole = candidate.Schema.Location;
        EventKeyPart? inBody = key.Parts.LastOrDefault(static part => part.Header is null);
        return candidate.Declared is { IsNamed: true } declared ? declared.Place
            : inBody is null || candidate.At(inBody.Path) is not { } place ? whole
            : Constants.PlaceOf(place.Shape) is { } constant && IsWithin(constant, whole) ? constant
            : IsWithin(place.Member.Location, whole) ? place.Member.Location
            : whole;
    }

    private static bool IsWithin(SchemaLocation part, SchemaLocation whole) => part.File == whole.File && whole.Span.Contains(part.Span);
}
