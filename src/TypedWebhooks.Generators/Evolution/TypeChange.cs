using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>What it is when a member has another type.</summary>
internal static class TypeChange
{
    /// <summary>The kind of change; null where the types are the same but for what they are called.</summary>
    /// <param name="was">The type of before, apart from null.</param>
    /// <param name="isNow">The type of now, apart from null.</param>
    public static ChangeRule? Find(WireType was, WireType isNow, ChangeList changes, BaselineEntry? oldEntry = null, BaselineEntry? newEntry = null)
    {
        if (changes.Alignment.AreSame(was, isNow))
        {
            return FindOther(was, isNow, changes) is null ? null : ChangeRules.ReferenceChanged;
        }

        bool wasConstant = oldEntry?.Has(FacetNames.Const) == true && was.Kind == ScalarKind.String, isConstant = newEntry?.Has(FacetNames.Const) == true && isNow.Kind == ScalarKind.String;
        SurfaceType? old = was.Form == WireForm.Named ? changes.Old.Find(was.Name) : null, now = isNow.Form == WireForm.Named ? changes.New.Find(isNow.Name) : null;
        return (was, isNow) switch
        {
            _ when old?.Kind == EntryKind.Union && (isNow.IsJson || isNow.Form == WireForm.Union) => ChangeRules.UnionToAny,
            _ when isNow.IsJson => ChangeRules.TypedToAny,
            _ when was.IsJson => ChangeRules.AnyToTyped,
            _ when was.Form == WireForm.Union || isNow.Form == WireForm.Union => ChangeRules.AlternativesChanged,
            ({ Form: WireForm.List }, { Form: WireForm.List }) => ChangeRules.ItemChanged,
            ({ Form: WireForm.List }, _) or (_, { Form: WireForm.List }) => ChangeRules.OneOrMany,
            ({ Form: WireForm.Map }, { Form: WireForm.Map }) => ChangeRules.MapValueChanged,
            _ when old is not null && now is not null => OfTypes(old, now, changes),
            ({ Form: WireForm.Map }, _) when now?.Kind is EntryKind.Record or EntryKind.Union => ChangeRules.ObjectOrMap,
            (_, { Form: WireForm.Map }) when old?.Kind is EntryKind.Record or EntryKind.Union => ChangeRules.ObjectOrMap,
            _ when old?.Kind == EntryKind.Enum && isNow.Kind == ScalarKind.String => isConstant ? ChangeRules.EnumOrConstant : ChangeRules.EnumToString,
            _ when now?.Kind == EntryKind.Enum && was.Kind == ScalarKind.String => wasConstant ? ChangeRules.EnumOrConstant : ChangeRules.StringToEnum,
            ({ Kind: { } before }, { Kind: { } current }) => OfScalars(before, current),
            _ when old?.Kind == EntryKind.Enum || now?.Kind == EntryKind.Enum => old is null && now is null ? ChangeRules.TypeChanged : OfEnum(was, isNow),
            _ => ChangeRules.ScalarOrObject,
        };
    }

    /// <summary>
    /// The types in two that differ although they stand at one place: one of them is still, or was already, another type elsewhere. What
    /// is in them is compared there, and what is different here is said once.
    /// </summary>
    public static (string Old, string New)? FindOther(WireType was, WireType isNow, ChangeList changes)
    {
        if (was.Form == WireForm.Named && isNow.Form == WireForm.Named)
        {
            return changes.Alignment.NewOf(was.Name) != isNow.Name && !ReferenceDifference.AreSame(changes, was.Name, isNow.Name) && changes.IsFirst(was.Name, isNow.Name) ? (was.Name, isNow.Name) : null;
        }

        return was.Form == WireForm.Union || was.Parts.Count != isNow.Parts.Count ? null
            : was.Parts.Zip(isNow.Parts, (old, now) => FindOther(old, now, changes)).FirstOrDefault(static found => found is not null);
    }

    private static ChangeRule OfEnum(WireType was, WireType isNow) =>
        was.Form == WireForm.Map || isNow.Form == WireForm.Map ? ChangeRules.ScalarOrObject : ChangeRules.TypeChanged;

    /// <summary>Two types that are not the same one.</summary>
    private static ChangeRule? OfTypes(SurfaceType old, SurfaceType now, ChangeList changes) => (old.Kind, now.Kind) switch
    {
        (EntryKind.Record, EntryKind.Union) => ChangeRules.TypeToUnion,
        (EntryKind.Union, EntryKind.Record) => ChangeRules.UnionToType,
        (EntryKind.Enum, EntryKind.Enum) or (EntryKind.Record, EntryKind.Record) or (EntryKind.Union, EntryKind.Union) =>
            ReferenceDifference.AreSame(changes, old.Name, now.Name) ? ChangeRules.TypeRenamed : ChangeRules.ReferenceChanged,
        _ => ChangeRules.ScalarOrObject,
    };

