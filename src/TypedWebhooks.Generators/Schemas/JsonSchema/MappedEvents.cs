using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>The events that an event map names itself: they come before what was discovered.</summary>
internal sealed class MappedEvents(EventMap map, EventKey key, SchemaSet schemas, EventBodies bodies, EventEnvelope envelope, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
{
    /// <summary>The entries whose pattern is a name, by it; those that are globs have to be tried one by one.</summary>
    private readonly ILookup<string, EventMapEntry> _named = map.Entries.Where(static entry => !Glob.IsGlob(entry.Pattern)).ToLookup(static entry => entry.Pattern, StringComparer.Ordinal);

    private readonly List<EventMapEntry> _globs = map.Entries.FindAll(static entry => Glob.IsGlob(entry.Pattern));

    /// <param name="first">The first of the provider's events that are of this map, or group of it.</param>
    public void AddTo(ProviderShape provider, int first)
    {
        HashSet<string> known = new(provider.Events.Select(static e => e.EventType), StringComparer.Ordinal);
        List<(string Value, SchemaLocation Location)> listed = [.. Listed()];
        foreach (EventShape named in listed.Select(name => Untyped(name.Value, name.Location)).Concat(map.Entries.SelectMany(Named)))
        {
            if (known.Add(named.EventType))
            {
                provider.Events.Add(named);
            }
        }

        HashSet<EventMapEntry> used = [];
        HashSet<string> without = new(StringComparer.Ordinal);
        int untyped = 0;
        for (int i = first; i < provider.Events.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Best(provider.Events[i]) is { } entry)
            {
                used.Add(entry);
                provider.Events[i] = Apply(provider.Events[i], entry);
                untyped += entry.IsUntyped ? 1 : 0;
            }
            else
            {
                without.Add(provider.Events[i].EventType);
            }
        }

        ReportUntyped([.. listed.Where(name => without.Contains(name.Value))], provider.Events.Count - first, untyped);

        foreach (EventMapEntry entry in map.Entries.Where(entry => !used.Contains(entry)))
        {
            diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(entry.Member.NameSpan), $"No event is called '{entry.Pattern}'");
        }
    }

    /// <summary>Says which events of those that are listed have no schema, unless the map says itself that they have none.</summary>
    private void ReportUntyped(List<(string Value, SchemaLocation Location)> unsaid, int all, int untyped)
    {
        if (unsaid.Count > 0 && map.Entries.Count > 0)
        {
            string others = unsaid.Count == 1 ? "" : FormattableString.Invariant($", nor of {unsaid.Count - 1} others");
            diagnostics.Report(
                Descriptors.TWH2024_UntypedName,
                unsaid[0].Location,
                $"'{unsaid[0].Value}' is listed among the names, and no entry of events says which schema it has{others}: it is untyped. Where that is meant, say so with \"*\": null in events");
        }

        untyped += unsaid.Count;
        if (map.Data is { } data && untyped > 0 && !envelope.IsBroken)
        {
            diagnostics.Report(
                Descriptors.TWH2027_UntypedData,
                map.Document.At(data.Pointer),
                FormattableString.Invariant($"'{data.Pointer.Value}' is a JsonElement in {untyped} of {all} events, which have no schema for it; an entry of events gives them one"));
        }
    }

    /// <summary>
    /// The events that an entry names by itself: not by a glob, and with a schema or none, so that it is more than a note on
    /// an event that is there already. Several versions are several events.
    /// </summary>
    private IEnumerable<EventShape> Named(EventMapEntry entry) =>
        Glob.IsGlob(entry.Pattern) || (entry.Schema is null && !entry.IsUntyped) ? []
        : map.HasVersion && entry.Versions.Count > 0 ? entry.Versions.Select(version => Untyped(entry.Pattern, map.Document.At(entry.Member.NameSpan), version))
        : [Untyped(entry.Pattern, map.Document.At(entry.Member.NameSpan))];

    /// <summary>
    /// The entry with the longest pattern that matches; a name without a star is longer than any glob, and one for this
    /// version comes before one for all.
    /// </summary>
    private EventMapEntry? Best(EventShape e) => _globs
        .Concat(_named[e.EventType])
        .Concat(map.HasVersion ? _named[WithoutVersion(e)] : [])
        .Where(entry => Matches(entry, e))
        .OrderByDescending(static entry => Glob.IsGlob(entry.Pattern) ? entry.Pattern.Length : int.MaxValue)
        .ThenByDescending(static entry => entry.Versions.Count > 0)
        .ThenBy(static entry => entry.Member.NameSpan.Start)
        .FirstOrDefault();

    private bool Matches(EventMapEntry entry, EventShape e)
    {
        if (!map.HasVersion)
        {
            return Glob.MatchesName(entry.Pattern, e.EventType);
        }

        string version = e.Parts[e.Parts.Count - 1];
        string name = WithoutVersion(e);
        return entry.Versions.Count > 0
            ? entry.Versions.Contains(version) && Glob.MatchesName(entry.Pattern, name)
            : Glob.MatchesName(entry.Pattern, name) || Glob.MatchesName(entry.Pattern, e.EventType);
    }

    private string WithoutVersion(EventShape e) =>
        string.Join(key.Separator, e.Parts.Take(e.Parts.Count - 1).Where(static part => part.Length > 0));

    private EventShape Apply(EventShape e, EventMapEntry entry)
    {
        ObjectShape body = e.Body;
        if (entry.Schema is not null)
        {
            body = Read(entry.Schema) is { } read ? envelope.Around(read, map.Document.At(entry.Schema)) : body;
        }
        else if (entry.IsUntyped)
        {
            body = envelope.AroundAnything(e.Location);
        }

        return new(e.EventType, body, e.Location)
        {
            Parts = e.Parts,
            Name = entry.Name ?? e.Name,
            IsObsolete = e.IsObsolete,
            Description = entry.Description ?? e.Description ?? body.Description,
        };
    }

    private ObjectShape? Read(JsonString reference)
    {
        SchemaNode? target = schemas.Locate(map.Document, reference);
        if (target is null)
        {
            diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(reference), $"'{reference.Value}' leads nowhere: none of the provider's schemas has it");
            return null;
        }

        if (bodies.OfNamedEvent(target.Value) is { } body)
        {
            return body;
        }

        diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(reference), $"The schema '{reference.Value}' is not one of an object");
        return null;
    }

    /// <summary>An event without a schema: all of its body, or of its data, is additional properties.</summary>
    private EventShape Untyped(string name, SchemaLocation location, string version = "")
    {
        int count = map.HasVersion ? key.Parts.Count - 1 : key.Parts.Count;
        List<string> parts = Split(name, count);
        if (map.HasVersion)
        {
            parts.Add(version);
        }

        string whole = version.Length > 0 ? name + key.Separator + version : name;
        return new(whole, envelope.AroundAnything(location), location) { Parts = parts };
    }

    /// <summary>The parts of a name; what is left over belongs to the last one.</summary>
    private List<string> Split(string name, int count)
    {
        List<string> parts = count <= 1 || key.Separator.Length == 0 ? [name] : [.. name.Split([key.Separator], count, StringSplitOptions.None)];
        parts.AddRange(Enumerable.Repeat("", Math.Max(0, count - parts.Count)));
        return parts;
    }

    private IEnumerable<(string Value, SchemaLocation Location)> Listed()
    {
        if (map.NamesReference is null)
        {
            return map.Names.Select(name => (name.Value, map.Document.At(name)));
        }

        if (schemas.Locate(map.Document, map.NamesReference) is { Node: JsonArray list } found)
        {
            foreach (JsonNode other in list.Items.Where(static item => item is not JsonString))
            {
                diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(map.NamesReference), $"'{map.NamesReference.Value}' leads to an array of names that has {other.Kind} in it, which is none");
            }

            // What stands for any event, as in the list of what one can subscribe to, is none.
            return list.Items.OfType<JsonString>().Where(static name => !Glob.IsGlob(name.Value)).Select(name => (name.Value, found.Resource.Document.At(name)));
        }

        diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(map.NamesReference), $"'{map.NamesReference.Value}' leads to no array of names");
        return [];
    }
}
