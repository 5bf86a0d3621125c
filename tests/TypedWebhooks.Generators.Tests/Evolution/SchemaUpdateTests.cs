using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>
/// The compiler and the parser are the judges of what an update of a schema does: old and new types are emitted, the consumer's code is
/// compiled with both, and bodies of before and after are read with both.
/// </summary>
public sealed class SchemaUpdateTests
{
    internal static readonly ImmutableArray<SchemaUpdate> All =
    [
        .. EventUpdates.All,
        .. EventBaseUpdates.All,
        .. MemberUpdates.All,
        .. PresenceUpdates.All,
        .. TypeUpdates.All,
        .. FormUpdates.All,
        .. NameUpdates.All,
        .. EnumUpdates.All,
        .. UnionUpdates.All,
        .. OtherUpdates.All,
        .. MixedUpdates.All,
    ];

    private static readonly Dictionary<string, SchemaUpdate> s_byName = All.ToDictionary(static update => update.Name, StringComparer.Ordinal);

    /// <summary>The types before and after each update, in this order, and after those that a lock file has a say in with that file.</summary>
    private static readonly Lazy<EmittedVersions> s_versions = new(() => new(
    [
        .. All.SelectMany(static update => new[] { update.OldTexts, update.NewTexts }),
        .. All.Where(IsPinned).Select(WithLock),
    ]));

    public static TheoryData<string> Names => [.. s_byName.Keys];

    public static TheoryData<string> Pinned => [.. All.Where(IsPinned).Select(static update => update.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Update_DoesWhatTheCaseSays(string name)
    {
        SchemaUpdate update = s_byName[name];
        Receiver old = Old(update), young = Receiver.Of(update.NewTexts, update.Code, s_versions.Value.RootOf((2 * All.IndexOf(update)) + 1));

        Assert.DoesNotContain(" // ", await old.Judge(update.Code));
        string expected = Case(update.Code, update.OldByNew, update.NewByOld);
        string actual = Case(await young.Judge(update.Code), young.Read(update.OldBody, update.OldByNew), old.Read(update.NewBody, update.NewByOld));
        Assert.True(expected == actual, $"expected:\n{expected}\nis:\n{actual}");
        Assert.False(old.Read(update.OldBody, "").StartsWith('U'), "The old body is none of the old schema's.");
        Assert.False(young.Read(update.NewBody, "").StartsWith('U'), "The new body is none of the new schema's.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Update_IsReported(string name)
    {
        SchemaUpdate update = s_byName[name];
        IReadOnlyList<Change> changes = Surfaces.Compare(update.OldTexts, update.NewTexts);
        string rules = Surfaces.Rules(changes);
        Assert.True(update.Rules == rules, $"expected: {update.Rules}\nis: {rules}\n{Surfaces.Text(changes)}");
        Assert.Empty(update.Not.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(rules.Split(' ')));
    }

    /// <summary>With a lock file, what things are called and numbered stays as it was.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Update_IsReportedInABuild(string name)
    {
        SchemaUpdate update = s_byName[name];
        EquatableArray<Change> changes = Surfaces.Build(update.OldTexts, update.NewTexts).Changes;
        string expected = update.InBuild ?? update.Rules, rules = Surfaces.Rules(changes);
        Assert.True(expected == rules, $"expected: {expected}\nis: {rules}\n{Surfaces.Text(changes)}");
    }

    /// <summary>What the lock file keeps, code and numbers in databases need not know of.</summary>
    [Theory]
    [MemberData(nameof(Pinned))]
    public async Task PinnedUpdate_LeavesNamesAndNumbers(string name)
    {
        SchemaUpdate update = s_byName[name];
        Receiver old = Old(update), young = Receiver.Of(WithLock(update), update.Code, s_versions.Value.RootOf((2 * All.Length) + All.Where(IsPinned).TakeWhile(other => other != update).Count()));
        Assert.DoesNotContain(" // ", await young.Judge(update.Code));
        string asked = update.OldByNew + ";" + update.NewByOld;
        if (!young.Read(update.OldBody, "").StartsWith('U'))
        {
            Assert.Equal(old.Read(update.OldBody, asked).Split("; ")[1..], young.Read(update.OldBody, asked).Split("; ")[1..]);
        }
    }

    private static Receiver Old(SchemaUpdate update) => Receiver.Of(update.OldTexts, update.Code, s_versions.Value.RootOf(2 * All.IndexOf(update)));

    private static SchemaText[] WithLock(SchemaUpdate update) => [.. update.NewTexts, Surfaces.Lock(update.OldTexts)];

    private static bool IsPinned(SchemaUpdate update) =>
        update.InBuild is not null && (update.Rules.Contains("3408", StringComparison.Ordinal) || update.Rules.Contains("3506", StringComparison.Ordinal));

    private static string Case(string code, string oldByNew, string newByOld) =>
        string.Join('\n', [.. code.Split('\n').Select(static line => string.Join(" // ", line.Split(" // ").Select(static part => part.Trim()))), "old by new: " + oldByNew, "new by old: " + newByOld]);
}
