using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using FsCheck;
using FsCheck.Fluent;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.Random;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>
/// What holds of baselines and of what differs between them, whatever the schemas: those of the cases, and schemas at random, of which
/// the second differs from the first in a few places. The seed is fixed.
/// </summary>
public sealed class ComparisonLawTests
{
    private const int RandomPairs = 150, Events = 4;

    /// <summary>What a rule is when old and new change places. Those that are not here stay what they are.</summary>
    private static readonly Dictionary<string, string> s_reversed = Pairs(
        "3101 3102", "3107 3108", "3201 3203", "3202 3204", "3208 3209", "3210 3211", "3302 3303", "3305 3306", "3311 3312", "3401 3402", "3404 3405", "3501 3502", "3504 3505", "3604 3605", "3608 3609");

    /// <summary>The cases whose rules are others the other way round: a split is no merger there, or something is said of the new surface alone.</summary>
    private static readonly HashSet<string> s_oneWay = new(StringComparer.Ordinal)
    {
        // One type that becomes two is said of each of the two.
        "definition put in place in two events", "objects in place merged into one definition",

        // A group of events that gains properties breaks nothing, and one that loses them does.
        "two events of one first level added beside others", "one of two events of a first level removed", "second name of an event added", "second name of an event removed",

        // What cannot be told apart is said of what could, and what has gone over a limit of what was below it.
        "cases that nothing tells apart any more", "thirty-third event",

        // Only what breaks something says that the version promised more.
        "member removed with a minor version", "member added with a minor version",
    };

    private static readonly Lazy<ImmutableArray<(string Name, Baseline Old, Baseline New)>> s_pairs = new(() =>
    [
        .. SchemaUpdateTests.All.Select(static update => (update.Name, Surfaces.Of(update.OldTexts).Baseline, Surfaces.Of(update.NewTexts).Baseline)),
        .. Enumerable.Range(0, RandomPairs).Select(RandomPair),
    ]);

    [Fact]
    public void SameSurface_HasNoChange() => ForAll(static (old, now) =>
    {
        Assert.Empty(Compare(old, old));
        Assert.Empty(Compare(now, Read(Print(now))));
    });

    [Fact]
    public void PrintedBaseline_IsReadAsItself() => ForAll(static (old, now) =>
    {
        string text = Print(now);
        Baseline read = Read(text);
        BaselineEntry? other = now.Entries.Except(read.Entries).FirstOrDefault();
        Assert.True(now.Equals(read), other is null ? text : $"{other.Key}: {string.Join(' ', other.Facets)}\n{string.Join('\n', text.Split('\n').Where(line => line.Contains(other.Key.Name, StringComparison.Ordinal)))}");
        Assert.Equal(text, Print(Read(text)));
        Assert.DoesNotContain(text, static c => c is not '\n' and (< ' ' or > '~'));
    });

    [Fact]
    public void WhatDiffers_IsAChange() => ForAll(static (old, now) => Assert.Equal(WithoutHash(old).SequenceEqual(WithoutHash(now)), Compare(old, now).Count == 0));

    [Fact]
    public void Fingerprints_AreOfOneChangeEach() => ForAll(static (old, now) =>
    {
        List<Change> changes = Compare(old, now);
        Assert.Equal(changes.Count, changes.Select(static change => change.Fingerprint).Distinct().Count());
    });

    [Fact]
    public void AcceptingOneByOne_IsAcceptingAll() => ForAll((old, now) =>
    {
        System.Random order = new(20241115);
        Assert.Equal(Baseline.Of(now.Entries), Accept(old, now, static _ => true));
        Assert.Empty(Compare(Accept(old, now, static _ => true), now));
        Baseline current = old;
        List<Change> open = [.. Unaccepted(current, now)];
        while (open.Exists(static change => change.Rule.IsMore))
        {
            Change next = open[order.Next(open.Count)];
            current = Read(Print(Accept(current, now, change => change.Fingerprint == next.Fingerprint)));
            List<Change> left = [.. Unaccepted(current, now)];
            Assert.DoesNotContain(left, change => change.Fingerprint == next.Fingerprint);
            Assert.True(left.Count < open.Count);
            open = left;
        }

        // What is left is documentation, which nobody is asked to accept.
        Assert.Equal(Baseline.Of(now.Entries), Accept(current, now, static _ => true));
    });

