using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Which of the names that are gone is which of the new ones, where one was only written otherwise.</summary>
internal static class NearNames
{
    /// <summary>
    /// Whether one name is the other with a few letters changed, or with its words set apart otherwise. A word more is another thing:
    /// <c>followers_url</c> is not <c>followers</c>.
    /// </summary>
    public static bool AreNear(string left, string right)
    {
        if (string.Equals(Letters(left), Letters(right), StringComparison.Ordinal))
        {
            return true;
        }

        int shorter = Math.Min(left.Length, right.Length);
        return shorter >= 4 && WordsOf(left) == WordsOf(right) && EditDistance.Between(left, right) <= Math.Min(2, Math.Max(1, shorter / 3));
    }

    /// <summary>The pairs of which neither part has another partner.</summary>
    public static List<(T Old, T New)> Pair<T>(IReadOnlyList<T> gone, IReadOnlyList<T> added, Func<T, T, bool> isSame)
        where T : notnull
    {
        List<(T Old, T New)> candidates = [.. gone.SelectMany(old => added.Where(now => isSame(old, now)).Select(now => (old, now)))];
        ILookup<T, T> byOld = candidates.ToLookup(static pair => pair.Old, static pair => pair.New), byNew = candidates.ToLookup(static pair => pair.New, static pair => pair.Old);
        return [.. candidates.Where(pair => byOld[pair.Old].Count() == 1 && byNew[pair.New].Count() == 1)];
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static int WordsOf(string name) => Model.WireName.Words(name).Count();
}
