using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>The events that an event map names itself: they come before what was discovered.</summary>
internal sealed class MappedEvents(EventMap map, EventKey key, SchemaSet schemas, ShapeReader shapes, SchemaDiagnostics diagnostics)
{
    public void AddTo(ProviderShape provider)
    {
        List<string> names = [.. Listed()];
        foreach (string name in names.Concat(map.Entries.Where(static entry => !Glob.IsGlob(entry.Pattern) && entry.Schema is not null || entry.IsUntyped && !Glob.IsGlob(entry.Pattern)).Select(static entry => entry.Pattern)))
        {
            if (!provider.Events.Exists(e => string.Equals(e.EventType, name, StringComparison.Ordinal)))
            {
                provider.Events.Add(Untyped(name));
            }
        }

        HashSet<EventMapEntry> used = [];
        for (int i = 0; i < provider.Events.Count; i++)
        {
            if (Best(provider.Events[i].EventType) is { } entry)
            {
                used.Add(entry);
                provider.Events[i] = Apply(provider.Events[i], entry);
            }
        }

        foreach (EventMapEntry entry in map.Entries.Where(entry => !used.Contains(entry)))
        {
            diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(entry.Member.NameSpan), $"No event is called '{entry.Pattern}'");
        }
    }

    /// <summary>The entry with the longest pattern that matches; a name without a star is longer than any glob.</summary>
    private EventMapEntry? Best(string name) => map.Entries
        .Where(entry => Glob.MatchesName(entry.Pattern, name))
        .OrderByDescending(static entry => Glob.IsGlob(entry.Pattern) ? entry.Pattern.Length : int.MaxValue)
        .FirstOrDefault();

    private EventShape Apply(EventShape e, EventMapEntry entry)
    {
        ObjectShape body = e.Body;
        if (entry.Schema is not null)
        {
            body = Read(entry.Schema) is { } read
                ? map.IsCloudEvents ? CloudEvent.Around(read, map.Document.At(entry.Schema)) : read
                : body;
        }
        else if (entry.IsUntyped)
        {
            body = Untyped(e.EventType).Body;
        }

        return new(e.EventType, body, e.Location)
        {
            Parts = e.Parts,
            Name = entry.Name ?? e.Name,
            Description = entry.Description ?? e.Description ?? body.Description,
        };
    }

    private ObjectShape? Read(JsonString reference)
    {
        SchemaNode? target = schemas.Locate(map.Document, reference);
        if (target is null)
        {
            diagnostics.Report(Descriptors.TWH2002_ReferenceHasNoTarget, map.Document.At(reference), reference.Value, "none of the provider's schemas has it");
            return null;
        }

        Shape shape = shapes.Read(target.Value);
        if (Objects.In(shape) is { } body)
        {
            return body;
        }

        diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(reference), $"The schema '{reference.Value}' is not one of an object");
        return null;
    }

    /// <summary>An event without a schema: all of its body is additional properties.</summary>
    private EventShape Untyped(string name)
    {
        SchemaLocation location = map.Document.At(default(Microsoft.CodeAnalysis.Text.TextSpan));
        return new(name, new ObjectShape(), location) { Parts = [name, .. Enumerable.Repeat("", key.Parts.Count - 1)] };
    }

    private IEnumerable<string> Listed()
    {
        if (map.NamesReference is null)
        {
            return map.Names.Select(static name => name.Value);
        }

        if (schemas.Locate(map.Document, map.NamesReference) is { Node: JsonArray list })
        {
            return list.Items.OfType<JsonString>().Select(static name => name.Value);
        }

        diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(map.NamesReference), $"'{map.NamesReference.Value}' leads to no array of names");
        return [];
    }
}
