using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Changes of what restricts a value.</summary>
internal static partial class ChangeRules
{
    public static readonly ChangeRule PatternChanged = ChangeRule.Of(
        "TWH3701",
        ChangeClass.Documentation,
        DiagnosticSeverity.Info,
        "A pattern changed",
        "It is not enforced.");

    public static readonly ChangeRule BoundsChanged = ChangeRule.Of(
        "TWH3702",
        ChangeClass.Documentation,
        DiagnosticSeverity.Info,
        "Bounds of a length or number changed",
        "They are not enforced where the type stays.");

    public static readonly ChangeRule CountChanged = ChangeRule.Of(
        "TWH3703",
        ChangeClass.Silent,
        DiagnosticSeverity.Info,
        "How many items or members there may be changed",
        "What counted on the first of them may find none.");

    public static readonly ChangeRule UniquenessChanged = ChangeRule.Of(
        "TWH3704",
        ChangeClass.Documentation,
        DiagnosticSeverity.Info,
        "Whether items are unique, or what a list contains, changed",
        "It is not enforced.");

    public static readonly ChangeRule NotJudged = ChangeRule.Of(
        "TWH3705",
        ChangeClass.Silent,
        DiagnosticSeverity.Info,
        "Something changed that no type has",
        "A condition or restriction that is not followed: what it means for code is for a person to say.");
}
