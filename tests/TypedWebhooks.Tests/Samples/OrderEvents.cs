using System;
using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using TypedWebhooks.Json;

// Written by hand in the shape in which the generator writes events: the subject of these tests. It uses no more of
// the language than C# 11 has, as generated code must.
namespace TypedWebhooks.Tests.Samples;

[JsonConverter(typeof(OrderEventJsonConverter))]
[WebhookEvents(typeof(OrderPlacedEvent), typeof(OrderClosedEvent), typeof(UnrecognizedOrderEvent))]
public abstract record OrderEvent
{
    [JsonIgnore]
    public abstract string EventType { get; }

    internal abstract int Index { get; }

    public static OrderEvent Parse(ReadOnlySpan<byte> utf8Json)
    {
        WebhookReader reader = new WebhookReader(utf8Json);
        OrderEvent result = OrderEventJsonConverter.Read(ref reader);
        reader.EndDocument();
        return result;
    }

    public static OrderEvent Parse(string json) => WebhookBody.Parse(json, Parse);

    public static ValueTask<OrderEvent> ParseAsync(Stream body, CancellationToken cancellationToken = default) =>
        WebhookBody.ParseAsync(body, Parse, cancellationToken);
}

public static class OrderEventTypes
{
    public const string OrderPlaced = "OrderPlaced";
    public const string OrderClosed = "OrderClosed";

    internal static readonly Utf8Names Names = new Utf8Names(new[] { OrderPlaced, OrderClosed }, ignoreCase: true);
}

[JsonConverter(typeof(OrderPlacedEventJsonConverter))]
public sealed record OrderPlacedEvent : OrderEvent
{
    internal WireFormat _format;
    internal EventTypeText _eventTypeText;
    private readonly EquatableJson? _blob;

    public override string EventType => OrderEventTypes.OrderPlaced;

    public required Guid Id { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required OrderStatus Status { get; init; }

    public decimal? Total { get; init; }

    public double? Ratio { get; init; }

    public long? Count { get; init; }

    public long? Sequence { get; init; }

    public ulong? Mask { get; init; }

    public string? Note { get; init; }

    public EquatableList<string>? Tags { get; init; }

    public EquatableDictionary<double>? Weights { get; init; }

    public DateOnly? Due { get; init; }

    public TimeOnly? At { get; init; }

    public Customer? Customer { get; init; }

    public EquatableList<OrderLine>? Lines { get; init; }

    public EquatableList<OrderStatus>? History { get; init; }

    public EquatableList<DateTimeOffset>? Updates { get; init; }

    public JsonElement? Blob
    {
        get => _blob?.Value;
        init => _blob = value is { } element ? new EquatableJson(element) : null;
    }

    public bool? Paid { get; init; }

    public EquatableDictionary<JsonElement>? AdditionalProperties { get; init; }

    public EquatableDictionary<JsonElement>? OriginalValues { get; init; }

    internal override int Index => 0;
}

[JsonConverter(typeof(OrderClosedEventJsonConverter))]
public sealed record OrderClosedEvent : OrderEvent
{
    internal EventTypeText _eventTypeText;

    public override string EventType => OrderEventTypes.OrderClosed;

    public required string Reason { get; init; }

    public EquatableDictionary<JsonElement>? AdditionalProperties { get; init; }

    public EquatableDictionary<JsonElement>? OriginalValues { get; init; }

    internal override int Index => 1;
}

[JsonConverter(typeof(UnrecognizedOrderEventJsonConverter))]
public sealed record UnrecognizedOrderEvent : OrderEvent
{
    private readonly EquatableJson _json;

    internal UnrecognizedOrderEvent(UnrecognizedBody body)
    {
        EventType = body.EventType;
        _json = body.Json;
        Reason = body.Reason;
        JsonPath = body.JsonPath;
        Message = body.Message;
    }

    public override string EventType { get; }

    public JsonElement Json => _json.Value;

    public UnrecognizedReason Reason { get; }

    public string? JsonPath { get; }

    public string Message { get; }

    internal override int Index => 2;
}

[JsonConverter(typeof(OrderStatusJsonConverter))]
public enum OrderStatus
{
    Unrecognized = 0,
    Open,
    InProgress,
    Done,
}

public sealed record Customer
{
    public required string Name { get; init; }

    public required string MailAddress { get; init; }

    public OrderStatus? LastStatus { get; init; }

    public EquatableDictionary<JsonElement>? AdditionalProperties { get; init; }

    public EquatableDictionary<JsonElement>? OriginalValues { get; init; }
}

public sealed record OrderLine
{
    internal WireFormat _format;

    public required string Sku { get; init; }

    public required int Quantity { get; init; }

    public DateTimeOffset? ShippedAt { get; init; }

    public EquatableDictionary<JsonElement>? AdditionalProperties { get; init; }

    public EquatableDictionary<JsonElement>? OriginalValues { get; init; }
}
