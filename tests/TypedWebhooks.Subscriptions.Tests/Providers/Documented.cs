namespace TypedWebhooks.Subscriptions.Tests;

/// <summary>Requests and answers as the providers' pages show them, to the byte.</summary>
internal static class Documented
{
    public const string TeliaCatalogue = """[ { "eventType": "signaturerequestcompleted", "description": "The signature request has been completed.", "payloadSchema": { "EventType": "string", "Timestamp": "date", "EventData": { "SignatureRequestId": "guid", "TenantId": "guid", "DepartmentId": "guid", "CreatorId": "guid" } } }, { "eventType": "signatorysigned", "description": "The signatory signed the request.", "payloadSchema": { "EventType": "string", "Timestamp": "date", "EventData": { "SignatoryId": "guid", "SignatureRequestId": "guid", "TenantId": "guid", "DepartmentId": "guid", "CreatorId": "guid" } } } ]""";
    public const string TeliaRequest = """{ "Description": "Notifications for completed signature requests", "Uri": "https://your-site.com/notifications", "EventType": "SignatureRequestCompleted", "Headers": { "client-id": "your id", "client-secret": "your secret" } }""";
    public const string TeliaCreated = """{ "id": "12300000-0000-0000-0000-000000000000" }""";
    public const string TeliaList = """{ "items": [ { "id": "00000000-1111-2222-3333-444444444444", "eventType": "signaturerequeststatusupdated", "uri": "https://your-site.com/notifications", "description": "Your description" }, { "id": "00000000-1111-2222-3333-555555555555", "eventType": "signaturerequestcompleted", "uri": "https://your-site.com/notifications", "description": "Your description" } ] }""";
    public const string TeliaOne = """{ "id": "00000000-1111-2222-3333-444444444444", "eventType": "signaturerequeststatusupdated", "uri": "https://your-site.com/notifications", "description": "Your description" }""";
    public const string TeliaSignatory = """{ "EventType": "event type name", "Timestamp": "0001-01-01T00:00:00", "EventData": { "SignatoryId": "00000000-0000-0000-0000-000000000000", "SignatureRequestId": "00000000-0000-0000-0000-000000000000", "TenantId": "00000000-0000-0000-0000-000000000000", "DepartmentId": "00000000-0000-0000-0000-000000000000", "CreatorId": "00000000-0000-0000-0000-000000000000" } }""";
    public const string TeliaRequestEvent = """{ "EventType": "event type name", "Timestamp": "0001-01-01T00:00:00", "EventData": { "SignatureRequestId": "00000000-0000-0000-0000-000000000000", "TenantId": "00000000-0000-0000-0000-000000000000", "DepartmentId": "00000000-0000-0000-0000-000000000000", "CreatorId": "00000000-0000-0000-0000-000000000000" } }""";

    public const string QuicklySignRequest = """
        {
            "client_secret": "{{client_secret}}",
            "webhook": {
                "entity_key": "ahFzfnF1aWNrbHlzaWduLWRldnInCxIIRG9jdW1lbnQiGWY2VDNXNW9DejVnQWJnMTgyYjYwMDQyZTAM",
                "callback": "https://yourownURL.io/test_callback"
            },
            "client_id": "{{client_id}}"
        }
        """;

    public const string QuicklySignCreated = """
        {
            "status": {
                "status_code": 200
            },
            "data": {
                "webhook": {
                    "entity_key": "ahNkZXZ-cXVpY2tseXNpZ24tZGV2chULEghEb2N1bWVudBiAgICAgMDvCww",
                    "date_updated": 1401645889795,
                    "webhook_key": null,
                    "callback": "http://api.127.0.0.1.xip.io:8080/v1/test_callback",
                    "key": "ahNkZXZ-cXVpY2tseXNpZ24tZGV2chkLEgxTdWJzY3JpcHRpb24YgICAgIDwiwoM",
                    "date_created": 1401645889795
                }
            }
        }
        """;
}
