using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Changes of where events are told apart, and unions.</summary>
internal static partial class ChangeRules
{
    public static readonly ChangeRule EventKeyChanged = ChangeRule.Of(
        "TWH3601",
        ChangeClass.Source | ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Error,
        "Where the event's name stands changed",
        "Deliveries of before cannot be told apart by the new place, nor new ones by the old.");

    public static readonly ChangeRule ComparisonChanged = ChangeRule.Of(
        "TWH3602",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "How event names are compared changed",
        "Names in another case are another event, or the same.");

    public static readonly ChangeRule EnvelopeChanged = ChangeRule.Of(
        "TWH3603",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Error,
        "What a request's body holds changed",
        "Events are wrapped, or batched, in another way.");

    public static readonly ChangeRule CaseAdded = ChangeRule.Of(
        "TWH3604",
        ChangeClass.Addition,
        DiagnosticSeverity.Info,
        "A union has another case",
        "Until the rebuild it is the unrecognized case.");

    public static readonly ChangeRule CaseRemoved = ChangeRule.Of(
        "TWH3605",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A union has lost a case",
        "Its type is gone, and payloads of it are the unrecognized case.");

    public static readonly ChangeRule DiscriminatorChanged = ChangeRule.Of(
        "TWH3606",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "Another member tells the cases of a union apart",
        "Payloads of before are not told apart by it.");

    public static readonly ChangeRule CaseRemapped = ChangeRule.Of(
        "TWH3607",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A value stands for another case of a union",
        "The same payload gives another type.");

    public static readonly ChangeRule TypeToUnion = ChangeRule.Of(
        "TWH3608",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "One type became a union of several",
        "A member tells them apart.");

    public static readonly ChangeRule UnionToType = ChangeRule.Of(
        "TWH3609",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A union became one type",
        "The types of its cases are gone.");

    public static readonly ChangeRule UnionToAny = ChangeRule.Of(
        "TWH3610",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "The cases of a union cannot be told apart any more",
        "It is a Union of the cases, or a JsonElement where there are more than four.");

    public static readonly ChangeRule CompositionChanged = ChangeRule.Of(
        "TWH3611",
        ChangeClass.Documentation,
        DiagnosticSeverity.Hidden,
        "How a schema is composed changed, and not what it says",
        "Nothing is emitted otherwise.");
}
