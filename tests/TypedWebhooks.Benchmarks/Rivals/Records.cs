using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedWebhooks.Benchmarks.Rivals;

// What one would write by hand for System.Text.Json's generator: the shapes of the emitted records.
[JsonPolymorphic(TypeDiscriminatorPropertyName = "EventType")]
[JsonDerivedType(typeof(TeliaCompleted), "signaturerequestcompleted")]
[JsonDerivedType(typeof(TeliaSigned), "signatorysigned")]
internal abstract record TeliaRival
{
    public required DateTimeOffset Timestamp { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record TeliaCompleted : TeliaRival
{
    public required TeliaSignedData EventData { get; init; }
}

internal sealed record TeliaSigned : TeliaRival
{
    public required TeliaSignedData EventData { get; init; }
}

internal sealed record TeliaSignedData
{
    public required Guid SignatoryId { get; init; }

    public required Guid SignatureRequestId { get; init; }

    public required Guid TenantId { get; init; }

    public required Guid DepartmentId { get; init; }

    public required Guid CreatorId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "eventType")]
[JsonDerivedType(typeof(PrixCreated), "SIGNATURE_CREATED")]
[JsonDerivedType(typeof(PrixConcluded), "SIGNATURE_CONCLUDED")]
internal abstract record PrixRival
{
    [JsonPropertyName("createdAt")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonPropertyName("contract")]
    public required PrixContract Contract { get; init; }

    [JsonPropertyName("signature")]
    public required PrixSignature Signature { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record PrixCreated : PrixRival;

internal sealed record PrixConcluded : PrixRival;

internal sealed record PrixContract
{
    [JsonPropertyName("uuid")]
    public required Guid Uuid { get; init; }

    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("status")]
    public required PrixContractStatus Status { get; init; }

    [JsonPropertyName("createdAt")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record PrixSignature
{
    [JsonPropertyName("uuid")]
    public required Guid Uuid { get; init; }

    [JsonPropertyName("title")]
    public required string Title { get; init; }

    [JsonPropertyName("status")]
    public required PrixSignatureStatus Status { get; init; }

    [JsonPropertyName("createdAt")]
    public required DateTimeOffset CreatedAt { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

[JsonConverter(typeof(JsonStringEnumConverter<PrixContractStatus>))]
internal enum PrixContractStatus
{
    [JsonStringEnumMemberName("CREATED")]
    Created,

    [JsonStringEnumMemberName("CONCLUDED")]
    Concluded,
}

[JsonConverter(typeof(JsonStringEnumConverter<PrixSignatureStatus>))]
internal enum PrixSignatureStatus
{
    [JsonStringEnumMemberName("WAITING")]
    Waiting,

    [JsonStringEnumMemberName("DONE")]
    Done,

    [JsonStringEnumMemberName("CANCELED")]
    Canceled,
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "callback_event")]
[JsonDerivedType(typeof(QuicklyUpdated), "entity_updated")]
[JsonDerivedType(typeof(QuicklyStatusChanged), "document_status_changed")]
internal abstract record QuicklySignRival
{
    [JsonPropertyName("entity_type")]
    public required string EntityType { get; init; }

    [JsonPropertyName("entity_key")]
    public required string EntityKey { get; init; }

    [JsonPropertyName("webhook_key")]
    public string? WebhookKey { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

internal sealed record QuicklyUpdated : QuicklySignRival;

internal sealed record QuicklyStatusChanged : QuicklySignRival;

/// <summary>System.Text.Json's generator, as it comes.</summary>
[JsonSerializable(typeof(TeliaRival))]
[JsonSerializable(typeof(PrixRival))]
[JsonSerializable(typeof(QuicklySignRival))]
[JsonSerializable(typeof(GitHub.RivalPullRequestEvent))]
internal sealed partial class RivalContext : JsonSerializerContext;

/// <summary>The rivals where the member that tells events apart need not come first.</summary>
internal static class OutOfOrder
{
    public static RivalContext Context { get; } = new(new JsonSerializerOptions { AllowOutOfOrderMetadataProperties = true });

    public static JsonSerializerOptions Reflection { get; } = new() { AllowOutOfOrderMetadataProperties = true };
}
