using System;
using System.Linq;

namespace TypedWebhooks.Generators.Items;

/// <summary>What is said of changes that are not accepted.</summary>
internal enum BaselineMode
{
    Report,

    /// <summary>The build fails while there is one.</summary>
    Strict,
    Off,
}

/// <summary>What an item, or the project, wants to know of changes: <c>Strict</c>, or <c>Report;Source;Silent</c>.</summary>
/// <param name="Source">Whether changes are reported that code does not compile after.</param>
/// <param name="Silent">Whether changes are reported after which it compiles and does something else.</param>
/// <param name="Wire">Whether changes are reported after which payloads of before, or receivers not yet built anew, do not fit.</param>
internal sealed record BaselineChoice(BaselineMode Mode, bool Source, bool Silent, bool Wire)
{
    public static readonly BaselineChoice Default = new(BaselineMode.Report, Source: true, Silent: true, Wire: true);

    public const string Words = "Report, Strict or Off, and with it classes of changes: Source, Silent, Wire";

    /// <summary>Reads a choice: words in any case, with semicolons, commas or spaces between. No class is all of them; null where a word is none of ours.</summary>
    public static BaselineChoice? TryParse(string text)
    {
        string[] words = text.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        BaselineMode? mode = null;
        bool source = false, silent = false, wire = false;
        foreach (string word in words)
        {
            if (Enum.TryParse(word, ignoreCase: true, out BaselineMode stated) && !word.Any(char.IsDigit))
            {
                if (mode is not null && mode != stated)
                {
                    return null;
                }

                mode = stated;
            }
            else if (Is(word, nameof(Source)))
            {
                source = true;
            }
            else if (Is(word, nameof(Silent)))
            {
                silent = true;
            }
            else if (Is(word, nameof(Wire)))
            {
                wire = true;
            }
            else
            {
                return null;
            }
        }

        bool all = !source && !silent && !wire;
        return new(mode ?? BaselineMode.Report, source || all, silent || all, wire || all);
    }

    private static bool Is(string word, string choice) => string.Equals(word, choice, StringComparison.OrdinalIgnoreCase);
}
