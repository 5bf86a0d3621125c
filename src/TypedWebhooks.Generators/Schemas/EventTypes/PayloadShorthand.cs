using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.EventTypes;

/// <summary>
/// Reads the shorthand in which a catalogue such as Telia Sign's describes bodies: an example of the body with the name of a type in
/// the place of each value.
/// </summary>
internal sealed class PayloadShorthand(SchemaDocument document, ProviderShape provider, SchemaDiagnostics diagnostics)
{
    /// <summary>Type names that such a shorthand uses, in lower case. A trailing <c>?</c> or <c>[]</c> comes off before the look-up.</summary>
    private static readonly Dictionary<string, ScalarKind> s_types = new(StringComparer.Ordinal)
    {
        ["string"] = ScalarKind.String,
        ["text"] = ScalarKind.String,
        ["char"] = ScalarKind.String,
        ["email"] = ScalarKind.String,
        ["uri"] = ScalarKind.String,
        ["url"] = ScalarKind.String,
        ["guid"] = ScalarKind.Guid,
        ["uuid"] = ScalarKind.Guid,
        ["date"] = ScalarKind.DateTimeOffset,
        ["datetime"] = ScalarKind.DateTimeOffset,
        ["date-time"] = ScalarKind.DateTimeOffset,
        ["datetimeoffset"] = ScalarKind.DateTimeOffset,
        ["timestamp"] = ScalarKind.DateTimeOffset,
        ["dateonly"] = ScalarKind.DateOnly,
        ["time"] = ScalarKind.TimeOnly,
        ["timeonly"] = ScalarKind.TimeOnly,
        ["bool"] = ScalarKind.Boolean,
        ["boolean"] = ScalarKind.Boolean,
        ["byte"] = ScalarKind.Int32,
        ["short"] = ScalarKind.Int32,
        ["int16"] = ScalarKind.Int32,
        ["int32"] = ScalarKind.Int32,
        ["int"] = ScalarKind.Int64,
        ["integer"] = ScalarKind.Int64,
        ["long"] = ScalarKind.Int64,
        ["int64"] = ScalarKind.Int64,
        ["ulong"] = ScalarKind.UInt64,
        ["uint64"] = ScalarKind.UInt64,
        ["number"] = ScalarKind.Double,
        ["float"] = ScalarKind.Double,
        ["double"] = ScalarKind.Double,
        ["decimal"] = ScalarKind.Decimal,
        ["money"] = ScalarKind.Decimal,
        ["object"] = ScalarKind.Json,
        ["any"] = ScalarKind.Json,
        ["json"] = ScalarKind.Json,
    };

    /// <summary>The event of an entry; its members in any case, as such providers write names in any case.</summary>
    public void Read(JsonString eventType, JsonObject schema, string? description, bool isObsolete)
    {
        provider.IgnoreCase = true;
        if (HasEventType(eventType, schema))
        {
            provider.Events.Add(new(eventType.Value, ReadObject(schema), document.At(eventType)) { Description = description, IsObsolete = isObsolete });
        }
    }

    /// <summary>
    /// Whether a payload has the member in which events name themselves. The catalogue calls it <c>eventType</c>, the body
    /// <c>EventType</c>: where the item does not say, it is the first event's member of that name in any case.
    /// </summary>
    private bool HasEventType(JsonString eventType, JsonObject schema)
    {
        if (provider.Key is null && schema.Members.Select(static m => m.Name).FirstOrDefault(static m => string.Equals(m, "eventType", StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            provider.Key = EventKey.Member(found);
        }

        string member = provider.Key is { IsOneMember: true } key ? key.Parts[0].Path[0] : "";
        if (provider.Key is not null && (member.Length == 0 || schema.TryGet(member, out _)))
        {
            return true;
        }

        diagnostics.Report(
            Descriptors.TWH2005_EventTypeNotFound,
            document.At(schema),
            $"The payload of '{eventType.Value}' has no member '{(member.Length > 0 ? member : "EventType")}', so its bodies cannot be told from others; say where the name stands with EventType=\"/member\" on the item");
        return false;
    }

    private ObjectShape ReadObject(JsonObject schema)
    {
        ObjectShape shape = new();
        foreach (JsonMember member in schema.Members)
        {
            shape.Members.Add(new(member.Name, ReadType(member.Name, member.Value), isRequired: true, document.At(member.NameSpan)));
        }

        return shape;
    }

    private Shape ReadType(string member, JsonNode node)
    {
        switch (node)
        {
            case JsonString type:
                return ReadTypeName(type, type.Value.Trim());
            case JsonObject nested:
                return ReadObject(nested);
            case JsonArray { Items.Length: 1 } list:
                return new ListShape(ReadType(member, list.Items[0]));
            default:
                Invalid(node, $"the type of '{member}' is the name of a type, an object of members, or an array of one such");
                return new AnyShape(null, document.At(node));
        }
    }

    private Shape ReadTypeName(JsonString node, string name)
    {
        if (name.EndsWith("?", StringComparison.Ordinal))
        {
            return new NullableShape(ReadTypeName(node, name.Substring(0, name.Length - 1)));
        }

        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return new ListShape(ReadTypeName(node, name.Substring(0, name.Length - 2)));
        }

        if (s_types.TryGetValue(name.ToLowerInvariant(), out ScalarKind kind))
        {
            return kind == ScalarKind.Json ? new AnyShape(null, document.At(node)) : new ScalarShape(kind == ScalarKind.DateTimeOffset ? provider.Forms.Date : kind);
        }

        string? nearest = NearestName.Find(name.ToLowerInvariant(), s_types.Keys);
        diagnostics.Report(
            Descriptors.TWH2003_UnknownPayloadType,
            document.At(node),
            node.Value,
            nearest is null ? "" : $"; did you mean '{nearest}'?");
        return new AnyShape(null, document.At(node));
    }

    private void Invalid(JsonNode node, string message) =>
        diagnostics.Report(Descriptors.TWH2010_InvalidSchema, document.At(node), char.ToUpperInvariant(message[0]) + message.Substring(1));
}
