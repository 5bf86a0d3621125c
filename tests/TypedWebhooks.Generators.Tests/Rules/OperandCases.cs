using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What is switched on, and where it stands: cases 26, 31 to 37, 56 to 67, 81 to 86, 89 to 91.</summary>
public sealed class OperandCases
{
    private const string All = "A => 1, B => 2, C => 3";
    private const string More = """
        namespace N
        {
            public abstract record Private { private Private() { } public sealed record One : Private; public sealed record Two : Private; }
            public interface IOpen { }
            public record Open1 : IOpen; public record Open2 : IOpen;

            [TypedWebhooks.WebhookEvents(typeof(O1), typeof(O2), typeof(O3))]
            public abstract record Order { }
            public abstract record Paid : Order { }
            public sealed record O1 : Paid; public sealed record O2 : Paid; public sealed record O3 : Order;

            [TypedWebhooks.WebhookEvents(typeof(GA<>), typeof(GB<>), typeof(GC))]
            public abstract record Gen<T> { }
            public sealed record GA<T> : Gen<T>; public sealed record GB<T> : Gen<T>; public sealed record GC : Gen<string>;

            [System.CodeDom.Compiler.GeneratedCode("TypedWebhooks", "1.0")]
            public enum Twice { Unrecognized, A, B, AlsoB = B }

            public enum Own { X, Y }
        }
        """;

    [Theory]
    [InlineData(31, "object F(Ev? e) => e! switch { " + All + " };", "ok")]
    [InlineData(31, "object F(Ev e) => ((e)) {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 };", "1001(C) CS8509")]
    [InlineData(32, "object F(Ev e) => (e with { }) switch { " + All + " };", "ok")]
    [InlineData(33, "object F(object o) => (o as Ev) {|CS8509:switch|} { " + All + " };", "CS8509")]
    [InlineData(33, "object F(object o) => (o as Ev) switch { " + All + ", null => 4 };", "ok")]
    [InlineData(34, "object F(Ev? e) => e {|CS8509:switch|} { " + All + " };", "CS8509")]
    [InlineData(34, "object F(Ev? e) { if (e == null) return 1; return e switch { " + All + " }; }", "ok")]
    [InlineData(34, "#nullable disable\nobject F(Ev e) => e switch { " + All + " };", "ok")]
    [InlineData(34, "void F(Ev? e) { switch (e) { case A: case B: case C: break; } }", "ok")]
    [InlineData(35, "object F(Ev e, string s) => (e, s) {|CS8509:{|TWH1001:switch|}|} { (A, _) => 1, (B, _) => 2 };", "1001(C) CS8509")]
    [InlineData(35, "void F(Ev e, string s) { {|TWH1001:switch|} (e, s) { case (A, _): case (B, _): break; } }", "1001(C)")]
    [InlineData(36, "object F(Ev e, bool s) => (e, s) {|CS8509:switch|} { {|TWH1003:(A, true)|} => 1, (B or C, _) => 2 };", "1003(A) CS8509")]
    [InlineData(36, "object F(Ev e, bool s) => (e, s) switch { (A, true) => 1, (A, false) => 1, (B or C, _) => 2 };", "ok")]
    [InlineData(36, "object F(Ev e, bool s) => (e, s) switch { (_, true) => 1, (A, false) => 1, (B or C, false) => 2 };", "ok")]
    [InlineData(36, "object F(Ev e, bool s) => (e, s) switch { {|TWH1003:(A, true)|} => 1, (B or C, _) => 2, _ => 3 };", "1003(A)")]
    [InlineData(37, "object F(Ev e) => e switch { A => 1, C => 3, B b => b.Kind {|CS8509:{|TWH1001:switch|}|} { K.A => 1, K.C => 1, K.Unrecognized => 0 } };", "1001(B) CS8509")]
    [InlineData(56, "void F(K k) { {|TWH1001:switch|} (k) { case K.A: case K.B: case K.C: break; } }", "1001(Unrecognized)")]
    [InlineData(56, "void F(K k) { switch (k) { case K.A: break; default: break; } }", "ok")]
    [InlineData(57, "object F(K k) => k switch { K.A => 1, K.B => 2, K.C => 3, K.Unrecognized => 0 };", "ok")]
    [InlineData(57, "object F(B b) => b switch { { Kind: K.A or K.B } => 1, { Kind: K.C } => 3, { Kind: K.Unrecognized } => 0 };", "ok")]
    [InlineData(57, "object F(Own k) => k {|CS8524:switch|} { Own.X => 1, Own.Y => 2 };", "CS8524")]
    [InlineData(57, "object F((Ev, Own) t) => t {|CS8524:switch|} { (_, Own.X) => 1, (A or B or C, Own.Y) => 2 };", "CS8524")]
    [InlineData(58, "object F(K k) => k {|CS8509:{|TWH1001:switch|}|} { K.A => 1, K.B => 2, (K)7 => 3, K.Unrecognized => 0 };", "1001(C) CS8509")]
    [InlineData(59, "object F(Twice k) => k switch { Twice.A => 1, Twice.AlsoB => 2, Twice.Unrecognized => 0 };", "ok")]
    [InlineData(60, "object F(K? k) => k {|CS8524:switch|} { K.A => 1, K.B => 2, K.C => 3, K.Unrecognized => 0 };", "CS8524")]
    [InlineData(60, "object F(K? k) => k switch { K.A => 1, K.B => 2, K.C => 3, K.Unrecognized => 0, null => 5 };", "ok")]
    [InlineData(61, "object F(K k) => (k & K.A) != 0 ? 1 : 2;", "ok")]
    [InlineData(62, "object F<T>(T e) where T : Ev => e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 };", "1001(C) CS8509")]
    [InlineData(62, "object F<T>(T e) where T : Ev => e switch { " + All + " };", "ok")]
    [InlineData(62, "object F<T>(T e) where T : Paid => e switch { O1 => 1, O2 => 2 };", "ok")]
    [InlineData(62, "object F<T>(T e) where T : Ev => e {|TWH1002:switch|} { A => 1, Ev => 2 };", "1002(B, C)")]
    [InlineData(63, "object F(object e) => e switch { A => 1, _ => 2 }; object G(dynamic e) => e switch { A => 1, _ => 2 };", "ok")]
    [InlineData(64, "void F(IOpen e) { switch (e) { case Open1: break; } }", "ok")]
    [InlineData(56, "void F(K k) { switch (k) { case K.A: case K.B: case K.C: case K.Unrecognized: break; } }", "ok")]
    [InlineData(60, "void F(K? k) { switch (k) { case K.A: case K.B: case K.C: case K.Unrecognized: break; } }", "ok")]
    [InlineData(62, "void F<T>(T e) where T : Ev { {|TWH1001:switch|} (e) { case A: case B: break; } }", "1001(C)")]
    [InlineData(65, "void F(Order e) { switch (e) { case Paid: case O3: break; } }", "ok")]
    [InlineData(66, "void F(Order e) { {|TWH1001:switch|} (e) { case O1: case O3: break; } }", "1001(O2)")]
    [InlineData(67, "void F(Gen<string> e) { {|TWH1001:switch|} (e) { case GA<string>: case GB<string>: break; } }", "1001(GC)")]
    [InlineData(65, "object F(Order e) => e switch { Paid => 1, O3 => 2 };", "ok")]
    [InlineData(66, "object F(Order e) => e {|CS8509:{|TWH1001:switch|}|} { O1 => 1, O3 => 2 };", "1001(O2) CS8509")]
    [InlineData(66, "object F(Paid e) => e switch { O1 => 1, O2 => 2 };", "ok")]
    [InlineData(66, "object F(Paid e) => e switch { O1 => 1, {|TWH1002:Paid|} => 2 };", "1002(O2)")]
    [InlineData(67, "object F(Gen<int> e) => e switch { GA<int> => 1, GB<int> => 2 };", "ok")]
    [InlineData(67, "object F(Gen<string> e) => e {|CS8509:{|TWH1001:switch|}|} { GA<string> => 1, GB<string> => 2 };", "1001(GC) CS8509")]
    [InlineData(67, "object F<T>(Gen<T> e) => e {|CS8509:{|TWH1001:switch|}|} { GA<T> => 1, GB<T> => 2 };", "1001(GC) CS8509")]
    [InlineData(91, "void F(Private e) { switch (e) { case Private.One: break; } }", "ok")]
    public async Task Operand_Verdict(int number, string member, string verdict)
    {
        Assert.True(number > 0);
        await EventSources.AssertVerdictAsync(verdict, EventSources.Events + More + $"namespace Consumer {{ using N; class P {{\n{member}\n}} }}");
    }

