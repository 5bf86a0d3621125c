using System.Collections.Generic;
using System.Linq;

namespace TypedWebhooks.Generators.Schemas.Documents;

/// <summary>Puts together what a document says of an event for people.</summary>
internal static class EventProse
{
    /// <param name="texts">Its title, summary and description, each null where there is none; what is said twice is said once.</param>
    /// <returns>Null where the document says nothing.</returns>
    public static string? Of(IEnumerable<string?> texts, IReadOnlyList<string> tags, string? seeAlso, string? aboutSeeAlso)
    {
        string?[] parts =
        [
            .. texts.Distinct(),
            tags.Count == 0 ? null : (tags.Count == 1 ? "Tag: " : "Tags: ") + string.Join(", ", tags) + ".",
            seeAlso is null ? null : "See also: " + (aboutSeeAlso is null ? "" : aboutSeeAlso.TrimEnd('.') + ", ") + seeAlso,
        ];
        string all = string.Join("\n\n", parts.Where(static part => !string.IsNullOrWhiteSpace(part)));
        return all.Length == 0 ? null : all;
    }
}
