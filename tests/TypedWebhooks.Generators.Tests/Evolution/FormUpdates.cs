using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Members that become lists, objects, maps, anything, or one of several: the rules from 3309 on.</summary>
internal static class FormUpdates
{
    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3309 3401", "text became an object")
        {
            Old = Paid(""" "request!": "string" """),
            New = Paid(""" "request!": { "object": { "id!": "string" } } """),
            Not = "3301 3310",
            Code = """string Read(PaidEvent e) => e.Request; // CS0029""",
            OldBody = """ "request": "r1" """,
            OldByNew = "U $.request",
            NewBody = """ "request": { "id": "r1" } """,
            NewByOld = "U $.request",
        },
        new("3309 3402", "object became text")
        {
            Old = Paid(""" "request!": { "object": { "id!": "string" } } """),
            New = Paid(""" "request!": "string" """),
            Not = "3301",
            Code = """string Read(PaidEvent e) => e.Request.Id; // CS1061""",
            OldBody = """ "request": { "id": "r1" } """,
            OldByNew = "U $.request",
            NewBody = """ "request": "r1" """,
            NewByOld = "U $.request",
        },
        new("3310", "one became many")
        {
            Old = Paid(""" "tag!": "string" """),
            New = Paid(""" "tag!": "string[]" """),
            Not = "3301 3314",
            Code = """string Read(PaidEvent e) => e.Tag; // CS0029""",
            OldBody = """ "tag": "a" """,
            OldByNew = "U $.tag",
            NewBody = """ "tag": ["a"] """,
            NewByOld = "U $.tag",
        },
        new("3310", "many became one")
        {
            Old = Paid(""" "tag!": "#tag[]" """, """ "tag": { "object": { "id!": "string" } } """),
            New = Paid(""" "tag!": "#tag" """, """ "tag": { "object": { "id!": "string" } } """),
            Not = "3309 3314 3402",
            Code = """string Read(PaidEvent e) => e.Tag[0].Id; // CS0021""",
            OldBody = """ "tag": [{ "id": "a" }] """,
            OldByNew = "U $.tag",
            NewBody = """ "tag": { "id": "a" } """,
            NewByOld = "U $.tag",
        },
        new("3311", "typed became any")
        {
            Old = Paid(""" "data!": "string" """),
            New = Paid(""" "data!": "any" """),
            Not = "3301",
            Code = """
                string Read(PaidEvent e) => e.Data; // CS0029
                int Size(PaidEvent e) => e.Data.Length; // CS1061
                """,
            OldBody = """ "data": "x" """,
            NewBody = """ "data": [1] """,
            NewByOld = "U $.data",
        },
        new("3312", "any became typed")
        {
            Old = Paid(""" "data!": "any" """),
            New = Paid(""" "data!": "string" """),
            Not = "3301",
            Code = """string? Read(PaidEvent e) => e.Data.GetString(); // CS1061""",
            OldBody = """ "data": [1] """,
            OldByNew = "U $.data",
            NewBody = """ "data": "x" """,
        },
        new("3312 3401", "any became an object")
        {
            Old = Paid(""" "data!": "any" """),
            New = Paid(""" "data!": { "object": { "id!": "string" } } """),
            Not = "3309",
            Code = """string? Read(PaidEvent e) => e.Data.GetProperty("id").GetString(); // CS1061""",
            OldBody = """ "data": [1] """,
            OldByNew = "U $.data",
            NewBody = """ "data": { "id": "x" } """,
        },
        new("3313", "text may be a number too")
        {
            Old = Paid(""" "code!": "string" """),
            New = Paid(""" "code!": { "type": ["string", "integer"] } """),
            Not = "3210 3301 3311",
            Code = """string Read(PaidEvent e) => e.Code; // CS0029""",
            OldBody = """ "code": "a" """,
            NewBody = """ "code": 7 """,
            NewByOld = "U $.code",
        },
        new("3313", "text may no longer be a number")
        {
            Old = Paid(""" "code!": { "type": ["string", "integer"] } """),
            New = Paid(""" "code!": "string" """),
            Not = "3211 3301 3312",
            Code = """
                string Read(PaidEvent e) => e.Code.Match(text => text, number => ""); // CS1061
                PaidEvent Make() => new() { Code = "a" };
                """,
            OldBody = """ "code": 7 """,
            OldByNew = "U $.code",
            NewBody = """ "code": "a" """,
        },
        new("3313", "one more type in a list of types")
        {
            Old = Paid(""" "code!": { "type": ["string", "integer"] } """),
            New = Paid(""" "code!": { "type": ["string", "integer", "boolean"] } """),
            Not = "3311",
            Code = """string Read(PaidEvent e) => e.Code.Match(text => text, number => ""); // CS7036""",
            OldBody = """ "code": "a" """,
            NewBody = """ "code": true """,
            NewByOld = "U $.code",
        },
        new("3311", "a fifth type, which makes it anything")
        {
            Old = Paid(""" "code!": { "type": ["string", "integer", "boolean", "array"] } """),
            New = Paid(""" "code!": { "type": ["string", "integer", "boolean", "array", "object"] } """),
            Not = "3313",
            Code = """object? Read(PaidEvent e) => e.Code.Value; // CS1061""",
            OldBody = """ "code": "a" """,
            NewBody = """ "code": { "a": 1 } """,
            NewByOld = "U $.code",
        },
        new("3314", "items have another type")
        {
            Old = Paid(""" "tags!": "string[]" """),
            New = Paid(""" "tags!": "integer[]" """),
            Not = "3301 3310",
            Code = """string Read(PaidEvent e) => e.Tags[0]; // CS0029""",
            OldBody = """ "tags": ["a"] """,
            OldByNew = "U $.tags[0]",
            NewBody = """ "tags": [1] """,
            NewByOld = "U $.tags[0]",
        },
        new("3314", "items may be null")
        {
            Old = Paid(""" "tags!": "string[]" """),
            New = Paid(""" "tags!": { "type": "array", "items": "string?" } """),
            Not = "3210",
            Code = """int Read(PaidEvent e) => e.Tags[0].Length; // CS8602""",
            OldBody = """ "tags": ["a"] """,
            NewBody = """ "tags": [null] """,
            NewByOld = "U $.tags[0]",
        },
        new("3705", "tuple has other places")
        {
            Old = Paid(""" "pair!": { "type": "array", "prefixItems": ["string", "integer"] } """),
            New = Paid(""" "pair!": { "type": "array", "prefixItems": ["string", "string"] } """),
            Not = "3301 3314",
            Code = """string? Read(PaidEvent e) => e.Pair[0].GetString();""",
            OldBody = """ "pair": ["a", 1] """,
            NewBody = """ "pair": ["a", "b"] """,
        },
        new("3202", "items have a member more")
        {
            Old = Paid(""" "tags!": "#tag[]" """, """ "tag": { "object": { "id!": "string" } } """),
            New = Paid(""" "tags!": "#tag[]" """, """ "tag": { "object": { "id!": "string", "name!": "string" } } """),
            Not = "3314",
            Code = """string Read(PaidEvent e) => e.Tags[0].Id;""",
            OldBody = """ "tags": [{ "id": "a" }] """,
            OldByNew = "U $.tags[0].name",
            NewBody = """ "tags": [{ "id": "a", "name": "b" }] """,
            NewByOld = "AP Tags[0].name",
        },
        new("3315 3402", "object became a map")
        {
            Old = Paid(""" "labels!": { "object": { "color": "string" } } """),
            New = Paid(""" "labels!": { "type": "object", "additionalProperties": "string" } """),
            Not = "3203 3309",
            Code = """string? Read(PaidEvent e) => e.Labels.Color; // CS1061""",
            OldBody = """ "labels": { "color": "red" } """,
            NewBody = """ "labels": { "size": "xl" } """,
            NewByOld = "null Labels.Color, AP Labels.size",
        },
        new("3315 3401", "map became an object")
        {
            Old = Paid(""" "labels!": { "type": "object", "additionalProperties": "string" } """),
            New = Paid(""" "labels!": { "object": { "color!": "string" } } """),
            Not = "3201 3309",
            Code = """string? Read(PaidEvent e) => e.Labels["color"]; // CS0021""",
            OldBody = """ "labels": { "size": "xl" } """,
            OldByNew = "U $.labels.color",
            NewBody = """ "labels": { "color": "red" } """,
        },
        new("3316", "values of a map have another type")
        {
            Old = Paid(""" "labels!": { "type": "object", "additionalProperties": "string" } """),
            New = Paid(""" "labels!": { "type": "object", "additionalProperties": "integer" } """),
            Not = "3301 3315",
            Code = """string Read(PaidEvent e) => e.Labels["a"]; // CS0029""",
            OldBody = """ "labels": { "a": "x" } """,
            OldByNew = "U $.labels.a",
            NewBody = """ "labels": { "a": 1 } """,
            NewByOld = "U $.labels.a",
        },
        new("3316", "values of a map are of any type")
        {
            Old = Paid(""" "labels!": { "type": "object", "additionalProperties": "string" } """),
            New = Paid(""" "labels!": { "type": "object", "additionalProperties": true } """),
            Not = "3311 3317",
            Code = """string Read(PaidEvent e) => e.Labels["a"]; // CS0029""",
            OldBody = """ "labels": { "a": "x" } """,
            NewBody = """ "labels": { "a": 1 } """,
            NewByOld = "U $.labels.a",
        },
        new("3317", "unknown members closed")
        {
            Old = Paid(""" "data!": { "object": { "id!": "string" } } """),
            New = Paid(""" "data!": { "object": { "id!": "string" }, "additionalProperties": false } """),
            Not = "3315 3316",
            Code = """string Read(PaidEvent e) => e.Data.Id;""",
            OldBody = """ "data": { "id": "a", "x": 1 } """,
            OldByNew = "AP Data.x",
            NewBody = """ "data": { "id": "a" } """,
        },
        new("3317", "unknown members opened")
        {
            Old = Paid(""" "data!": { "object": { "id!": "string" }, "additionalProperties": false } """),
            New = Paid(""" "data!": { "object": { "id!": "string" }, "additionalProperties": true } """),
            OldBody = """ "data": { "id": "a" } """,
            NewBody = """ "data": { "id": "a", "x": 1 } """,
            NewByOld = "AP Data.x",
        },
        new("3318", "text became encoded bytes")
        {
            Old = Paid(""" "file!": "string" """),
            New = Paid(""" "file!": { "type": "string", "contentEncoding": "base64" } """),
            Not = "3301 3305",
            Code = """string Read(PaidEvent e) => e.File;""",
            OldBody = """ "file": "x!" """,
            NewBody = """ "file": "eA==" """,
            NewByOld = "ok; File = eA==",
        },
        new("3308", "bytes by their format")
        {
            Old = Paid(""" "file!": "string" """),
            New = Paid(""" "file!": "byte" """),
            Not = "3305 3318",
            Code = """string Read(PaidEvent e) => e.File;""",
            OldBody = """ "file": "x!" """,
            NewBody = """ "file": "eA==" """,
        },
    ];
}
