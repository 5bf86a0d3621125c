using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Changes of enums.</summary>
internal static partial class ChangeRules
{
    public static readonly ChangeRule ValueAdded = ChangeRule.Of(
        "TWH3501",
        ChangeClass.Addition,
        DiagnosticSeverity.Info,
        "An enum has another value",
        "Until the rebuild it is Unrecognized.");

    public static readonly ChangeRule ValueRemoved = ChangeRule.Of(
        "TWH3502",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "An enum has lost a value",
        "Payloads that have it all the same read as Unrecognized.");

    public static readonly ChangeRule ValueRenamed = ChangeRule.Of(
        "TWH3503",
        ChangeClass.Source | ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "An enum's value seems to be written otherwise",
        "Payloads with the old spelling read as Unrecognized.");

    public static readonly ChangeRule StringToEnum = ChangeRule.Of(
        "TWH3504",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "A string is one of some values now",
        "Others read as Unrecognized, with their text kept.");

    public static readonly ChangeRule EnumToString = ChangeRule.Of(
        "TWH3505",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "A value of an enum is any string now",
        "The enum is gone from here.");

    public static readonly ChangeRule ValueNumberChanged = ChangeRule.Of(
        "TWH3506",
        ChangeClass.Silent,
        DiagnosticSeverity.Warning,
        "The number of an enum's value changed",
        "What has stored the number, or was compiled against it, means another value.");

    public static readonly ChangeRule EnumOrConstant = ChangeRule.Of(
        "TWH3507",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "An enum became one constant, or a constant an enum",
        "A string became an enum, or the other way round.");
}
