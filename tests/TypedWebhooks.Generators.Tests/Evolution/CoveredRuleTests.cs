using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Evolution;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>Every rule of a change has a case in which it is reported, and one that looks alike and is none.</summary>
public sealed class CoveredRuleTests
{
    /// <summary>What the comparison does not know of: it is said of all changes of a project's version.</summary>
    private static readonly string[] s_ofTheProject = [ChangeRules.FrozenChanged.Id];

    public static TheoryData<string> Rules => [.. ChangeRules.All.Select(static rule => rule.Id).Except(s_ofTheProject)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_HasACaseAndANearOne(string id)
    {
        string rule = id["TWH".Length..];
        Assert.Contains(SchemaUpdateTests.All, update => Numbers(update.Rules).Contains(rule));
        Assert.Contains(SchemaUpdateTests.All, update => Numbers(update.Not).Contains(rule) && !Numbers(update.Rules).Contains(rule));
    }

    [Fact]
    public void Cases_NameRulesThatExist()
    {
        HashSet<string> known = [.. ChangeRules.All.Select(static rule => rule.Id["TWH".Length..])];
        Assert.DoesNotContain(SchemaUpdateTests.All.SelectMany(static update => Numbers(update.Rules).Concat(Numbers(update.Not))), rule => !known.Contains(rule));
    }

    private static string[] Numbers(string rules) => rules.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
