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

    /// <summary>A class is no more than what a case shows: that code does not compile, that it does and reads something else, that a payload is refused.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_IsOfTheClassesThatItsCasesShow(string id)
    {
        ChangeClass classes = ChangeRules.All.Single(rule => rule.Id == id).Classes;
        SchemaUpdate[] cases = [.. SchemaUpdateTests.All.Where(update => Numbers(update.Rules).Contains(id["TWH".Length..]))];
        Assert.True((classes & ChangeClass.Source) == 0 || cases.Any(IsSaidByTheCompiler));
        Assert.True((classes & ChangeClass.Silent) == 0 || !cases.All(IsSaidByTheCompiler));
        Assert.True((classes & ChangeClass.Wire) == 0 || cases.Any(IsRefused));
    }

    public static TheoryData<string> Documented => [.. SchemaUpdateTests.All.Where(static update => Numbers(update.Rules).All(static rule => !ChangeRules.All.Single(each => each.Id == "TWH" + rule).IsMore)).Select(static update => update.Name)];

    /// <summary>What is documentation alone is nothing to code and to payloads.</summary>
    [Theory]
    [MemberData(nameof(Documented))]
    public void Documentation_IsNothingToCodeAndPayloads(string name)
    {
        SchemaUpdate update = SchemaUpdateTests.All.Single(update => update.Name == name);
        Assert.False(IsSaidByTheCompiler(update) || IsRefused(update));
    }

    [Fact]
    public void Cases_NameRulesThatExist()
    {
        HashSet<string> known = [.. ChangeRules.All.Select(static rule => rule.Id["TWH".Length..])];
        Assert.DoesNotContain(SchemaUpdateTests.All.SelectMany(static update => Numbers(update.Rules).Concat(Numbers(update.Not))), rule => !known.Contains(rule));
    }

    private static bool IsSaidByTheCompiler(SchemaUpdate update) => update.Code.Contains(" // CS", StringComparison.Ordinal);

    /// <summary>Whether the event, a value or a case in it is not recognized in one of the two directions.</summary>
    private static bool IsRefused(SchemaUpdate update) =>
        new[] { update.OldByNew, update.NewByOld }.Any(static read => read.StartsWith("U ", StringComparison.Ordinal) || read.StartsWith("E0", StringComparison.Ordinal) || read.Contains("Unrecognized", StringComparison.Ordinal));

    private static string[] Numbers(string rules) => rules.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
