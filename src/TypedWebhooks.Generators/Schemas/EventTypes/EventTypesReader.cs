using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.EventTypes;

/// <summary>
/// Reads a catalogue of event types. Bodies in shorthand it reads itself; those in JSON Schema it leaves to whoever reads that, each a
/// document of its own.
/// </summary>
internal sealed class EventTypesReader(SchemaDocument document, EventMap? map, ProviderShape provider, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
{
    private readonly PayloadShorthand _shorthand = new(document, provider, diagnostics);
    private readonly List<DeclaredEvent> _events = [];

    /// <summary>The events whose bodies are described in JSON Schema; null where there are none.</summary>
    public DeclaringDocument? Read()
    {
        if (EventTypeCatalogue.TryOpen(document.Root!) is not { } catalogue)
        {
            Invalid(document.Root!, "A catalogue is an array of event types, or an object that has one as its data or items");
            return null;
        }

        if (document.Root.Get("done") is JsonBoolean { Value: false } done)
        {
            diagnostics.Report(Descriptors.TWH2028_CatalogueIsNotWhole, document.At(done), "The catalogue is one page of several, as done says: put the other pages into items too, or ask for all event types at once");
        }

        foreach (JsonNode node in catalogue.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadEntry(catalogue, node);
        }

        FindKey(catalogue);
        return _events.Count == 0 ? null : new(document, BaseUri: null, RefHasSiblings: true, _events);
    }

    private void ReadEntry(EventTypeCatalogue catalogue, JsonNode node)
    {
        if (node is not JsonObject entry)
        {
            Invalid(node, $"An event of the catalogue is an object with {catalogue.NameMember}, description and {(catalogue.HasPayloadSchemas ? "payloadSchema" : "schemas")}");
            return;
        }

        JsonNode? stated = catalogue.NameOf(entry);
        if (stated is not JsonString { Value.Length: > 0 } name)
        {
            Invalid(stated ?? node, $"The event has no {catalogue.NameMember}, a string that is not empty");
            return;
        }

        if (entry.Get("schemas") is { } schemas and not JsonNull)
        {
            ReadVersions(entry, name, schemas);
        }
        else if (EventTypeCatalogue.SchemaOf(entry) is { Value: not JsonNull } schema)
        {
            ReadSchema(entry, name, schema);
        }
        else if (catalogue.HasPayloadSchemas)
        {
            Invalid(node, $"The event '{name.Value}' has no payloadSchema, an object");
        }
        else
        {
            // Of a body without a schema everything is kept.
            Add(entry, name, schema: null, version: null);
        }
    }

    private void ReadSchema(JsonObject entry, JsonString name, JsonMember member)
    {
        if (member.Value is JsonObject payload && member.Name == "payloadSchema" && !EventTypeCatalogue.IsJsonSchema(payload))
        {
            _shorthand.Read(name, payload, entry.Text("description"), IsObsolete(entry));
        }
        else if (member.Value is JsonObject || (member.Value is JsonBoolean { Value: true } && member.Name != "payloadSchema"))
        {
            Add(entry, name, member.Value, version: null);
        }
        else
        {
            Invalid(member.Value, $"The event '{name.Value}' has no {member.Name}, an object");
        }
    }

    /// <summary>Schemas by their versions. Where the map says that names end in a version, each is an event; otherwise the highest one is.</summary>
    private void ReadVersions(JsonObject entry, JsonString name, JsonNode schemas)
    {
        if (schemas is not JsonObject byVersion)
        {
            Invalid(schemas, $"The schemas of '{name.Value}' are an object with a JSON Schema for each version, not {schemas.Kind}");
            return;
        }

        List<JsonMember> versions = [];
        foreach (JsonMember version in byVersion.Members)
        {
            if (version.Value is JsonObject or JsonBoolean { Value: true })
            {
                versions.Add(version);
            }
            else if (version.Value is not JsonNull)
            {
                Invalid(version.Value, $"The schema of version '{version.Name}' of '{name.Value}' is an object, not {version.Value.Kind}");
            }
        }

        if (map is { HasVersion: true })
        {
            foreach (JsonMember version in versions)
            {
                Add(entry, name, version.Value, version.Name);
            }
        }
        else if (versions.Count > 0)
        {
            Add(entry, name, versions.OrderBy(static version => version.Name, VersionOrder.Instance).Last().Value, version: null);
        }
        else if (byVersion.Members.All(static version => version.Value is JsonNull))
        {
            Add(entry, name, schema: null, version: null);
        }
    }

    private void Add(JsonObject entry, JsonString name, JsonNode? schema, string? version) => _events.Add(new(name.Value, document.At(name), document, schema)
    {
        IsNamed = true,
        IsOwnDocument = true,
        Version = version,
        Description = entry.Text("description"),
        IsObsolete = IsObsolete(entry),
        Examples = [.. schema.Items("examples")],
    });

    /// <summary>
    /// Where the catalogue calls a name <c>eventType</c>, the member of that name is it in the body too, in whatever case. A member
    /// <c>name</c> may be a person's.
    /// </summary>
    private void FindKey(EventTypeCatalogue catalogue)
    {
        if (provider.Key is not null || catalogue.NameMember == "name" || _events.Count == 0)
        {
            return;
        }

        string? first = MembersOf(_events[0]).FirstOrDefault(IsEventType);
        if (first is not null && _events.TrueForAll(e => MembersOf(e).Contains(first, StringComparer.Ordinal)))
        {
            provider.Key = EventKey.Member(first);
        }
    }

    private static IEnumerable<string> MembersOf(DeclaredEvent e) => e.Schema.Members("properties").Select(static member => member.Name);

    private static bool IsEventType(string name) => string.Equals(name.Replace("_", ""), "eventType", StringComparison.OrdinalIgnoreCase);

    private static bool IsObsolete(JsonObject entry) => entry.IsTrue("deprecated") || entry.IsTrue("archived");

    private void Invalid(JsonNode node, string message) => diagnostics.Report(Descriptors.TWH2010_InvalidSchema, document.At(node), message);
}
