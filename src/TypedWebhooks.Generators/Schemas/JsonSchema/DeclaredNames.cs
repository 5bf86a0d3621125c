using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// The names of events that a document declares under keys. What the body's schema says comes before the key, which may be a name for
/// people; where the schema lists several names, the key says which of them is meant.
/// </summary>
internal sealed class DeclaredNames
{
    private readonly EventKey _key;
    private readonly SchemaDiagnostics _diagnostics;
    private readonly IReadOnlyList<string>? _path;

    /// <summary>Whether any event's key is one of the names that its schema lists, so that keys are names.</summary>
    private readonly bool _keysAreNames;

    private readonly HashSet<string> _telling;
    private readonly bool _hyphens;

    /// <summary>Whether any event has the place in which the names are said to stand.</summary>
    private readonly bool _isAnyPlace;

    /// <summary>Of each document the events whose key is not their name.</summary>
    private readonly Dictionary<string, List<(DeclaredEvent Event, string Name)>> _other = new(StringComparer.Ordinal);

    public DeclaredNames(EventKey key, IReadOnlyList<EventCandidate> candidates, SchemaDiagnostics diagnostics)
    {
        _key = key;
        _diagnostics = diagnostics;
        _path = key.Parts.Count == 1 && key.Parts[0].Header is null ? [.. key.Parts[0].Path] : null;
        _telling = new(Telling(candidates), StringComparer.OrdinalIgnoreCase);
        _hyphens = HaveHyphens(candidates);
        List<EventCandidate> declared = [.. candidates.Where(static candidate => candidate.Declared is { IsNamed: false })];
        _isAnyPlace = _path is null || declared.Count == 0 || declared.Exists(candidate => !HasNoPlace(candidate));
        if (!_isAnyPlace)
        {
            diagnostics.Report(
                Descriptors.TWH2005_EventTypeNotFound,
                declared[0].Declared!.Place,
                $"No event has '{JsonPointer.Of(_path!)}' in its body, where the events' names are said to stand, so none of them can be known by it");
        }

        _keysAreNames = _path is not null && candidates.Any(candidate => candidate.Declared is { } e && candidate.ConstantsAt(_path) is { } constants && constants.Contains(e.Name, StringComparer.Ordinal));
    }

    /// <summary>The names of an event; null where they are made up of several parts, or do not stand in the body.</summary>
    public IReadOnlyList<string>? Of(EventCandidate candidate)
    {
        DeclaredEvent e = candidate.Declared!;
        if (_path is null)
        {
            return e.IsNamed ? [e.Name] : null;
        }

        IReadOnlyList<string> constants = candidate.ConstantsAt(_key, _key.Parts[0]) ?? [];
        if (constants.Count == 1)
        {
            if (!string.Equals(constants[0], e.Name, StringComparison.Ordinal))
            {
                Note(e, constants[0]);
            }

            ReportExamples(e, constants);
            return constants;
        }

        if (constants.Count == 0)
        {
            if (HasNoPlace(candidate) && _isAnyPlace)
            {
                _diagnostics.Report(
                    Descriptors.TWH2017_NoPlaceForName,
                    e.Place,
                    $"The body of '{e.Name}' has no '{JsonPointer.Of(_path)}', where the other events have their names: it is known only where the caller says which event it is, as in Parse(eventType, body)");
            }

            return [e.Name];
        }

        if (constants.Contains(e.Name, StringComparer.Ordinal))
        {
            ReportExamples(e, [e.Name]);
            return [e.Name];
        }

        if (!_keysAreNames && !e.IsNamed)
        {
            return constants;
        }

        _diagnostics.Report(
            Descriptors.TWH2020_KeyNotListed,
            e.Place,
            $"'{e.Name}' is not among the {constants.Count} values that its schema lists at '{JsonPointer.Of(_path)}', although {(e.IsNamed ? "that is its name" : "the keys of other events are")}: the key is followed");
        return [e.Name];
    }

    /// <summary>Whether the event's body has no place where its name could stand.</summary>
    public bool HasNoPlace(EventCandidate candidate) => _path is not null && candidate.At(_path) is null && Shapes.Objects.Flatten(candidate.Body).Length > 0;

