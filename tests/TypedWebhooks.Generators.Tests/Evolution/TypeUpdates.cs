using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Members that are another kind of text or number: the rules from 3301 on.</summary>
internal static class TypeUpdates
{
    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3301", "boolean became text")
        {
            Old = Paid(""" "live!": "boolean" """),
            New = Paid(""" "live!": "string" """),
            Code = """bool Read(PaidEvent e) => e.Live; // CS0029""",
            OldBody = """ "live": true """,
            OldByNew = "U $.live",
            NewBody = """ "live": "true" """,
            NewByOld = "U $.live",
        },
        new("3301", "integer became text")
        {
            Old = Paid(""" "id!": "integer" """),
            New = Paid(""" "id!": "string" """),
            Not = "3304 3305",
            Code = """long Read(PaidEvent e) => e.Id; // CS0029""",
            OldBody = """ "id": 1 """,
            OldByNew = "U $.id",
            NewBody = """ "id": "1" """,
            NewByOld = "U $.id",
        },
        new("3302", "integer became number")
        {
            Old = Paid(""" "total!": "integer" """),
            New = Paid(""" "total!": "number" """),
            Not = "3301 3304",
            Code = """
                long Read(PaidEvent e) => e.Total; // CS0266
                double Take(PaidEvent e) => e.Total;
                """,
            OldBody = """ "total": 3 """,
            NewBody = """ "total": 1.5 """,
            NewByOld = "U $.total",
        },
        new("3303", "number became integer")
        {
            Old = Paid(""" "total!": "number" """),
            New = Paid(""" "total!": "integer" """),
            Not = "3301 3304",
            Code = """double Half(PaidEvent e) => e.Total / 2;""",
            OldBody = """ "total": 1.5 """,
            OldByNew = "U $.total",
            NewBody = """ "total": 3 """,
        },
        new("3303", "optional number became integer")
        {
            Old = Paid(""" "total": "number" """),
            New = Paid(""" "total": "integer" """),
            Code = """
                double Half(PaidEvent e) => e.Total / 2 ?? 0;
                PaidEvent Make(double total) => new() { Total = total }; // CS0266
                """,
            OldBody = """ "total": 1.5 """,
            OldByNew = "U $.total",
            NewBody = """ "total": 3 """,
        },
        new("3304", "integer became wider")
        {
            Old = Paid(""" "total!": "int32" """),
            New = Paid(""" "total!": "integer" """),
            Not = "3301 3302 3306",
            Code = """int Read(PaidEvent e) => e.Total; // CS0266""",
            OldBody = """ "total": 3 """,
            NewBody = """ "total": 3000000000 """,
            NewByOld = "U $.total",
        },
        new("3304", "integer became narrower by its bounds")
        {
            Old = Paid(""" "total!": "integer" """),
            New = Paid(""" "total!": { "type": "integer", "minimum": 0, "maximum": 100 } """),
            Not = "3303 3702",
            Code = """long Read(PaidEvent e) => e.Total;""",
            OldBody = """ "total": 3000000000 """,
            OldByNew = "U $.total",
            NewBody = """ "total": 3 """,
        },
        new("3304", "number became decimal")
        {
            Old = Paid(""" "total!": "number" """),
            New = Paid(""" "total!": "decimal" """),
            Not = "3301 3305",
            Code = """double Read(PaidEvent e) => e.Total; // CS0266""",
            OldBody = """ "total": 1.5 """,
            NewBody = """ "total": 1.5 """,
        },
        new("3304", "integer may come as text")
        {
            Old = Paid(""" "total!": "integer" """),
            New = Paid(""" "total!": { "type": "integer", "format": "int64" } """),
            Not = "3305",
            Code = """long Read(PaidEvent e) => e.Total;""",
            OldBody = """ "total": 3 """,
            NewBody = """ "total": "3" """,
            NewByOld = "U $.total",
        },
        new("3702", "bounds moved within the same type")
        {
            Old = Paid(""" "total!": { "type": "integer", "minimum": 0, "maximum": 100 } """),
            New = Paid(""" "total!": { "type": "integer", "minimum": 0, "maximum": 1000 } """),
            Not = "3304",
            Code = """int Read(PaidEvent e) => e.Total;""",
            OldBody = """ "total": 100 """,
            NewBody = """ "total": 1000 """,
            NewByOld = "ok; Total = 1000",
        },
        new("3305", "text became a GUID")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "uuid" """),
            Not = "3301 3308",
            Code = """string Read(PaidEvent e) => e.Id; // CS0029""",
            OldBody = """ "id": "a-1" """,
            OldByNew = "U $.id",
            NewBody = """ "id": "7f1c9a52-3c52-4d5d-9a8e-0c3f2b1a4d5e" """,
        },
        new("3305", "integer became a time")
        {
            Old = Paid(""" "at!": "integer" """),
            New = Paid(""" "at!": { "type": "integer", "format": "unixtime" } """),
            Not = "3304",
            Code = """long Read(PaidEvent e) => e.At; // CS0029""",
            OldBody = """ "at": 1700000000 """,
            NewBody = """ "at": 1700000000 """,
        },
        new("3306", "GUID became text")
        {
            Old = Paid(""" "id!": "uuid" """),
            New = Paid(""" "id!": "string" """),
            Not = "3301 3305",
            Code = """Guid Read(PaidEvent e) => e.Id; // CS0029""",
            OldBody = """ "id": "7f1c9a52-3c52-4d5d-9a8e-0c3f2b1a4d5e" """,
            NewBody = """ "id": "a-1" """,
            NewByOld = "U $.id",
        },
        new("3307", "date became date-time")
        {
            Old = Paid(""" "at!": "date" """),
            New = Paid(""" "at!": "date-time" """),
            Not = "3305 3306 3308",
            Code = """DateOnly Read(PaidEvent e) => e.At; // CS0029""",
            OldBody = """ "at": "2024-05-01" """,
            OldByNew = "kept at",
            NewBody = """ "at": "2024-05-01T10:00:00Z" """,
            NewByOld = "U $.at",
        },
        new("3308", "format of a text changed")
        {
            Old = Paid(""" "to!": "uri" """),
            New = Paid(""" "to!": "email" """),
            Not = "3305 3306 3307",
            Code = """string Read(PaidEvent e) => e.To;""",
            OldBody = """ "to": "https://acme.example" """,
            NewBody = """ "to": "a@acme.example" """,
        },
        new("3308", "format of a text added")
        {
            Old = Paid(""" "to!": "string" """),
            New = Paid(""" "to!": "email" """),
            Not = "3305",
            Code = """string Read(PaidEvent e) => e.To;""",
            OldBody = """ "to": "x" """,
            NewBody = """ "to": "a@acme.example" """,
        },
    ];
}
