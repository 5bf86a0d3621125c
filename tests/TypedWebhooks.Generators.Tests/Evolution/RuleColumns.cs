using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>A row of the table of all changes: what one does to code, and to payloads in both directions.</summary>
/// <param name="Title">What the change is.</param>
/// <param name="Code">What the compiler says to code that was written for the old types.</param>
/// <param name="Before">What the new types read of payloads of before.</param>
/// <param name="After">What the old types read of new payloads.</param>
internal sealed record RuleColumns(string Title, string Code, string Before, string After)
{
    /// <summary>The rows of the table by the ids of their rules.</summary>
    public static IReadOnlyDictionary<string, RuleColumns> All { get; } = File.ReadLines(SharedFiles.InProject("docs/rules/updates.md"))
        .Where(static line => line.StartsWith("| [TWH", StringComparison.Ordinal))
        .Select(static line => line.Trim('|', ' ').Split(" | "))
        .ToDictionary(static cells => cells[0][1..cells[0].IndexOf(']', StringComparison.Ordinal)], static cells => new RuleColumns(cells[1], cells[2], cells[3], cells[4]));

    public bool RefusesOld => Before.Contains("unrecognized event", StringComparison.Ordinal);

    public bool RefusesNew => After.Contains("unrecognized event", StringComparison.Ordinal);
}
