using System;
using Newtonsoft.Json;

namespace TypedWebhooks.Benchmarks.Rivals;

// Newtonsoft.Json matches names without regard to case; only those with underscores need to be told.
internal sealed record TeliaNewtonsoft(DateTimeOffset Timestamp, TeliaDataNewtonsoft EventData);

internal sealed record TeliaDataNewtonsoft(Guid SignatoryId, Guid SignatureRequestId, Guid TenantId, Guid DepartmentId, Guid CreatorId);

internal sealed record PrixNewtonsoft(DateTimeOffset CreatedAt, PrixPartNewtonsoft Contract, PrixPartNewtonsoft Signature);

internal sealed record PrixPartNewtonsoft(Guid Uuid, string Title, string Status, DateTimeOffset CreatedAt);

internal sealed record QuicklySignNewtonsoft
{
    [JsonProperty("entity_type")]
    public string EntityType { get; set; } = "";

    [JsonProperty("entity_key")]
    public string EntityKey { get; set; } = "";

    [JsonProperty("webhook_key")]
    public string? WebhookKey { get; set; }
}
