using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Says in Markdown what has changed, for whoever reviews the new schemas.</summary>
internal sealed partial class BaselineCommand
{
    private const string Rules = "https://github.com/typedwebhooks/typedwebhooks/blob/main/docs/rules/";

    private static readonly (ChangeClass Class, string Title)[] s_sections =
    [
        (ChangeClass.Source, "Code does not compile any more"),
        (ChangeClass.Silent, "Code compiles, and does something else"),
        (ChangeClass.Wire, "Payloads do not fit"),
        (ChangeClass.Addition, "Added"),
        (ChangeClass.Documentation, "Documentation, and what is not enforced"),
    ];

    private void Describe(List<ProviderUpdate> meant)
    {
        StringBuilder text = new();
        foreach (ProviderUpdate update in meant)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            text.Append(text.Length == 0 ? "" : "\n").Append("## ").Append(Escape(update.Title)).Append("\n\n");
            if (IsRefused(update))
            {
                text.Append("It cannot be compared: the build says why.\n");
            }
            else if (update.Lock is null || update.IsOfAnother)
            {
                text.Append("It has no baseline yet. `dotnet build -t:AcceptWebhookSchemas` writes one.\n");
            }
            else
            {
                Describe(text, update);
            }
        }

        _notes.Add(new(NoteKind.Description, text.ToString()));
    }

    private void Describe(StringBuilder text, ProviderUpdate update)
    {
        List<Change> changes = [.. update.Changes.Where(IsMeant)];
        if (changes.Count == 0)
        {
            text.Append("Nothing has changed that is not accepted.\n");
            return;
        }

        text.Append(UpdateReport.Count(changes)).Append(" not accepted: ").Append(UpdateReport.Summary(changes)).Append(".\n");
        foreach ((ChangeClass section, string title) in s_sections)
        {
            List<Change> there = changes.FindAll(change => SectionOf(change) == section);
            if (there.Count > 0)
            {
                text.Append("\n### ").Append(title).Append("\n\n");
                there.ForEach(change => Describe(text, update, change));
            }
        }

        text.Append("\nAccept all of it with `dotnet build -t:AcceptWebhookSchemas -p:Provider=").Append(update.Argument).Append("`, or one change with `-p:Change=` and what stands at its end.\n");
    }

    private void Describe(StringBuilder text, ProviderUpdate update, Change change)
    {
        LocationInfo location = update.LocationOf(change);
        text.Append("- [").Append(change.Rule.Id).Append("](").Append(Rules).Append(change.Rule.Id).Append(".md) ")
            .Append(Escape(change.Message))
            .Append(". ").Append(Escape(Relative(location.Path))).Append(':').Append(FormattableString.Invariant($"{location.Lines.Start.Line + 1}"))
            .Append(" `").Append(change.Fingerprint).Append("`\n");
    }

    /// <summary>Each change stands in one section, that of what it does worst.</summary>
    private static ChangeClass SectionOf(Change change) =>
        s_sections.Select(static section => section.Class).First(section => section == ChangeClass.Documentation || (change.Rule.Classes & section) != 0);

    /// <summary>A path as seen from the project's folder; of what lies elsewhere, the last part.</summary>
    private string Relative(string path)
    {
        string address = SchemaPath.Normalize(path), folder = _request.Folder.TrimEnd('/') + "/";
        return address.StartsWith(folder, StringComparison.OrdinalIgnoreCase) ? address.Substring(folder.Length) : address.Substring(address.LastIndexOf('/') + 1);
    }

    /// <summary>A text as it is, whatever it has that means something in Markdown: it is a stranger's.</summary>
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            _ = c switch
            {
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '!' or '~' => escaped.Append('\\').Append(c),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '@' => escaped.Append("&#64;"),
                _ => escaped.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c),
            };
        }

        return escaped.ToString();
    }
}
