using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Schemas.EventMaps;

/// <content>Which events there are, which schema each has, and what their types are called.</content>
internal sealed partial class EventMapReader
{
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
        if (member.Value is JsonString or JsonArray)
        {
            // What is no object is the patterns alone.
            _map.Discover = new(document, [.. Strings(member)], [], NamesArePath: false, HasBrokenNames: false);
            return;
        }

        if (member.Value is not JsonObject discover)
        {
            Refuse(member.Value, "discover is an object with schemas and names, or the schemas alone");
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
}
