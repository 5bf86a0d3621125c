using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>What somebody does who sees a change: what all of its class ask for, and what it alone does.</summary>
internal static class RuleAdvice
{
    private const string Guess = "That the two are one is a guess by name and type, made where there is no other candidate. Where it is wrong, one is gone and one is new; what code and payloads meet is the same.";

    private const string Obsolete = "The compiler warns where you use it. The provider says what to use instead, if anything, in the documentation of the type.";

    private const string Pinned = "A lock file keeps names and numbers as they were, so that this is seen only where something else comes before it: the event map, or a line that was taken out of the lock file.";

    /// <summary>What goes without saying of no other rule.</summary>
    private static readonly Dictionary<string, string> s_own = new()
    {
        ["TWH3101"] = "Handle the event, or name it where events are ignored; [TWH1001](TWH1001.md), [TWH1002](TWH1002.md) and [TWH1004](TWH1004.md) find the places. Code that has looked for it among the unrecognized ones is found by [TWH3906](TWH3906.md).",
        ["TWH3103"] = Guess,
        ["TWH3110"] = Obsolete,
        ["TWH3213"] = Obsolete,
        ["TWH3104"] = "If the event's name in C# should outlive its versions, name it in the [event map](../event-map.md).",
        ["TWH3105"] = "If the provider is not sure of the case, say `EventTypeComparison=\"OrdinalIgnoreCase\"` on the item, and both spellings are the event.",
        ["TWH3106"] = "Look at what answers handshakes: a name that has come is answered by nobody yet.",
        ["TWH3107"] = "What handled the one event gets all of the new ones; decide which of them it means.",
        ["TWH3109"] = "Search for patterns on the common record: they compile, and take other events than before.",
        ["TWH3112"] = "Implement the handler interface, which has no such limit, or write a switch, which [TWH1001](TWH1001.md) holds to be complete.",
        ["TWH3201"] = "If the provider has sent it before with another type, look after such payloads: they are unrecognized events. Code that has read the member from `AdditionalProperties` is found by [TWH3901](TWH3901.md).",
        ["TWH3202"] = "Ask whether the provider sends it always, and not only from now on. If it does not, it is optional: `RequiredMembers=\"Optional\"` on the item makes all members that.",
        ["TWH3205"] = Guess,
        ["TWH3206"] = "Nothing in your code shows it: the property has the name that it had. Strings with the old name, as in queries of stored JSON, are found where [TWH3904](TWH3904.md) sees them.",
        ["TWH3207"] = Guess,
        ["TWH3208"] = "Decide what your code does where it is absent. Where nullable warnings are off, [TWH3903](TWH3903.md) finds what uses it as if it were always there.",
        ["TWH3209"] = "If the provider has only written down what it always did, stored payloads fit. If not, those without it do not.",
        ["TWH3210"] = "Decide what your code does where it is null. Where nullable warnings are off, [TWH3903](TWH3903.md) finds what uses it as if it never were.",
        ["TWH3214"] = "Comparisons with the old value are found by [TWH3904](TWH3904.md) where it sees them; search for the value in the rest.",
        ["TWH3215"] = "A comparison with one value may be true always now, or was and is not any more. Look at it, and accept it.",
        ["TWH3303"] = "Look at divisions: `cents / 100` truncates from now on.",
        ["TWH3408"] = Pinned,
        ["TWH3409"] = "This is the project's own doing, and not the provider's. Another namespace or access is a matter of code alone, and the compiler shows each place. `RequiredMembers` and `Events` decide which payloads fit, before and after. Accept it if it was meant.",
        ["TWH3402"] = "It follows the change that has made it unused, which is reported for itself.",
        ["TWH3501"] = "Handle the value; [TWH1001](TWH1001.md) finds switches that are not complete any more, and [TWH3902](TWH3902.md) code that took the value as `Unrecognized` until now.",
        ["TWH3502"] = "Comparisons with its text are found by [TWH3904](TWH3904.md).",
        ["TWH3503"] = Guess + " Comparisons with the old text are found by [TWH3904](TWH3904.md).",
        ["TWH3506"] = Pinned + " Code that takes the number is found by [TWH3905](TWH3905.md); numbers in a database have to be moved, or the lines of the lock file brought back.",
        ["TWH3601"] = "It is an error because no event is found any more by whoever has the other version. Two addresses, one for each version, get over the time between.",
        ["TWH3603"] = "It is an error because the whole of a request is read otherwise. Two addresses, one for each form, get over the time between.",
        ["TWH3604"] = "Handle the case; [TWH1001](TWH1001.md) finds switches that are not complete any more.",
        ["TWH3607"] = "No type refuses it: check what your code does with cases that were stored.",
        ["TWH3703"] = "Look at what takes the first item of the list, or counts on a number of them.",
        ["TWH3705"] = "Read the difference of the schema: what it means is for a person to say.",
        ["TWH3804"] = "Nothing. What has changed with the version is reported by itself.",
        ["TWH3805"] = "Nothing but to trust the number less: the changes beside it say what does not fit.",
        ["TWH3810"] = "A version is frozen by `Frozen=\"true\"` on its item. Take the old schema back; or, if the provider has a new version, add it as one, with `Version` of its own; or, if the change is right, accept it, which accepts all changes that are part of it.",
    };

