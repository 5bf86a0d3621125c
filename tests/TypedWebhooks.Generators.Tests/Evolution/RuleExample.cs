using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>The update that a rule's page shows: the simplest of those that compiler and parser have judged.</summary>
internal sealed class RuleExample
{
    private readonly ChangeRule _rule;
    private readonly SchemaUpdate _update;

    private RuleExample(ChangeRule rule, SchemaUpdate update)
    {
        _rule = rule;
        _update = update;
        Changes = IsInBuild(rule, update) ? Surfaces.Build(update.OldTexts, update.NewTexts).Changes : Surfaces.Compare(update.OldTexts, update.NewTexts);
    }

    /// <summary>All that is reported of the update.</summary>
    public IReadOnlyList<Change> Changes { get; }

    public Change Change => Changes.First(change => change.Rule == _rule);

    /// <summary>Whether a build with a lock file reports it; what things are called and numbered the lock file keeps.</summary>
    public bool IsOfABuild => IsInBuild(_rule, _update);

    public static RuleExample? Of(ChangeRule rule) => SchemaUpdateTests.All
        .Where(update => Numbers(update.Rules).Contains(rule.Id) || IsInBuild(rule, update))
        .OrderBy(update => Numbers(update.Rules).Any(id => id != rule.Id))
        .ThenBy(update => !IsInBuild(rule, update))
        .ThenBy(static update => update.Rules.Length)
        .ThenBy(update => !ShowsTheCode(rule, update.Code))
        .ThenBy(static update => update.Code.Length == 0)
        .ThenBy(static update => update.OldItem != "EventType=/type")
        .ThenBy(static update => update.Old.Length + update.New.Length)
        .Select(update => new RuleExample(rule, update))
        .FirstOrDefault();

    /// <summary>The paragraphs and blocks of the example.</summary>
    public IEnumerable<string> Print()
    {
        if (Block("diff", SchemaDifference.Of(_update.Old, _update.New)) is { } schema)
        {
            yield return schema;
        }

        if (_update.OldMap is { } map && Block("diff", SchemaDifference.Of(map, _update.NewMap ?? map)) is { } maps)
        {
            yield return "In the event map:";
            yield return maps;
        }

        if (Block("diff", SchemaDifference.OfLines(Item(_update.OldItem), Item(_update.NewItem ?? _update.OldItem))) is { } items)
        {
            yield return "In the project:";
            yield return items;
        }
        else if (_update.OldItem.Contains("Frozen", StringComparison.Ordinal))
        {
            yield return "The project says:";
            yield return Block("xml", Item(_update.OldItem))!;
        }

        yield return IsOfABuild ? _rule.Severity == DiagnosticSeverity.Hidden ? "What is said of it:" : "What is reported:" : "What would be reported if no lock file kept it as it was:";
        yield return $"```\n{(_rule.Severity == DiagnosticSeverity.Hidden ? "" : _rule.Severity.ToString().ToLowerInvariant() + " ")}{_rule.Id}: {Change.Message}\n```";
        string[] beside = [.. Changes.Select(static change => change.Rule.Id).Where(id => id != _rule.Id).Distinct()];
        if (beside.Length > 0)
        {
            yield return $"With it {(beside.Length == 1 ? "comes" : "come")} {string.Join(" and ", beside.Select(static id => $"[{id}]({id}.md)"))}.";
        }

        if (_update.Code.Length > 0)
        {
            yield return SchemaUpdate.MarksIn(_update.Code).Length > 0
                ? "Code that compiled before; what is said of it with the new types stands behind the line:"
                : "Code that compiled before, and compiles with the new types:";
            yield return $"```csharp\n{_update.Code}\n```";
        }

        yield return $"""
            | payload | read by | gives |
            |---|---|---|
            | of before: {Body(_update.OldBody)} | the new types | {ReadingInWords.Of(_update.OldByNew)} |
            | new: {Body(_update.NewBody)} | the old types | {ReadingInWords.Of(_update.NewByOld)} |
            """;
    }

    /// <summary>Whether the compiler says to the code what the rule's row in the table says, and nothing where all compiles that matters.</summary>
    private static bool ShowsTheCode(ChangeRule rule, string code)
    {
        string said = RuleColumns.All[rule.Id].Code;
        string[] marks = SchemaUpdate.MarksIn(code);
        return rule.Classes.HasFlag(ChangeClass.Source) || (rule.Classes == ChangeClass.Addition && said.Contains("CS", StringComparison.Ordinal))
            ? marks.Any(mark => said.Contains(mark, StringComparison.Ordinal))
            : marks.All(static mark => mark == "CS9035");
    }

    private static bool IsInBuild(ChangeRule rule, SchemaUpdate update) => Numbers(update.InBuild ?? update.Rules).Contains(rule.Id);

    private static string[] Numbers(string rules) => [.. rules.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static number => "TWH" + number)];

    private static string? Block(string language, string[] lines) => lines.Length == 0 ? null : $"```{language}\n{string.Join('\n', lines)}\n```";

    private static string[] Item(string metadata) =>
    [
        string.Join(' ',
        [
            "<WebhookSchema Include=\"schemas/acme/hooks.json\" Provider=\"Acme\"",
            .. metadata.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(static entry => entry.Split('=', 2))
                .Select(static entry => $"{entry[0]}=\"{entry[1].Replace('+', ';')}\""),
            "/>",
        ]),
    ];

    /// <summary>A body as it is sent, in one line.</summary>
    private static string Body(string body)
    {
        int bar = body.IndexOf('|', StringComparison.Ordinal);
        if (bar >= 0 && !body[..bar].Contains('{', StringComparison.Ordinal))
        {
            return $"{Body(body[(bar + 1)..])}, named `{body[..bar]}` outside of the body";
        }

        string text = body.Trim();
        string json = text.StartsWith('{') || text.StartsWith('[') ? text : text.Length == 0 ? """{"type":"paid"}""" : $$"""{"type":"paid",{{text}}}""";
        return $"`{SchemaDifference.InLine(json).Replace("|", "\\|", StringComparison.Ordinal)}`";
    }
}
