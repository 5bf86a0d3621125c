using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>The page of a rule on changes, made of the rule, its row in the table, and an update that was judged.</summary>
internal static class RulePage
{
    private const int Width = 138;

    private static readonly (ChangeClass Class, string Means)[] s_classes =
    [
        (ChangeClass.Addition, "adds"),
        (ChangeClass.Source, "breaks code"),
        (ChangeClass.Silent, "silent (code compiles, and does something else)"),
        (ChangeClass.Wire, "breaks payloads"),
    ];

    public static string Of(ChangeRule rule)
    {
        RuleColumns columns = RuleColumns.All[rule.Id];
        RuleExample? example = RuleExample.Of(rule);
        string title = rule.Descriptor.Title.ToString();
        string[] parts =
        [
            $"# {rule.Id}: {(title.StartsWith("readOnly", StringComparison.Ordinal) ? title : char.ToLowerInvariant(title[0]) + title[1..])}",
            $"""
            | | |
            |---|---|
            | Category | {rule.Descriptor.Category} |
            | Severity | {rule.Severity.ToString().ToLowerInvariant()} |
            | What it is | {Classes(rule)} |
            | Reported | {Reported(rule)} |
            """,
            "## Cause",
            rule.Descriptor.Description.ToString(),
            "## What it does",
            $"""
            | | |
            |---|---|
            | Your code | {columns.Code} |
            | Payloads of before, read by the new types | {columns.Before} |
            | New payloads, read by receivers not yet rebuilt | {columns.After} |
            """,
            "[All changes in one table](updates.md)",
            .. example is null ? [] : example.Print().Prepend("## Example"),
            "## What to do",
            .. RuleAdvice.Of(rule, columns),
            "## How to configure it",
            .. Configuration(rule, example),
        ];
        return string.Join("\n\n", parts.Select(Wrap)) + "\n";
    }

    private static string Classes(ChangeRule rule) => rule.IsMore
        ? string.Join(", ", s_classes.Where(pair => rule.Classes.HasFlag(pair.Class)).Select(static pair => pair.Means))
        : "documentation, or what is not enforced";

    private static string Reported(ChangeRule rule) => rule.Severity switch
    {
        DiagnosticSeverity.Hidden => "never; `dotnet build -t:DescribeWebhookSchemas` lists it",
        DiagnosticSeverity.Info when !rule.IsMore => "in editors, and only beside a change that matters; a build does not print it",
        DiagnosticSeverity.Info => "in editors; a build does not print it, and counts it in [TWH3001](TWH3001.md)",
        _ when rule == ChangeRules.FrozenChanged => "in the lock file, beside the changes themselves",
        _ => "at its line in the schema; what is gone, in what it was in, or at its line in the lock file",
    };

    private static IEnumerable<string> Configuration(ChangeRule rule, RuleExample? example)
    {
        if (rule.Severity == DiagnosticSeverity.Hidden)
        {
            yield return "There is nothing to configure: no build says it, and nobody has to accept it.";
            yield break;
        }

        yield return $"`<NoWarn>$(NoWarn);{rule.Id}</NoWarn>` in the project silences all changes of this kind, and a `.globalconfig` file changes their severity (`dotnet_diagnostic.{rule.Id}.severity = {(rule.Severity == DiagnosticSeverity.Warning ? "error" : "warning")}`). Sections of an `.editorconfig` do not reach schema files. [TWH3001](TWH3001.md) counts them all the same.";
        if (rule == ChangeRules.FrozenChanged)
        {
            yield return "It is reported whatever classes `Baseline` names. Without `Frozen` on the item the version is one like any other.";
        }
        else if (rule.Classes is var classes && (classes & (ChangeClass.Source | ChangeClass.Silent | ChangeClass.Wire)) != 0)
        {
            string[] names = [.. new[] { ChangeClass.Source, ChangeClass.Silent, ChangeClass.Wire }.Where(each => classes.HasFlag(each)).Select(static each => $"`{each}`")];
            yield return $"`Baseline=\"Strict\"` on the item, or the property `TypedWebhooksBaseline`, makes an error of TWH3001 while it is not accepted. Where classes are named there, this is reported with {string.Join(" or ", names)}: see [baselines](../baselines.md#what-is-reported).";
        }

        yield return rule.IsMore
            ? (rule == ChangeRules.FrozenChanged ? "To accept it, and all changes that are part of it" : "To accept one such change, and have the others reported still") + ", give the fingerprint that `-t:DescribeWebhookSchemas` prints behind it" + (example is null ? ":" : ", in the example:")
            : "It is accepted along with the next change that matters, or with `dotnet build -t:AcceptWebhookSchemas`.";
        if (rule.IsMore)
        {
            yield return $"```\ndotnet build -t:AcceptWebhookSchemas -p:Change={example?.Change.Fingerprint ?? "<fingerprint>"}\n```";
        }
    }

    /// <summary>Breaks the lines of prose; blocks, tables and headings stay.</summary>
    private static string Wrap(string part)
    {
        if (part[0] is '#' or '|' || part.StartsWith("```", StringComparison.Ordinal))
        {
            return part;
        }

        StringBuilder text = new();
        int column = 0;
        foreach (string word in part.Split(' '))
        {
            bool breaks = column > 0 && column + 1 + word.Length > Width;
            text.Append(column == 0 ? "" : breaks ? "\n" : " ").Append(word);
            column = breaks || column == 0 ? word.Length : column + 1 + word.Length;
        }

        return text.ToString();
    }
}
