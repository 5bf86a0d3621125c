using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Members that come, go, move and are called otherwise: the rules from 3201 on.</summary>
internal static class MemberUpdates
{
    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3201", "optional member added")
        {
            Old = Paid("""  "id!": "string" """),
            New = Paid(""" "id!": "string", "note": "string" """),
            Not = "3202",
            Code = """
                PaidEvent Make() => new() { Id = "1" };
                bool Has(PaidEvent e) => e.AdditionalProperties is { } all && all.ContainsKey("note");
                """,
            OldBody = """ "id": "1" """,
            OldByNew = "null Note",
            NewBody = """ "id": "1", "note": "x" """,
            NewByOld = "AP note",
        },
        new("3201", "optional member added that came before with another type")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string", "note": "string" """),
            OldBody = """ "id": "1", "note": 7 """,
            OldByNew = "U $.note",
            NewBody = """ "id": "1" """,
        },
        new("3202", "required member added")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string", "note!": "string" """),
            Not = "3201",
            Code = """
                PaidEvent Make() => new() { Id = "1" }; // CS9035
                string Read(PaidEvent e) => e.Id;
                """,
            OldBody = """ "id": "1" """,
            OldByNew = "U $.note",
            NewBody = """ "id": "1", "note": "x" """,
            NewByOld = "AP note",
        },
        new("3201 3401", "optional object added that has a required member")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string", "card": { "object": { "number!": "string" } } """),
            Not = "3202",
            Code = """PaidEvent Make() => new() { Id = "1" };""",
            OldBody = """ "id": "1" """,
            OldByNew = "null Card",
            NewBody = """ "id": "1", "card": { "number": "4" } """,
            NewByOld = "AP card",
        },
        new("3203", "optional member removed")
        {
            Old = Paid(""" "id!": "string", "note": "string" """),
            New = Paid(""" "id!": "string" """),
            Not = "3204 3205",
            Code = """string? Read(PaidEvent e) => e.Note; // CS1061""",
            OldBody = """ "id": "1", "note": "x" """,
            OldByNew = "AP note",
            NewBody = """ "id": "1" """,
            NewByOld = "null Note",
        },
        new("3204", "required member removed")
        {
            Old = Paid(""" "id!": "string", "note!": "string" """),
            New = Paid(""" "id!": "string" """),
            Not = "3203 3205",
            Code = """string Read(PaidEvent e) => e.Note; // CS1061""",
            OldBody = """ "id": "1", "note": "x" """,
            OldByNew = "AP note",
            NewBody = """ "id": "1" """,
            NewByOld = "U $.note",
        },
        new("3205", "required member renamed")
        {
            Old = Paid(""" "is_custom_ammount!": "boolean" """),
            New = Paid(""" "is_custom_amount!": "boolean" """),
            Not = "3202 3204 3206",
            Code = """bool Read(PaidEvent e) => e.IsCustomAmmount; // CS1061""",
            OldBody = """ "is_custom_ammount": true """,
            OldByNew = "U $.is_custom_amount",
            NewBody = """ "is_custom_amount": true """,
            NewByOld = "U $.is_custom_ammount",
        },
        new("3205", "optional member renamed")
        {
            Old = Paid(""" "suspended_by": "string" """),
            New = Paid(""" "suspend_by": "string" """),
            Not = "3201 3203",
            Code = """string? Read(PaidEvent e) => e.SuspendedBy; // CS1061""",
            OldBody = """ "suspended_by": "x" """,
            OldByNew = "null SuspendBy, AP suspended_by",
            NewBody = """ "suspend_by": "x" """,
            NewByOld = "null SuspendedBy, AP suspend_by",
        },
        new("3202 3204", "member replaced by one whose name only begins alike")
        {
            Old = Paid(""" "followers!": "string" """),
            New = Paid(""" "followers_url!": "string" """),
            Not = "3205",
            Code = """string Read(PaidEvent e) => e.Followers; // CS1061""",
            OldBody = """ "followers": "x" """,
            OldByNew = "U $.followers_url",
            NewBody = """ "followers_url": "x" """,
            NewByOld = "U $.followers",
        },
        new("3202 3204", "member replaced by one of a near name and another type")
        {
            Old = Paid(""" "amount!": "string" """),
            New = Paid(""" "amounts!": "integer" """),
            Not = "3205",
            Code = """string Read(PaidEvent e) => e.Amount; // CS1061""",
            OldBody = """ "amount": "x" """,
            OldByNew = "U $.amounts",
            NewBody = """ "amounts": 1 """,
            NewByOld = "U $.amount",
        },
        new("3206", "wire name spelt otherwise")
        {
            Old = Paid(""" "createdAt!": "string" """),
            New = Paid(""" "created_at!": "string" """),
            Not = "3205",
            Code = """string Read(PaidEvent e) => e.CreatedAt;""",
            OldBody = """ "createdAt": "x" """,
            OldByNew = "U $.created_at",
            NewBody = """ "created_at": "x" """,
            NewByOld = "U $.createdAt",
        },
        new("3206", "wire name of an optional member spelt otherwise")
        {
            Old = Paid(""" "createdAt": "string" """),
            New = Paid(""" "created_at": "string" """),
            Code = """string? Read(PaidEvent e) => e.CreatedAt;""",
            OldBody = """ "createdAt": "x" """,
            OldByNew = "null CreatedAt, AP createdAt",
            NewBody = """ "created_at": "x" """,
            NewByOld = "null CreatedAt, AP created_at",
        },
        new("3205", "wire name spelt otherwise, with one letter more")
        {
            Old = Paid(""" "createdAt!": "string" """),
            New = Paid(""" "createds_at!": "string" """),
            Not = "3206",
            Code = """string Read(PaidEvent e) => e.CreatedAt; // CS1061""",
            OldBody = """ "createdAt": "x" """,
            OldByNew = "U $.createds_at",
            NewBody = """ "createds_at": "x" """,
            NewByOld = "U $.createdAt",
        },
        new("3207", "member moved to a child")
        {
            Old = Paid(""" "currency!": "string", "total!": { "object": { "amount!": "number" } } """),
            New = Paid(""" "total!": { "object": { "amount!": "number", "currency!": "string" } } """),
            Not = "3202 3204",
            Code = """string Read(PaidEvent e) => e.Currency; // CS1061""",
            OldBody = """ "currency": "EUR", "total": { "amount": 1 } """,
            OldByNew = "U $.total.currency",
            NewBody = """ "total": { "amount": 1, "currency": "EUR" } """,
            NewByOld = "U $.currency",
        },
        new("3202 3204", "member gone, and one of its name and another type in a child")
        {
            Old = Paid(""" "currency!": "string", "total!": { "object": { "amount!": "number" } } """),
            New = Paid(""" "total!": { "object": { "amount!": "number", "currency!": "integer" } } """),
            Not = "3207",
            Code = """string Read(PaidEvent e) => e.Currency; // CS1061""",
            OldBody = """ "currency": "EUR", "total": { "amount": 1 } """,
            OldByNew = "U $.total.currency",
            NewBody = """ "total": { "amount": 1, "currency": 978 } """,
            NewByOld = "U $.currency",
        },
    ];
}
