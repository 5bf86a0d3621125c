using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Baselines;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Says where a stated version promises more than the schemas keep.</summary>
internal static class VersionComparison
{
    public static void Add(ChangeList changes)
    {
        if (changes.Old.Provider?[FacetNames.Stated] is not { } was || changes.New.Provider?[FacetNames.Stated] is not { } isNow || was == isNow || !PromisesCompatibility(was, isNow))
        {
            return;
        }

        int breaking = changes.Changes.Count(static change => (change.Rule.Classes & (ChangeClass.Source | ChangeClass.Wire)) != 0);
        if (breaking > 0)
        {
            changes.Add(ChangeRules.VersionSaysLess, changes.New.Provider.Key, 0, was, isNow, $"The schemas state {isNow}, were {was}, and {Wording.Count(breaking, "change breaks", "changes break")} code or payloads all the same");
        }
    }

    /// <summary>Whether only what stands behind the first number of a version is another one.</summary>
    private static bool PromisesCompatibility(string was, string isNow)
    {
        string[] before = Numbers(was), current = Numbers(isNow);
        return before.Length > 1 && current.Length > 1 && before[0] == current[0] && before[0] != "0";
    }

    private static string[] Numbers(string version)
    {
        string[] parts = version.TrimStart('v', 'V').Split('.');
        return Array.TrueForAll(parts, static part => part.Length > 0 && part.Length < 4 && part.All(static c => c is >= '0' and <= '9')) ? parts : [];
    }
}
