using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Xml;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>Where a project file says something, and which kind of item that is of; null of a property.</summary>
internal sealed record ItemPlace(LocationInfo Location, string? Item)
{
    /// <summary>
    /// Where the metadata stand. First comes an item of the provider, then any item that has the value, then whatever else does,
    /// such as a property that the item refers to; null where nothing does.
    /// </summary>
    public static ItemPlace? Find(ItemFinding finding, IEnumerable<DeclaredFile> projects, CancellationToken cancellationToken) => projects
        .SelectMany(project => Values(project, cancellationToken).Select(value => (Place: value, Rank: value.Rank(finding))))
        .Where(static candidate => candidate.Rank is not null)
        .OrderBy(static candidate => candidate.Rank)
        .Select(candidate => candidate.Place.Locate(finding.Part))
        .FirstOrDefault();

    /// <summary>All that is said in a project file. One that is no XML was none to MSBuild either, and is passed over.</summary>
    private static List<XmlValue> Values(DeclaredFile project, CancellationToken cancellationToken)
    {
        List<XmlValue> found = [];
        try
        {
            SourceText text = SourceText.From(project.Text ?? "");
            using XmlReader reader = XmlReader.Create(new StringReader(project.Text ?? ""), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            IXmlLineInfo at = (IXmlLineInfo)reader;
            int Start() => text.Lines[at.LineNumber - 1].Start + at.LinePosition - 1;
            XmlItem? item = null;
            string element = "";
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        element = reader.LocalName;
                        bool isItem = element is "WebhookSchema" or "WebhookProvider";
                        XmlItem? own = isItem ? new(element) : item;
                        item = isItem && reader.IsEmptyElement ? null : own;
                        while (reader.MoveToNextAttribute())
                        {
                            own?.Add(isItem ? reader.LocalName : "", reader.Value);
                            found.Add(new(project.Path, text, reader.LocalName, reader.Value, isItem ? own : null, Start(), isAttribute: true));
                        }

                        break;
                    case XmlNodeType.Text:
                        item?.Add(element, reader.Value);
                        found.Add(new(project.Path, text, element, reader.Value, item, Start(), isAttribute: false));
                        break;
                    case XmlNodeType.EndElement when reader.LocalName is "WebhookSchema" or "WebhookProvider":
                        item = null;
                        break;
                }
            }
        }
        catch (XmlException)
        {
            // What was found before it stands.
        }

        return found;
    }

    /// <summary>An item of the project file, and which provider it says it is of.</summary>
    private sealed class XmlItem(string kind)
    {
        public string Kind { get; } = kind;

        public string? Provider { get; private set; }

        public void Add(string name, string value)
        {
            if (string.Equals(name, Kind == "WebhookSchema" ? "Provider" : "Include", StringComparison.OrdinalIgnoreCase))
            {
                Provider = value;
            }
        }
    }

    /// <summary>An attribute's value or an element's text.</summary>
    /// <param name="start">Where the attribute's name or the text begins.</param>
    private sealed class XmlValue(string path, SourceText text, string name, string value, XmlItem? item, int start, bool isAttribute)
    {
        /// <summary>How likely this is the place; null where it is not.</summary>
        public int? Rank(ItemFinding finding)
        {
            bool isMetadata = item is not null && string.Equals(name, finding.Metadata, StringComparison.OrdinalIgnoreCase);
            bool isProvider = item?.Provider is { } provider && EventPatterns.Split(provider).Contains(finding.Provider, StringComparer.OrdinalIgnoreCase);
            bool hasValue = finding.Part is not null
                ? EventPatterns.Split(value).Contains(finding.Part, StringComparer.Ordinal)
                : string.Equals(value.Trim(), finding.Value, StringComparison.Ordinal);
            return isMetadata && hasValue ? (isProvider ? 0 : 1)
                : hasValue && item is null ? 2
                : isMetadata && isProvider ? 3
                : null;
        }

        /// <summary>The part of the value or, where that is written with escapes, the name or the text itself.</summary>
        public ItemPlace Locate(string? part)
        {
            string whole = text.ToString();
            int from = start, end = whole.IndexOf('<', start);
            if (isAttribute)
            {
                from = whole.IndexOfAny(['"', '\''], start) + 1;
                end = whole.IndexOf(whole[from - 1], from);
            }

            TextSpan span = part is null ? default : Part(whole, part, from, end);
            if (span.IsEmpty)
            {
                span = isAttribute ? new(start, name.Length) : TextSpan.FromBounds(start, end < 0 ? whole.Length : end);
            }

            return new(new(path, span, text.Lines.GetLinePositionSpan(span)), item?.Kind);
        }

        /// <summary>Where a part of a list stands, and not where it is the beginning of another part.</summary>
        private static TextSpan Part(string whole, string part, int from, int end)
        {
            for (int at = from; end >= 0 && (at = whole.IndexOf(part, at, end - at, StringComparison.Ordinal)) >= 0; at++)
            {
                string before = whole.Substring(from, at - from).TrimEnd(), after = whole.Substring(at + part.Length, end - at - part.Length).TrimStart();
                if ((before.Length == 0 || before[before.Length - 1] == ';') && (after.Length == 0 || after[0] == ';'))
                {
                    return new(at, part.Length);
                }
            }

            return default;
        }
    }
}
