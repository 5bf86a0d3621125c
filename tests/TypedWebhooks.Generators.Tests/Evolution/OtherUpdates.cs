using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Limits of values, and what is only read by people: the rules from 3701 on.</summary>
internal static class OtherUpdates
{
    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        Text("3701", "pattern added", "", """, "pattern": "^a" """, "3702 3705 3801"),
        Text("3701", "pattern changed", """, "pattern": "^a" """, """, "pattern": "^b" """, "3702"),
        Text("3702", "length changed", """, "maxLength": 10 """, """, "maxLength": 20 """, "3701 3703"),
        List("3703", "array may be empty", """, "minItems": 1 """, "", "3702 3704", "", """ "tags": ["a"] """, """ "tags": [] """),
        List("3703", "array has a limit", "", """, "maxItems": 5 """, "3702 3704", """string First(PaidEvent e) => e.Tags.First();""", """ "tags": ["a"] """, """ "tags": ["a"] """),
        List("3704", "items are unique", "", """, "uniqueItems": true """, "3703", "", """ "tags": ["a", "a"] """, """ "tags": ["a"] """),
        List("3704", "array contains something", "", """, "contains": { "const": "a" } """, "3703", "", """ "tags": ["b"] """, """ "tags": ["a"] """),
        new("3705", "condition added that is not modelled")
        {
            Old = Paid(""" "data!": { "object": { "a": "string" } } """),
            New = Paid(""" "data!": { "object": { "a": "string" }, "not": { "required": ["b"] } } """),
            Not = "3209 3702",
            Code = """string? Read(PaidEvent e) => e.Data.A;""",
            OldBody = """ "data": { "a": "x", "b": 1 } """,
            OldByNew = "AP Data.b",
            NewBody = """ "data": { "a": "x" } """,
        },
        new("3705", "members that require others")
        {
            Old = Paid(""" "data!": { "object": { "a": "string", "b": "string" } } """),
            New = Paid(""" "data!": { "object": { "a": "string", "b": "string" }, "dependentRequired": { "a": ["b"] } } """),
            Not = "3209",
            Code = """string? Read(PaidEvent e) => e.Data.A;""",
            OldBody = """ "data": { "a": "x" } """,
            OldByNew = "null Data.B",
            NewBody = """ "data": { "b": "x" } """,
            NewByOld = "null Data.A",
        },
        new("3209", "member required without a condition")
        {
            Old = Paid(""" "data!": { "object": { "a": "string" } } """),
            New = Paid(""" "data!": { "object": { "a!": "string" } } """),
            Not = "3705",
            OldBody = """ "data": {} """,
            OldByNew = "U $.data.a",
            NewBody = """ "data": { "a": "x" } """,
        },
        Text("3801", "description added", "", """, "description": "A note." """, "3213 3802"),
        Text("3801", "description changed", """, "description": "A note." """, """, "description": "The note." """, "3802"),
        Text("3802", "title changed", """, "title": "Note" """, """, "title": "Remark" """, "3408 3801"),
        Text("3802", "comment added", "", """, "$comment": "Look here." """, "3801"),
        new("3801", "event's description changed")
        {
            Old = Hooks("", Event("paid", """ "id!": "string" """, """ "description": "A" """)),
            New = Hooks("", Event("paid", """ "id!": "string" """, """ "description": "B" """)),
            Not = "3802",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3803", "identifier of an event's schema added")
        {
            Old = Expand(Event("paid", """ "id!": "string" """)),
            New = Expand(Event("paid", """ "id!": "string" """, """ "$id": "https://acme.example/paid" """)),
            Not = "3403 3801",
            Code = """string Read(PaidEvent e) => e.Id;""",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3803", "dialect of an event's schema said")
        {
            Old = Expand(Event("paid", """ "id!": "string" """)),
            New = Expand(Event("paid", """ "id!": "string" """, """ "$schema": "https://json-schema.org/draft/2020-12/schema" """)),
            Not = "3802",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("", "identifier and dialect of a document that is no event")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """).Insert(1, """ "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://acme.example/hooks", """),
            Not = "3803",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("", "the text set otherwise")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string" """).Replace("\n", "\r\n", System.StringComparison.Ordinal).Replace("  ", "\t", System.StringComparison.Ordinal),
            Not = "3801 3803",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3804", "version of the document moved")
        {
            Old = OpenApi("3.0.0", """ "id": { "type": "string" } """),
            New = OpenApi("3.1.0", """ "id": { "type": "string" } """),
            Not = "3805 3214 3801",
            Code = """string? Read(PaidEvent e) => e.Id;""",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3804", "constant of the schemas' version moved")
        {
            Old = Paid(""" "meta!": { "object": { "version!": "=1.1.0" } } """),
            New = Paid(""" "meta!": { "object": { "version!": "=1.2.0" } } """),
            Not = "3214",
            OldBody = """ "meta": { "version": "1.1.0" } """,
            NewBody = """ "meta": { "version": "1.2.0" } """,
        },
        new("3203 3804 3805", "member removed with a minor version")
        {
            Old = OpenApi("3.0.0", """ "id": { "type": "string" }, "note": { "type": "string" } """),
            New = OpenApi("3.1.0", """ "id": { "type": "string" } """),
            Code = """string? Read(PaidEvent e) => e.Note; // CS1061""",
            OldBody = """ "note": "1" """,
            OldByNew = "null Id, AP note",
            NewBody = """ "id": "1" """,
            NewByOld = "null Note",
        },
        new("3203 3804", "member removed with a major version")
        {
            Old = OpenApi("3.0.0", """ "id": { "type": "string" }, "note": { "type": "string" } """),
            New = OpenApi("4.0.0", """ "id": { "type": "string" } """),
            Not = "3805",
            OldBody = """ "note": "1" """,
            OldByNew = "null Id, AP note",
            NewBody = """ "id": "1" """,
            NewByOld = "null Note",
        },
        new("3201 3804", "member added with a minor version")
        {
            Old = OpenApi("3.0.0", """ "id": { "type": "string" } """),
            New = OpenApi("3.1.0", """ "id": { "type": "string" }, "note": { "type": "string" } """),
            Not = "3805",
            OldBody = """ "id": "1" """,
            OldByNew = "null Note",
            NewBody = """ "id": "1", "note": "x" """,
            NewByOld = "AP note",
        },
        new("3201", "frozen version changed")
        {
            InBuild = "3201 3810",
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": "string", "note": "string" """),
            OldItem = "EventType=/type; Version=1; Frozen=true",
            OldBody = """ "id": "1" """,
            OldByNew = "null Note",
            NewBody = """ "id": "1", "note": "x" """,
            NewByOld = "AP note",
        },
        new("3801", "frozen version described otherwise")
        {
            Old = Paid(""" "id!": "string" """),
            New = Paid(""" "id!": { "type": "string", "description": "Its number." } """),
            OldItem = "EventType=/type; Version=1; Frozen=true",
            Not = "3810",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
    ];

    private static SchemaUpdate Text(string rules, string name, string before, string after, string not) => new(rules, name)
    {
        Old = Paid($$""" "note": { "type": "string"{{before}} } """),
        New = Paid($$""" "note": { "type": "string"{{after}} } """),
        Not = not,
        Code = """string? Read(PaidEvent e) => e.Note;""",
        OldBody = """ "note": "x" """,
        NewBody = """ "note": "x" """,
    };

    private static SchemaUpdate List(string rules, string name, string before, string after, string not, string code, string oldBody, string newBody) => new(rules, name)
    {
        Old = Paid($$""" "tags!": { "type": "array", "items": "string"{{before}} } """),
        New = Paid($$""" "tags!": { "type": "array", "items": "string"{{after}} } """),
        Not = not,
        Code = code.Length == 0 ? "string First(PaidEvent e) => e.Tags[0];" : code,
        OldBody = oldBody,
        NewBody = newBody,
    };

    private static string OpenApi(string version, string members) => $$"""
        {
          "openapi": "3.1.0",
          "info": { "title": "Acme", "version": "{{version}}" },
          "webhooks": { "paid": { "post": { "requestBody": { "content": { "application/json": { "schema": {
            "type": "object", "required": ["type"], "properties": { "type": { "const": "paid" }, {{members}} }
          } } } } } } }
        }
        """;
}