    private static ChangeRule OfScalars(ScalarKind was, ScalarKind isNow) => (was, isNow) switch
    {
        _ when IsDate(was) && IsDate(isNow) => ChangeRules.FormatChanged,
        _ when IsNumber(was) && IsUnixTime(isNow) => ChangeRules.FormatAdded,
        _ when IsUnixTime(was) && IsNumber(isNow) => ChangeRules.FormatRemoved,
        _ when IsInteger(was) && isNow == ScalarKind.Double => ChangeRules.IntegerToNumber,
        _ when was == ScalarKind.Double && IsInteger(isNow) => ChangeRules.NumberToInteger,
        _ when IsInteger(was) && isNow == ScalarKind.Decimal => ChangeRules.IntegerToNumber,
        _ when was == ScalarKind.Decimal && IsInteger(isNow) => ChangeRules.NumberToInteger,
        _ when IsNumber(was) && IsNumber(isNow) => ChangeRules.WidthChanged,
        _ when was == ScalarKind.String && IsText(isNow) => ChangeRules.FormatAdded,
        _ when IsText(was) && isNow == ScalarKind.String => ChangeRules.FormatRemoved,
        _ when IsText(was) && IsText(isNow) => ChangeRules.FormatChanged,
        _ => ChangeRules.TypeChanged,
    };

    private static bool IsUnixTime(ScalarKind kind) => kind is ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds;

    private static bool IsDate(ScalarKind kind) => IsUnixTime(kind) || kind is ScalarKind.DateTimeOffset or ScalarKind.DateOnly;

    private static bool IsInteger(ScalarKind kind) => kind is ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 or ScalarKind.Int64OrString or ScalarKind.UInt64OrString;

    private static bool IsNumber(ScalarKind kind) => IsInteger(kind) || kind is ScalarKind.Double or ScalarKind.Decimal;

    /// <summary>Whether a kind is a string of a form that has a type of its own.</summary>
    private static bool IsText(ScalarKind kind) =>
        kind is ScalarKind.Guid or ScalarKind.DateTimeOffset or ScalarKind.DateOnly or ScalarKind.TimeOnly or ScalarKind.Int64Text or ScalarKind.UInt64Text;

    /// <summary>What follows from it, to be put behind the sentence.</summary>
    public static string Consequence(ChangeRule rule, WireType was, WireType isNow, ChangeList changes)
    {
        string old = $"payloads from before, in queues or tests, will be {changes.Unrecognized}";
        return rule == ChangeRules.IntegerToNumber ? ": receivers not yet rebuilt refuse fractions"
            : rule == ChangeRules.NumberToInteger ? $": the code compiles, divisions truncate, and {old} where they have fractions"
            : rule == ChangeRules.WidthChanged && Wording.TypeText(was) == Wording.TypeText(isNow) ? ": the code compiles, and what may come as a text is another now"
            : rule == ChangeRules.WidthChanged ? $": what does not fit the smaller type makes its event {changes.Unrecognized}"
            : rule == ChangeRules.FormatAdded ? $": {old} where they are not of that form"
            : rule == ChangeRules.FormatChanged ? $": what the new form does not take makes its event {changes.Unrecognized}, and receivers not yet rebuilt take what the old one does not"
            : rule == ChangeRules.TypeToUnion ? $": it is one of several now, and payloads that do not say which will be {changes.Unrecognized}"
            : rule == ChangeRules.UnionToType ? $": the types of its cases are gone, and payloads of other cases will be {changes.Unrecognized}"
            : rule == ChangeRules.FormatRemoved ? ": receivers not yet rebuilt refuse what is not of that form"
            : rule == ChangeRules.StringToEnum ? ": what it does not list reads as Unrecognized, with its text kept"
            : rule == ChangeRules.EnumToString ? $": {was} is gone from here, and in receivers not yet rebuilt what it does not list is {was}.Unrecognized"
            : rule == ChangeRules.EnumOrConstant ? ": a constant is a plain string, and nothing holds it to its value"
            : rule == ChangeRules.UnionToAny && !isNow.IsJson ? ": nothing tells its cases apart any more, and the first that fits is taken"
            : rule == ChangeRules.TypedToAny || rule == ChangeRules.UnionToAny ? $": it may be anything now, and receivers not yet rebuilt take what is not '{Wording.TypeText(was)}' for {changes.Unrecognized}"
            : rule == ChangeRules.AnyToTyped ? $": {old} where it is something else"
            : rule == ChangeRules.AlternativesChanged ? $": {(IsWider(was, isNow, changes) ? $"receivers not yet rebuilt take the new kind for {changes.Unrecognized}" : old + " where it is of a kind that is gone")}"
            : rule == ChangeRules.TypeRenamed || rule == ChangeRules.ReferenceChanged ? ""
            : rule == ChangeRules.ObjectOrMap || rule == ChangeRules.MapValueChanged || rule == ChangeRules.ItemChanged ? $": payloads from before that do not fit, and new ones in receivers not yet rebuilt, will be {changes.Unrecognized}"
            : $": {old}, and receivers not yet rebuilt refuse new ones";
    }

    private static bool IsWider(WireType was, WireType isNow, ChangeList changes) =>
        Alternatives(was).All(part => Alternatives(isNow).Any(other => changes.Alignment.AreSame(part, other)));

    private static IEnumerable<WireType> Alternatives(WireType type) => type.Form == WireForm.Union ? type.Parts : [type];
}
