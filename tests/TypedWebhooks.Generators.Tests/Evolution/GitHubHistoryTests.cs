using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Tests.Baselines;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>All states of GitHub's schemas, one after the other, as a project goes through them that accepts each.</summary>
public sealed class GitHubHistoryTests
{
    /// <summary>
    /// No state is refused, each baseline is read as it was written, and the changes of each kind are as many as the page says that was
    /// read by a person.
    /// </summary>
    [SharedFact(GitHubHistory.Folder)]
    public void AllStates_AreCompared()
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        Baseline? before = null;
        foreach (GitHubState state in GitHubHistory.States)
        {
            Baseline now = GitHubHistory.Read(state, before).Baseline;
            string text = BaselineWriter.Write(now);
            Assert.True(text.All(char.IsAscii));
            Assert.Equal(now, BaselineReader.Read(text, CancellationToken.None, out _)?.Baseline);
            foreach (Change change in before is null ? [] : Comparison.Compare(before, now, CancellationToken.None).AsEnumerable())
            {
                counts[change.Rule.Id] = counts.GetValueOrDefault(change.Rule.Id) + 1;
            }

            before = now;
        }

        Assert.Equal(185, GitHubHistory.States.Count);
        string[] documented = [.. File.ReadLines(SharedFiles.InProject("docs/updates/github-history.md"))
            .Where(static line => line.StartsWith("| [TWH3", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => $"{cells[1][1..8]} {cells[3]}")];
        Assert.Equal(documented, counts.Select(static count => $"{count.Key} {count.Value}"));
    }

    /// <summary>Commits of which each does one thing, with what it is.</summary>
    [SharedTheory(GitHubHistory.Folder)]
    [InlineData("524ed0d3", "3101 3401")]
    [InlineData("6df0bc4c", "3501")]
    [InlineData("b709535e", "3503")]
    [InlineData("39fb3671", "")]
    [InlineData("c8983a4e", "3210 3210 3210")]
    [InlineData("e0b47e29", "3205 3801")]
    [InlineData("babdb8a2", "3803 3803")]
    [InlineData("caa95724", "3401 3501 3501 3502 3502 3504")]
    public void Commit_IsWhatItDoes(string commit, string rules) =>
        Assert.Equal(rules, string.Join(' ', Changes(commit).Select(static change => change.Rule.Id[3..]).Order()));

    [SharedFact(GitHubHistory.Folder)]
    public void ChangesThatMayBeMissing_AreOneOptionalMemberAndFifteenNewOnes()
    {
        Change[] changes = [.. Changes("3926e99a").Where(static change => change.Rule.Severity != DiagnosticSeverity.Hidden)];
        Assert.Equal(15, changes.Count(static change => change.Rule == ChangeRules.OptionalMemberAdded));
        Assert.Equal(["BranchProtectionRuleEditedEvent.changes"], changes.Where(static change => change.Rule != ChangeRules.OptionalMemberAdded).Select(static change => change.Where));
    }

    /// <summary>
    /// Seventeen enums in place became one definition. What a person overlooks in it: one of them admits null from here on.
    /// </summary>
    [SharedFact(GitHubHistory.Folder)]
    public void Extraction_HidesWhatItChanges()
    {
        Change[] changes = [.. Changes("25f4b0a4").Where(static change => change.Rule.Severity != DiagnosticSeverity.Hidden)];
        Assert.Equal(["3210", "3406"], changes.Select(static change => change.Rule.Id[3..]).Order());
        Assert.Contains("AllowDeletionsEnforcementLevel.From is 'BranchProtectionRuleEnforcementLevel?'", Assert.Single(changes, static change => change.Rule == ChangeRules.MemberNullable).Message, StringComparison.Ordinal);
    }

    [SharedTheory(GitHubHistory.Folder)]
    [InlineData("a2fe4fbb", "TWH3103", 1)]
    [InlineData("b6bad6af", "TWH3305", 62)]
    public void Commit_HasAmongOthers(string commit, string rule, int count) => Assert.Equal(count, Changes(commit).Count(change => change.Rule.Id == rule));

    /// <summary>What a user sees who goes from one release to another, as the page shows it.</summary>
    [SharedFact(GitHubHistory.Folder)]
    public async Task Release_IsReportedAsThePageSays()
    {
        string old = BaselineWriter.Write(GitHubHistory.Read(GitHubHistory.Find("v7.0.2")).Baseline);
        Diagnostic[] reported = await UpdateHarness.ReportAsync(GitHubHistory.Files(GitHubHistory.Find("v7.4.0")).With(old, "GitHub"));
        string[] printed = UpdateHarness.Print(reported.Where(static d => d.Severity >= DiagnosticSeverity.Warning));
        string page = await File.ReadAllTextAsync(SharedFiles.InProject("docs/updates.md"));
        Assert.All(printed, line => Assert.Contains(line.Split(": ", 2)[1], page, StringComparison.Ordinal));
        Assert.Equal(11, printed.Length);
        Assert.True(reported.Length <= 26);
    }

    private static List<Change> Changes(string commit)
    {
        GitHubState state = GitHubHistory.Find(commit);
        Baseline before = GitHubHistory.Read(GitHubHistory.Before(state)).Baseline;
        return [.. Comparison.Compare(before, GitHubHistory.Read(state, before).Baseline, CancellationToken.None)];
    }
}
