using System;
using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>How bodies are wrapped and where events are named, and values that are one of several objects: the rules from 3601 on.</summary>
internal static class UnionUpdates
{
    private const string Catalogue = """[{ "name": "paid", "schema": { "type": "object", "properties": { "type": { "type": "string" }, "id": { "type": "string" } }, "required": ["id"] } }]""";

    private const string Card = """{ "object": { "kind!": "=card", "number!": "string" } }""";

    private const string Bank = """{ "object": { "kind!": "=bank", "iban!": "string" } }""";

    private const string Cash = """{ "object": { "kind!": "=cash", "till!": "string" } }""";

    private const string Defined = $""" "card": {Card}, "bank": {Bank} """;

    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3601", "name stands in another member")
        {
            Old = Expand("""{ "object": { "type!": "=paid", "id!": "string" } }"""),
            New = Expand("""{ "object": { "kind!": "=paid", "id!": "string" } }"""),
            NewItem = "EventType=/kind",
            Not = "3101 3102 3202 3204 3214",
            Code = """AcmeEvent Read(string body) => AcmeEvent.Parse(body);""",
            OldBody = """ "id": "1" """,
            OldByNew = "U MissingEventType",
            NewBody = """{ "kind": "paid", "id": "1" }""",
            NewByOld = "U MissingEventType",
        },
        new("3201 3601", "name stands in a header")
        {
            Old = Catalogue,
            New = Catalogue,
            OldItem = "Format=event-types; EventType=/type",
            NewItem = "Format=event-types; EventType=header X-Acme-Event",
            Code = """AcmeEvent Read(string body) => AcmeEvent.Parse(body); // CS1501""",
            OldBody = """ "id": "1" """,
            OldByNew = "U MissingEventType",
            NewBody = """paid|{ "id": "1" }""",
            NewByOld = "U MissingEventType",
        },
        new("3214", "another member than the name has another constant")
        {
            Old = Paid(""" "kind!": "=a" """),
            New = Paid(""" "kind!": "=b" """),
            Not = "3601",
            OldBody = """ "kind": "a" """,
            NewBody = """ "kind": "b" """,
        },
        new("3602", "names are compared with their case")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            OldItem = "EventType=/type; EventTypeComparison=OrdinalIgnoreCase",
            NewItem = "EventType=/type; EventTypeComparison=Ordinal",
            Not = "3105 3409",
            Code = """string Read(PaidEvent e) => e.Id;""",
            OldBody = """{ "type": "PAID", "id": "1" }""",
            OldByNew = "U UnknownEventType",
            NewBody = """{ "type": "paid", "id": "1" }""",
        },
        new("3602", "names are compared without their case")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            OldItem = "EventType=/type; EventTypeComparison=Ordinal",
            NewItem = "EventType=/type; EventTypeComparison=OrdinalIgnoreCase",
            OldBody = """{ "type": "paid", "id": "1" }""",
            NewBody = """{ "type": "PAID", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("", "comparison that was the default is said")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            OldItem = "EventType=/type",
            NewItem = "EventType=/type; EventTypeComparison=Ordinal",
            Not = "3602",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3401 3603", "event wrapped into an envelope")
        {
            Old = Expand("""{ "$defs": { "paid": { "object": { "id!": "string" } }, "envelope": { "object": { "type!": "string", "at!": "string", "data!": "any" } } } }"""),
            New = Expand("""{ "$defs": { "paid": { "object": { "id!": "string" } }, "envelope": { "object": { "type!": "string", "at!": "string", "data!": "any" } } } }"""),
            OldItem = "",
            OldMap = """{ "eventType": "/type", "events": { "paid": "#/$defs/paid" } }""",
            NewMap = """{ "eventType": "/type", "events": { "paid": "#/$defs/paid" }, "envelope": "#/$defs/envelope", "data": "/data" }""",
            Not = "3202 3204 3207",
            Code = """string Read(PaidEvent e) => e.Id; // CS1061""",
            OldBody = """ "id": "1" """,
            OldByNew = "U $.at",
            NewBody = """ "at": "x", "data": { "id": "1" } """,
            NewByOld = "U $.id",
        },
        new("3603", "events come in batches")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            OldItem = "",
            OldMap = """{ "eventType": "/type" }""",
            NewMap = """{ "eventType": "/type", "batch": "/events/*" }""",
            Not = "3601",
            Code = """AcmeEvent Read(string body) => AcmeEvent.Parse(body);""",
            OldBody = """ "id": "1" """,
            NewBody = """{ "events": [{ "type": "paid", "id": "1" }] }""",
            NewByOld = "U MissingEventType",
        },
        new("3202", "envelope gains a member")
        {
            Old = Expand("""{ "$defs": { "paid": { "object": { "id!": "string" } }, "envelope": { "object": { "type!": "string", "at!": "string", "data!": "any" } } } }"""),
            New = Expand("""{ "$defs": { "paid": { "object": { "id!": "string" } }, "envelope": { "object": { "type!": "string", "at!": "string", "by!": "string", "data!": "any" } } } }"""),
            OldItem = "",
            OldMap = """{ "eventType": "/type", "events": { "paid": "#/$defs/paid" }, "envelope": "#/$defs/envelope", "data": "/data" }""",
            Not = "3603",
            Code = """string Read(PaidEvent e) => e.Data.Id;""",
            OldBody = """ "at": "x", "data": { "id": "1" } """,
            OldByNew = "U $.by",
            NewBody = """ "at": "x", "by": "y", "data": { "id": "1" } """,
            NewByOld = "AP by",
        },
        new("3604", "case added")
        {
            Old = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}] } """),
            New = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}, {{Cash}}] } """),
            Not = "3401 3608",
            Code = """int All(PaidEvent e) => e.By switch { CardPaidBy => 1, BankPaidBy => 2, UnrecognizedPaidBy => 3 }; // CS8509 TWH1001""",
            OldBody = """ "by": { "kind": "card", "number": "4" } """,
            NewBody = """ "by": { "kind": "cash", "till": "1" } """,
            NewByOld = "ok; By.type = UnrecognizedPaidBy",
        },
        new("3201", "case gains a member")
        {
            Old = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}] } """),
            New = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank.Replace("} }", """, "bic": "string" } }""", StringComparison.Ordinal)}}] } """),
            Not = "3604 3605",
            OldBody = """ "by": { "kind": "card", "number": "4" } """,
            NewBody = """ "by": { "kind": "bank", "iban": "4", "bic": "5" } """,
            NewByOld = "AP By.bic",
        },
        new("3605", "case removed")
        {
            Old = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}, {{Cash}}] } """),
            New = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}] } """),
            Not = "3402 3609",
            Code = """bool Is(PaidEvent e) => e.By is CashPaidBy; // CS0246""",
            OldBody = """ "by": { "kind": "cash", "till": "1" } """,
            OldByNew = "ok; By.type = UnrecognizedPaidBy",
            NewBody = """ "by": { "kind": "card", "number": "4" } """,
        },
        new("3606", "cases told apart by another member")
        {
            Old = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}] } """),
            New = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}] } """.Replace("kind", "means", StringComparison.Ordinal)),
            Not = "3202 3204 3604 3605 3607",
            Code = """int All(PaidEvent e) => e.By switch { CardPaidBy => 1, BankPaidBy => 2, UnrecognizedPaidBy => 3 };""",
            OldBody = """ "by": { "kind": "card", "number": "4" } """,
            OldByNew = "ok; By.type = UnrecognizedPaidBy",
            NewBody = """ "by": { "means": "card", "number": "4" } """,
            NewByOld = "ok; By.type = UnrecognizedPaidBy",
        },
        new("3607 3607", "values of two cases exchanged")
        {
            Old = Paid(""" "by!": { "oneOf": ["#card", "#bank"] } """, """ "card": { "object": { "kind!": "=a", "number": "string" } }, "bank": { "object": { "kind!": "=b", "iban": "string" } } """),
            New = Paid(""" "by!": { "oneOf": ["#card", "#bank"] } """, """ "card": { "object": { "kind!": "=b", "number": "string" } }, "bank": { "object": { "kind!": "=a", "iban": "string" } } """),
            Not = "3604 3605 3606",
            Code = """int All(PaidEvent e) => e.By switch { Card => 1, Bank => 2, UnrecognizedPaidBy => 3 };""",
            OldBody = """ "by": { "kind": "a", "number": "4" } """,
            OldByNew = "null By.Iban, AP By.number; By.type = Bank",
            NewBody = """ "by": { "kind": "b", "number": "4" } """,
            NewByOld = "null By.Iban, AP By.number; By.type = Bank",
        },
        new("3607", "a case has another value")
        {
            Old = Paid(""" "by!": { "oneOf": ["#card", "#bank"] } """, Defined),
            New = Paid(""" "by!": { "oneOf": ["#card", "#bank"] } """, Defined.Replace("=bank", "=account", StringComparison.Ordinal)),
            Not = "3604 3605",
            Code = """int All(PaidEvent e) => e.By switch { Card => 1, Bank => 2, UnrecognizedPaidBy => 3 };""",
            OldBody = """ "by": { "kind": "bank", "iban": "4" } """,
            OldByNew = "ok; By.type = UnrecognizedPaidBy",
            NewBody = """ "by": { "kind": "account", "iban": "4" } """,
            NewByOld = "ok; By.type = UnrecognizedPaidBy",
        },
        new("3401 3608", "object became one of several")
        {
            Old = Paid(""" "by!": "#card" """, Defined),
            New = Paid(""" "by!": { "oneOf": ["#card", "#bank"] } """, Defined),
            Not = "3109 3202 3204 3313 3604",
            Code = """
                string Read(PaidEvent e) => e.By.Number; // CS1061
                bool Is(PaidEvent e) => e.By is Card;
                """,
            OldBody = """ "by": { "kind": "card", "number": "4" } """,
            NewBody = """ "by": { "kind": "bank", "iban": "4" } """,
            NewByOld = "U $.by.number",
        },
        new("3402 3609", "one of several became one object")
        {
            Old = Paid(""" "by!": { "oneOf": ["#card", "#bank"] } """, Defined),
            New = Paid(""" "by!": "#card" """, Defined),
            Not = "3109 3202 3313 3605",
            Code = """
                bool Is(PaidEvent e) => e.By is Bank; // CS0246
                PaidBy Read(PaidEvent e) => e.By; // CS0246
                """,
            OldBody = """ "by": { "kind": "bank", "iban": "4" } """,
            OldByNew = "U $.by.number",
            NewBody = """ "by": { "kind": "card", "number": "4" } """,
        },
        new("3610", "cases that nothing tells apart any more")
        {
            Old = Paid(""" "by!": { "oneOf": ["#card", "#bank"] } """, Defined),
            New = Paid(""" "by!": { "oneOf": ["#card", "#bank"] } """, Defined.Replace("=card", "string", StringComparison.Ordinal).Replace("=bank", "string", StringComparison.Ordinal)),
            Not = "3109 3202 3309 3313 3402",
            Code = """
                int All(PaidEvent e) => e.By switch { Card => 1, Bank => 2, UnrecognizedPaidBy => 3 }; // CS0103 CS8121
                PaidBy Read(PaidEvent e) => e.By; // CS0246
                """,
            OldBody = """ "by": { "kind": "card", "number": "4" } """,
            NewBody = """ "by": { "kind": "visa", "number": "4" } """,
            NewByOld = "ok; By.type = UnrecognizedPaidBy",
        },
        new("3402 3402 3609", "cases in place that nothing tells apart any more")
        {
            Old = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}] } """),
            New = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}] } """.Replace("=card", "string", StringComparison.Ordinal).Replace("=bank", "string", StringComparison.Ordinal)),
            Code = """bool Is(PaidEvent e) => e.By is CardPaidBy; // CS0246""",
            OldBody = """ "by": { "kind": "card", "number": "4" } """,
            OldByNew = "null By.Iban",
            NewBody = """ "by": { "kind": "visa", "number": "4" } """,
            NewByOld = "ok; By.type = UnrecognizedPaidBy",
        },
        new("", "oneOf became anyOf")
        {
            Old = Paid($$""" "by!": { "oneOf": [{{Card}}, {{Bank}}] } """),
            New = Paid($$""" "by!": { "anyOf": [{{Card}}, {{Bank}}] } """),
            Not = "3604 3605 3610",
            Code = """int All(PaidEvent e) => e.By switch { CardPaidBy => 1, BankPaidBy => 2, UnrecognizedPaidBy => 3 };""",
            OldBody = """ "by": { "kind": "card", "number": "4" } """,
            NewBody = """ "by": { "kind": "card", "number": "4" } """,
        },
        new("", "parts of an object regrouped")
        {
            Old = Paid(""" "by!": { "allOf": [{ "object": { "a!": "string" } }, { "object": { "b": "string" } }] } """),
            New = Paid(""" "by!": { "object": { "a!": "string", "b": "string" } } """),
            Not = "3201 3203 3404 3705",
            Code = """string Read(PaidEvent e) => e.By.A + e.By.B;""",
            OldBody = """ "by": { "a": "x", "b": "y" } """,
            NewBody = """ "by": { "a": "x", "b": "y" } """,
        },
    ];
}
