using System.IO;

namespace TypedWebhooks.Package.Tests;

/// <summary>Two states of Telia Sign's catalogue of events, as its documentation shows them: a real update of a schema.</summary>
internal static class TeliaCatalogue
{
    public const string Older = """
        [
          {
            "eventType": "signaturerequestcompleted",
            "description": "The signature request has been completed.",
            "payloadSchema": {
              "EventType": "string",
              "Timestamp": "date",
              "EventData": { "SignatureRequestId": "guid", "TenantId": "guid", "DepartmentId": "guid" }
            }
          },
          {
            "eventType": "signaturerequeststatusupdated",
            "description": "The status of the signature request has been updated.",
            "payloadSchema": {
              "EventType": "string",
              "Timestamp": "date",
              "EventData": { "SignatureRequestId": "guid", "TenantId": "guid", "DepartmentId": "guid" }
            }
          }
        ]
        """;

    public static string Today { get; } = File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, "schemas", "telia", "hooks.json"));

    public const string CompletedPayload = """
        {
          "EventType": "SignatureRequestCompleted",
          "Timestamp": "2024-11-15T00:00:00",
          "EventData": {
            "SignatureRequestId": "00000000-0000-0000-0000-000000000001",
            "TenantId": "00000000-0000-0000-0000-000000000002",
            "DepartmentId": "00000000-0000-0000-0000-000000000003",
            "CreatorId": "00000000-0000-0000-0000-000000000004"
          }
        }
        """;
}
