using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Baselines;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Telia's pages do not agree on its catalogue: whoever goes from one to another sees this, line for line.</summary>
public sealed class TeliaUpdateTests
{
    /// <summary>The catalogue of the older page.</summary>
    private const string Older = """
        [
          {
            "eventType": "signaturerequestcompleted",
            "description": "Signature request completed.",
            "payloadSchema": {
              "EventType": "string",
              "Timestamp": "date",
              "EventData": { "SignatureRequestId": "guid", "TenantId": "guid", "DepartmentId": "guid" }
            }
          },
          {
            "eventType": "signaturerequeststatusupdated",
            "description": "Signature request status updated.",
            "payloadSchema": {
              "EventType": "string",
              "Timestamp": "date",
              "EventData": { "SignatureRequestId": "guid", "TenantId": "guid", "DepartmentId": "guid" }
            }
          }
        ]
        """;

    /// <summary>The catalogue that a reference page implies: other members, and every value a string.</summary>
    private const string Reference = """
        [
          {
            "eventType": "signatorysigned",
            "description": "The signatory signed the request.",
            "payloadSchema": {
              "EventType": "string",
              "Timestamp": "date",
              "EventData": { "SignatoryId": "string", "DocumentId": "string" }
            }
          }
        ]
        """;

    private static string Current => GeneratorHarness.Known("schemas/telia/hooks.json").GetText()!.ToString();

    [Fact]
    public async Task OlderToCurrent() => Assert.Equal(
        [
            "Telia.webhooks.lock(1,1): warning TWH3001: Telia: 4 changes not accepted: 2 break code, 1 is silent, 1 adds (1 event). See them: -t:DescribeWebhookSchemas; accept: dotnet build -t:AcceptWebhookSchemas -p:Provider=Telia",
            "Telia.webhooks.lock(8,1): warning TWH3102: 'signaturerequeststatusupdated' is no event any more: SignatureRequestStatusUpdatedEvent is gone, and stored deliveries of it will be UnrecognizedTeliaEvent",
            "Telia.webhooks.lock(23,1): info TWH3402: SignatureRequestStatusUpdatedEventData is gone: nothing refers to it any more",
            "hooks.json(12,9): warning TWH3202: 'CreatorId' is new and required in SignatureRequestCompletedEventData (1 event): payloads sent before this change, in queues or tests, will be UnrecognizedTeliaEvent",
            "hooks.json(17,18): info TWH3101: 'signatorysigned' is a new event: SignatorySignedEvent; receivers not yet rebuilt take it for UnrecognizedTeliaEvent",
        ],
        await ReportAsync(Older, Current));

    [Fact]
    public async Task ReferenceToCurrent() => Assert.Equal(
        [
            "Telia.webhooks.lock(1,1): warning TWH3001: Telia: 7 changes not accepted: 2 break code, 4 are silent, 1 adds (1 event). See them: -t:DescribeWebhookSchemas; accept: dotnet build -t:AcceptWebhookSchemas -p:Provider=Telia",
            "Telia.webhooks.lock(14,1): warning TWH3204: 'DocumentId' is gone from SignatorySignedEventData (1 event): DocumentId does not exist any more; receivers not yet rebuilt require it, and take new payloads for UnrecognizedTeliaEvent",
            "hooks.json(3,18): info TWH3101: 'signaturerequestcompleted' is a new event: SignatureRequestCompletedEvent; receivers not yet rebuilt take it for UnrecognizedTeliaEvent",
            "hooks.json(23,9): warning TWH3305: SignatorySignedEventData.SignatoryId is 'Guid', was 'string' (1 event): payloads from before, in queues or tests, will be UnrecognizedTeliaEvent where they are not of that form",
            "hooks.json(24,9): warning TWH3202: 'SignatureRequestId' is new and required in SignatorySignedEventData (1 event): payloads sent before this change, in queues or tests, will be UnrecognizedTeliaEvent",
            "hooks.json(25,9): warning TWH3202: 'TenantId' is new and required in SignatorySignedEventData (1 event): payloads sent before this change, in queues or tests, will be UnrecognizedTeliaEvent",
            "hooks.json(26,9): warning TWH3202: 'DepartmentId' is new and required in SignatorySignedEventData (1 event): payloads sent before this change, in queues or tests, will be UnrecognizedTeliaEvent",
            "hooks.json(27,9): warning TWH3202: 'CreatorId' is new and required in SignatorySignedEventData (1 event): payloads sent before this change, in queues or tests, will be UnrecognizedTeliaEvent",
        ],
        await ReportAsync(Reference, Current));

    [Fact]
    public async Task CurrentToCurrent_IsNothing() => Assert.Empty(await ReportAsync(Current, Current));

    private static async Task<string[]> ReportAsync(string old, string now) => UpdateHarness.Print(
        (await UpdateHarness.ReportAsync(Schema(now).With(LockText.Of(Schema(old)), "Telia"))).Where(static d => d.Severity >= DiagnosticSeverity.Info));

    private static SchemaText[] Schema(string text) => [new("/consumer/schemas/telia/hooks.json", text)];
}
