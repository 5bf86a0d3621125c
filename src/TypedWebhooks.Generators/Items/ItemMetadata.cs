using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Xml;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>
/// Looks in project files for metadata of <c>WebhookSchema</c> and <c>WebhookProvider</c> items that there are not: MSBuild takes
/// any, and what is misspelt would mean nothing without a word.
/// </summary>
internal static class ItemMetadata
{
    private static readonly string[] s_provider = ["Access", "Baseline", "Dates", "EqualObjects", "EventTypeComparison", "Events", "JsonSchema", "NamePrefix", "Namespace", "Numbers", "Print", "RequiredMembers"];

    private static readonly string[] s_schema = [.. s_provider, "EventType", "Format", "Frozen", "Map", "Provider", "Version", "VersionFrom"];

    /// <summary>What MSBuild, an IDE and NuGet know of any item.</summary>
    private static readonly HashSet<string> s_common = new(StringComparer.OrdinalIgnoreCase)
    {
        "Include", "Exclude", "Remove", "Update", "Condition", "Label", "KeepMetadata", "RemoveMetadata", "KeepDuplicates", "MatchOnMetadata", "MatchOnMetadataOptions",
        "Visible", "Link", "LinkBase", "DependentUpon", "SubType", "InProject", "CopyToOutputDirectory", "CopyToPublishDirectory", "TargetPath", "Pack", "PackagePath", "PackageCopyToOutput",
    };

    /// <summary>What is unknown in a project file. One that is no XML was none to MSBuild either, and is passed over.</summary>
    public static EquatableArray<DiagnosticInfo> Check(DeclaredFile project, CancellationToken cancellationToken)
    {
        List<DiagnosticInfo> found = [];
        try
        {
            SourceText text = SourceText.From(project.Text ?? "");
            using XmlReader reader = XmlReader.Create(new StringReader(project.Text ?? ""), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            string? item = null;
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (reader.NodeType == XmlNodeType.EndElement && IsItem(reader.LocalName))
                {
                    item = null;
                }
                else if (reader.NodeType == XmlNodeType.Element && item is not null)
                {
                    Refuse(found, project, text, item, (IXmlLineInfo)reader, reader.LocalName, value: null);
                }
                else if (reader.NodeType == XmlNodeType.Element && IsItem(reader.LocalName))
                {
                    string name = reader.LocalName;
                    item = reader.IsEmptyElement ? null : name;
                    while (reader.MoveToNextAttribute())
                    {
                        Refuse(found, project, text, name, (IXmlLineInfo)reader, reader.LocalName, reader.Value);
                    }
                }
            }
        }
        catch (XmlException)
        {
            // What was found before it stands.
        }

        return found.ToEquatableArray();
    }

    private static bool IsItem(string name) => name is "WebhookSchema" or "WebhookProvider";

    private static void Refuse(List<DiagnosticInfo> found, DeclaredFile project, SourceText text, string item, IXmlLineInfo at, string name, string? value)
    {
        string[] known = item == "WebhookSchema" ? s_schema : s_provider;
        if (s_common.Contains(name) || name.StartsWith("_", StringComparison.Ordinal) || name == "xmlns" || known.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        string? nearest = NearestName.Find(name, known);
        LinePosition start = new(at.LineNumber - 1, at.LinePosition - 1);
        LinePositionSpan span = new(start, new(start.Line, start.Character + name.Length));
        found.Add(DiagnosticInfo.Create(
            Descriptors.TWH2011_InvalidMetadata,
            new(project.Path, text.Lines.GetTextSpan(span), span),
            value is null ? name : $"{name}=\"{value}\"",
            item,
            nearest is not null
                ? $"there is no such metadata; did you mean {nearest}?"
                : $"there is no such metadata; there are {string.Join(", ", known.OrderBy(static n => n, StringComparer.Ordinal))}"));
    }
}
