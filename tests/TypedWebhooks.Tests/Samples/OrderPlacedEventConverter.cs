using System;
using System.Text.Json;
using TypedWebhooks.Json;

namespace TypedWebhooks.Tests.Samples;

public sealed class OrderPlacedEventJsonConverter : WebhookConverter<OrderPlacedEvent>
{
    private static readonly MemberNames s_members = new MemberNames(
        new[]
        {
            "EventType", "Id", "PlacedAt", "Status", "Total", "Ratio", "Count", "Sequence", "Mask", "Note", "Tags",
            "Weights", "Due", "At", "Customer", "Lines", "History", "Updates", "Blob", "Paid",
        },
        required: new[] { 0, 1, 2, 3 },
        eventType: 0);

    internal static OrderPlacedEvent? Read(ref WebhookReader reader)
    {
        Guid id = default;
        DateTimeOffset placedAt = default;
        OrderStatus status = default;
        decimal? total = null;
        double? ratio = null;
        long? count = null;
        long? sequence = null;
        ulong? mask = null;
        string? note = null;
        EquatableList<string>? tags = null;
        EquatableDictionary<double>? weights = null;
        DateOnly? due = null;
        TimeOnly? at = null;
        Customer? customer = null;
        EquatableList<OrderLine>? lines = null;
        EquatableList<OrderStatus>? history = null;
        EquatableList<DateTimeOffset>? updates = null;
        JsonElement? blob = null;
        bool? paid = null;

        reader.StartObject(s_members, out ObjectReader members);
        while (reader.NextMember(ref members))
        {
            switch (members.Current)
            {
                case 0: reader.ReadEventType(ref members, OrderEventTypes.OrderPlaced, ignoreCase: true); break;
                case 1: id = reader.ReadGuid(); break;
                case 2: placedAt = reader.ReadDateTimeOffset(ref members, format: 0); break;
                case 3: status = OrderStatusJsonConverter.Read(ref reader); break;
                case 4: total = reader.ReadDecimal(); break;
                case 5: ratio = reader.ReadDouble(); break;
                case 6: count = reader.ReadInt64(); break;
                case 7: sequence = reader.ReadInt64FromStringOrNumber(); break;
                case 8: mask = reader.ReadUInt64FromStringOrNumber(); break;
                case 9: note = reader.TryReadNull(ref members, nullSlot: 0) ? null : reader.ReadString(); break;
                case 10: tags = reader.ReadList(static (ref WebhookReader r) => r.ReadString()); break;
                case 11: weights = reader.ReadMap(static (ref WebhookReader r) => r.ReadDouble()); break;
                case 12: due = reader.ReadDateOnly(); break;
                case 13: at = reader.ReadTimeOnly(); break;
                case 14: customer = CustomerJsonConverter.Read(ref reader); break;
                case 15: lines = reader.ReadList(static (ref WebhookReader r) => OrderLineJsonConverter.Read(ref r)!); break;
                case 16: history = reader.ReadList(static (ref WebhookReader r) => OrderStatusJsonConverter.Read(ref r)); break;
                case 17: updates = reader.ReadList(static (ref WebhookReader r) => r.ReadDateTimeOffset()); break;
                case 18: blob = reader.ReadJson(); break;
                case 19: paid = reader.ReadBoolean(); break;
                default: reader.KeepMember(ref members); break;
            }
        }

        return reader.EndObject(ref members)
            ? new OrderPlacedEvent
            {
                Id = id,
                PlacedAt = placedAt,
                Status = status,
                Total = total,
                Ratio = ratio,
                Count = count,
                Sequence = sequence,
                Mask = mask,
                Note = note,
                Tags = tags,
                Weights = weights,
                Due = due,
                At = at,
                Customer = customer,
                Lines = lines,
                History = history,
                Updates = updates,
                Blob = blob,
                Paid = paid,
                AdditionalProperties = members.AdditionalProperties,
                OriginalValues = members.OriginalValues,
                _format = members.Format,
                _eventTypeText = members.EventTypeText,
            }
            : null;
    }

    internal static void Write(Utf8JsonWriter writer, OrderPlacedEvent value)
    {
        WebhookWriter json = new(writer, s_members, value.OriginalValues, value._format);
        json.StartObject();
        json.WriteEventType(0, value.EventType, value._eventTypeText);
        json.WriteGuid(1, value.Id);
        json.WriteDateTimeOffset(2, value.PlacedAt, format: 0);
        json.WriteEnum(3, (int)value.Status, OrderStatusJsonConverter.Names);
        if (value.Total is { } total) json.WriteDecimal(4, total);
        if (value.Ratio is { } ratio) json.WriteDouble(5, ratio);
        if (value.Count is { } count) json.WriteInt64(6, count);
        if (value.Sequence is { } sequence) json.WriteInt64(7, sequence);
        if (value.Mask is { } mask) json.WriteUInt64(8, mask);
        if (value.Note is { } note) json.WriteString(9, note);
        else json.WriteNullOrAbsent(9, nullSlot: 0);
        if (value.Tags is { } tags) json.WriteList(10, tags, static (writer, item) => writer.WriteStringValue(item));
        if (value.Weights is { } weights)
        {
            json.WriteMap(
                11,
                weights,
                static (writer, item) => WebhookWriter.WriteValue(writer, item),
                static (ref WebhookReader r) => r.ReadDouble());
        }

        if (value.Due is { } due) json.WriteDateOnly(12, due);
        if (value.At is { } at) json.WriteTimeOnly(13, at);
        if (value.Customer is { } customer)
        {
            json.WriteName(14);
            CustomerJsonConverter.Write(writer, customer);
        }

        if (value.Lines is { } lines) json.WriteList(15, lines, static (writer, item) => OrderLineJsonConverter.Write(writer, item));
        if (value.History is { } history)
        {
            json.WriteList(
                16,
                history,
                static (writer, item) => WebhookWriter.WriteEnumValue(writer, (int)item, OrderStatusJsonConverter.Names),
                static (ref WebhookReader r) => OrderStatusJsonConverter.Read(ref r));
        }

        if (value.Updates is { } updates)
        {
            json.WriteList(
                17,
                updates,
                static (writer, item) => WebhookWriter.WriteValue(writer, item),
                static (ref WebhookReader r) => r.ReadDateTimeOffset());
        }

        if (value.Blob is { } blob) json.WriteJson(18, blob);
        if (value.Paid is { } paid) json.WriteBoolean(19, paid);
        json.EndObject(value.AdditionalProperties);
    }

    protected override OrderPlacedEvent? ReadValue(ref WebhookReader reader) => Read(ref reader);

    protected override void WriteValue(Utf8JsonWriter writer, OrderPlacedEvent value) => Write(writer, value);
}
