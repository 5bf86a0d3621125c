using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Changes of types, and what things are called.</summary>
internal static partial class ChangeRules
{
    public static readonly ChangeRule TypeAdded = ChangeRule.Of(
        "TWH3401",
        ChangeClass.Documentation,
        DiagnosticSeverity.Hidden,
        "A type was added",
        "Something refers to it, which is a change of its own.");

    public static readonly ChangeRule TypeRemoved = ChangeRule.Of(
        "TWH3402",
        ChangeClass.Source,
        DiagnosticSeverity.Info,
        "A type is gone",
        "What referred to it is gone too, which is a change of its own.");

    public static readonly ChangeRule TypeRenamed = ChangeRule.Of(
        "TWH3403",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "A type has another name",
        "It stands at another place in the schemas, and is the same.");

    public static readonly ChangeRule TypeExtracted = ChangeRule.Of(
        "TWH3404",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "A type that stood in place has a definition now",
        "It is called after the definition.");

    public static readonly ChangeRule TypeInlined = ChangeRule.Of(
        "TWH3405",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "A type that had a definition stands in place now",
        "It is called after its place.");

    public static readonly ChangeRule TypesMerged = ChangeRule.Of(
        "TWH3406",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "Several types became one",
        "They are called after the one.");

    public static readonly ChangeRule ReferenceChanged = ChangeRule.Of(
        "TWH3407",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member refers to another type",
        "That type differs from the one before.");

    public static readonly ChangeRule NameChanged = ChangeRule.Of(
        "TWH3408",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "Something is called otherwise in C#",
        "Its name on the wire has not changed.");

    public static readonly ChangeRule SettingChanged = ChangeRule.Of(
        "TWH3409",
        ChangeClass.Source | ChangeClass.Silent,
        DiagnosticSeverity.Warning,
        "What the project says of the provider changed",
        "Namespace, access, or how strict payloads are read.");
}
