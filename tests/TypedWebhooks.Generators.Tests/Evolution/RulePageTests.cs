using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>The pages of the rules on changes say what the comparison, the compiler and the parser do.</summary>
public sealed class RulePageTests
{
    /// <summary>Set to 1, the tests write the pages.</summary>
    private const string Approve = "TYPEDWEBHOOKS_APPROVE";

    /// <summary>A required member is not set, which the table says of all rules at once.</summary>
    private const string NotMade = "CS9035";

    private static readonly Dictionary<string, ChangeRule> s_rules = ChangeRules.All.ToDictionary(static rule => rule.Id, StringComparer.Ordinal);

    public static TheoryData<string> Ids => [.. s_rules.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_IsWhatTheRuleDoes(string id)
    {
        string path = SharedFiles.InProject($"docs/rules/{id}.md"), page = RulePage.Of(s_rules[id]);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(path, page, new UTF8Encoding(false));
        }

        string written = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(written == page, $"{path} does not say what the rule does. Run the tests once with {Approve}=1, and read the difference.\n\n{page}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void HelpLink_LeadsToThePage(string id) =>
        Assert.Equal($"https://github.com/typedwebhooks/typedwebhooks/blob/main/docs/rules/{id}.md", s_rules[id].Descriptor.HelpLinkUri);

    /// <summary>Each rule has a row in the table of all changes, under its title and in the order of ids.</summary>
    [Fact]
    public void Table_HasEachRule() => Assert.Equal(
        s_rules.Values.Select(static rule => $"{rule.Id} {rule.Descriptor.Title}"),
        RuleColumns.All.Select(static row => $"{row.Key} {row.Value.Title}"));

    /// <summary>What the table says of code and payloads is what the classes say.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Row_IsOfTheClasses(string id)
    {
        ChangeRule rule = s_rules[id];
        RuleColumns row = RuleColumns.All[id];
        if (rule == ChangeRules.FrozenChanged || rule == ChangeRules.VersionSaysLess)
        {
            return;
        }

        if (rule.Classes.HasFlag(ChangeClass.Source))
        {
            Assert.Matches("CS[0-9]{4}", row.Code);
        }

        if (rule.Classes.HasFlag(ChangeClass.Silent))
        {
            Assert.Contains("compile", row.Code, StringComparison.Ordinal);
        }

        if (!rule.IsMore)
        {
            Assert.StartsWith("compiles", row.Code, StringComparison.Ordinal);
            Assert.StartsWith("fit", row.Before, StringComparison.Ordinal);
            Assert.StartsWith("fit", row.After, StringComparison.Ordinal);
        }

        if (rule.Classes.HasFlag(ChangeClass.Wire))
        {
            Assert.False(row is { Before: "fit", After: "fit" });
        }
    }

    /// <summary>What a case shows of a rule alone, its row says.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Row_SaysWhatTheCasesShow(string id)
    {
        RuleColumns row = RuleColumns.All[id];
        foreach (SchemaUpdate update in SchemaUpdateTests.All.Where(update => update.Rules == id["TWH".Length..]))
        {
            Assert.True(row.RefusesOld || !update.OldByNew.StartsWith('U'), update.Name);
            Assert.True(row.RefusesNew || !update.NewByOld.StartsWith('U'), update.Name);
            foreach (string mark in SchemaUpdate.MarksIn(update.Code))
            {
                Assert.True(row.Code.Contains(mark, StringComparison.Ordinal) || mark == NotMade, $"{update.Name}: {mark}");
            }
        }
    }
}
