using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas;

/// <summary>Which events patterns choose, and what is said of a pattern that chooses none.</summary>
public sealed class EventSelectionTests
{
    private static readonly string[] s_names = ["issues.opened", "issues.deleted", "issues.closed", "pull_request.opened", "push", "Größe.a b;c"];

    [Theory]
    [InlineData("push", "push")]
    [InlineData("issues.*", "issues.opened issues.deleted issues.closed")]
    [InlineData("issues.*; pull_request.opened; !issues.deleted", "issues.opened issues.closed pull_request.opened")]
    [InlineData("!issues.deleted ;issues.*;; push ", "issues.opened issues.closed push")]
    [InlineData("!issues.*;!Größe*", "pull_request.opened push")]
    [InlineData("! push ; !G*", "issues.opened issues.deleted issues.closed pull_request.opened")]
    [InlineData("*.opened", "issues.opened pull_request.opened")]
    [InlineData("*s*.*o*d", "issues.opened issues.closed pull_request.opened")]
    [InlineData("push;push;pus*", "push")]
    [InlineData("\n    push;\r\n    issues.closed\n  ", "issues.closed push")]
    public void Patterns_ChooseWhatTheyMatch(string patterns, string chosen)
    {
        Choice choice = Choose(patterns);
        Assert.Empty(choice.Said);
        Assert.Equal(chosen, choice.Names);
    }

    /// <summary>A pattern is one of names, and none of regular expressions or paths.</summary>
    [Theory]
    [InlineData("issues.opene?")]
    [InlineData("issues/opened")]
    [InlineData("issues[.]opened")]
    [InlineData("issue")]
    [InlineData("Push")]
    [InlineData("ISSUES.*")]
    public void OtherThanTheName_MatchesNothing(string pattern) => Assert.Single(Choose(pattern + ";push").Said);

    [Theory]
    [InlineData("PUSH; ISSUES.*; !issues.DELETED; GRÖSSE*", "issues.opened issues.closed push")]
    [InlineData("gröSse*;GRÖßE*", "Größe.a b;c")]
    public void ProviderThatIgnoresCase_SoDoPatterns(string patterns, string chosen) => Assert.Equal(chosen, Choose(patterns, ignoreCase: true).Names);

    [Theory]
    [InlineData("issues.opend; push", "0: no event of Acme matches it; did you mean issues.opened?", "push")]
    [InlineData("push; !issues.delted", "1: no event of Acme matches it; did you mean !issues.deleted?", "push")]
    [InlineData("push; isues.*", "1: no event of Acme matches it; did you mean issues.*?", "push")]
    [InlineData("push; pull_requests.*", "1: no event of Acme matches it; did you mean pull_request.*?", "push")]
    [InlineData("push; *.opend", "1: no event of Acme matches it; there are issues.opened, issues.deleted, issues.closed and 3 more", "push")]
    [InlineData("push; star.created", "1: no event of Acme matches it; there are issues.opened, issues.deleted, issues.closed and 3 more", "push")]
    [InlineData("Push", "0: no event of Acme matches it; did you mean push?", "all")]
    [InlineData("push; !", "1: it has no name", "push")]
    [InlineData("push; !*", "-1: it leaves no event of Acme", "all")]
    [InlineData("!*", "-1: it leaves no event of Acme", "all")]
    [InlineData("isues.*; !push", "0: no event of Acme matches it; did you mean issues.*?", "all")]
    public void WhatChoosesNothing_IsSaidAndLeftOut(string patterns, string said, string chosen)
    {
        Choice choice = Choose(patterns);
        Assert.Equal([said], choice.Said);
        Assert.Equal(chosen, choice.Names);
    }

    /// <summary>With versions, a name without one is that of all versions, as in an event map.</summary>
    [Theory]
    [InlineData("order.paid", "order.paid.1 order.paid.2")]
    [InlineData("order.paid.2", "order.paid.2")]
    [InlineData("*.2; ping", "order.paid.2 ping")]
    [InlineData("*; !order.paid", "ping")]
    public void Versions_AreChosenTogetherOrEach(string patterns, string chosen)
    {
        ProviderShape shape = new()
        {
            Key = new(new[] { Member("type"), Member("kind"), Member("version") }.ToEquatableArray(), "."),
            HasVersions = true,
        };
        shape.Events.Add(Event("order.paid.1", "order", "paid", "1"));
        shape.Events.Add(Event("order.paid.2", "order", "paid", "2"));
        shape.Events.Add(Event("ping", "ping"));
        Choice choice = Choose(shape, patterns, ignoreCase: false);
        Assert.Empty(choice.Said);
        Assert.Equal(chosen, choice.Names);
    }

    [Fact]
    public void ManyNamesListed_AreLookedUp()
    {
        ProviderShape shape = new() { Key = EventKey.Member("type") };
        for (int i = 0; i < Limits.Events; i++)
        {
            shape.Events.Add(Event("event." + i));
        }

        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        List<string> said = [];
        HashSet<EventShape>? chosen = new EventSelection(shape, "Acme", ignoreCase: true, CancellationToken.None)
            .Choose([.. Enumerable.Range(0, 2 * Limits.Events).Select(static i => "event." + i)], (i, why) => said.Add(why));
        Assert.Equal(Limits.Events, chosen!.Count);
        Assert.Equal(Limits.Events, said.Count);
        Assert.True(watch.ElapsedMilliseconds < 10_000, $"{watch.ElapsedMilliseconds} ms");
    }

    private static Choice Choose(string patterns, bool ignoreCase = false)
    {
        ProviderShape shape = new() { Key = EventKey.Member("type") };
        shape.Events.AddRange(s_names.Select(static name => Event(name)));
        return Choose(shape, patterns, ignoreCase);
    }

    private static Choice Choose(ProviderShape shape, string patterns, bool ignoreCase)
    {
        List<string> said = [];
        HashSet<EventShape>? chosen = new EventSelection(shape, "Acme", ignoreCase, CancellationToken.None)
            .Choose([.. EventPatterns.Split(patterns)], (i, why) => said.Add(System.FormattableString.Invariant($"{i}: {why}")));
        return new(chosen is null ? "all" : string.Join(' ', shape.Events.Where(chosen.Contains).Select(static e => e.EventType)), said);
    }

    private static EventShape Event(string name, params string[] parts)
    {
        EventShape e = new(name, new ObjectShape(), default);
        if (parts.Length > 0)
        {
            e.Parts = [.. parts, .. Enumerable.Repeat("", 3 - parts.Length)];
        }

        return e;
    }

    private static EventKeyPart Member(string name) => new(null, new[] { name }.ToEquatableArray(), IsOptional: true);

    private sealed record Choice(string Names, IReadOnlyList<string> Said);
}
