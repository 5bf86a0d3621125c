using System;
using System.Collections.Generic;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Compares one member with what it was.</summary>
internal sealed class MemberChange(ChangeList changes, SurfaceMember old, SurfaceMember now)
{
    private readonly int _events = changes.New.EventsReaching(now.Declaring);

    private string Property => $"{now.Declaring}.{now.Name}";

    public void Compare()
    {
        CompareName();
        if (!changes.IgnoresPresence)
        {
            ComparePresence();
            CompareKeys();
        }

        bool isOtherType = CompareType();
        if (old.Entry.Has(FacetNames.Obsolete) != now.Entry.Has(FacetNames.Obsolete))
        {
            Add(ChangeRules.MemberObsolete, Flag(old.Entry), Flag(now.Entry), now.Entry.Has(FacetNames.Obsolete) ? $"'{now.WireName}' is obsolete: {Property} warns where it is used" : $"'{now.WireName}' is no longer obsolete");
        }

        FactComparison.Compare(changes, old.Entry, now.Entry, $"'{now.WireName}' of {now.Declaring}", _events, isOtherType);
    }

    private static string Flag(BaselineEntry entry) => entry.Has(FacetNames.Obsolete) ? "obsolete" : "";

    private void Add(ChangeRule rule, string was, string isNow, string message) => changes.Add(rule, now.Entry.Key, _events, was, isNow, message);

    private void CompareName()
    {
        if (old.WireName != now.WireName)
        {
            if (old.Name == now.Name)
            {
                Add(ChangeRules.WireNameChanged, old.WireName, now.WireName,
                    $"'{old.WireName}' is '{now.WireName}' now, and {Property} is what it was{Wording.Events(_events)}: the code compiles, and stored payloads with the old name {Lost()}");
            }
            else
            {
                Add(ChangeRules.MemberRenamed, old.WireName, now.WireName,
                    $"'{old.WireName}' seems to be '{now.WireName}' now: {now.Declaring}.{old.Name} is gone{Wording.Events(_events)}, {now.Name} is new; stored payloads with the old name {Lost()}");
            }
        }
        else if (old.Name != now.Name)
        {
            Add(ChangeRules.NameChanged, old.Name, now.Name, $"'{now.WireName}' is {Property} in C#, and was {old.Name}");
        }
    }

    private string Lost() => now.IsRequired ? $"will be {changes.Unrecognized}" : "have it in AdditionalProperties";

    private void ComparePresence()
    {
        (bool required, bool isRequired, bool nullable, bool isNullable) = (old.IsRequired, now.IsRequired, old.IsNullable, now.IsNullable);
        if (old.Type.Plain.IsJson || now.Type.Plain.IsJson)
        {
            // What may be anything may be null.
            nullable = isNullable;
        }

        if (required != isRequired && nullable != isNullable && required == nullable)
        {
            Add(ChangeRules.AbsenceChanged, Presence(old), Presence(now),
                $"'{now.WireName}' {(isRequired ? "is null now where it was absent" : "is absent now where it was null")}{Wording.Events(_events)}: {Property} stays {now.CSharpType}, and payloads of the other kind will be {changes.Unrecognized}");
            return;
        }

        if (required && !isRequired)
        {
            Add(ChangeRules.MemberOptional, Presence(old), Presence(now),
                $"{Property} is '{now.CSharpType}', was '{old.CSharpType}'{Wording.Events(_events)}: '{now.WireName}' may be missing, and receivers not yet rebuilt take such payloads for {changes.Unrecognized}");
        }
        else if (!required && isRequired)
        {
            Add(ChangeRules.MemberRequired, Presence(old), Presence(now),
                $"{Property} is '{now.CSharpType}', was '{old.CSharpType}'{Wording.Events(_events)}: '{now.WireName}' is required, and payloads from before without it, in queues or tests, will be {changes.Unrecognized}");
        }

        if (!nullable && isNullable)
        {
            Add(ChangeRules.MemberNullable, Presence(old), Presence(now),
                $"{Property} is '{now.CSharpType}', was '{old.CSharpType}'{Wording.Events(_events)}: {changes.New.Name} may now send null in '{now.WireName}', and receivers not yet rebuilt take such payloads for {changes.Unrecognized}");
        }
        else if (nullable && !isNullable)
        {
            Add(ChangeRules.MemberNotNullable, Presence(old), Presence(now),
                $"{Property} is '{now.CSharpType}', was '{old.CSharpType}'{Wording.Events(_events)}: payloads from before in which '{now.WireName}' is null, in queues or tests, will be {changes.Unrecognized}");
        }
    }

    private static string Presence(SurfaceMember member) => (member.IsRequired ? "required" : "optional") + (member.IsNullable ? " null" : "");

    private bool CompareType()
    {
        if (old.IsLoose != now.IsLoose && !now.Type.Plain.IsJson && !old.Type.Plain.IsJson)
        {
            Add(ChangeRules.AlternativesChanged, old.Type.ToString(), now.Type.ToString(), now.IsLoose
                ? $"'{now.WireName}' of {now.Declaring} may be something else as well{Wording.Events(_events)}: {now.Name} is null then, and the value is in OriginalValues"
                : $"'{now.WireName}' of {now.Declaring} may be nothing else any more{Wording.Events(_events)}: payloads from before in which it is will be {changes.Unrecognized}");
        }

        WireType was = old.Type.Plain, isNow = now.Type.Plain;
        if (TypeChange.Find(was, isNow, changes, old.Entry, now.Entry) is not { } rule)
        {
            return false;
        }

        string before = old.Entry[FacetNames.Const] is { } constant && now.Entry[FacetNames.Const] is null ? $"the constant {constant}" : $"'{Wording.TypeText(was)}'";
        string reference = rule == ChangeRules.ReferenceChanged ? ReferenceText(was, isNow) : "";
        if (rule == ChangeRules.TypeToUnion || rule == ChangeRules.UnionToType || rule == ChangeRules.UnionToAny)
        {
            changes.Explain(was.Name);
            changes.Explain(isNow.Name);
            before = (rule == ChangeRules.TypeToUnion ? "one record, " : "a union, ") + before;
        }

        Add(rule, was.ToString(), isNow.ToString(), $"{Property} is '{Wording.TypeText(isNow)}', was {before}{Wording.Events(_events)}{reference}{TypeChange.Consequence(rule, was, isNow, changes)}");
        return true;
    }

    private string ReferenceText(WireType was, WireType isNow) => $": '{now.WireName}' refers to another type, which differs in {ReferenceDifference.Describe(changes, was.Name, isNow.Name)}";

    /// <summary>Members that a map has to have, without that they are properties.</summary>
    private void CompareKeys()
    {
        string before = old.Entry[FacetNames.Keys] ?? "", current = now.Entry[FacetNames.Keys] ?? "";
        if (before != current)
        {
            HashSet<string> were = [.. before.Split([' '], StringSplitOptions.RemoveEmptyEntries)], are = [.. current.Split([' '], StringSplitOptions.RemoveEmptyEntries)];
            bool hasMore = !are.IsSubsetOf(were);
            Add(hasMore ? ChangeRules.RequiredMemberAdded : ChangeRules.RequiredMemberRemoved, before, current, hasMore
                ? $"'{now.WireName}' of {now.Declaring} has to have '{current}' now{Wording.Events(_events)}: payloads from before without that will be {changes.Unrecognized}"
                : $"'{now.WireName}' of {now.Declaring} need not have '{before}' any more{Wording.Events(_events)}: receivers not yet rebuilt require it");
        }
    }
}