    [Trait("Case", "81")]
    [Theory]
    [InlineData("Func<Ev, int> f = e => e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 };")]
    [InlineData("object F(Ev e) { return G(); object G() => e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 }; }")]
    [InlineData("Ev e = null!; object F => e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 };")]
    [InlineData("Ev e = null!; object F { get { return e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 }; } }")]
    [InlineData("public P(Ev e) { _ = e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 }; }")]
    [InlineData("static Ev e = null!; int x = e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 };")]
    [InlineData("object F(IEnumerable<Ev> es) => from e in es select e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 };")]
    [InlineData("IEnumerable<int> F(Ev e) { yield return e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 }; }")]
    [InlineData("async Task<int> F(Task<Ev> e) => await e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 };")]
    [InlineData("static int Of(Ev e, int n = 0) => n; int F(Ev e) => Of(e, e {|CS8509:{|TWH1001:switch|}|} { A => 1, B => 2 });")]
    public async Task AnyPlace_SameVerdict(string member) =>
        await EventSources.AssertVerdictAsync("1001(C) CS8509", EventSources.Events + $"namespace Consumer {{ using N; class P {{\n{member}\n}} }}");

    [Theory]
    [InlineData(82, "#pragma warning disable TWH1001\nswitch (e) { case A: break; }\n#pragma warning restore", "ok")]
    [InlineData(84, "{|TWH1001:switch|} (e) { case A: case B: break;\n#if NEVER\ncase C: break;\n#endif\n}", "1001(C)")]
    [InlineData(84, "switch (e) { case A: case B: break;\n#if !NEVER\ncase C: break;\n#endif\n}", "ok")]
    public async Task Directive_Verdict(int number, string body, string verdict)
    {
        Assert.True(number > 0);
        await EventSources.AssertVerdictAsync(verdict, EventSources.Method(body));
    }

    [Trait("Case", "89")]
    [Fact]
    public async Task ObsoleteEvent_StillDemanded() => await EventSources.AssertVerdictAsync(
        "1001(C)",
        EventSources.Statement("case A: case B: break;", "1001(C)").Replace("public sealed partial record C : Ev", "[Obsolete] public sealed partial record C : Ev", System.StringComparison.Ordinal));

    [Fact]
    public async Task TopLevelStatements_SameVerdict() => await EventSources.AssertVerdictAsync(
        "1001(C)",
        new RuleTest(["using N; Ev e = null!; {|TWH1001:switch|} (e) { case A: case B: break; }", EventSources.Events]) { Output = OutputKind.ConsoleApplication });
}
