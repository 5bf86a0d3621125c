using System;
using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Updates that change several things at once, and those whose change stands in the item, the map, or between the lines.</summary>
internal static class MixedUpdates
{
    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3106", "handshake added")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            OldItem = "",
            OldMap = """{ "eventType": "/type" }""",
            NewMap = """{ "eventType": "/type", "handshakes": ["ping"] }""",
            Not = "3101",
            Code = """string Read(PaidEvent e) => e.Id;""",
            OldBody = """{ "type": "paid", "id": "1" }""",
            NewBody = """{ "type": "paid", "id": "1" }""",
        },
        new("3106", "handshake removed")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            OldItem = "",
            OldMap = """{ "eventType": "/type", "handshakes": ["ping", "pong"] }""",
            NewMap = """{ "eventType": "/type", "handshakes": ["ping"] }""",
            Not = "3102",
            Code = """string Name() => AcmeEventTypes.Handshakes.Pong; // CS0117""",
            OldBody = """{ "type": "paid", "id": "1" }""",
            NewBody = """{ "type": "paid", "id": "1" }""",
        },
        new("3409", "event not selected any more")
        {
            Old = Hooks("", Event("paid", """ "id!": "string" """), Event("lost", """ "id!": "string" """)),
            New = Hooks("", Event("paid", """ "id!": "string" """), Event("lost", """ "id!": "string" """)),
            NewItem = "EventType=/type; Events=paid",
            Not = "3102 3402",
            Code = """bool Is(AcmeEvent e) => e is LostEvent; // CS0246""",
            OldBody = """{ "type": "lost", "id": "1" }""",
            OldByNew = "U NotSelected",
            NewBody = """ "id": "1" """,
        },
        new("3408 3409", "prefix of events' names said")
        {
            Old = Hooks("", Event("acme.paid", """ "id!": "string" """)),
            New = Hooks("", Event("acme.paid", """ "id!": "string" """)),
            NewItem = "EventType=/type; NamePrefix=acme.",
            Not = "3103",
            Code = """bool Is(AcmeEvent e) => e is AcmePaidEvent; // CS0246""",
            OldBody = """{ "type": "acme.paid", "id": "1" }""",
            NewBody = """{ "type": "acme.paid", "id": "1" }""",
        },
        new("3408", "event called otherwise by the map")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            OldItem = "",
            OldMap = """{ "eventType": "/type" }""",
            NewMap = """{ "eventType": "/type", "events": { "paid": { "name": "Settled" } } }""",
            Not = "3103",
            Code = """bool Is(AcmeEvent e) => e is PaidEvent; // CS0246""",
            OldBody = """{ "type": "paid", "id": "1" }""",
            NewBody = """{ "type": "paid", "id": "1" }""",
        },
        new("3403", "type called otherwise by the map")
        {
            Old = Paid(""" "total!": "#money" """, """ "money": { "object": { "amount!": "number" } } """),
            New = Paid(""" "total!": "#money" """, """ "money": { "object": { "amount!": "number" } } """),
            OldItem = "",
            OldMap = """{ "eventType": "/type" }""",
            NewMap = """{ "eventType": "/type", "types": { "#/$defs/money": "Price" } }""",
            Not = "3402",
            Code = """Money Read(PaidEvent e) => e.Total; // CS0246""",
            OldBody = """{ "type": "paid", "total": { "amount": 1 } }""",
            NewBody = """{ "type": "paid", "total": { "amount": 1 } }""",
        },
        new("3305", "integers come as texts")
        {
            Old = Paid(""" "total!": { "type": "string", "format": "int64" } """),
            New = Paid(""" "total!": { "type": "string", "format": "int64" } """),
            NewItem = "EventType=/type; Numbers=Text",
            Not = "3301",
            Code = """string Read(PaidEvent e) => e.Total; // CS0029""",
            OldBody = """ "total": "x" """,
            OldByNew = "U $.total",
            NewBody = """ "total": "1" """,
        },
        new("3307", "times come as numbers")
        {
            Old = Paid(""" "at!": "date-time" """),
            New = Paid(""" "at!": "date-time" """),
            NewItem = "EventType=/type; Dates=UnixSeconds",
            Not = "3301",
            Code = """DateTimeOffset Read(PaidEvent e) => e.At;""",
            OldBody = """ "at": "2024-05-01T10:00:00Z" """,
            OldByNew = "kept at",
            NewBody = """ "at": 1700000000 """,
            NewByOld = "U $.at",
        },
        new("3313", "type said of an object")
        {
            Old = Paid(""" "total!": { "properties": { "amount!": "number" } } """),
            New = Paid(""" "total!": { "object": { "amount!": "number" } } """),
            Not = "3209 3211 3309",
            Code = """double? Read(PaidEvent e) => e.Total?.Amount;""",
            OldBody = """ "total": "none" """,
            OldByNew = "U $.total",
            NewBody = """ "total": { "amount": 1 } """,
        },
        new("3313", "type of an object not said any more")
        {
            Old = Paid(""" "total!": { "object": { "amount!": "number" } } """),
            New = Paid(""" "total!": { "properties": { "amount!": "number" } } """),
            Not = "3208 3210 3309",
            Code = """double Read(PaidEvent e) => e.Total.Amount; // CS8602""",
            OldBody = """ "total": { "amount": 1 } """,
            NewBody = """ "total": "none" """,
            NewByOld = "U $.total",
        },
        new("3202", "member required that nothing describes")
        {
            Old = Paid(""" "data!": { "object": { "id!": "string" } } """),
            New = Paid(""" "data!": { "object": { "id!": "string" }, "required": ["id", "note"] } """),
            Not = "3705",
            Code = """PaidData Make() => new() { Id = "1" };""",
            OldBody = """ "data": { "id": "1" } """,
            OldByNew = "U $.data.note",
            NewBody = """ "data": { "id": "1", "note": 1 } """,
            NewByOld = "AP Data.note",
        },
        new("3202", "key of a map required")
        {
            Old = Paid(""" "data!": { "type": "object", "additionalProperties": "string" } """),
            New = Paid(""" "data!": { "type": "object", "additionalProperties": "string", "required": ["a"] } """),
            Not = "3316 3705",
            Code = """string Read(PaidEvent e) => e.Data["a"];""",
            OldBody = """ "data": {} """,
            OldByNew = "U $.data.a",
            NewBody = """ "data": { "a": "x" } """,
        },
        new("3208 3301", "member of another type, and optional")
        {
            Old = Paid(""" "id!": "integer" """),
            New = Paid(""" "id": "string" """),
            Not = "3210",
            Code = """long Read(PaidEvent e) => e.Id; // CS0029""",
            OldBody = """ "id": 1 """,
            OldByNew = "U $.id",
            NewBody = """ "id": "1" """,
            NewByOld = "U $.id",
        },
        new("3210 3801", "description and null at once")
        {
            Old = Paid(""" "note!": { "type": "string", "description": "A" } """),
            New = Paid(""" "note!": { "type": ["string", "null"], "description": "B" } """),
            Not = "3301 3313",
            Code = """int Read(PaidEvent e) => e.Note.Length; // CS8602""",
            OldBody = """ "note": "x" """,
            NewBody = """ "note": null """,
            NewByOld = "U $.note",
        },
        new("3201 3204", "member of a near name, optional now")
        {
            Old = Paid(""" "amount!": "number" """),
            New = Paid(""" "amounts": "number" """),
            Not = "3205 3208",
            Code = """double Read(PaidEvent e) => e.Amount; // CS1061""",
            OldBody = """ "amount": 1 """,
            OldByNew = "null Amounts, AP amount",
            NewBody = """ "amounts": 1 """,
            NewByOld = "U $.amount",
        },
        new("3202 3204 3204", "two members gone that one of a near name could be")
        {
            Old = Paid(""" "amount_a!": "number", "amount_b!": "number" """),
            New = Paid(""" "amount_c!": "number" """),
            Not = "3205",
            OldBody = """ "amount_a": 1, "amount_b": 2 """,
            OldByNew = "U $.amount_c",
            NewBody = """ "amount_c": 1 """,
            NewByOld = "U $.amount_a",
        },
        new("3205 3403", "member renamed whose enum stands in place")
        {
            Old = Paid(""" "statuss!": "open|closed" """),
            New = Paid(""" "status!": "open|closed" """),
            Not = "3202 3204 3401 3402",
            Code = """bool Is(PaidEvent e) => e.Statuss == PaidStatuss.Open; // CS0103 CS1061""",
            OldBody = """ "statuss": "open" """,
            OldByNew = "U $.status",
            NewBody = """ "status": "open" """,
            NewByOld = "U $.statuss",
        },
        new("3103 3408", "event renamed that has an object in place")
        {
            InBuild = "3103",
            Old = Hooks("", Event("payment.succeded", """ "total!": { "object": { "amount!": "number" } } """)),
            New = Hooks("", Event("payment.succeeded", """ "total!": { "object": { "amount!": "number" } } """)),
            Not = "3101 3102 3401 3402",
            Code = """PaymentSuccededTotal? Read() => null; // CS0246""",
            OldBody = """{ "type": "payment.succeded", "total": { "amount": 1 } }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "payment.succeeded", "total": { "amount": 1 } }""",
            NewByOld = "U UnknownEventType",
        },
        new("3101 3102", "event renamed that gains a member")
        {
            Old = Hooks("", Event("payment.succeded", """ "id!": "string", "by!": "string" """)),
            New = Hooks("", Event("payment.succeeded", """ "id!": "string", "by!": "string", "note": "string" """)),
            Not = "3103 3201",
            OldBody = """{ "type": "payment.succeded", "id": "1", "by": "x" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "payment.succeeded", "id": "1", "by": "x" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3501", "value added to the enum of a list")
        {
            Old = Paid(""" "tags!": { "type": "array", "items": "a|b" } """),
            New = Paid(""" "tags!": { "type": "array", "items": "a|b|c" } """),
            Not = "3314",
            Code = """int All(PaidEvent e) => e.Tags[0] switch { PaidTag.A => 1, PaidTag.B => 2, PaidTag.Unrecognized => 3 }; // CS8509 TWH1001""",
            OldBody = """ "tags": ["a"] """,
            NewBody = """ "tags": ["c"] """,
            NewByOld = "E0 Tags[0]",
        },
        new("3314 3401", "items of a list closed to an enum")
        {
            Old = Paid(""" "tags!": "string[]" """),
            New = Paid(""" "tags!": { "type": "array", "items": "a|b" } """),
            Not = "3504",
            Code = """string First(PaidEvent e) => e.Tags[0]; // CS0029""",
            OldBody = """ "tags": ["x"] """,
            OldByNew = "E0 Tags[0]",
            NewBody = """ "tags": ["a"] """,
        },
        new("3313", "one more record that a value may be")
        {
            Old = Paid(""" "by!": { "oneOf": ["#card", "#bank"] }, "or": "#cash" """, Three),
            New = Paid(""" "by!": { "oneOf": ["#card", "#bank", "#cash"] }, "or": "#cash" """, Three),
            Not = "3604",
            Code = """string Read(PaidEvent e) => e.By.Match(card => card.Number, bank => bank.Iban); // CS7036""",
            OldBody = """ "by": { "number": "4" } """,
            OldByNew = "null Or",
            NewBody = """ "by": { "till": "4" } """,
            NewByOld = "U $.by",
        },
        new("3213", "type deprecated")
        {
            Old = Paid(""" "total!": "#money" """, """ "money": { "object": { "amount!": "number" } } """),
            New = Paid(""" "total!": "#money" """, """ "money": { "object": { "amount!": "number" }, "deprecated": true } """),
            Not = "3110",
            Code = """Money Read(PaidEvent e) => e.Total; // CS0618""",
            OldBody = """ "total": { "amount": 1 } """,
            NewBody = """ "total": { "amount": 1 } """,
        },
        new("3202", "member added to a definition that leads to itself")
        {
            Old = Paid(""" "node!": "#node" """, """ "node": { "object": { "id!": "string", "next": "#node" } } """),
            New = Paid(""" "node!": "#node" """, """ "node": { "object": { "id!": "string", "next": "#node", "at!": "string" } } """),
            Not = "3407",
            Code = """string? Read(PaidEvent e) => e.Node.Next?.Id;""",
            OldBody = """ "node": { "id": "1" } """,
            OldByNew = "U $.node.at",
            NewBody = """ "node": { "id": "1", "at": "x" } """,
            NewByOld = "null Node.Next, AP Node.at",
        },
        new("3408 3501 3506 3506", "value that reads as one before it")
        {
            InBuild = "3501",
            Old = Paid(""" "status!": "on-hold|done" """),
            New = Paid(""" "status!": "on_hold|on-hold|done" """),
            Not = "3503",
            Code = """bool Is(PaidEvent e) => e.Status == PaidStatus.OnHold;""",
            OldBody = """ "status": "on-hold" """,
            OldByNew = "ok; Status = OnHoldValue",
            NewBody = """ "status": "on_hold" """,
            NewByOld = "E0 Status",
        },
    ];

    private const string Three = """ "card": { "object": { "number!": "string" } }, "bank": { "object": { "iban!": "string" } }, "cash": { "object": { "till!": "string" } } """;
}
