using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Fix = TypedWebhooks.Generators.Tests.Harness.FixTest<TypedWebhooks.CodeFixes.HandleEventCodeFix>;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix writes into a switch, to the character.</summary>
public sealed class HandleEventFixTests
{
    [Theory]
    [InlineData("return e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 };", "return e switch { A => 1, B => 2, C => throw new NotImplementedException() };")]
    [InlineData("return e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2, };", "return e switch { A => 1, B => 2, C => throw new NotImplementedException(), };")]
    [InlineData("return e {|CS8509:{|TWH1001:switch|}|} { };", "return e switch { A => throw new NotImplementedException(), B => throw new NotImplementedException(), C => throw new NotImplementedException() };")]
    [InlineData("return e switch { A => 1, B => 2, {|TWH1002:_|} => 3 };", "return e switch { A => 1, B => 2, C => throw new NotImplementedException(), _ => 3 };")]
    [InlineData("return e switch { {|TWH1003:A { X: 1 }|} => 1, B or C => 2, _ => 3 };", "return e switch { A { X: 1 } => 1, B or C => 2, A => throw new NotImplementedException(), _ => 3 };")]
    [InlineData("{|TWH1001:switch|} (e) { case A: case B: break; }", "switch (e) { case A: case B: break; case C: throw new NotImplementedException(); }")]
    [InlineData("switch (e) { case A: case B: break; {|TWH1002:default:|} break; }", "switch (e) { case A: case B: break; case C: throw new NotImplementedException(); default: break; }")]
    [InlineData("switch (e) { {|TWH1002:default:|} break; case A: case B: break; }", "switch (e) { default: break; case A: case B: break; case C: throw new NotImplementedException(); }")]
    [InlineData("return (e, 1) {|CS8509:{|TWH1001:switch|}|} { (A, _) => 1, (B, _) => 2 };", "return (e, 1) switch { (A, _) => 1, (B, _) => 2, (C, _) => throw new NotImplementedException() };")]
    public async Task OneLine_MissingAdded(string body, string expected) =>
        await new Fix(EventSources.Method(body), EventSources.Method(expected)).RunAsync();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task ManyLines_TriviaKept(string end)
    {
        string before = EventSources.Method("""
            #region Reading
                    int found = e {|CS8509:{|TWH1001:switch|}|}
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
                        {|TWH1002:default:|}
                            break;
                    }
            #endregion
            """).ReplaceLineEndings(end);
        string after = before
            .Replace("{|CS8509:{|TWH1001:switch|}|}", "switch", StringComparison.Ordinal)
            .Replace("{|TWH1002:default:|}", "default:", StringComparison.Ordinal)
            .Replace("B => 2 // two" + end, "B => 2, // two" + end + "            C => throw new NotImplementedException()" + end, StringComparison.Ordinal)
            .Replace(
                "            // everything else" + end,
                "            case B:" + end + "                throw new NotImplementedException();" + end
                + "            case C:" + end + "                throw new NotImplementedException();" + end
                + "            // everything else" + end,
                StringComparison.Ordinal);
        await new Fix(before, after).RunAsync();
    }

    [Fact]
    public async Task NestedSwitches_FixAllHandlesEach()
    {
        string source = EventSources.Method("return e {|CS8509:{|TWH1001:switch|}|} { A => e {|CS8509:{|TWH1001:switch|}|} { B => 1 }, C => 3 };");
        string expected = EventSources.Method("return e switch { A => e switch { B => 1, A => throw new NotImplementedException(), C => throw new NotImplementedException() }, C => 3, B => throw new NotImplementedException() };");
        await new Fix(source, expected).RunAsync();
    }

    [Fact]
    public async Task SeveralMissing_EachAndAllOffered()
    {
        Fix test = new(
            EventSources.Method("{|TWH1001:switch|} (e) { case A: break; }"),
            EventSources.Method("switch (e) { case A: break; case B: throw new NotImplementedException(); case C: throw new NotImplementedException(); }"));
        await test.RunAsync();
        Assert.Equal(["Handle all missing events", "Handle 'B'", "Handle 'C'"], test.Titles);
    }

