using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.CodeFixes;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix writes into a switch, to the character.</summary>
public sealed class HandleEventFixTests
{
    private static readonly HandleEventCodeFix s_fix = new();

    [Theory]
    [InlineData("TWH1001", "return e switch { A => 1, B => 2 };", "return e switch { A => 1, B => 2, C => throw new NotImplementedException() };")]
    [InlineData("TWH1001", "return e switch { A => 1, B => 2, };", "return e switch { A => 1, B => 2, C => throw new NotImplementedException(), };")]
    [InlineData("TWH1001", "return e switch { };", "return e switch { A => throw new NotImplementedException(), B => throw new NotImplementedException(), C => throw new NotImplementedException() };")]
    [InlineData("TWH1002", "return e switch { A => 1, B => 2, _ => 3 };", "return e switch { A => 1, B => 2, C => throw new NotImplementedException(), _ => 3 };")]
    [InlineData("TWH1003", "return e switch { A { X: 1 } => 1, B or C => 2, _ => 3 };", "return e switch { A { X: 1 } => 1, B or C => 2, A => throw new NotImplementedException(), _ => 3 };")]
    [InlineData("TWH1001", "switch (e) { case A: case B: break; }", "switch (e) { case A: case B: break; case C: throw new NotImplementedException(); }")]
    [InlineData("TWH1002", "switch (e) { case A: case B: break; default: break; }", "switch (e) { case A: case B: break; case C: throw new NotImplementedException(); default: break; }")]
    [InlineData("TWH1002", "switch (e) { default: break; case A: case B: break; }", "switch (e) { default: break; case A: case B: break; case C: throw new NotImplementedException(); }")]
    [InlineData("TWH1001", "return (e, 1) switch { (A, _) => 1, (B, _) => 2 };", "return (e, 1) switch { (A, _) => 1, (B, _) => 2, (C, _) => throw new NotImplementedException() };")]
    public async Task OneLine_MissingAdded(string id, string body, string expected)
    {
        string source = EventSources.Method(body);
        string wanted = EventSources.Method(expected);
        Assert.Equal(wanted, await CodeFixHarness.FixFirstAsync(source, s_fix, id));
        Assert.Equal(wanted, (await CodeFixHarness.FixAllAsync([wanted], s_fix, id))[0]);
        Assert.DoesNotContain(id[3..], await EventSources.VerdictAsync(wanted), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task ManyLines_TriviaKept(string end)
    {
        string before = EventSources.Method("""
            #region Reading
                    int found = e switch
                    {
                        // first
                        A => 1, // one
            #if DEBUG
                        C => 3,
            #endif
                        B => 2 // two
                        // last
                    };
                    switch (e)
                    {
                        case A:
                            break; // a
                        // everything else
                        default:
                            break;
                    }
            #endregion
            """).ReplaceLineEndings(end);
        string added = before
            .Replace("B => 2 // two" + end, "B => 2, // two" + end + "            C => throw new NotImplementedException()" + end, StringComparison.Ordinal);
        Assert.Equal(added, await CodeFixHarness.FixFirstAsync(before, s_fix, "TWH1001"));
        string both = added.Replace(
            "            // everything else" + end,
            "            case B:" + end + "                throw new NotImplementedException();" + end
            + "            case C:" + end + "                throw new NotImplementedException();" + end
            + "            // everything else" + end,
            StringComparison.Ordinal);
        Assert.Equal(both, await CodeFixHarness.FixFirstAsync(added, s_fix, "TWH1002"));
        Assert.Equal("ok", await EventSources.VerdictAsync(both));
    }

    [Fact]
    public async Task NestedSwitches_FixAllHandlesEach()
    {
        string source = EventSources.Method("return e switch { A => e switch { B => 1 }, C => 3 };");
        string expected = EventSources.Method("return e switch { A => e switch { B => 1, A => throw new NotImplementedException(), C => throw new NotImplementedException() }, C => 3, B => throw new NotImplementedException() };");
        Assert.Equal(expected, (await CodeFixHarness.FixAllAsync([source], s_fix, "TWH1001"))[0]);
    }

    [Fact]
    public async Task SeveralMissing_EachAndAllOffered() => Assert.Equal(
        ["Handle all missing events", "Handle 'B'", "Handle 'C'"],
        await CodeFixHarness.TitlesAsync(EventSources.Method("switch (e) { case A: break; }"), s_fix, "TWH1001"));

    [Fact]
    public async Task NameTakenByMember_WrittenInFull()
    {
        string source = EventSources.Events + "class X { string C => \"\"; object F(N.Ev e) => e switch { N.A => 1, N.B => 2 }; }";
        string changed = await CodeFixHarness.FixFirstAsync(source, s_fix, "TWH1001");
        Assert.Contains("N.C => throw new NotImplementedException()", changed, StringComparison.Ordinal);
        Assert.Equal("ok", await EventSources.VerdictAsync(changed));
    }

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 2)]
    public async Task FixAll_ScopeHeld(FixAllScope scope, int changed)
    {
        string[] sources = [EventSources.Method("switch (e) { case A: break; }\nswitch (e) { case B: break; }"), "class Q { object F(N.Ev e) => e switch { N.A => 1 }; }"];
        string[] all = await CodeFixHarness.FixAllAsync(sources, s_fix, "TWH1001", scope);
        Assert.Equal(changed, sources.Zip(all).Count(static pair => pair.First != pair.Second));
        Assert.Contains("switch (e) { case A: break; case B: throw new NotImplementedException(); case C: throw new NotImplementedException(); }\nswitch (e) { case B: break; case A:", all[0], StringComparison.Ordinal);
        Assert.Equal(scope == FixAllScope.Document, await VerdictAsync(all) != "ok");

        static async Task<string> VerdictAsync(string[] sources) => await EventSources.VerdictAsync(AnalyzerHarness.Compile(sources));
    }