    /// <summary>
    /// What a header can be that comes with an event: what the document says of it, or else the event's key, less what the body adds to it.
    /// </summary>
    public IReadOnlyList<string> InHeader(EventCandidate candidate, string header)
    {
        DeclaredEvent e = candidate.Declared!;
        DeclaredHeader? declared = e.Headers.FirstOrDefault(h => header.Length == 0 || string.Equals(h.Name, header, StringComparison.OrdinalIgnoreCase));
        if (declared is { Values.Count: > 0 })
        {
            return declared.Values;
        }

        if (declared is { Example: { } example } && (_telling.Contains(declared.Name) || EventKeyFinder.Letters(e.Name).StartsWith(EventKeyFinder.Letters(example), StringComparison.OrdinalIgnoreCase)))
        {
            return [example];
        }

        string name = e.Name;
        foreach (EventKeyPart part in _key.Parts.Where(static part => part.Header is null))
        {
            string? end = (candidate.ConstantsAt(_key, part) ?? []).Select(Spelled).FirstOrDefault(value => EndsWith(name, value));
            name = end is null ? name : name.Substring(0, name.Length - end.Length - 1);
        }

        return [_hyphens ? name.Replace('-', '_') : name];
    }

    /// <summary>A constant as the keys spell it.</summary>
    private string Spelled(string constant) => _hyphens ? constant.Replace('_', '-') : constant;

    private static bool EndsWith(string key, string end) =>
        key.Length > end.Length + 1 && key.EndsWith(end, StringComparison.Ordinal) && !char.IsLetterOrDigit(key[key.Length - end.Length - 1]);

    /// <summary>The headers that have another example in each event. One that several have says nothing, unless the key says the same.</summary>
    private static IEnumerable<string> Telling(IReadOnlyList<EventCandidate> candidates) => candidates
        .SelectMany(static candidate => candidate.Declared?.Headers ?? [])
        .Where(static header => header.Example is not null)
        .GroupBy(static header => header.Name, StringComparer.OrdinalIgnoreCase)
        .Where(static header => header.Select(static h => h.Example).Distinct(StringComparer.Ordinal).Count() == header.Count())
        .Select(static header => header.Key);

    /// <summary>
    /// Whether the keys have hyphens where names have underscores, as some tools write them: they do so where both are known, which
    /// is where a constant of the body is the end of the key.
    /// </summary>
    private bool HaveHyphens(IReadOnlyList<EventCandidate> candidates) => candidates.Any(candidate => candidate.Declared is { } e && _key.Parts
        .Where(static part => part.Header is null)
        .SelectMany(part => candidate.ConstantsAt(_key, part) ?? [])
        .Any(constant => constant.IndexOf('_') >= 0 && EndsWith(e.Name, constant.Replace('_', '-'))));

    /// <summary>Says once of each document that its keys are not the names.</summary>
    public void Report()
    {
        foreach (List<(DeclaredEvent Event, string Name)> events in _other.Values)
        {
            (DeclaredEvent first, string name) = events[0];
            string others = events.Count == 1 ? "" : FormattableString.Invariant($", and {events.Count - 1} other events of this document likewise");
            _diagnostics.Report(
                Descriptors.TWH2021_KeyIsNotName,
                first.Place,
                $"'{first.Name}' is called '{name}' on the wire, as its schema says{others}; the name on the wire is followed");
        }
    }

    private void Note(DeclaredEvent e, string name)
    {
        if (!_other.TryGetValue(e.Place.File.Path, out List<(DeclaredEvent, string)>? events))
        {
            _other.Add(e.Place.File.Path, events = []);
        }

        events.Add((e, name));
    }

    private void ReportExamples(DeclaredEvent e, IReadOnlyList<string> names)
    {
        foreach (JsonNode example in e.Examples)
        {
            JsonNode? at = JsonPointer.Walk(example, _path!);
            if (at is JsonString text && !names.Contains(text.Value, StringComparer.Ordinal))
            {
                _diagnostics.Report(
                    Descriptors.TWH2022_ExampleOfAnotherEvent,
                    e.Place with { Span = at.Span },
                    $"An example of '{names[0]}' calls itself '{text.Value}'; the schema is followed");
            }
        }
    }
}
