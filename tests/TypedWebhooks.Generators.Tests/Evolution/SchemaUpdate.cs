using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>
/// A provider <c>Acme</c> before and after an update of its schema: what is reported, what the compiler says to code that was
/// written for the old types, and what is read of payloads that are older or newer than the receiver.
/// </summary>
/// <param name="Rules">The numbers of the rules that are reported, each as often as it is: <c>3202 3801 3801</c>; empty where nothing is.</param>
/// <param name="Name">What the update is, in a few words; no other case has it.</param>
internal sealed record SchemaUpdate(string Rules, string Name)
{
    /// <summary>The schema before the update.</summary>
    public required string Old { get; init; }

    /// <summary>The schema after the update.</summary>
    public required string New { get; init; }

    /// <summary>The rules that look as if they were to be reported here, and are not.</summary>
    public string Not { get; init; } = "";

    /// <summary>The rules that a build reports, where the names and numbers of its lock file make that other ones.</summary>
    public string? InBuild { get; init; }

    /// <summary>The item's metadata before the update: <c>EventType=/type; Access=internal</c>.</summary>
    public string OldItem { get; init; } = "EventType=/type";

    /// <summary>The item's metadata after the update; null where they stay as they were.</summary>
    public string? NewItem { get; init; }

    /// <summary>An event map before the update; null where there is none.</summary>
    public string? OldMap { get; init; }

    /// <summary>The event map after the update; null where it stays as it was.</summary>
    public string? NewMap { get; init; }

    /// <summary>
    /// Members of a class of the consumer's. They compile with the old types. What the compiler and the rules say with the new ones stands
    /// behind the line, <c>// CS1061</c>; to a line without such a mark they say nothing.
    /// </summary>
    public string Code { get; init; } = "";

    /// <summary>A body of before the update, in the notation of <see cref="Receiver.Read"/>.</summary>
    public string OldBody { get; init; } = "";

    /// <summary>What the new types read of it, as <see cref="Receiver.Read"/> says it.</summary>
    public string OldByNew { get; init; } = "ok";

    /// <summary>A body of after the update.</summary>
    public string NewBody { get; init; } = "";

    /// <summary>What the old types read of it.</summary>
    public string NewByOld { get; init; } = "ok";

    public SchemaText[] OldTexts => Texts(Old, OldMap, OldItem);

    public SchemaText[] NewTexts => Texts(New, NewMap ?? OldMap, NewItem ?? OldItem);

    public override string ToString() => Name;

    /// <summary>What the compiler and the rules say to lines of code.</summary>
    public static string[] MarksIn(string code) =>
    [
        .. code.Split('\n')
            .Where(static line => line.Contains(" // ", StringComparison.Ordinal))
            .SelectMany(static line => line[(line.IndexOf(" // ", StringComparison.Ordinal) + 4)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(),
    ];

    private static SchemaText[] Texts(string schema, string? map, string item)
    {
        List<(string, string)> metadata = [];
        foreach (string entry in item.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = entry.IndexOf('=', StringComparison.Ordinal);
            metadata.Add((entry[..equals], entry[(equals + 1)..].Replace('+', ';')));
        }

        SchemaText text = GeneratorHarness.Acme(schema, [.. metadata]);
        return map is null ? [text] : [text, new SchemaText("/consumer/schemas/acme/hooks.map.json", map, [("Schema", "map"), .. metadata])];
    }
}