    [Fact]
    public async Task ClosedRoot_CompilersWarningFixed()
    {
        string source = EventSources.Method("return e switch { A => 1, B => 2 };").Replace("abstract partial record Ev", "closed partial record Ev", StringComparison.Ordinal)
            + "namespace System.Runtime.CompilerServices { public sealed class IsClosedTypeAttribute : Attribute { } }";
        string changed = await CodeFixHarness.FixFirstAsync(source, s_fix, "CS8509", language: LanguageVersion.Preview);
        Assert.Contains("B => 2, C => throw new NotImplementedException() };", changed, StringComparison.Ordinal);
        Assert.Equal("ok", await EventSources.VerdictAsync(changed, LanguageVersion.Preview));
    }

    [Fact]
    public async Task OneOfSeveral_OnlyThatOneAdded() => Assert.Equal(
        EventSources.Method("switch (e) { case A: break; case C: throw new NotImplementedException(); }"),
        await CodeFixHarness.FixFirstAsync(EventSources.Method("switch (e) { case A: break; }"), s_fix, "TWH1001", action: 2));

    [Theory]
    [InlineData("TWH1001", "switch (e) { case A: if (e is A) { } else if (e is B) { } break; case B: case C: break; }")]
    [InlineData("TWH1002", "switch (e) { case A: if (e is A) { } else if (e is B) { } else { } break; case B: case C: break; }")]
    public async Task ChainInSwitch_NothingOffered(string id, string body) =>
        Assert.Empty(await CodeFixHarness.TitlesAsync(EventSources.Method(body), s_fix, id));

    [Fact]
    public async Task EnumMember_Added() => Assert.Equal(
        EventSources.Method("return k switch { K.A => 1, K.B or K.C => 2, K.Unrecognized => throw new NotImplementedException() };", "K k"),
        await CodeFixHarness.FixFirstAsync(EventSources.Method("return k switch { K.A => 1, K.B or K.C => 2 };", "K k"), s_fix, "TWH1001"));
}
