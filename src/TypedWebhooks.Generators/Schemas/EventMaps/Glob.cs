using System;
using TypedWebhooks.Generators.Items;

namespace TypedWebhooks.Generators.Schemas.EventMaps;

/// <summary>
/// Globs of names and of paths: <c>*</c> stands for any run of characters, in a path for any that has no slash;
/// <c>**</c> for any path. There are no regular expressions in an event map.
/// </summary>
internal static class Glob
{
    public static bool IsGlob(string pattern) => pattern.IndexOf('*') >= 0;

    public static bool MatchesName(string pattern, string name) => Matches(pattern, name, crossesSlash: true);

    /// <summary>Whether the last segments of a path match, as many as the pattern has.</summary>
    public static bool MatchesPath(string pattern, string path)
    {
        string tail = path;
        pattern = SchemaPath.Tail(pattern);
        if (pattern.Contains("**"))
        {
            return Matches((pattern.StartsWith("**", StringComparison.Ordinal) ? "" : "*/") + pattern.Replace("**", "*"), "/" + tail, crossesSlash: true);
        }

        string[] segments = tail.Split('/'), wanted = pattern.Split('/');
        if (segments.Length < wanted.Length)
        {
            return false;
        }

        for (int i = 0; i < wanted.Length; i++)
        {
            if (!Matches(wanted[i], segments[segments.Length - wanted.Length + i], crossesSlash: false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Linear in the text for each star: after a mismatch it goes back to the last star only.</summary>
    private static bool Matches(string pattern, string text, bool crossesSlash)
    {
        int p = 0, t = 0, star = -1, from = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, from) = (p++, t);
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0 && (crossesSlash || text[from] != '/'))
            {
                (p, t) = (star + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        return pattern.Substring(p).Trim('*').Length == 0;
    }
}
