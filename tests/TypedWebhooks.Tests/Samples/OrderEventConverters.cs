using System;
using System.Text.Json;
using TypedWebhooks.Json;

namespace TypedWebhooks.Tests.Samples;

public sealed class OrderEventJsonConverter : WebhookConverter<OrderEvent>
{
    internal static OrderEvent Read(ref WebhookReader reader)
    {
        OrderEvent? known = reader.FindEventType("EventType"u8, OrderEventTypes.Names) switch
        {
            0 => OrderPlacedEventJsonConverter.Read(ref reader),
            1 => OrderClosedEventJsonConverter.Read(ref reader),
            _ => null,
        };
        return known ?? UnrecognizedOrderEventJsonConverter.Read(ref reader);
    }

    internal static void Write(Utf8JsonWriter writer, OrderEvent value)
    {
        switch (value)
        {
            case OrderPlacedEvent e: OrderPlacedEventJsonConverter.Write(writer, e); break;
            case OrderClosedEvent e: OrderClosedEventJsonConverter.Write(writer, e); break;
            case UnrecognizedOrderEvent e: UnrecognizedOrderEventJsonConverter.Write(writer, e); break;
        }
    }

    protected override OrderEvent? ReadValue(ref WebhookReader reader) => Read(ref reader);

    protected override void WriteValue(Utf8JsonWriter writer, OrderEvent value) => Write(writer, value);
}

public sealed class UnrecognizedOrderEventJsonConverter : WebhookConverter<UnrecognizedOrderEvent>
{
    internal static UnrecognizedOrderEvent Read(ref WebhookReader reader) => new(reader.ReadUnrecognized("EventType"u8));

    internal static void Write(Utf8JsonWriter writer, UnrecognizedOrderEvent value) => WebhookWriter.WriteRaw(writer, value.Json);

    protected override UnrecognizedOrderEvent? ReadValue(ref WebhookReader reader) => Read(ref reader);

    protected override void WriteValue(Utf8JsonWriter writer, UnrecognizedOrderEvent value) => Write(writer, value);
}

public sealed class OrderClosedEventJsonConverter : WebhookConverter<OrderClosedEvent>
{
    private static readonly MemberNames s_members = new MemberNames(
        new[] { "EventType", "Reason" },
        required: new[] { 0, 1 },
        eventType: 0);

    internal static OrderClosedEvent? Read(ref WebhookReader reader)
    {
        string reason = "";

        reader.StartObject(s_members, out ObjectReader members);
        while (reader.NextMember(ref members))
        {
            switch (members.Current)
            {
                case 0: reader.ReadEventType(ref members, OrderEventTypes.OrderClosed, ignoreCase: true); break;
                case 1: reason = reader.ReadString(); break;
                default: reader.KeepMember(ref members); break;
            }
        }

        return reader.EndObject(ref members)
            ? new OrderClosedEvent
            {
                Reason = reason,
                AdditionalProperties = members.AdditionalProperties,
                OriginalValues = members.OriginalValues,
                _eventTypeText = members.EventTypeText,
            }
            : null;
    }

    internal static void Write(Utf8JsonWriter writer, OrderClosedEvent value)
    {
        WebhookWriter json = new(writer, s_members, value.OriginalValues);
        json.StartObject();
        json.WriteEventType(0, value.EventType, value._eventTypeText);
        json.WriteString(1, value.Reason);
        json.EndObject(value.AdditionalProperties);
    }

    protected override OrderClosedEvent? ReadValue(ref WebhookReader reader) => Read(ref reader);

    protected override void WriteValue(Utf8JsonWriter writer, OrderClosedEvent value) => Write(writer, value);
}

public sealed class OrderStatusJsonConverter : WebhookConverterFactory
{
    internal static readonly Utf8Names Names = new Utf8Names(new[] { "open", "in progress", "done" });

    protected override IWebhookConverter? Find(Type type) => type == typeof(OrderStatus) ? new WebhookEnumConverter<OrderStatus>(Names) : null;

    internal static OrderStatus Read(ref WebhookReader reader) => (OrderStatus)reader.ReadEnum(Names);
}
