using System.Threading.Tasks;
using TypedWebhooks.CodeFixes;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix of TWH1005 writes, to the character.</summary>
public sealed class EventNameFixTests
{
    private static readonly EventNameCodeFix s_fix = new();

    [Theory]
    [InlineData("_ = e.EventType == /* why */ \"a.craeted\";", "_ = e.EventType == /* why */ \"a.created\";")]
    [InlineData("switch (e.EventType) { case T.A: break; default: break; }", "switch (e.EventType) { case T.A: break; case T.B: throw new NotImplementedException(); case T.C: throw new NotImplementedException(); default: break; }")]
    [InlineData("_ = e.EventType switch { T.A or T.B => 1, _ => 2 };", "_ = e.EventType switch { T.A or T.B => 1, T.C => throw new NotImplementedException(), _ => 2 };")]
    public async Task Name_Fixed(string body, string expected)
    {
        string wanted = EventSources.Method(expected);
        Assert.Equal(wanted, await CodeFixHarness.FixFirstAsync(EventSources.Method(body), s_fix, "TWH1005"));
        Assert.Equal("ok", await EventSources.VerdictAsync(wanted));
    }

    [Fact]
    public async Task ManyNames_FixAllCorrectsEach() => Assert.Equal(
        EventSources.Method("_ = e.EventType == \"a.created\" || e.EventType is \"b.created\" or \"c.created\";"),
        (await CodeFixHarness.FixAllAsync([EventSources.Method("_ = e.EventType == \"a.craeted\" || e.EventType is \"b.crated\" or \"c.creatd\";")], s_fix, "TWH1005"))[0]);

    [Fact]
    public async Task NothingNear_NothingOffered() =>
        Assert.Empty(await CodeFixHarness.TitlesAsync(EventSources.Method("_ = e.EventType == \"something else\";"), s_fix, "TWH1005"));
}
