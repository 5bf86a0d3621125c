using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Changes of members.</summary>
internal static partial class ChangeRules
{
    public static readonly ChangeRule OptionalMemberAdded = ChangeRule.Of(
        "TWH3201",
        ChangeClass.Addition,
        DiagnosticSeverity.Info,
        "An optional member was added",
        "What read it from the additional properties finds nothing there any more.");

    public static readonly ChangeRule RequiredMemberAdded = ChangeRule.Of(
        "TWH3202",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A required member was added",
        "Payloads from before it do not have it, and become unrecognized events: those in queues, stores and tests.");

    public static readonly ChangeRule OptionalMemberRemoved = ChangeRule.Of(
        "TWH3203",
        ChangeClass.Source,
        DiagnosticSeverity.Warning,
        "An optional member was removed",
        "Its property is gone; what is sent in it all the same is an additional property.");

    public static readonly ChangeRule RequiredMemberRemoved = ChangeRule.Of(
        "TWH3204",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A required member was removed",
        "Its property is gone. Receivers that are not rebuilt require it, and take new payloads for unrecognized events.");

    public static readonly ChangeRule MemberRenamed = ChangeRule.Of(
        "TWH3205",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member seems to have another name",
        "A member is gone, and one of the same type with nearly the same name is new.");

    public static readonly ChangeRule WireNameChanged = ChangeRule.Of(
        "TWH3206",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member's name on the wire changed, and its property's did not",
        "The code compiles, and reads another member.");

    public static readonly ChangeRule MemberMoved = ChangeRule.Of(
        "TWH3207",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member seems to have moved",
        "A member is gone, and stands in the object above or below now.");

    public static readonly ChangeRule MemberOptional = ChangeRule.Of(
        "TWH3208",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A required member became optional",
        "The property can be null. Receivers that are not rebuilt require it.");

    public static readonly ChangeRule MemberRequired = ChangeRule.Of(
        "TWH3209",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "An optional member became required",
        "The property cannot be null any more, and payloads from before that lack it are unrecognized events.");

    public static readonly ChangeRule MemberNullable = ChangeRule.Of(
        "TWH3210",
        ChangeClass.Source | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member may be null now",
        "The property can be null. Receivers that are not rebuilt take null for a mistake.");

    public static readonly ChangeRule MemberNotNullable = ChangeRule.Of(
        "TWH3211",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member may not be null any more",
        "Payloads from before in which it is null are unrecognized events.");

    public static readonly ChangeRule AbsenceChanged = ChangeRule.Of(
        "TWH3212",
        ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Warning,
        "A member that could be absent is null now, or the other way round",
        "The property's type stays, and payloads of the other kind do not fit.");

    public static readonly ChangeRule MemberObsolete = ChangeRule.Of(
        "TWH3213",
        ChangeClass.Addition,
        DiagnosticSeverity.Info,
        "A member or type is obsolete now, or no longer",
        "The compiler warns where it is used.");

    public static readonly ChangeRule ConstantChanged = ChangeRule.Of(
        "TWH3214",
        ChangeClass.Silent,
        DiagnosticSeverity.Warning,
        "A member has another constant",
        "The property is a string, whatever it is: what compares it with the old value finds nothing.");

    public static readonly ChangeRule ConstantAddedOrRemoved = ChangeRule.Of(
        "TWH3215",
        ChangeClass.Silent,
        DiagnosticSeverity.Info,
        "A member became a constant, or is none any more",
        "The property stays a string.");

    public static readonly ChangeRule DefaultChanged = ChangeRule.Of(
        "TWH3216",
        ChangeClass.Documentation,
        DiagnosticSeverity.Info,
        "A default changed",
        "It is said in the documentation; nothing fills it in.");

    public static readonly ChangeRule AccessChanged = ChangeRule.Of(
        "TWH3217",
        ChangeClass.Documentation,
        DiagnosticSeverity.Hidden,
        "readOnly or writeOnly changed",
        "It has no part in what a payload is.");
}
