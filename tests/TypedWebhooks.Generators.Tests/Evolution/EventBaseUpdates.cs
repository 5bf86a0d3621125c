using System.Collections.Immutable;
using System.Linq;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>What events are based on, what is said of them, and how many there are: the rules from 3109 on.</summary>
internal static class EventBaseUpdates
{
    private const string Catalogue = "EventType=/type; Format=event-types";

    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3109", "event joins a common base")
        {
            Old = Hooks(""" "callback": { "object": { "id!": "string" } } """, Based("paid"), Based("lost"), Event("sent", """ "id!": "string" """)),
            New = Hooks(""" "callback": { "object": { "id!": "string" } } """, Based("paid"), Based("lost"), Based("sent")),
            Not = "3203 3204 3611",
            Code = """
                string? Id(AcmeEvent e) => (e as CallbackEvent)?.Id;
                string Own(SentEvent e) => e.Id;
                """,
            OldBody = """{ "type": "sent", "id": "1" }""",
            OldByNew = "ok; type = SentEvent",
            NewBody = """{ "type": "sent", "id": "1" }""",
            NewByOld = "ok; type = SentEvent",
        },
        new("3109", "event leaves a common base")
        {
            Old = Hooks(""" "callback": { "object": { "id!": "string" } } """, Based("paid"), Based("lost"), Based("sent")),
            New = Hooks(""" "callback": { "object": { "id!": "string" } } """, Based("paid"), Based("lost"), Event("sent", """ "id!": "string" """)),
            Not = "3202",
            Code = """
                CallbackEvent Up(SentEvent e) => e; // CS0029
                string Own(SentEvent e) => e.Id;
                """,
            OldBody = """{ "type": "sent", "id": "1" }""",
            NewBody = """{ "type": "sent", "id": "1" }""",
        },
        new("3202", "member added to a common base")
        {
            Old = Hooks(""" "callback": { "object": { "id!": "string" } } """, Based("paid"), Based("lost")),
            New = Hooks(""" "callback": { "object": { "id!": "string", "at!": "string" } } """, Based("paid"), Based("lost")),
            Not = "3109",
            Code = """string Id(CallbackEvent e) => e.Id;""",
            OldBody = """{ "type": "paid", "id": "1" }""",
            OldByNew = "U $.at",
            NewBody = """{ "type": "lost", "id": "1", "at": "x" }""",
            NewByOld = "AP at",
        },
        new("3110", "event deprecated")
        {
            Old = Paid(""" "id!": "string" """),
            New = Hooks("", Event("paid", """ "id!": "string" """, """ "deprecated": true """)),
            Not = "3213",
            Code = """bool Is(AcmeEvent e) => e is PaidEvent; // CS0618""",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3110", "event no longer deprecated")
        {
            Old = Hooks("", Event("paid", """ "id!": "string" """, """ "deprecated": true """)),
            New = Paid(""" "id!": "string" """),
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3801", "event described as deprecated")
        {
            Old = Paid(""" "id!": "string" """),
            New = Hooks("", Event("paid", """ "id!": "string" """, """ "description": "Deprecated." """)),
            Not = "3110",
            Code = """bool Is(AcmeEvent e) => e is PaidEvent;""",
            OldBody = """ "id": "1" """,
            NewBody = """ "id": "1" """,
        },
        new("3111", "body became untyped")
        {
            Old = """[{ "name": "paid", "schema": { "type": "object", "properties": { "type": { "type": "string" }, "id": { "type": "string" } }, "required": ["id"] } }]""",
            New = """[{ "name": "paid" }]""",
            OldItem = Catalogue,
            Not = "3203 3204",
            Code = """string Read(PaidEvent e) => e.Id; // CS1061""",
            OldBody = """ "id": "1" """,
            OldByNew = "AP id, AP type",
            NewBody = """ "x": 1 """,
            NewByOld = "U $.id",
        },
        new("3111", "body became typed")
        {
            Old = """[{ "name": "paid" }]""",
            New = """[{ "name": "paid", "schema": { "type": "object", "properties": { "type": { "type": "string" }, "id": { "type": "string" } }, "required": ["id"] } }]""",
            OldItem = Catalogue,
            Not = "3201 3202",
            Code = """
                string? Read(PaidEvent e) => e.AdditionalProperties?["id"].GetString();
                PaidEvent Make() => new(); // CS9035
                """,
            OldBody = """ "x": 1 """,
            OldByNew = "U $.id",
            NewBody = """ "id": "1" """,
            NewByOld = "AP id, AP type",
        },
        new("3204", "last member of a body removed")
        {
            Old = """[{ "name": "paid", "schema": { "type": "object", "properties": { "type": { "type": "string" }, "id": { "type": "string" } }, "required": ["id"] } }]""",
            New = """[{ "name": "paid", "schema": { "type": "object", "properties": { "type": { "type": "string" } } } }]""",
            Not = "3111",
            Code = """string Read(PaidEvent e) => e.Id; // CS1061""",
            OldBody = """ "id": "1" """,
            OldByNew = "AP id",
            NewBody = "",
            NewByOld = "U $.id",
        },
        new("3101 3112", "thirty-third event")
        {
            Old = Many(32),
            New = Many(33),
            Code = """
                void Use(AcmeEvent e, IAcmeEventHandler h) => e.DispatchAsync(h);
                object Method(AcmeEvent e) => e.GetType().GetMethod(nameof(e.Match))!; // CS1061
                """,
            OldBody = """{ "type": "e1", "id": "1" }""",
            NewBody = """{ "type": "e33", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
        new("3101", "thirty-second event")
        {
            Old = Many(31),
            New = Many(32),
            Not = "3112",
            Code = """object Method(AcmeEvent e) => e.GetType().GetMethod(nameof(e.Match))!;""",
            OldBody = """{ "type": "e1", "id": "1" }""",
            NewBody = """{ "type": "e32", "id": "1" }""",
            NewByOld = "U UnknownEventType",
        },
    ];

    private static string Based(string name) => $$"""
        { "allOf": [{ "$ref": "#/$defs/callback" }], "object": { "type!": "={{name}}" } }
        """;

    private static string Many(int count) => Hooks("", [.. Enumerable.Range(1, count).Select(static i => Event(System.FormattableString.Invariant($"e{i}"), """ "id!": "string" """))]);
}
