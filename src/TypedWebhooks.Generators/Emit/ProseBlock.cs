using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// A paragraph or a list of a description. Descriptions are written as Markdown, of which these two make a difference to how they are
/// read: a blank line ends a paragraph, and a line that begins with a bullet or a number is an item of a list.
/// </summary>
/// <param name="Lines">The text of the paragraph, or that of each item.</param>
internal sealed record ProseBlock(ProseList List, List<string> Lines)
{
    private static readonly char[] s_lineEnds = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>The blocks of a text, none of them empty; what is in them still has its white space.</summary>
    public static List<ProseBlock> In(string prose)
    {
        List<ProseBlock> blocks = [];
        ProseBlock? open = null;
        bool afterBlank = true;
        foreach (string line in prose.Replace("\r\n", "\n").Split(s_lineEnds))
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                afterBlank = true;
                continue;
            }

            ProseList list = ListOf(line, out string text);
            bool isIndented = line[0] is ' ' or '\t';
            if (list != ProseList.None && (afterBlank || open is not { List: ProseList.None } || BeginsInProse(line)))
            {
                // Of lists in one another all items are items of the outer one.
                if (open is null || open.List == ProseList.None || (open.List != list && !isIndented))
                {
                    blocks.Add(open = new(list, []));
                }

                open.Lines.Add(text);
            }
            else if (open is null || (afterBlank && !(isIndented && open.List != ProseList.None)))
            {
                blocks.Add(open = new(ProseList.None, [line]));
            }
            else
            {
                open.Lines[open.Lines.Count - 1] += "\n" + line;
            }

            afterBlank = false;
        }

        return blocks.FindAll(static block => block.Lines.Any(static line => !string.IsNullOrWhiteSpace(line)));
    }

    /// <summary>Whether a line is an item of a list: a bullet or a number, a space, and a text.</summary>
    private static ProseList ListOf(string line, out string text)
    {
        string trimmed = line.TrimStart(' ', '\t');
        int marker = 0;
        while (marker < trimmed.Length && marker < 9 && trimmed[marker] is >= '0' and <= '9')
        {
            marker++;
        }

        ProseList list = marker == 0 ? trimmed[0] is '-' or '*' or '+' or '\u2022' ? ProseList.Bullets : ProseList.None
            : marker < trimmed.Length && trimmed[marker] is '.' or ')' ? ProseList.Numbers
            : ProseList.None;
        text = list == ProseList.None ? line : trimmed.Substring(marker + 1);
        return list != ProseList.None && text.Length > 0 && text[0] is ' ' or '\t' && !string.IsNullOrWhiteSpace(text) ? list : ProseList.None;
    }

    /// <summary>A number in the middle of prose may have come to the beginning of a line; the first one begins a list.</summary>
    private static bool BeginsInProse(string line) => line.TrimStart(' ', '\t') is { } trimmed && (trimmed[0] is < '0' or > '9' || trimmed.StartsWith("1.", StringComparison.Ordinal) || trimmed.StartsWith("1)", StringComparison.Ordinal));
}

internal enum ProseList
{
    None,
    Bullets,
    Numbers,
}
