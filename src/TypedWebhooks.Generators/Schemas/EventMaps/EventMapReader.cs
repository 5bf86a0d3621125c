using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.EventMaps;

/// <summary>Reads an event map. What it does not understand it says, at its place, and leaves out.</summary>
internal sealed class EventMapReader(SchemaDocument document, SchemaDiagnostics diagnostics)
{
    /// <summary>Keys of the format that only other dialects than JSON Schema have a use for so far.</summary>
    private static readonly string[] s_later = ["also", "batch", "data", "envelope", "handshakes"];

    private const int MaxParts = 3;

    private readonly EventMap _map = new(document);
    private List<EventKeyPart> _parts = [];
    private string _separator = ".";

    public EventMap? Read()
    {
        if (document.Root is not JsonObject root)
        {
            Refuse(document.Root!, "An event map is an object");
            return null;
        }

        foreach (JsonMember member in root.Members)
        {
            ReadMember(member);
        }

        if (_parts.Count > MaxParts)
        {
            Refuse(root.Members.First(static member => member.Name == "eventType").NameSpan, "An event's name has at most three parts, its version included");
            _parts.RemoveRange(MaxParts, _parts.Count - MaxParts);
        }

        if (_map.IsCloudEvents && _parts.Exists(static part => part.Header is not null))
        {
            Refuse(root.Members.First(static member => member.Name is "eventType" or "version").NameSpan, "A CloudEvent's name stands in its attribute /type, which is the header ce-type in binary mode: both are read without being told");
            _parts.RemoveAll(static part => part.Header is not null);
        }

        if (_parts.Count == 0 && _map.IsCloudEvents)
        {
            _parts = [new(null, new[] { "type" }.ToEquatableArray(), IsOptional: false)];
        }

        _map.Key = _parts.Count > 0 ? new(_parts.ToEquatableArray(), _separator) : null;
        return _map;
    }

    private void ReadMember(JsonMember member)
    {
        switch (member.Name)
        {
            case "$schema" or "$comment":
                break;
            case "eventType":
                _map.KeyPlace = member.Value.Span;
                _parts = [.. Strings(member).Select(ReadPart).Where(static part => part is not null).Select(static part => part!), .. _parts];
                break;
            case "version":
                // An event of the map may be one for all versions, so the version is dropped where it makes no known name.
                List<EventKeyPart> versions = [.. Strings(member).Take(1).Select(ReadPart).Where(static part => part is not null).Select(static part => part! with { IsOptional = true })];
                _parts.AddRange(versions);
                _map.HasVersion = versions.Count > 0;
                break;
            case "separator":
                _separator = Strings(member).FirstOrDefault()?.Value ?? _separator;
                break;
            case "body":
                ReadBody(member);
                break;
            case "names":
                ReadNames(member);
                break;
            case "discover":
                ReadDiscover(member);
                break;
            case "events":
                ReadEvents(member);
                break;
            case "types":
                ReadTypes(member);
                break;
            case "select":
                ReadSelected(member);
                break;
            case var later when s_later.Contains(later):
                Refuse(member.NameSpan, $"'{later}' is not supported for JSON Schema yet");
                break;
            default:
                Refuse(member.NameSpan, $"'{member.Name}' is not a key of an event map");
                break;
        }
    }

    private EventKeyPart? ReadPart(JsonString text)
    {
        if (EventKeyText.TryParsePart(text.Value, out EventKeyPart? part))
        {
            return part;
        }

        Refuse(text, $"'{text.Value}' is neither a JSON pointer into the body, such as /type, nor header and the name of one");
        return null;
    }

    private void ReadBody(JsonMember member)
    {
        foreach (JsonString body in Strings(member))
        {
            if (body.Value == "cloudevents")
            {
                _map.IsCloudEvents = true;
            }
            else if (body.Value != "json")
            {
                Refuse(body, $"'{body.Value}' is not a supported body; it is json or cloudevents");
            }
        }
    }

    private void ReadNames(JsonMember member)
    {
        if (member.Value is JsonString reference)
        {
            _map.NamesReference = reference;
        }
        else
        {
            _map.Names.AddRange(Strings(member));
        }
    }

    private void ReadDiscover(JsonMember member)
    {
        if (member.Value is not JsonObject discover)
        {
            Refuse(member.Value, "discover is an object with schemas and names");
            return;
        }

        List<JsonString> schemas = [], names = [];
        foreach (JsonMember part in discover.Members)
        {
            switch (part.Name)
            {
                case "schemas":
                    schemas.AddRange(Strings(part));
                    break;
                case "names":
                    names.AddRange(Strings(part));
                    break;
                default:
                    Refuse(part.NameSpan, $"'{part.Name}' is not a key of discover; these are schemas and names");
                    break;
            }
        }

        bool path = names.Exists(static name => name.Value == "path");
        List<JsonString> pointers = path ? [] : names.FindAll(static name => EventDiscovery.Tokens(name) is not null);
        foreach (JsonString name in path ? [] : names.Except(pointers))
        {
            Refuse(name, $"'{name.Value}' is no JSON pointer into a schema, such as /x-event-name, nor path");
        }

        _map.Discover = new(document, schemas, pointers, path, HasBrokenNames: !path && names.Count > 0 && pointers.Count == 0);
    }

