using System.Threading.Tasks;
using Xunit;
using Fix = TypedWebhooks.Generators.Tests.Harness.FixTest<TypedWebhooks.CodeFixes.EventNameCodeFix>;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix of TWH1005 writes, to the character.</summary>
public sealed class EventNameFixTests
{
    [Theory]
    [InlineData("_ = e.EventType == /* why */ {|TWH1005:\"a.craeted\"|};", "_ = e.EventType == /* why */ \"a.created\";")]
    [InlineData("{|TWH1005:switch|} (e.EventType) { case T.A: break; default: break; }", "switch (e.EventType) { case T.A: break; case T.B: throw new NotImplementedException(); case T.C: throw new NotImplementedException(); default: break; }")]
    [InlineData("_ = e.EventType {|TWH1005:switch|} { T.A or T.B => 1, _ => 2 };", "_ = e.EventType switch { T.A or T.B => 1, T.C => throw new NotImplementedException(), _ => 2 };")]
    [InlineData("_ = e.EventType == {|TWH1005:\"a.craeted\"|} || e.EventType is {|TWH1005:\"b.crated\"|} or {|TWH1005:\"c.creatd\"|};", "_ = e.EventType == \"a.created\" || e.EventType is \"b.created\" or \"c.created\";")]
    public async Task Name_Fixed(string body, string expected) =>
        await new Fix(EventSources.Method(body), EventSources.Method(expected)).RunAsync();

    [Fact]
    public async Task NothingNear_NothingOffered()
    {
        string source = EventSources.Method("_ = e.EventType == {|TWH1005:\"something else\"|};");
        Fix test = new(source, source);
        await test.RunAsync();
        Assert.Empty(test.Titles);
    }
}
