using System.Collections.Immutable;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Enums whose values change: the rules from 3501 on.</summary>
internal static class EnumUpdates
{
    public static readonly ImmutableArray<SchemaUpdate> All =
    [
        new("3501", "value added at the end")
        {
            Old = Paid(""" "status!": "open|closed" """),
            New = Paid(""" "status!": "open|closed|void" """),
            Not = "3506",
            Code = """
                int All(PaidEvent e) => e.Status switch { PaidStatus.Open => 1, PaidStatus.Closed => 2, PaidStatus.Unrecognized => 3 }; // CS8509 TWH1001
                int Rest(PaidEvent e) => e.Status switch { PaidStatus.Open => 1, _ => 2 };
                """,
            OldBody = """ "status": "open" """,
            NewBody = """ "status": "void" """,
            NewByOld = "E0 Status",
        },
        new("3501 3506", "value added in the middle")
        {
            InBuild = "3501",
            Old = Paid(""" "status!": "open|closed" """),
            New = Paid(""" "status!": "open|held|closed" """),
            Not = "3503",
            Code = """int Number(PaidEvent e) => (int)e.Status;""",
            OldBody = """ "status": "closed" """,
            OldByNew = "ok; Status# = 3",
            NewBody = """ "status": "closed" """,
            NewByOld = "ok; Status# = 2",
        },
        new("3502", "value removed at the end")
        {
            Old = Paid(""" "status!": "open|closed|void" """),
            New = Paid(""" "status!": "open|closed" """),
            Not = "3503 3506",
            Code = """bool Is(PaidEvent e) => e.Status == PaidStatus.Void; // CS0117""",
            OldBody = """ "status": "void" """,
            OldByNew = "E0 Status",
            NewBody = """ "status": "open" """,
        },
        new("3502 3506", "value removed in the middle")
        {
            InBuild = "3502",
            Old = Paid(""" "status!": "open|held|closed" """),
            New = Paid(""" "status!": "open|closed" """),
            Code = """bool Is(PaidEvent e) => e.Status == PaidStatus.Closed;""",
            OldBody = """ "status": "closed" """,
            OldByNew = "ok; Status# = 2",
            NewBody = """ "status": "closed" """,
            NewByOld = "ok; Status# = 3",
        },
        new("3503", "value renamed")
        {
            Old = Paid(""" "reason!": "fixed|wontfix" """),
            New = Paid(""" "reason!": "fixed|wont_fix" """),
            Not = "3501 3502 3506",
            Code = """bool Is(PaidEvent e) => e.Reason == PaidReason.Wontfix; // CS0117""",
            OldBody = """ "reason": "wontfix" """,
            OldByNew = "E0 Reason",
            NewBody = """ "reason": "wont_fix" """,
            NewByOld = "E0 Reason",
        },
        new("3503", "value spelt otherwise, and called the same in C#")
        {
            Old = Paid(""" "reason!": "fixed|wont-fix" """),
            New = Paid(""" "reason!": "fixed|wont_fix" """),
            Not = "3501 3502",
            Code = """bool Is(PaidEvent e) => e.Reason == PaidReason.WontFix;""",
            OldBody = """ "reason": "wont-fix" """,
            OldByNew = "E0 Reason",
            NewBody = """ "reason": "wont_fix" """,
            NewByOld = "E0 Reason",
        },
        new("3501 3502", "value replaced by one of a far name")
        {
            Old = Paid(""" "reason!": "fixed|subscribed" """),
            New = Paid(""" "reason!": "fixed|manual" """),
            Not = "3503 3506",
            Code = """bool Is(PaidEvent e) => e.Reason == PaidReason.Subscribed; // CS0117""",
            OldBody = """ "reason": "subscribed" """,
            OldByNew = "E0 Reason",
            NewBody = """ "reason": "manual" """,
            NewByOld = "E0 Reason",
        },
        new("3401 3504", "text closed to an enum")
        {
            Old = Paid(""" "status!": "string" """),
            New = Paid(""" "status!": "open|closed" """),
            Not = "3215 3301 3501",
            Code = """string Read(PaidEvent e) => e.Status; // CS0029""",
            OldBody = """ "status": "void" """,
            OldByNew = "E0 Status",
            NewBody = """ "status": "open" """,
        },
        new("3402 3505", "enum opened to text")
        {
            Old = Paid(""" "status!": "open|closed" """),
            New = Paid(""" "status!": "string" """),
            Not = "3215 3301 3502",
            Code = """bool Is(PaidEvent e) => e.Status == PaidStatus.Open; // CS0103""",
            OldBody = """ "status": "open" """,
            NewBody = """ "status": "void" """,
            NewByOld = "E0 Status",
        },
        new("3506 3506", "values in another order")
        {
            InBuild = "",
            Old = Paid(""" "status!": "open|closed" """),
            New = Paid(""" "status!": "closed|open" """),
            Not = "3501 3502 3503",
            Code = """
                bool Is(PaidEvent e) => e.Status == PaidStatus.Open;
                int Number(PaidEvent e) => (int)e.Status;
                """,
            OldBody = """ "status": "open" """,
            OldByNew = "ok; Status# = 2; Status = Open",
            NewBody = """ "status": "open" """,
            NewByOld = "ok; Status# = 1; Status = Open",
        },
        new("3402 3507", "enum narrowed to one value")
        {
            Old = Paid(""" "status!": "open|closed" """),
            New = Paid(""" "status!": "=open" """),
            Not = "3215 3502 3505",
            Code = """bool Is(PaidEvent e) => e.Status == PaidStatus.Open; // CS0103""",
            OldBody = """ "status": "closed" """,
            OldByNew = "ok; Status = closed",
            NewBody = """ "status": "open" """,
        },
        new("3401 3507", "constant widened to an enum")
        {
            Old = Paid(""" "status!": "=open" """),
            New = Paid(""" "status!": "open|closed" """),
            Not = "3215 3501 3504",
            Code = """bool Is(PaidEvent e) => e.Status == "open"; // CS0019""",
            OldBody = """ "status": "open" """,
            NewBody = """ "status": "closed" """,
            NewByOld = "ok; Status = closed",
        },
        new("3301 3401", "numbers became an enum of texts")
        {
            Old = Paid(""" "status!": { "enum": [1, 2] } """),
            New = Paid(""" "status!": "open|closed" """),
            Not = "3504 3507",
            Code = """bool Is(PaidEvent e) => e.Status == 1; // CS0019""",
            OldBody = """ "status": 1 """,
            OldByNew = "U $.status",
            NewBody = """ "status": "open" """,
            NewByOld = "U $.status",
        },
        new("3301 3402", "enum of texts became numbers")
        {
            Old = Paid(""" "status!": "open|closed" """),
            New = Paid(""" "status!": { "enum": [1, 2] } """),
            Not = "3505 3507",
            Code = """bool Is(PaidEvent e) => e.Status == PaidStatus.Open; // CS0103""",
            OldBody = """ "status": "open" """,
            OldByNew = "U $.status",
            NewBody = """ "status": 1 """,
            NewByOld = "U $.status",
        },
    ];
}