    public static IEnumerable<string> Of(ChangeRule rule, RuleColumns columns)
    {
        if (s_own.TryGetValue(rule.Id, out string? own))
        {
            yield return own;
        }

        if (rule == ChangeRules.FrozenChanged || rule == ChangeRules.SettingChanged)
        {
            yield break;
        }

        string all = string.Join(' ', General(rule, columns));
        if (all.Length > 0)
        {
            yield return all;
        }
        else if (own is null)
        {
            yield return rule.IsMore ? "Look at it, and accept it." : "Nothing: it means nothing to code and payloads, and is accepted along with the next change that does.";
        }
    }

    private static IEnumerable<string> General(ChangeRule rule, RuleColumns columns)
    {
        ChangeClass classes = rule.Classes;
        if (classes.HasFlag(ChangeClass.Source))
        {
            yield return classes.HasFlag(ChangeClass.Silent)
                ? "The compiler shows some of the places: adapt them. Others compile and do something else, so search for all uses."
                : classes.HasFlag(ChangeClass.Wire) && columns.Code.Contains("compiles", StringComparison.Ordinal) ? "The compiler shows what does not fit any more: adapt it. Look at uses that compile, too." : "The compiler shows each place in your code: adapt it.";
        }
        else if (classes.HasFlag(ChangeClass.Silent) && classes.HasFlag(ChangeClass.Wire))
        {
            yield return "The compiler says nothing of payloads, so look at them yourself.";
        }

        if (columns.RefusesOld && classes != ChangeClass.Addition)
        {
            yield return "What was sent before and does not fit: let queues run empty before you deploy, or take it from `UnrecognizedAcmeEvent`, which has the whole body; and bring the payloads of your tests up to date.";
        }
        else if (columns.Before.Contains("nrecognized", StringComparison.Ordinal))
        {
            yield return "What was sent before: handle what is unrecognized in it; its text or object is kept.";
        }
        else if (classes.HasFlag(ChangeClass.Wire) && columns.Before.Contains("additional properties", StringComparison.Ordinal))
        {
            yield return "What was sent before still has it: read it from `AdditionalProperties`.";
        }

        if (columns.RefusesNew)
        {
            yield return classes.HasFlag(ChangeClass.Wire)
                ? "What is sent from now on and does not fit the old types: deploy every receiver with the new ones. What a receiver has put aside as unrecognized until then can be parsed again."
                : "Receivers with the old types put it aside as unrecognized until they are built and deployed anew.";
        }
        else if (columns.After.Contains("nrecognized", StringComparison.Ordinal))
        {
            yield return "Receivers with the old types take it as unrecognized until they are built and deployed anew.";
        }
    }
}
