using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Types that come, go, are extracted and called otherwise: the rules from 3401 on.</summary>
internal static class NameUpdates
{
    private const string Money = """ "money": { "object": { "amount!": "number", "currency!": "string" } } """;

    private const string InPlace = """{ "object": { "amount!": "number", "currency!": "string" } }""";

    private const string Body = """ "total": { "amount": 1, "currency": "EUR" } """;

    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3201 3401", "type added with a member")
        {
            Old = Paid(""" "total!": "#money" """, Money),
            New = Paid(""" "total!": "#money", "fee": "#fee" """, Money + """, "fee": { "object": { "rate!": "number" } } """),
            Code = """Money Read(PaidEvent e) => e.Total;""",
            OldBody = Body,
            OldByNew = "null Fee",
            NewBody = Body + """, "fee": { "rate": 1 } """,
            NewByOld = "AP fee",
        },
        new("3201", "member added of a type that was there")
        {
            Old = Paid(""" "total!": "#money" """, Money),
            New = Paid(""" "total!": "#money", "fee": "#money" """, Money),
            Not = "3401",
            OldBody = Body,
            OldByNew = "null Fee",
            NewBody = Body + """, "fee": { "amount": 1, "currency": "EUR" } """,
            NewByOld = "AP fee",
        },
        new("3203 3402", "type gone with its only member")
        {
            Old = Paid(""" "id!": "string", "fee": "#money" """, Money),
            New = Paid(""" "id!": "string" """, Money),
            Code = """Money? Read(PaidEvent e) => null; // CS0246""",
            OldBody = """ "id": "1", "fee": { "amount": 1, "currency": "EUR" } """,
            OldByNew = "AP fee",
            NewBody = """ "id": "1" """,
            NewByOld = "null Fee",
        },
        new("3203", "member gone, and its type stays with another")
        {
            Old = Paid(""" "total!": "#money", "fee": "#money" """, Money),
            New = Paid(""" "total!": "#money" """, Money),
            Not = "3402",
            Code = """Money? Read(PaidEvent e) => null;""",
            OldBody = Body + """, "fee": { "amount": 1, "currency": "EUR" } """,
            OldByNew = "AP fee",
            NewBody = Body,
            NewByOld = "null Fee",
        },
        new("3403", "definition renamed")
        {
            Old = Paid(""" "total!": "#money" """, Money),
            New = Paid(""" "total!": "#price" """, Money.Replace("money", "price", System.StringComparison.Ordinal)),
            Not = "3401 3402 3407 3408",
            Code = """
                Money Read(PaidEvent e) => e.Total; // CS0246
                void Use(PaidEvent e) { var total = e.Total; _ = total.Amount; }
                """,
            OldBody = Body,
            NewBody = Body,
        },
        new("3403", "enum's definition renamed")
        {
            Old = Paid(""" "status!": "#state" """, """ "state": "open|closed" """),
            New = Paid(""" "status!": "#status" """, """ "status": "open|closed" """),
            Not = "3401 3402 3501 3502",
            Code = """bool Is(PaidEvent e) => e.Status == State.Open; // CS0103""",
            OldBody = """ "status": "open" """,
            NewBody = """ "status": "open" """,
        },
        new("3404", "object in place extracted")
        {
            Old = Paid($""" "total!": {InPlace} """),
            New = Paid(""" "total!": "#money" """, Money),
            Not = "3401 3402 3403 3405 3406",
            Code = """
                PaidTotal Read(PaidEvent e) => e.Total; // CS0246
                void Use(PaidEvent e) { var total = e.Total; _ = total.Amount; }
                """,
            OldBody = Body,
            NewBody = Body,
        },
        new("3202 3404", "object in place extracted, with a member more")
        {
            Old = Paid($""" "total!": {InPlace} """),
            New = Paid(""" "total!": "#money" """, """ "money": { "object": { "amount!": "number", "currency!": "string", "vat!": "number" } } """),
            Not = "3401 3402 3407",
            Code = """PaidTotal Read(PaidEvent e) => e.Total; // CS0246""",
            OldBody = Body,
            OldByNew = "U $.total.vat",
            NewBody = """ "total": { "amount": 1, "currency": "EUR", "vat": 0 } """,
            NewByOld = "AP Total.vat",
        },
        new("3405", "definition put in place")
        {
            Old = Paid(""" "total!": "#money" """, Money),
            New = Paid($""" "total!": {InPlace} """),
            Not = "3401 3402 3403 3404",
            Code = """
                Money Read(PaidEvent e) => e.Total; // CS0246
                void Use(PaidEvent e) { var total = e.Total; _ = total.Amount; }
                """,
            OldBody = Body,
            NewBody = Body,
        },
        new("3405 3405", "definition put in place in two events")
        {
            Old = Hooks(Money, Event("paid", """ "total!": "#money" """), Event("lost", """ "total!": "#money" """)),
            New = Hooks("", Event("paid", $""" "total!": {InPlace} """), Event("lost", $""" "total!": {InPlace} """)),
            Not = "3401 3402",
            Code = """
                Money Read(PaidEvent e) => e.Total; // CS0246
                double Sum(PaidEvent a, LostEvent b) => a.Total.Amount + b.Total.Amount;
                """,
            OldBody = Body,
            NewBody = Body,
        },
        new("3406", "objects in place merged into one definition")
        {
            Old = Hooks("", Event("paid", $""" "total!": {InPlace} """), Event("lost", $""" "total!": {InPlace} """)),
            New = Hooks(Money, Event("paid", """ "total!": "#money" """), Event("lost", """ "total!": "#money" """)),
            Not = "3401 3402 3404",
            Code = """
                PaidTotal Read(PaidEvent e) => e.Total; // CS0246
                LostTotal Read(LostEvent e) => e.Total; // CS0246
                double Sum(PaidEvent a, LostEvent b) => a.Total.Amount + b.Total.Amount;
                """,
            OldBody = Body,
            NewBody = Body,
        },
        new("3407", "reference leads to another definition")
        {
            Old = Paid(""" "total!": "#money", "net!": "#price", "gross!": "#money" """, Money + """, "price": { "object": { "value!": "number" } } """),
            New = Paid(""" "total!": "#price", "net!": "#price", "gross!": "#money" """, Money + """, "price": { "object": { "value!": "number" } } """),
            Not = "3403 3309",
            Code = """
                Money Read(PaidEvent e) => e.Total; // CS0029
                double Amount(PaidEvent e) => e.Total.Amount; // CS1061
                """,
            OldBody = Body + """, "net": { "value": 1 }, "gross": { "amount": 1, "currency": "EUR" } """,
            OldByNew = "U $.total.value",
            NewBody = """ "total": { "value": 1 }, "net": { "value": 1 }, "gross": { "amount": 1, "currency": "EUR" } """,
            NewByOld = "U $.total.amount",
        },
        new("3101 3408", "event added that takes the name of a definition")
        {
            InBuild = "3101",
            Old = Paid(""" "last!": "#LostEvent" """, """ "LostEvent": { "object": { "id!": "string" } } """),
            New = Hooks(""" "LostEvent": { "object": { "id!": "string" } } """, Event("paid", """ "last!": "#LostEvent" """), Event("lost", """ "id!": "string" """)),
            Not = "3401 3403",
            Code = """LostEvent Read(PaidEvent e) => e.Last; // CS0029""",
            OldBody = """ "last": { "id": "1" } """,
            NewBody = """ "last": { "id": "1" } """,
        },
        new("3201 3408", "member added that takes the name of another")
        {
            InBuild = "3201",
            Old = Paid(""" "note": "string" """),
            New = Paid(""" "Note": "string", "note": "string" """),
            Not = "3205 3206",
            Code = """string? Read(PaidEvent e) => e.Note;""",
            OldBody = """ "note": "x" """,
            OldByNew = "null Note; NoteValue = x",
            NewBody = """ "Note": "y", "note": "x" """,
            NewByOld = "AP Note; Note = x",
        },
        new("3201", "member added behind one that has its name already")
        {
            Old = Paid(""" "note": "string" """),
            New = Paid(""" "note": "string", "Note": "string" """),
            Not = "3408",
            Code = """string? Read(PaidEvent e) => e.Note;""",
            OldBody = """ "note": "x" """,
            OldByNew = "null NoteValue",
            NewBody = """ "Note": "y", "note": "x" """,
            NewByOld = "AP Note",
        },
        new("3409", "namespace changed")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            NewItem = "EventType=/type; Namespace=Acme.Hooks",
            Not = "3402 3403 3408",
            Code = """string Read(PaidEvent e) => e.Id; // CS0246""",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3409", "types became internal")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            NewItem = "EventType=/type; Access=internal",
            Code = """
                }
                public sealed class Library
                {
                    public string Read(PaidEvent e) => e.Id; // CS0051
                """,
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3409", "all members became optional")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            NewItem = "EventType=/type; RequiredMembers=Optional",
            Not = "3208",
            Code = """int Read(PaidEvent e) => e.Id.Length; // CS8602""",
            OldBody = """ "id": "1" """,
            NewByOld = "U $.id",
        },
        new("3409", "members are required as the schema says again")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            OldItem = "EventType=/type; RequiredMembers=Optional",
            NewItem = "EventType=/type",
            Not = "3209 3211",
            Code = """int Read(PaidEvent e) => e.Id?.Length ?? 0;""",
            OldBody = "",
            OldByNew = "U $.id",
            NewBody = """ "id": "1" """,
        },
        new("", "item says otherwise how objects are kept and printed")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """),
            NewItem = "EventType=/type; EqualObjects=Separate; Print=Names; JsonSchema=true",
            Not = "3409",
            Code = """int Read(PaidEvent e) => e.Id.Length;""",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
    ];
}
