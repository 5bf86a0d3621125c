using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Events that come, go and change their names: the rules from 3101 on.</summary>
internal static class EventUpdates
{
    private const string Levels = "EventType=/type /action";

    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3101", "event added")
        {
            Old = Hooks("", Event("paid", """ "id!": "string" """)),
            New = Hooks("", Event("paid", """ "id!": "string" """), Event("lost", """ "reason!": "string" """)),
            Not = "3106 3202 3401",
            Code = """
                string Match(AcmeEvent e) => e.Match(unrecognized: (UnrecognizedAcmeEvent u) => u.EventType, paid: (PaidEvent p) => p.Id); // CS7036
                int Switch(AcmeEvent e) => e switch { PaidEvent => 1, UnrecognizedAcmeEvent => 2 }; // CS8509 TWH1001
                int Rest(AcmeEvent e) => e switch { PaidEvent => 1, UnrecognizedAcmeEvent => 2, _ => 3 }; // TWH1002
                sealed class Handler : IAcmeEventHandler // CS0535
                {
                    public ValueTask HandleAsync(PaidEvent e, CancellationToken cancellationToken) => default;
                    public ValueTask HandleAsync(UnrecognizedAcmeEvent e, CancellationToken cancellationToken) => default;
                }
                """,
            OldBody = """ "id": "1" """,
            NewBody = """{ "type": "lost", "reason": "x" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3101 3401", "event added with an object of its own")
        {
            Old = Hooks("", Event("paid", """ "id!": "string" """)),
            New = Hooks("", Event("paid", """ "id!": "string" """), Event("lost", """ "parcel!": { "object": { "weight!": "number" } } """)),
            Not = "3202",
            OldBody = """ "id": "1" """,
            NewBody = """{ "type": "lost", "parcel": { "weight": 1 } }""",
            NewByOld = "U UnknownEventType",
        },
        new("3102", "event removed")
        {
            Old = Hooks("", Event("paid", """ "id!": "string" """), Event("lost", """ "reason!": "string" """)),
            New = Hooks("", Event("paid", """ "id!": "string" """)),
            Not = "3103 3204",
            Code = """bool Is(AcmeEvent e) => e is LostEvent; // CS0246""",
            OldBody = """{ "type": "lost", "reason": "x" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """ "id": "1" """,
        },
        new("3103", "event renamed")
        {
            Old = Hooks("", Event("payment.succeded", """ "id!": "string" """)),
            New = Hooks("", Event("payment.succeeded", """ "id!": "string" """)),
            Not = "3101 3102 3104 3105",
            Code = """bool Is(AcmeEvent e) => e is PaymentSuccededEvent; // CS0246""",
            OldBody = """{ "type": "payment.succeded", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "payment.succeeded", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3101 3102", "event replaced by one of a near name and another body")
        {
            Old = Hooks("", Event("payment.refused", """ "id!": "string" """)),
            New = Hooks("", Event("payment.refunded", """ "refund!": "integer" """)),
            Not = "3103",
            Code = """bool Is(AcmeEvent e) => e is PaymentRefusedEvent; // CS0246""",
            OldBody = """{ "type": "payment.refused", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "payment.refunded", "refund": 1 }""",
            NewByOld = "U UnknownEventType",
        },
        new("3101 3102", "event replaced by one of the same body and a far name")
        {
            Old = Hooks("", Event("invoice.sent", """ "id!": "string" """)),
            New = Hooks("", Event("user.gone", """ "id!": "string" """)),
            Not = "3103",
            OldBody = """{ "type": "invoice.sent", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "user.gone", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3104", "version in the event's name moved")
        {
            Old = Hooks("", Event("paid.0.1.1", """ "id!": "string" """)),
            New = Hooks("", Event("paid.0.2.0", """ "id!": "string" """)),
            Not = "3101 3102 3103",
            Code = """bool Is(AcmeEvent e) => e is Paid0_1_1Event; // CS0246""",
            OldBody = """{ "type": "paid.0.1.1", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "paid.0.2.0", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3104", "version in the name of an event moved that the map names")
        {
            Old = Hooks("", Event("paid.0.1.1", """ "id!": "string" """)),
            New = Hooks("", Event("paid.0.2.0", """ "id!": "string" """)),
            OldMap = """{ "eventType": "/type", "events": { "paid.0.1.1": { "name": "Paid" } } }""",
            NewMap = """{ "eventType": "/type", "events": { "paid.0.2.0": { "name": "Paid" } } }""",
            Not = "3101 3102 3103 3408",
            Code = """bool Is(AcmeEvent e) => e is PaidEvent;""",
            OldBody = """{ "type": "paid.0.1.1", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "paid.0.2.0", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3101 3102", "version and word of an event's name changed")
        {
            Old = Hooks("", Event("paid.0.1.1", """ "id!": "string" """)),
            New = Hooks("", Event("refunded.0.2.0", """ "id!": "string" """)),
            Not = "3104",
            OldBody = """{ "type": "paid.0.1.1", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "refunded.0.2.0", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3105", "case of an event's name changed")
        {
            Old = Hooks("", Event("Order.Paid", """ "id!": "string" """)),
            New = Hooks("", Event("order.paid", """ "id!": "string" """)),
            Not = "3101 3102 3103",
            Code = """
                bool Is(AcmeEvent e) => e is OrderPaidEvent;
                string Name() => AcmeEventTypes.OrderPaid;
                """,
            OldBody = """{ "type": "Order.Paid", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "order.paid", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3101 3611", "second name of an event added")
        {
            Old = Paid(""" "id!": "string" """),
            New = Hooks("", """{ "object": { "type!": "paid|settled", "id!": "string" } }"""),
            Not = "3106 3202 3401",
            Code = """
                string Read(PaidEvent e) => e.Id;
                PaidEvent Make() => new() { Id = "1" };
                int Switch(AcmeEvent e) => e switch { PaidEvent => 1, UnrecognizedAcmeEvent => 2 }; // CS8509 TWH1001
                """,
            OldBody = """ "id": "1" """,
            NewBody = """{ "type": "settled", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3102 3109", "second name of an event removed")
        {
            Old = Hooks("", """{ "object": { "type!": "paid|settled", "id!": "string" } }"""),
            New = Paid(""" "id!": "string" """),
            Not = "3106 3204 3402",
            Code = """
                string Read(PaidEvent e) => e.Id;
                bool Is(AcmeEvent e) => e is SettledEvent; // CS0246
                """,
            OldBody = """{ "type": "settled", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """ "id": "1" """,
        },
        new("3107", "event split by its action")
        {
            Old = Hooks("", Event("installation", """ "action!": "string", "id!": "string" """)),
            New = Hooks("", Event("installation", """ "action!": "=created", "id!": "string" """), Event("installation", """ "action!": "=deleted", "id!": "string" """)),
            OldItem = Levels + "?",
            Not = "3101 3102",
            Code = """
                bool Is(AcmeEvent e) => e is InstallationEvent;
                string Read(InstallationEvent e) => e.Id;
                InstallationEvent Make() => new() { Id = "1", Action = "created" }; // CS0117 CS0144
                """,
            OldBody = """{ "type": "installation", "action": "created", "id": "1" }""",
            NewBody = """{ "type": "installation", "action": "deleted", "id": "1" }""",
        },
        new("3101 3101", "two events of one first level added beside others")
        {
            Old = Hooks("", Event("installation", """ "action!": "=created", "id!": "string" """)),
            New = Hooks("", Event("installation", """ "action!": "=created", "id!": "string" """), Event("installation", """ "action!": "=deleted", "id!": "string" """), Event("user", """ "action!": "=gone" """)),
            OldItem = Levels,
            Not = "3107",
            Code = """bool Is(AcmeEvent e) => e is InstallationCreatedEvent;""",
            OldBody = """{ "type": "installation", "action": "created", "id": "1" }""",
            NewBody = """{ "type": "installation", "action": "deleted", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3108", "events merged into one")
        {
            Old = Hooks("", Event("installation", """ "action!": "=created", "id!": "string" """), Event("installation", """ "action!": "=deleted", "id!": "string" """)),
            New = Hooks("", Event("installation", """ "action!": "string", "id!": "string" """)),
            OldItem = Levels + "?",
            Not = "3101 3102",
            Code = """
                bool Is(AcmeEvent e) => e is InstallationCreatedEvent; // CS0246
                string Read(InstallationEvent e) => e.Id;
                """,
            OldBody = """{ "type": "installation", "action": "created", "id": "1" }""",
            NewBody = """{ "type": "installation", "action": "suspended", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3102 3109", "one of two events of a first level removed")
        {
            Old = Hooks("", Event("installation", """ "action!": "=created", "id!": "string" """), Event("installation", """ "action!": "=deleted", "id!": "string" """)),
            New = Hooks("", Event("installation", """ "action!": "=created", "id!": "string" """)),
            OldItem = Levels,
            Not = "3108",
            Code = """
                bool Is(AcmeEvent e) => e is InstallationDeletedEvent; // CS0246
                string Read(InstallationCreatedEvent e) => e.Id;
                string Any(InstallationEvent e) => e.Id; // CS1061
                """,
            OldBody = """{ "type": "installation", "action": "deleted", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "installation", "action": "created", "id": "1" }""",
        },
    ];
}
