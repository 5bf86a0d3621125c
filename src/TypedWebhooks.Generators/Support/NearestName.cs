using System;
using System.Collections.Generic;

namespace TypedWebhooks.Generators.Support;

/// <summary>Which of the known names a misspelt one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest edits to it, the first in ordinal order of several; null where none is near.</summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        string? nearest = null;
        int fewest = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in known)
        {
            int edits = EditDistance.Between(name, candidate);
            if (edits < fewest || (edits == fewest && nearest is not null && string.CompareOrdinal(candidate, nearest) < 0))
            {
                (nearest, fewest) = (candidate, edits);
            }
        }

        return nearest;
    }
}
