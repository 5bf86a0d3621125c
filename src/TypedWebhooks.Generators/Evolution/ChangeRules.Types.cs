using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Changes of the types of members.</summary>
internal static partial class ChangeRules
{
    public static readonly ChangeRule TypeChanged = ChangeRule.Of(
        "TWH3301",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member has another type",
        "Neither do old payloads fit the new type, nor new ones the old.");

    public static readonly ChangeRule IntegerToNumber = ChangeRule.Of(
        "TWH3302",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "An integer may have a fraction now",
        "Receivers that are not rebuilt refuse fractions.");

    public static readonly ChangeRule NumberToInteger = ChangeRule.Of(
        "TWH3303",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A number has no fraction any more",
        "Divisions truncate from here on, and fractions of before do not fit.");

    public static readonly ChangeRule WidthChanged = ChangeRule.Of(
        "TWH3304",
        ChangeClass.Source | ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A number has another range",
        "What does not fit the smaller type makes its event unrecognized.");

    public static readonly ChangeRule FormatAdded = ChangeRule.Of(
        "TWH3305",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A string has a format of its own type now",
        "What is not of that form makes its event unrecognized.");

    public static readonly ChangeRule FormatRemoved = ChangeRule.Of(
        "TWH3306",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A value of a format is any string now",
        "Receivers that are not rebuilt refuse what is not of that form.");

    public static readonly ChangeRule FormatChanged = ChangeRule.Of(
        "TWH3307",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A value has another format",
        "What does not fit the new type, or the old one in receivers not yet rebuilt, makes its event unrecognized.");

    public static readonly ChangeRule FormatNote = ChangeRule.Of(
        "TWH3308",
        ChangeClass.Documentation,
        DiagnosticSeverity.Hidden,
        "A format without a type of its own changed",
        "It is not enforced.");

    public static readonly ChangeRule ScalarOrObject = ChangeRule.Of(
        "TWH3309",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A plain value became an object, or an object a plain value",
        "Neither do old payloads fit the new type, nor new ones the old.");

    public static readonly ChangeRule OneOrMany = ChangeRule.Of(
        "TWH3310",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "One value became a list, or a list one value",
        "Neither do old payloads fit the new type, nor new ones the old.");

    public static readonly ChangeRule TypedToAny = ChangeRule.Of(
        "TWH3311",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member may be anything now",
        "It is a JsonElement.");

    public static readonly ChangeRule AnyToTyped = ChangeRule.Of(
        "TWH3312",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member that could be anything has a type now",
        "Payloads from before in which it is something else do not fit.");

    public static readonly ChangeRule AlternativesChanged = ChangeRule.Of(
        "TWH3313",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "What a member may be was widened or narrowed",
        "It is one of other types than before.");

    public static readonly ChangeRule ItemChanged = ChangeRule.Of(
        "TWH3314",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "What the items of a list are changed",
        "As the type of a member that changes.");

    public static readonly ChangeRule ObjectOrMap = ChangeRule.Of(
        "TWH3315",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "An object with members became a map, or a map an object",
        "A record became a dictionary, or the other way round.");

    public static readonly ChangeRule MapValueChanged = ChangeRule.Of(
        "TWH3316",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "What the values of a map are changed",
        "As the type of a member that changes.");

    public static readonly ChangeRule OpennessChanged = ChangeRule.Of(
        "TWH3317",
        ChangeClass.Documentation,
        DiagnosticSeverity.Hidden,
        "Whether an object may have other members changed",
        "What has no property is kept either way.");

    public static readonly ChangeRule EncodingChanged = ChangeRule.Of(
        "TWH3318",
        ChangeClass.Documentation,
        DiagnosticSeverity.Info,
        "What a string encodes changed",
        "It is a string either way, and code that decodes it reads another thing.");
}
