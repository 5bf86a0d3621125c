using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Whether members have to be there and what else is said of them: the rules from 3208 on.</summary>
internal static class PresenceUpdates
{
    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3208", "required value became optional")
        {
            Old = Paid(""" "id!": "uuid" """),
            New = Paid(""" "id": "uuid" """),
            Not = "3210",
            Code = """
                Guid Read(PaidEvent e) => e.Id; // CS0266 CS8629
                void Hand(PaidEvent e) => Take(e.Id); // CS1503
                static void Take(Guid id) => _ = id;
                """,
            OldBody = """ "id": "7f1c9a52-3c52-4d5d-9a8e-0c3f2b1a4d5e" """,
            NewByOld = "U $.id",
        },
        new("3208", "required text became optional")
        {
            Old = Paid(""" "note!": "string" """),
            New = Paid(""" "note": "string" """),
            Code = """
                int Read(PaidEvent e) => e.Note.Length; // CS8602
                string Hand(PaidEvent e) => e.Note; // CS8603
                #nullable disable
                int Blind(PaidEvent e) => e.Note.Length;
                #nullable restore
                """,
            OldBody = """ "note": "x" """,
            NewByOld = "U $.note",
        },
        new("3208", "required member without a type became optional")
        {
            Old = Paid(""" "total!": { "properties": { "amount!": "number" } } """),
            New = Paid(""" "total": { "properties": { "amount!": "number" } } """),
            Code = """double Read(PaidEvent e) => e.Total?.Amount ?? 0;""",
            OldBody = """ "total": { "amount": 1 } """,
            NewByOld = "U $.total",
        },
        new("3209", "optional text became required")
        {
            Old = Paid(""" "note": "string" """),
            New = Paid(""" "note!": "string" """),
            Not = "3211",
            Code = """
                int Read(PaidEvent e) => e.Note?.Length ?? 0;
                bool Has(PaidEvent e) => e.Note != null;
                PaidEvent Make() => new(); // CS9035
                """,
            NewBody = """ "note": "x" """,
            OldByNew = "U $.note",
        },
        new("3209", "optional value became required")
        {
            Old = Paid(""" "count": "integer" """),
            New = Paid(""" "count!": "integer" """),
            Code = """
                long? Read(PaidEvent e) => e.Count;
                bool Has(PaidEvent e) => e.Count is { } count && count > 0;
                bool Is(PaidEvent e) => e.Count != null; // CS0472
                long Or(PaidEvent e) => e.Count ?? 0; // CS0019
                long Value(PaidEvent e) => e.Count!.Value; // CS1061
                """,
            NewBody = """ "count": 1 """,
            OldByNew = "U $.count",
        },
        new("3210", "text became nullable")
        {
            Old = Paid(""" "note!": "string" """),
            New = Paid(""" "note!": "string?" """),
            Not = "3208 3313",
            Code = """
                int Read(PaidEvent e) => e.Note.Length; // CS8602
                #nullable disable
                int Blind(PaidEvent e) => e.Note.Length;
                #nullable restore
                """,
            OldBody = """ "note": "x" """,
            NewBody = """ "note": null """,
            NewByOld = "U $.note",
        },
        new("3210", "optional text became nullable")
        {
            Old = Paid(""" "note": "string" """),
            New = Paid(""" "note": "string?" """),
            Code = """string? Read(PaidEvent e) => e.Note;""",
            OldBody = """ "note": "x" """,
            NewBody = """ "note": null """,
            NewByOld = "U $.note",
        },
        new("3211", "text is no longer nullable")
        {
            Old = Paid(""" "note!": "string?" """),
            New = Paid(""" "note!": "string" """),
            Not = "3209 3313",
            Code = """
                int Read(PaidEvent e) => e.Note?.Length ?? 0;
                bool Has(PaidEvent e) => e.Note != null;
                """,
            OldBody = """ "note": null """,
            OldByNew = "U $.note",
            NewBody = """ "note": "x" """,
        },
        new("3211", "value is no longer nullable")
        {
            Old = Paid(""" "count!": "integer?" """),
            New = Paid(""" "count!": "integer" """),
            Code = """
                long? Read(PaidEvent e) => e.Count;
                long Or(PaidEvent e) => e.Count ?? 0; // CS0019
                """,
            OldBody = """ "count": null """,
            OldByNew = "U $.count",
            NewBody = """ "count": 1 """,
        },
        new("3212", "absent became null")
        {
            Old = Paid(""" "note": "string" """),
            New = Paid(""" "note!": "string?" """),
            Not = "3209 3210",
            Code = """
                string? Read(PaidEvent e) => e.Note;
                PaidEvent Make() => new(); // CS9035
                """,
            NewBody = """ "note": null """,
            NewByOld = "U $.note",
            OldByNew = "U $.note",
        },
        new("3212", "null became absent")
        {
            Old = Paid(""" "note!": "string?" """),
            New = Paid(""" "note": "string" """),
            Not = "3208 3211",
            Code = """string? Read(PaidEvent e) => e.Note;""",
            OldBody = """ "note": null """,
            OldByNew = "U $.note",
            NewByOld = "U $.note",
        },
        new("3208 3210", "became optional and nullable")
        {
            Old = Paid(""" "note!": "string" """),
            New = Paid(""" "note": "string?" """),
            Not = "3212",
            Code = """int Read(PaidEvent e) => e.Note.Length; // CS8602""",
            OldBody = """ "note": "x" """,
            NewBody = """ "note": null """,
            NewByOld = "U $.note",
        },
        new("3213", "member deprecated")
        {
            Old = Paid(""" "note": "string" """),
            New = Paid(""" "note": { "type": "string", "deprecated": true } """),
            Code = """string? Read(PaidEvent e) => e.Note; // CS0618""",
            OldBody = """ "note": "x" """,
            NewBody = """ "note": "x" """,
        },
        new("3213", "member no longer deprecated")
        {
            Old = Paid(""" "note": { "type": "string", "deprecated": true } """),
            New = Paid(""" "note": "string" """),
            OldBody = """ "note": "x" """,
            NewBody = """ "note": "x" """,
        },
        new("3801", "member described as deprecated")
        {
            Old = Paid(""" "note": "string" """),
            New = Paid(""" "note": { "type": "string", "description": "Deprecated: use text." } """),
            Not = "3213",
            Code = """string? Read(PaidEvent e) => e.Note;""",
            OldBody = """ "note": "x" """,
            NewBody = """ "note": "x" """,
        },
        new("3214", "constant changed")
        {
            Old = Paid(""" "currency!": "=EUR" """),
            New = Paid(""" "currency!": "=CHF" """),
            Not = "3101 3102 3103 3804",
            Code = """bool Is(PaidEvent e) => e.Currency == "EUR";""",
            OldBody = """ "currency": "EUR" """,
            OldByNew = "ok; Currency = EUR",
            NewBody = """ "currency": "CHF" """,
            NewByOld = "ok; Currency = CHF",
        },
        new("3215", "constant added")
        {
            Old = Paid(""" "currency!": "string" """),
            New = Paid(""" "currency!": "=EUR" """),
            Not = "3214 3504",
            Code = """string Read(PaidEvent e) => e.Currency;""",
            OldBody = """ "currency": "CHF" """,
            OldByNew = "ok; Currency = CHF",
            NewBody = """ "currency": "EUR" """,
        },
        new("3215", "constant removed")
        {
            Old = Paid(""" "currency!": "=EUR" """),
            New = Paid(""" "currency!": "string" """),
            Not = "3214 3505",
            Code = """string Read(PaidEvent e) => e.Currency;""",
            OldBody = """ "currency": "EUR" """,
            NewBody = """ "currency": "CHF" """,
            NewByOld = "ok; Currency = CHF",
        },
        new("3216", "default changed")
        {
            Old = Paid(""" "note": { "type": "string", "default": "a" } """),
            New = Paid(""" "note": { "type": "string", "default": "b" } """),
            Not = "3214 3801",
            Code = """string? Read(PaidEvent e) => e.Note;""",
            OldByNew = "null Note",
            NewByOld = "null Note",
        },
        new("3802", "example changed beside a default")
        {
            Old = Paid(""" "note": { "type": "string", "default": "a", "examples": ["x"] } """),
            New = Paid(""" "note": { "type": "string", "default": "a", "examples": ["y"] } """),
            Not = "3216 3801",
            OldByNew = "null Note",
            NewByOld = "null Note",
        },
        new("3217", "member became read-only")
        {
            Old = Paid(""" "note": "string" """),
            New = Paid(""" "note": { "type": "string", "readOnly": true } """),
            Code = """PaidEvent Make() => new() { Note = "x" };""",
            OldBody = """ "note": "x" """,
            NewBody = """ "note": "x" """,
        },
        new("", "members in another order")
        {
            Old = Paid(""" "a": "string", "b": "string" """),
            New = Paid(""" "b": "string", "a": "string" """),
            Not = "3201 3203 3217",
            Code = """PaidEvent Make() => new() { A = "x" };""",
            OldBody = """ "a": "x", "b": "y" """,
            NewBody = """ "b": "y", "a": "x" """,
        },
        new("", "the members required in another order")
        {
            Old = """{ "type": "object", "properties": { "type": { "const": "paid" }, "a": { "type": "string" }, "b": { "type": "string" } }, "required": ["a", "b"] }""",
            New = """{ "type": "object", "properties": { "type": { "const": "paid" }, "a": { "type": "string" }, "b": { "type": "string" } }, "required": ["b", "a"] }""",
            Not = "3208 3209 3217",
            OldBody = """ "a": "x", "b": "y" """,
            NewBody = """ "b": "y", "a": "x" """,
        },
    ];
}
