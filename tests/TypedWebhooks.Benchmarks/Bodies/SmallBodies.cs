using System.Text;

namespace TypedWebhooks.Benchmarks.Bodies;

/// <summary>One body of each of the known providers, as it comes on the wire.</summary>
internal static class SmallBodies
{
    public static byte[] Telia { get; } = Encoding.UTF8.GetBytes(
        """
        {"EventType":"signatorysigned","Timestamp":"2024-11-15T08:30:00.123Z","EventData":{"SignatoryId":"6f9619ff-8b86-d011-b42d-00c04fc964ff","SignatureRequestId":"57139f5c-37d0-4c30-bdb6-ef6106040756","TenantId":"ed976505-bcbd-47bd-913d-f4cde05dea7a","DepartmentId":"0f8fad5b-d9cb-469f-a165-70867728950e","CreatorId":"7c9e6679-7425-40de-944b-e07fc1f90ae7"}}
        """);

    public static byte[] Prix { get; } = Encoding.UTF8.GetBytes(
        """
        {"eventType":"SIGNATURE_CREATED","createdAt":"2024-11-15T00:00:00.000Z","contract":{"uuid":"ed976505-bcbd-47bd-913d-f4cde05dea7a","title":"A컴퍼니 MOU","status":"CREATED","createdAt":"2024-11-01T00:00:00.000Z"},"signature":{"uuid":"57139f5c-37d0-4c30-bdb6-ef6106040756","title":"A컴퍼니 MOU 서명 요청","status":"WAITING","createdAt":"2024-11-15T00:00:00.000Z"}}
        """);

    public static byte[] QuicklySign { get; } = Encoding.UTF8.GetBytes(
        """
        {"entity_type":"Document","entity_key":"ahFzfnF1aWNrbHlzaWduLWRldnInCxIIRG9jdW1lbnQiGWY2VDNXNW9DejVnQWJnMTgyYjYwMDQyZTAM","callback_event":"document_status_changed","webhook_key":"5f2b1c0e9d8a4f6b8c7d6e5f4a3b2c1d0e9f8a7b"}
        """);
}
