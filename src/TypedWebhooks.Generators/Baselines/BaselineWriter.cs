using System.Globalization;
using System.Linq;
using System.Text;

namespace TypedWebhooks.Generators.Baselines;

/// <summary>
/// Writes a baseline as text, to be kept beside the schemas and read in a review: one entry a line, ASCII, in one order, so that
/// what differs in it is what differs.
/// </summary>
internal static class BaselineWriter
{
    /// <summary>The format's version. A reader reads every earlier one.</summary>
    public const int Format = 1;

    public const string Title = "# TypedWebhooks baseline ";

    public static string Write(Baseline baseline)
    {
        StringBuilder text = new();
        text.Append(Title).Append(Format.ToString(CultureInfo.InvariantCulture)).Append('\n');
        text.Append("# The types and payloads that this project was last checked against. To accept what a new schema changes:\n");
        text.Append("# dotnet build -t:AcceptWebhookSchemas\n");
        EntryKind? before = null;
        foreach (BaselineEntry entry in baseline.Entries)
        {
            bool isPart = Baseline.IsPart(entry.Key.Kind);
            if (!isPart && (entry.Key.Kind != before || Baseline.PartOf(entry.Key.Kind) is not null))
            {
                text.Append('\n');
            }

            before = isPart ? before : entry.Key.Kind;
            text.Append(isPart ? "  " : Word(entry.Key.Kind) + " ");
            WriteEntry(text, entry);
            text.Append('\n');
        }

        foreach (AcceptedChange change in baseline.Accepted)
        {
            text.Append(change == baseline.Accepted[0] ? "\n" : "").Append("accepted ").Append(change.Fingerprint).Append(' ').Append(Token(change.Text)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>One entry, as it stands in its line.</summary>
    private static void WriteEntry(StringBuilder text, BaselineEntry entry)
    {
        text.Append(Token(entry.Key.Name));
        string? main = BaselineEntry.MainFacet(entry.Key.Kind);
        if (main is not null)
        {
            text.Append(' ').Append(Token(entry[main] ?? ""));
        }

        // Whether a member is there is what a reader looks for first.
        foreach (Facet facet in entry.Facets.Where(facet => facet.Name != main).OrderBy(static facet => facet.Name == FacetNames.Required ? 0 : 1))
        {
            text.Append(' ').Append(facet.Name);
            if (facet.Value.Length > 0)
            {
                text.Append('=').Append(Token(facet.Value));
            }
        }
    }

    public static string Word(EntryKind kind) => kind switch
    {
        EntryKind.Provider => "provider",
        EntryKind.Event => "event",
        EntryKind.Record => "record",
        EntryKind.Enum => "enum",
        EntryKind.Union => "union",
        _ => "",
    };

    /// <summary>A text as it is or, where it has other signs than names do, between quotation marks with JSON's escapes.</summary>
    private static string Token(string text)
    {
        if (text.Length > 0 && text[0] != '#' && text.All(IsPlain))
        {
            return text;
        }

        StringBuilder quoted = new("\"");
        foreach (char c in text)
        {
            _ = c is '"' or '\\' ? quoted.Append('\\').Append(c)
                : c is >= ' ' and <= '~' ? quoted.Append(c)
                : quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }

    public static bool IsPlain(char c) => c is > ' ' and <= '~' and not ('"' or '=' or '\\');
}
