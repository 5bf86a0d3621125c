using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Changes of events.</summary>
internal static partial class ChangeRules
{
    public static readonly ChangeRule EventAdded = ChangeRule.Of(
        "TWH3101",
        ChangeClass.Addition,
        DiagnosticSeverity.Info,
        "An event was added",
        "Receivers that are not rebuilt get it as an unrecognized event; what dispatches over all events is asked for an answer.");

    public static readonly ChangeRule EventRemoved = ChangeRule.Of(
        "TWH3102",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "An event was removed",
        "Its type is gone. Deliveries of it that are stored or still under way are unrecognized events.");

    public static readonly ChangeRule EventRenamed = ChangeRule.Of(
        "TWH3103",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "An event seems to have another name",
        "An event is gone, and one with the same body and nearly the same name is new.");

    public static readonly ChangeRule EventVersionChanged = ChangeRule.Of(
        "TWH3104",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "The version in an event's name changed",
        "The name on the wire is another one, while the type may be called as before.");

    public static readonly ChangeRule EventNameCaseChanged = ChangeRule.Of(
        "TWH3105",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "An event's name is written in another case",
        "Names are compared by their exact letters, so the old spelling is another event.");

    public static readonly ChangeRule EventAliasChanged = ChangeRule.Of(
        "TWH3106",
        ChangeClass.Addition,
        DiagnosticSeverity.Info,
        "A name that stands beside an event's name changed",
        "A handshake or another name that comes like an event's has come or gone.");

    public static readonly ChangeRule EventSplit = ChangeRule.Of(
        "TWH3107",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "An event became several",
        "A second level of names has come: code that handled the one event has to handle each.");

    public static readonly ChangeRule EventsMerged = ChangeRule.Of(
        "TWH3108",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "Several events became one",
        "The types of the second level are gone.");

    public static readonly ChangeRule EventBaseChanged = ChangeRule.Of(
        "TWH3109",
        ChangeClass.Source | ChangeClass.Silent,
        DiagnosticSeverity.Warning,
        "What events have in common changed",
        "Patterns on the common record take other events, or a member of it is each event's own now.");

    public static readonly ChangeRule EventObsolete = ChangeRule.Of(
        "TWH3110",
        ChangeClass.Addition,
        DiagnosticSeverity.Info,
        "An event is obsolete now, or no longer",
        "The compiler warns where an obsolete type is used.");

    public static readonly ChangeRule EventBodyTyped = ChangeRule.Of(
        "TWH3111",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "An event's body became untyped, or typed",
        "All of an untyped body is additional properties.");

    public static readonly ChangeRule DispatchersGone = ChangeRule.Of(
        "TWH3112",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "Dispatching by functions came or went",
        "Match and Switch take a function for each event, up to a number of events.");
}
