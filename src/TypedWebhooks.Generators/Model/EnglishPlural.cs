using System;
using System.Collections.Generic;

namespace TypedWebhooks.Generators.Model;

/// <summary>
/// What one item of a list is called, where the list has an English plural for a name. The words that follow no rule are in
/// <see cref="PluralWords"/>; what is no plural, or may be that of several words, stays with <c>Item</c> behind it.
/// </summary>
internal static class EnglishPlural
{
    public static CSharpName ToSingular(CSharpName plural)
    {
        string text = plural.Text;
        int start = LastWord(text);
        string word = text.Substring(start);

        // IDs, URLs: the letter behind the capitals makes them several.
        if (start > 0 && word.Length == 2 && word[1] == 's' && text[start - 1] is >= 'A' and <= 'Z' && word[0] is >= 'A' and <= 'Z')
        {
            return new(text.Substring(0, text.Length - 1));
        }

        // A plural begins like its singular, so that letter stays as it is.
        return IsEnglish(word) && Singular(word.ToLowerInvariant()) is { } singular
            ? new(text.Substring(0, start + 1) + singular.Substring(1))
            : plural.With("Item");
    }

    /// <summary>Where the last word of a name in PascalCase begins.</summary>
    private static int LastWord(string text)
    {
        int start = text.Length - 1;
        while (start > 0 && text[start] is not (>= 'A' and <= 'Z') && text[start - 1] is not (>= '0' and <= '9' or '_'))
        {
            start--;
        }

        return start;
    }

    private static bool IsEnglish(string word)
    {
        foreach (char c in word)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The singular of a word in lower case; null where it is none's plural.</summary>
    private static string? Singular(string word)
    {
        if (PluralWords.Irregular.TryGetValue(word, out string? irregular))
        {
            return irregular;
        }

        if (word.EndsWith("men", StringComparison.Ordinal) && word.Length > 3)
        {
            return PluralWords.NoPlurals.Contains(word) ? null : Cut(word, 2) + "an";
        }

        if (word.Length < 3 || word[word.Length - 1] != 's' || PluralWords.NoPlurals.Contains(word))
        {
            return null;
        }

        if (word.EndsWith("series", StringComparison.Ordinal) || word.EndsWith("species", StringComparison.Ordinal))
        {
            return null;
        }

        return word[word.Length - 2] switch
        {
            's' => null,
            'u' or 'i' => PluralWords.EndingInVowels.Contains(Cut(word, 1)) ? Cut(word, 1) : null,
            'e' when word.Length > 3 => WithoutEs(word),
            _ => Cut(word, 1),
        };
    }

    private static string? WithoutEs(string word)
    {
        string silent = Cut(word, 1), bare = Cut(word, 2);
        if (Ends(silent, PluralWords.EndingInE))
        {
            return silent;
        }

        return bare[bare.Length - 1] switch
        {
            'i' => bare.Length <= 2 ? silent : Cut(bare, 1) + "y",
            'o' => Ends(bare, PluralWords.EndingInO) ? bare : null,
            'v' => Ends(silent, PluralWords.EndingInF, out string? f) ? f : silent,
            'x' => bare,
            'h' => bare.EndsWith("ch", StringComparison.Ordinal) || bare.EndsWith("sh", StringComparison.Ordinal) ? bare : silent,
            'z' => bare.EndsWith("zz", StringComparison.Ordinal) ? Buzz(bare) : bare.EndsWith("tz", StringComparison.Ordinal) ? bare : silent,
            's' => Sibilant(bare, silent),
            _ => silent,
        };
    }

    /// <summary>Quizzes are of a quiz, and buzzes of a buzz.</summary>
    private static string Buzz(string bare) => bare.EndsWith("izz", StringComparison.Ordinal) && !bare.EndsWith("fizz", StringComparison.Ordinal) ? Cut(bare, 1) : bare;

    /// <summary>What ends in <c>ses</c>: addresses, statuses, aliases, analyses and responses.</summary>
    private static string? Sibilant(string bare, string silent)
    {
        if (bare.Length < 3 || bare.EndsWith("ss", StringComparison.Ordinal))
        {
            return bare.Length < 3 ? silent : bare;
        }

        return bare[bare.Length - 2] switch
        {
            'u' => bare[bare.Length - 3] is 'a' or 'o' || PluralWords.EndingInUse.Contains(silent) ? silent : bare,
            'a' => Ends(bare, PluralWords.EndingInAs) ? bare : silent,
            'y' => Cut(bare, 1) + "sis",
            'e' when bare[bare.Length - 3] != 'e' => Cut(bare, 1) + "sis",
            _ => silent,
        };
    }

    private static string Cut(string word, int count) => word.Substring(0, word.Length - count);

    private static bool Ends(string word, IEnumerable<string> endings)
    {
        foreach (string ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Ends(string word, IReadOnlyDictionary<string, string> endings, out string? replaced)
    {
        foreach (KeyValuePair<string, string> ending in endings)
        {
            if (word.EndsWith(ending.Key, StringComparison.Ordinal))
            {
                replaced = Cut(word, ending.Key.Length) + ending.Value;
                return true;
            }
        }

        replaced = null;
        return false;
    }
}