    private void ReadEvents(JsonMember member)
    {
        if (member.Value is not JsonObject events)
        {
            Refuse(member.Value, "events is an object: a name, or a glob of names, and the schema of each");
            return;
        }

        foreach (JsonMember entry in events.Members)
        {
            switch (entry.Value)
            {
                case JsonNull:
                    _map.Entries.Add(new(entry.Name, entry, null, IsUntyped: true, null, null, []));
                    break;
                case JsonString schema:
                    _map.Entries.Add(new(entry.Name, entry, schema, IsUntyped: false, null, null, []));
                    break;
                case JsonObject detailed:
                    _map.Entries.Add(ReadEntry(entry, detailed));
                    break;
                default:
                    Refuse(entry.Value, "An event is a reference to its schema, null, or an object with schema, name, description and versions");
                    break;
            }
        }
    }

    private void ReadTypes(JsonMember member)
    {
        if (member.Value is not JsonObject types)
        {
            Refuse(member.Value, "types is an object: a reference to a schema, and the name of its type");
            return;
        }

        foreach (JsonMember type in types.Members)
        {
            if (type.Value is JsonString name && CSharpName.IsValid(name.Value))
            {
                _map.Types.Add((new(type.NameSpan, type.Name), name));
            }
            else
            {
                Refuse(type.Value, "The name of a type is a C# identifier of letters, digits and underscores");
            }
        }
    }

    /// <summary>A list with semicolons between, as an item has it, or an array.</summary>
    private void ReadSelected(JsonMember member)
    {
        _map.Selected.AddRange(member.Value is JsonString list
            ? EventPatterns.Split(list.Value).Select(pattern => (pattern, (JsonNode)list))
            : Strings(member).Select(static pattern => (pattern.Value, (JsonNode)pattern)));
        if (_map.Selected.Count == 0 && member.Value is JsonString or JsonArray { Items.Length: 0 })
        {
            Refuse(member.Value, "select names no event; without it all events have a type");
        }
    }

    private EventMapEntry ReadEntry(JsonMember entry, JsonObject detailed)
    {
        JsonString? schema = null;
        bool untyped = false;
        string? name = null, description = null;
        List<string> versions = [];
        foreach (JsonMember part in detailed.Members)
        {
            switch (part.Name, part.Value)
            {
                case ("schema", JsonNull):
                    untyped = true;
                    break;
                case ("schema", JsonString reference):
                    schema = reference;
                    break;
                case ("name", JsonString text) when CSharpName.IsValid(text.Value):
                    name = text.Value;
                    break;
                case ("description", JsonString text):
                    description = text.Value;
                    break;
                case ("versions", _):
                    versions.AddRange(Versions(part));
                    break;
                case ("name", _):
                    Refuse(part.Value, "name is a C# identifier of letters, digits and underscores");
                    break;
                default:
                    Refuse(part.NameSpan, $"'{part.Name}' is not a key of an event; these are schema, name, description and versions");
                    break;
            }
        }

        return new(entry.Name, entry, schema, untyped, name, description, versions);
    }

    /// <summary>Versions, each a string or a number.</summary>
    private IEnumerable<string> Versions(JsonMember member)
    {
        foreach (JsonNode value in Values(member))
        {
            if (((value as JsonString)?.Value ?? (value as JsonNumber)?.ToPlainText()) is { } version)
            {
                yield return version;
            }
            else
            {
                Refuse(value, $"A version is a string or a number, not {value.Kind}");
            }
        }
    }

    private static JsonNode[] Values(JsonMember member) => member.Value is JsonArray list ? [.. list.Items] : [member.Value];

    /// <summary>A string, or an array of strings.</summary>
    private IEnumerable<JsonString> Strings(JsonMember member)
    {
        foreach (JsonNode value in Values(member))
        {
            if (value is JsonString text)
            {
                yield return text;
            }
            else
            {
                Refuse(value, $"{member.Name} is a string or an array of strings, not {value.Kind}");
            }
        }
    }

    private void Refuse(JsonNode node, string message) => Refuse(node.Span, message);

    private void Refuse(Microsoft.CodeAnalysis.Text.TextSpan span, string message) =>
        diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, document.At(span), message);
}
