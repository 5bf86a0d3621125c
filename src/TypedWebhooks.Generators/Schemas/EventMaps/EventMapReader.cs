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
internal sealed partial class EventMapReader(SchemaDocument document, SchemaDiagnostics diagnostics)
{
    private const int MaxParts = 3;

    private readonly EventMap _map = new(document);
    private List<EventKeyPart> _parts = [];
    private string _separator = ".";

    public EventMap? Read() => document.Root is JsonObject root ? Read(root) : Refuse(document.Root!, "An event map is an object");

    private EventMap Read(JsonObject root)
    {
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
            case "namePrefix":
                _map.NamePrefixes.AddRange(Strings(member));
                break;
            case "numbers":
                _map.NumbersAreText = Strings(member).FirstOrDefault()?.Value switch { "text" => true, "plain" => false, _ => null };
                RefuseUnless(_map.NumbersAreText is not null, member, "numbers is \"text\", where integers of 64 bits are strings, or \"plain\"");
                break;
            case "dates":
                _map.Dates = Strings(member).FirstOrDefault() is { } dates ? DateForms.TryParse(dates.Value) : null;
                RefuseUnless(_map.Dates is not null, member, "dates is \"text\", \"unixSeconds\" or \"unixMilliseconds\"");
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
            case "batch":
                _map.Batch = ReadBatch(member);
                break;
            case "envelope":
                _map.Envelope = Text(member);
                break;
            case "data":
                ReadData(member);
                break;
            case "handshakes":
                _map.Handshakes.AddRange(Strings(member));
                break;
            case "also":
                ReadAlso(member);
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

    private void RefuseUnless(bool isRight, JsonMember member, string message)
    {
        if (!isRight && member.Value is JsonString)
        {
            Refuse(member.Value, message);
        }
    }

    private EventMap? Refuse(JsonNode node, string message)
    {
        Refuse(node.Span, message);
        return null;
    }

    private void Refuse(Microsoft.CodeAnalysis.Text.TextSpan span, string message) =>
        diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, document.At(span), message);
}
