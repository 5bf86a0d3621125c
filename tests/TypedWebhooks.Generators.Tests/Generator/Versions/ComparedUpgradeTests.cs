using System;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Baselines;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>
/// The comparison of a schema with its baseline, and the upgrade from one version to the next, ask different questions of the same
/// difference: may code and payloads break, and can a value be copied. Where they answer differently, it is for one of these reasons.
/// </summary>
public sealed class ComparedUpgradeTests
{
    /// <summary>What breaks code or payloads, and yet a value of before is one of now.</summary>
    private static readonly string[] s_copied =
    [
        "TWH3208", // it may be absent now
        "TWH3210", // it may be null now
        "TWH3211", // it may be absent still, and what was null is that
        "TWH3302", // an integer is a number
        "TWH3304", // an int is a long
        "TWH3313", // it may be of a further type now
        "TWH3314", // the same of the items of a list
        "TWH3316", // and of a map's values
        "TWH3506", // the numbers of an enum's values are nothing that is copied: values are, by their names
    ];

    [Theory]
    [MemberData(nameof(IncompatibleTypeTests.Members), MemberType = typeof(IncompatibleTypeTests))]
    public void MethodsAreWhereTheComparisonSeesABreak(string older, string newer, string methods)
    {
        foreach (string required in (string[])["", "\"m\""])
        {
            string before = IncompatibleTypeTests.Event($"\"m\": {older}", required), after = IncompatibleTypeTests.Event($"\"m\": {newer}", required);
            Change[] breaks = [.. Compare(before, after).Where(static change => (change.Rule.Classes & (ChangeClass.Source | ChangeClass.Silent | ChangeClass.Wire)) != 0)];
            string actual = IncompatibleTypeTests.Methods(before, after);
            if (actual.Length == 0)
            {
                Assert.Empty(breaks.Select(static change => change.Rule.Id).Except(s_copied));
            }
            else
            {
                string type = actual["Upgrade".Length..actual.IndexOf(':', StringComparison.Ordinal)];
                Assert.True(breaks.Any(change => type == change.Place.Owner || type == change.Place.Name), actual + "\n" + string.Join("\n", breaks.Select(static change => change.Rule.Id + " " + change.Where)));
            }
        }

        Assert.NotNull(methods);
    }

    private static EquatableArray<Change> Compare(string before, string after)
    {
        Baseline Of(string schema) => BaselineReader.Read(LockText.Of(GeneratorHarness.Acme(schema)), CancellationToken.None, out _)!.Baseline;
        return Comparison.Compare(Of(before), Of(after), CancellationToken.None);
    }
}
