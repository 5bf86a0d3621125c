using TypedWebhooks.Demo.Prix;
using TypedWebhooks.Demo.QuicklySign;
using TypedWebhooks.Demo.Telia;

namespace TypedWebhooks.Demo;

/// <summary>A body that is posted, and what has to become of it.</summary>
/// <param name="Provider">The provider's name; in lower case the last segment of its endpoint.</param>
/// <param name="Body">A file in <c>schemas/{provider}/examples</c>, or, where it starts with a brace, the body itself.</param>
/// <param name="Type">The record that it becomes, or <see langword="null"/> when it is refused.</param>
/// <param name="Members">The main members, as the receiver prints them.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="How">What is particular about the delivery.</param>
internal sealed record Expected(string Provider, string Body, Type? Type, string Members, int Status = 200, How How = How.Plain)
{
    private const string Retried = """{ "EventType": "signatorysigned", "Timestamp": "2024-11-15T08:30:00Z", "EventData": { "SignatoryId": "6fa459ea-ee8a-3ca4-894e-db77e160355e", "SignatureRequestId": "16fd2706-8baf-433b-82eb-8c7fada847da", "TenantId": "886313e1-3b8a-5372-9b90-0c9aee199e5d", "DepartmentId": "886313e1-3b8a-5372-9b90-0c9aee199e5d", "CreatorId": "886313e1-3b8a-5372-9b90-0c9aee199e5d" } }""";

    /// <summary>Every example of <c>schemas/</c>, what comes between a provider and its receiver, and three bodies that their providers do not document.</summary>
    public static IReadOnlyList<Expected> All { get; } =
    [
        new("Telia", "signaturerequestcompleted.json", typeof(SignatureRequestCompletedEvent), "request 00000000-0000-0000-0000-000000000000, 0001-01-01 00:00:00Z"),
        new("Telia", "signaturerequestcompleted-pascal-case.json", typeof(SignatureRequestCompletedEvent), "request 00000000-0000-0000-0000-000000000000, 0001-01-01 00:00:00Z"),
        new("Telia", "signatorysigned.json", typeof(SignatorySignedEvent), "signatory 00000000-0000-0000-0000-000000000000, 0001-01-01 00:00:00Z"),

        new("Prix", "contract-created.json", typeof(ContractCreatedEvent), "A컴퍼니 MOU: Created"),
        new("Prix", "signature-created.json", typeof(SignatureCreatedEvent), "A컴퍼니 MOU 서명 요청: Waiting"),
        new("Prix", "signature-participated.json", typeof(SignatureParticipatedEvent), "A컴퍼니 MOU 서명 요청: Waiting"),
        new("Prix", "signature-concluded.json", typeof(SignatureConcludedEvent), "A컴퍼니 MOU: Created"),
        new("Prix", "signature-expired.json", typeof(SignatureExpiredEvent), "A컴퍼니 MOU 서명 요청: Waiting"),

        new("QuicklySign", "entity-updated-v1.json", typeof(EntityUpdatedEvent), "Document ahFzfnF1aWNrbHlzaWduLWRldnInCxIIRG9jdW1lbnQiGWY2VDNXNW9DejVnQWJnMTgyYjYwMDQyZTAM"),
        new("QuicklySign", "document-status-changed-v1.json", typeof(DocumentStatusChangedEvent), "Document ahFzfnF1aWNrbHlzaWduLWRldnInCxIIRG9jdW1lbnQiGWY2VDNXNW9DejVnQWJnMTgyYjYwMDQyZTAM"),
        new("QuicklySign", "final-document-generated-v1.json", typeof(FinalDocumentGeneratedEvent), "Document ahFzfnF1aWNrbHlzaWduLWRldnInCxIIRG9jdW1lbnQiGWY2VDNXNW9DejVnQWJnMTgyYjYwMDQyZTAM"),
        new("QuicklySign", "final-document-generated.json", typeof(FinalDocumentGeneratedEvent), "Document ahFzfnF1asda63GDsWNrbHlzaWduLWRldnInCxIIRG9jdW1lbnQiGWFiQk5JZ2drbXNSTnQsad6543YjY3ODI4N2MM"),
        new("QuicklySign", "document-updated.json", typeof(DocumentUpdatedEvent), "Document ahFzfnF1aWNrbHlzaWduLWRldnInCsokPPOSEisjaxxXNSTnQ0MTgyYjY3ODI4N2MM"),
        new("QuicklySign", "signatory-updated.json", typeof(SignatoryUpdatedEvent), "Document ahFzfns345WffbHlzaWduLWRldnInCxIIRG9jdW1lbnQiGW51kISJAdrbXNSTnQ0MTgyYjY3ODI4N2MM"),
        new("QuicklySign", "audit-trail-updated.json", typeof(AuditTrailUpdatedEvent), "Document ahFzfnF1aWNrbHlzWIJ9as8s7wSDRG9jdW1lbnQiGWFiQk5JZ2drbXNsdTT31TgyYjY3ODI4N2MM"),

        // A sender that does not know what was agreed on; a handler that does not come to its end, so that the provider is told to come again; the
        // retry, which is handled; and one more, which has been. QuicklySign's bodies have neither time nor identifier: each is an event.
        new("Telia", Retried, null, "", 401, How.WrongSecret),
        new("Telia", Retried, null, "", 503, How.Slow),
        new("Telia", Retried, typeof(SignatorySignedEvent), "signatory 6fa459ea-ee8a-3ca4-894e-db77e160355e, 2024-11-15 08:30:00Z", 200, How.Again),
        new("Telia", Retried, null, "", 200, How.Again),
        new("QuicklySign", "audit-trail-updated.json", typeof(AuditTrailUpdatedEvent), "Document ahFzfnF1aWNrbHlzWIJ9as8s7wSDRG9jdW1lbnQiGWFiQk5JZ2drbXNsdTT31TgyYjY3ODI4N2MM", 200, How.Again),

        // An event of Telia's older catalogue, which today's does not have.
        new("Telia", """{ "EventType": "signaturerequeststatusupdated", "Timestamp": "2024-11-15T08:30:00", "EventData": {} }""",
            typeof(UnrecognizedTeliaEvent), "UnknownEventType"),

        // A known event whose contract has lost its identifier.
        new("Prix", """{ "eventType": "CONTRACT_CREATED", "createdAt": "2024-11-15T00:00:00.000Z", "contract": { "uuid": "none", "title": "", "status": "CREATED", "createdAt": "2024-11-15T00:00:00.000Z" } }""",
            typeof(UnrecognizedPrixEvent), "SchemaMismatch at $.contract.uuid"),

        // A body that was cut off on its way.
        new("QuicklySign", """{ "entity_type": "Document", "callback_event": "entity_up""", null, "", 400),
    ];
}

/// <summary>What is particular about a delivery.</summary>
internal enum How
{
    Plain,
    Again,
    WrongSecret,
    Slow,
}