    [Fact]
    public void ReversedUpdate_HasTheReversedRules() => ForAll(static (name, old, now) =>
    {
        if (!name.StartsWith("random", StringComparison.Ordinal) && !s_oneWay.Contains(name))
        {
            string[] forth = Rules(old, now), back = Rules(now, old);
            Assert.Equal(string.Join(' ', forth.Select(static rule => s_reversed.GetValueOrDefault(rule, rule)).Order()), string.Join(' ', back));
        }
    });

    private static void ForAll(Action<Baseline, Baseline> holds) => ForAll((_, old, now) => holds(old, now));

    private static void ForAll(Action<string, Baseline, Baseline> holds)
    {
        List<string> broken = [];
        foreach ((string name, Baseline old, Baseline now) in s_pairs.Value)
        {
            try
            {
                holds(name, old, now);
            }
            catch (Exception e)
            {
                broken.Add($"{name}: {e.Message}\n{Surfaces.Text(Compare(old, now))}");
            }
        }

        Assert.True(broken.Count == 0, $"{broken.Count} of {s_pairs.Value.Length}:\n" + string.Join("\n\n", broken));
    }

    /// <summary>A provider at random, and the same with another event or definition in a place or two.</summary>
    private static (string Name, Baseline Old, Baseline New) RandomPair(int i)
    {
        Rnd seed = new(20241115, (2 * (ulong)i) + 1);
        ((string[] Events, string Definitions) first, (string[] Events, string Definitions) second) =
            (Sample(RandomSchema.Events(Events, isSound: true), seed), Sample(RandomSchema.Events(Events, isSound: true), new Rnd(seed.Seed + 7, seed.Gamma)));
        string[] events = [.. first.Events];
        events[i % Events] = second.Events[i % Events];
        bool otherDefinitions = i % 3 == 0;
        return ($"random {i.ToString(CultureInfo.InvariantCulture)}", Of(first.Events, first.Definitions), Of(i % 5 == 0 ? events[..^1] : events, otherDefinitions ? second.Definitions : first.Definitions));
    }

    private static T Sample<T>(Gen<T> of, Rnd seed) => Gen.Sample(of, 30, seed, 1)[0];

    private static Baseline Of(string[] events, string definitions) =>
        Surfaces.Of(GeneratorHarness.Acme($$"""{ "$defs": { {{definitions}} }, "oneOf": [{{string.Join(",", events)}}] }""", ("EventType", "/type"))).Baseline;

    private static List<Change> Compare(Baseline old, Baseline now) => [.. Comparison.Compare(old, now, CancellationToken.None)];

    private static List<Change> Unaccepted(Baseline old, Baseline now) => [.. Comparison.CompareUnaccepted(old, now, CancellationToken.None)];

    private static Baseline Accept(Baseline old, Baseline now, Func<Change, bool> which) => Comparison.Accept(old, now, which, CancellationToken.None);

    private static string[] Rules(Baseline old, Baseline now) => [.. Compare(old, now).Select(static change => change.Rule.Id[3..]).Order()];

    private static string Print(Baseline baseline) => BaselineWriter.Write(baseline);

    private static Baseline Read(string text)
    {
        BaselineText? read = BaselineReader.Read(text, CancellationToken.None, out BaselineError? error);
        Assert.True(error is null, error?.Message);
        return read!.Baseline;
    }

    /// <summary>The entries without what tells the files apart to the letter.</summary>
    private static IEnumerable<BaselineEntry> WithoutHash(Baseline baseline) =>
        baseline.Entries.Select(static entry => BaselineEntry.Of(entry.Key, [.. entry.Facets.Where(static facet => facet.Name != FacetNames.Schema).Select(static facet => (Facet?)facet)]));

    private static Dictionary<string, string> Pairs(params string[] pairs) =>
        pairs.Select(static pair => pair.Split(' ')).SelectMany(static pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) }).ToDictionary(static pair => pair.Item1, static pair => pair.Item2);
}
