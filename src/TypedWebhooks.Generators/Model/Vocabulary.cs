using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace TypedWebhooks.Generators.Model;

/// <summary>
/// Cuts a name that is written without word boundaries into words, with the words that the schema itself uses:
/// <c>signaturerequestcompleted</c> becomes <c>signature request completed</c>.
/// </summary>
internal sealed class Vocabulary
{
    private const int MaxLength = 200;
    private const int ShortestWithOthers = 4;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>Takes up the words of a property name or of a description. Schemas repeat both, so each is cut once.</summary>
    public void Add(string? text)
    {
        if (text is null || !_texts.Add(text))
        {
            return;
        }

        foreach (string word in WireName.Words(text))
        {
            // Single letters would cut anything into anything.
            if (word.Length > 1)
            {
                _words.Add(word);
            }
        }
    }

    /// <summary>Whether a name has no word boundaries, and is short enough to be tried.</summary>
    public static bool MayCut(string name) => name.Length is > 0 and <= MaxLength && name.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'));

    /// <summary>
    /// The name with its words set apart by spaces: as few words as possible, and of equally many the longest first ones.
    /// Null where the words do not make up the name. It is one that <see cref="MayCut"/> lets through.
    /// </summary>
    public string? TryCut(string name) => Cut(name, _words.Contains, out _);

    /// <summary>
    /// The same with words that are not the schema's own. These say less of what is meant: short words of the schema are
    /// left out, since they may be any piece of a name, and where there are two ways to cut it, it stays whole.
    /// </summary>
    public string? TryCut(string name, HashSet<string> others) =>
        Cut(name, word => others.Contains(word) || (word.Length >= ShortestWithOthers && _words.Contains(word)), out bool isOnly) is { } cut && isOnly ? cut : null;

    /// <param name="isOnly">Whether no other words, as few as these, make up the name.</param>
    private static string? Cut(string name, Func<string, bool> isWord, out bool isOnly)
    {
        // fewest[i]: how many words make up name[i..]; first[i]: where the first of them ends; several[i]: whether others do so too.
        int[] fewest = new int[name.Length + 1];
        int[] first = new int[name.Length + 1];
        bool[] several = new bool[name.Length + 1];
        for (int i = name.Length - 1; i >= 0; i--)
        {
            fewest[i] = int.MaxValue;
            for (int end = name.Length; end > i; end--)
            {
                if (fewest[end] == int.MaxValue || fewest[end] + 1 > fewest[i] || !isWord(name.Substring(i, end - i)))
                {
                    continue;
                }

                several[i] = several[end] || fewest[end] + 1 == fewest[i];
                if (fewest[end] + 1 < fewest[i])
                {
                    fewest[i] = fewest[end] + 1;
                    first[i] = end;
                }
            }
        }

        isOnly = !several[0];
        if (fewest[0] == int.MaxValue)
        {
            return null;
        }

        StringBuilder cut = new(name.Length + fewest[0]);
        for (int i = 0; i < name.Length; i = first[i])
        {
            cut.Append(i == 0 ? "" : " ").Append(name, i, first[i] - i);
        }

        return cut.ToString();
    }
}