    [Fact]
    public async Task NameTakenByMember_WrittenInFull() => await new Fix(
        EventSources.Events + "class X { string C => \"\"; object F(N.Ev e) => e {|CS8509:{|TWH1001:switch|}|} { N.A => 1, N.B => 2 }; }",
        EventSources.Events + "class X { string C => \"\"; object F(N.Ev e) => e switch { N.A => 1, N.B => 2, global::N.C => throw new NotImplementedException() }; }").RunAsync();

    /// <summary>In every scope; the second file is not touched from the first one's.</summary>
    [Fact]
    public async Task FixAll_ScopeHeld() => await new Fix(
        [
            EventSources.Method("{|TWH1001:switch|} (e) { case A: break; }\n{|TWH1001:switch|} (e) { case B: break; }"),
            "class Q { object F(N.Ev e) => e {|CS8509:{|TWH1001:switch|}|} { N.A => 1 }; }",
        ],
        [
            EventSources.Method("switch (e) { case A: break; case B: throw new NotImplementedException(); case C: throw new NotImplementedException(); }\nswitch (e) { case B: break; case A: throw new NotImplementedException(); case C: throw new NotImplementedException(); }"),
            "class Q { object F(N.Ev e) => e switch { N.A => 1, N.B => throw new System.NotImplementedException(), N.C => throw new System.NotImplementedException() }; }",
        ])
    {
        // One application for each document, and one for the project and for the solution.
        NumberOfFixAllInDocumentIterations = 2,
        NumberOfFixAllInProjectIterations = 1,
        NumberOfFixAllIterations = 1,
    }.RunAsync();

    [Fact]
    public async Task ClosedRoot_CompilersWarningFixed() => await new Fix(
        Closed("return e {|CS8509:switch|} { A => 1, B => 2 };"),
        Closed("return e switch { A => 1, B => 2, C => throw new NotImplementedException() };"),
        LanguageVersion.Preview).RunAsync();

    [Fact]
    public async Task OneOfSeveral_OnlyThatOneAdded() => await new Fix(
        EventSources.Method("{|TWH1001:switch|} (e) { case A: break; }"),
        EventSources.Method("{|TWH1001:switch|} (e) { case A: break; case C: throw new NotImplementedException(); }"))
    {
        CodeActionIndex = 2,
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck,
    }.RunAsync();

    [Theory]
    [InlineData("switch (e) { case A: {|TWH1001:if|} (e is A) { } else if (e is B) { } break; case B: case C: break; }")]
    [InlineData("switch (e) { case A: if (e is A) { } else if (e is B) { } {|TWH1002:else|} { } break; case B: case C: break; }")]
    public async Task ChainInSwitch_NothingOffered(string body)
    {
        Fix test = new(EventSources.Method(body), EventSources.Method(body));
        await test.RunAsync();
        Assert.Empty(test.Titles);
    }

    [Fact]
    public async Task EnumMember_Added() => await new Fix(
        EventSources.Method("return k {|CS8509:{|TWH1001:switch|}|} { K.A => 1, K.B or K.C => 2 };", "K k"),
        EventSources.Method("return k switch { K.A => 1, K.B or K.C => 2, K.Unrecognized => throw new NotImplementedException() };", "K k")).RunAsync();

    /// <summary>Events that the generator makes of a schema while the fix is at work.</summary>
    [Fact]
    public async Task EmittedEvents_MissingAdded() => await new Fix(
        Emitted("{|CS8509:{|TWH1001:switch|}|} { SignatorySignedEvent => 1, UnrecognizedTeliaEvent => 2 }"),
        Emitted("switch { SignatorySignedEvent => 1, UnrecognizedTeliaEvent => 2, SignatureRequestCompletedEvent => throw new NotImplementedException() }"))
    {
        Schemas = [GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"))],
    }.RunAsync();

    private static string Emitted(string arms) => "using System;\nusing Consumer.Telia;\n\nstatic class P { static int F(TeliaEvent e) => e " + arms + "; }\n";

    private static string Closed(string body) => EventSources.Method(body).Replace("abstract partial record Ev", "closed partial record Ev", StringComparison.Ordinal)
        + "namespace System.Runtime.CompilerServices { public sealed class IsClosedTypeAttribute : Attribute { } }";
}
