using System;
using System.Text.Json;
using TypedWebhooks.Json;

namespace TypedWebhooks.Tests.Samples;

public sealed class CustomerJsonConverter : WebhookConverter<Customer>
{
    private static readonly MemberNames s_members = new MemberNames(
        new[] { "Name", "mail address", "LastStatus" },
        required: new[] { 0, 1 });

    internal static Customer? Read(ref WebhookReader reader)
    {
        string name = "";
        string mailAddress = "";
        OrderStatus? lastStatus = null;

        reader.StartObject(s_members, out ObjectReader members);
        while (reader.NextMember(ref members))
        {
            switch (members.Current)
            {
                case 0: name = reader.ReadString(); break;
                case 1: mailAddress = reader.ReadString(); break;
                case 2: lastStatus = OrderStatusJsonConverter.Read(ref reader); break;
                default: reader.KeepMember(ref members); break;
            }
        }

        return reader.EndObject(ref members)
            ? new Customer
            {
                Name = name,
                MailAddress = mailAddress,
                LastStatus = lastStatus,
                AdditionalProperties = members.AdditionalProperties,
                OriginalValues = members.OriginalValues,
            }
            : null;
    }

    internal static void Write(Utf8JsonWriter writer, Customer value)
    {
        WebhookWriter json = new(writer, s_members, value.OriginalValues);
        json.StartObject();
        json.WriteString(0, value.Name);
        json.WriteString(1, value.MailAddress);
        if (value.LastStatus is { } lastStatus) json.WriteEnum(2, (int)lastStatus, OrderStatusJsonConverter.Names);
        json.EndObject(value.AdditionalProperties);
    }

    protected override Customer? ReadValue(ref WebhookReader reader) => Read(ref reader);

    protected override void WriteValue(Utf8JsonWriter writer, Customer value) => Write(writer, value);
}

public sealed class OrderLineJsonConverter : WebhookConverter<OrderLine>
{
    private static readonly MemberNames s_members = new MemberNames(
        new[] { "Sku", "Quantity", "ShippedAt" },
        required: new[] { 0, 1 });

    internal static OrderLine? Read(ref WebhookReader reader)
    {
        string sku = "";
        int quantity = 0;
        DateTimeOffset? shippedAt = null;

        reader.StartObject(s_members, out ObjectReader members);
        while (reader.NextMember(ref members))
        {
            switch (members.Current)
            {
                case 0: sku = reader.ReadString(); break;
                case 1: quantity = reader.ReadInt32(); break;
                case 2: shippedAt = reader.ReadDateTimeOffset(ref members, format: 0); break;
                default: reader.KeepMember(ref members); break;
            }
        }

        return reader.EndObject(ref members)
            ? new OrderLine
            {
                Sku = sku,
                Quantity = quantity,
                ShippedAt = shippedAt,
                AdditionalProperties = members.AdditionalProperties,
                OriginalValues = members.OriginalValues,
                _format = members.Format,
            }
            : null;
    }

    internal static void Write(Utf8JsonWriter writer, OrderLine value)
    {
        WebhookWriter json = new(writer, s_members, value.OriginalValues, value._format);
        json.StartObject();
        json.WriteString(0, value.Sku);
        json.WriteInt32(1, value.Quantity);
        if (value.ShippedAt is { } shippedAt) json.WriteDateTimeOffset(2, shippedAt, format: 0);
        json.EndObject(value.AdditionalProperties);
    }

    protected override OrderLine? ReadValue(ref WebhookReader reader) => Read(ref reader);

    protected override void WriteValue(Utf8JsonWriter writer, OrderLine value) => Write(writer, value);
}
