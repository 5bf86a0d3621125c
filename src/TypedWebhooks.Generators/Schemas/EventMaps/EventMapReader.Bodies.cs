using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.EventMaps;

/// <content>How events come in bodies: in an envelope, several in one, or in a field of a form; and what comes that is no event.</content>
internal sealed partial class EventMapReader
{
    private void ReadBody(JsonMember member)
    {
        foreach (JsonString body in Strings(member))
        {
            string[] words = body.Value.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            string kind = words.FirstOrDefault() ?? "", field = words.Length == 2 ? words[1] : "";
            switch (kind)
            {
                case "json" when words.Length == 1:
                    break;
                case "cloudevents" when words.Length == 1:
                    _map.IsCloudEvents = true;
                    break;
                case "json-lines" when words.Length == 1:
                    _map.Body = BodyForm.JsonLines;
                    break;
                case "form" or "multipart" when field.Length > 0 && WireName.IsUnicode(field):
                    _map.Body = new(kind == "form" ? BodyKind.Form : BodyKind.Multipart, field);
                    break;
                case "form" or "multipart":
                    Refuse(body, $"'{body.Value}' does not say which field of the form is the event: write its name behind it, as in '{kind} payload'");
                    break;
                default:
                    Refuse(body, $"'{body.Value}' is not a supported body; it is json, json-lines, cloudevents, form NAME or multipart NAME");
                    break;
            }
        }
    }

    /// <summary>A pointer with one star: what is before it leads to an array, and what is behind it from each of its items to an event.</summary>
    private EventBatch? ReadBatch(JsonMember member)
    {
        if (Text(member) is not { } pointer)
        {
            return null;
        }

        if (!JsonPointer.TryParse(pointer.Value, out IReadOnlyList<string> path) || path.Count(static token => token == "*") != 1 || !WireName.IsUnicode(pointer.Value))
        {
            Refuse(pointer, $"'{pointer.Value}' is no JSON pointer with one * in it, such as /events/*, which stands for each item of an array");
            return null;
        }

        List<string> tokens = [.. path];
        int star = tokens.IndexOf("*");
        return new(pointer, tokens.Take(star).ToEquatableArray(), tokens.Skip(star + 1).ToEquatableArray());
    }

    private void ReadData(JsonMember member)
    {
        if (Text(member) is not { } pointer)
        {
            return;
        }

        if (!JsonPointer.TryParse(pointer.Value, out IReadOnlyList<string> path) || path.Count == 0 || !WireName.IsUnicode(pointer.Value))
        {
            Refuse(pointer, $"'{pointer.Value}' is no JSON pointer into the envelope, such as /data/object");
            return;
        }

        _map.Data = new(pointer, path.ToEquatableArray());
    }

    /// <summary>Further groups of events, each a map of its own but for what concerns the provider as a whole.</summary>
    private void ReadAlso(JsonMember member)
    {
        foreach (JsonNode group in Values(member))
        {
            if (group is not JsonObject o)
            {
                Refuse(group, "also is an array of objects, each of which says where further events have their names");
                continue;
            }

            foreach (JsonMember other in o.Members.Where(static m => m.Name is "also" or "body" or "select" or "types" or "handshakes"))
            {
                Refuse(other.NameSpan, $"'{other.Name}' is said of all events of the provider, outside of also");
            }

            if (!o.TryGet("eventType", out _))
            {
                Refuse(group, "This group of events does not say where a body has the name: eventType is missing");
                continue;
            }

            JsonObject own = new(o.Span, o.Members.RemoveAll(static m => m.Name is "also" or "body" or "select" or "types" or "handshakes"));
            _map.Also.Add(new EventMapReader(document, diagnostics).Read(own));
        }
    }

    private JsonString? Text(JsonMember member)
    {
        if (member.Value is JsonString text)
        {
            return text;
        }

        Refuse(member.Value, $"{member.Name} is a string, not {member.Value.Kind}");
        return null;
    }
}
