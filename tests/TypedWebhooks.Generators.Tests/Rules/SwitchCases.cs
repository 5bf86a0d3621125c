using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>Which events a switch handles, on statements and on expressions.</summary>
public sealed class SwitchCases
{
    [Theory]
    [InlineData(1, "case A: case B: case C: break;", "ok")]
    [InlineData(2, "case A: case B: break;", "1001(C)")]
    [InlineData(3, "case A: case B: break; {|TWH1002:default:|} break;", "1002(C)")]
    [InlineData(4, "case A: case B: break; {|TWH1002:default:|} throw new Exception();", "1002(C)")]
    [InlineData(4, "case A: case B: case C: break; default: throw new Exception();", "ok")]
    [InlineData(5, "", "1001(A, B, C)")]
    [InlineData(6, "{|TWH1002:default:|} break; case A: case B: break;", "1002(C)")]
    [InlineData(7, "{|TWH1003:case A a when a.X > 0:|} break; case B: case C: break;", "1003(A)")]
    [InlineData(8, "case A when true: break; case B: case C: break;", "ok")]
    [InlineData(9, "case A when cond: break; case A: break; case B: case C: break;", "ok")]
    [InlineData(10, "case A: break; {|TWH1002:case Ev x:|} break;", "1002(B, C)")]
    [InlineData(10, "case A: break; {|TWH1002:case var x:|} break;", "1002(B, C)")]
    [InlineData(10, "case A: break; {|TWH1002:case { }:|} break;", "1002(B, C)")]
    [InlineData(10, "case A: break; {|TWH1002:case not null:|} break;", "1002(B, C)")]
    [InlineData(11, "case A or B: break; case C: break;", "ok")]
    [InlineData(12, "{|TWH1002:case not A:|} break; case A: break;", "1002(B, C)")]
    [InlineData(13, "{|TWH1002:case Ev and not C:|} break;", "1001(C) 1002(A, B)")]
    [InlineData(14, "case A and { }: break; case B: case C: break;", "ok")]
    [InlineData(15, "{|TWH1003:case A { X: 1 }:|} break; case B: case C: break;", "1003(A)")]
    [InlineData(16, "case A { }: break; case B: case C: break;", "ok")]
    [InlineData(17, "case A { X: var x }: break; case B: case C: break;", "ok")]
    [InlineData(18, "case A(var id, _): break; case B: case C: break;", "ok")]
    [InlineData(19, "{|TWH1003:case A(\"x\", _):|} break; case B: case C: break;", "1003(A)")]
    [InlineData(20, "{|TWH1003:case A { N: { P: > 3 } }:|} break; case B: case C: break;", "1003(A)")]
    [InlineData(21, "case A { M: > 0 } or A { M: <= 0 }: break; case B: case C: break;", "ok")]
    [InlineData(22, "case A { S: \"x\" }: break; case A { S: not \"x\" }: break; case B: case C: break;", "ok")]
    [InlineData(23, "{|TWH1003:case A { Items: [] }:|} break; case B: case C: break;", "1003(A)")]
    [InlineData(23, "{|TWH1003:case A { Maybe: [] }:|} break; case A { Maybe: [_, ..] }: break; case B: case C: break;", "1003(A)")]
    [InlineData(23, "case A { Maybe: [] }: break; case A { Maybe: [_, ..] }: break; case A { Maybe: null }: break; case B: case C: break;", "ok")]
    [InlineData(23, "case A { Items: [] or [1] or [.., not 1] or [_, _, ..] }: break; case B: case C: break;", "ok")]
    [InlineData(23, "{|TWH1003:case A { Items: [] or [1] or [.., > 1] or [_, _, ..] }:|} break; case B: case C: break;", "1003(A)")]
    [InlineData(23, "case A { Items: [.., not 1] or [1] or [] or [_, _, ..] }: break; case B: case C: break;", "ok")]
    [InlineData(23, "case A { Items.Length: 0 } or A { Items: [_, ..] }: break; case B: case C: break;", "ok")]
    [InlineData(24, "case A _: break; case (B): break; case C a2: break;", "ok")]
    [InlineData(25, "case global::N.A: break; case N.B: case C: break;", "ok")]
    [InlineData(38, "case A: case B: break; case C: throw new NotSupportedException();", "ok")]
    public async Task Statement_Verdict(int number, string sections, string verdict)
    {
        Assert.True(number > 0);
        await EventSources.AssertVerdictAsync(verdict, EventSources.Statement(sections, verdict));
    }

    [Theory]
    [InlineData(1, "A or B or C => 1", "ok")]
    [InlineData(11, "A or B => 1, C => 3", "ok")]
    [InlineData(14, "A and { } => 1, B => 2, C => 3", "CS8509")] // { } asks for null: on a closed root the compiler says CS8655.
    [InlineData(16, "A { } => 1, B => 2, C => 3", "ok")]
    [InlineData(17, "A { X: var x } => 1, B => 2, C => 3", "ok")]
    [InlineData(19, "{|TWH1003:A(\"x\", _)|} => 1, B => 2, C => 3", "1003(A) CS8509")]
    [InlineData(20, "{|TWH1003:A { N: { P: > 3 } }|} => 1, B => 2, C => 3", "1003(A) CS8509")]
    [InlineData(24, "A _ => 1, (B) => 2, C c2 => 3", "ok")]
    [InlineData(25, "global::N.A => 1, N.B => 2, C => 3", "ok")]
    [InlineData(38, "A => 1, B => 2, C => throw new NotSupportedException()", "ok")]
    [InlineData(27, "A => 1, B => 2, C => 3", "ok")]
    [InlineData(28, "A => 1, B => 2", "1001(C) CS8509")]
    [InlineData(29, "A => 1, B => 2, {|TWH1002:_|} => throw new Exception()", "1002(C)")]
    [InlineData(30, "A => 1, B => 2, {|TWH1002:_|} => null", "1002(C)")]
    [InlineData(5, "", "1001(A, B, C) CS8509")]
    [InlineData(7, "{|TWH1003:A a|} when a.X > 0 => 1, B or C => 2", "1003(A) CS8509")]
    [InlineData(8, "A when true => 1, B or C => 2", "ok")]
    [InlineData(9, "A when cond => 1, A => 2, B or C => 2", "ok")]
    [InlineData(10, "A => 1, {|TWH1002:Ev x|} => 2", "1002(B, C)")]
    [InlineData(10, "A => 1, {|TWH1002:var x|} => 2", "1002(B, C)")]
    [InlineData(10, "A => 1, {|TWH1002:{ }|} => 2", "1002(B, C) CS8655")]
    [InlineData(12, "{|TWH1002:not A|} => 1, A => 2", "1002(B, C)")]
    [InlineData(13, "{|TWH1002:Ev and not C|} => 1", "1001(C) 1002(A, B) CS8509")]
    [InlineData(15, "{|TWH1003:A { X: 1 }|} => 1, B => 2, C => 3", "1003(A) CS8509")]
    [InlineData(18, "A(var id, _) => 1, B => 2, C => 3", "ok")]
    [InlineData(21, "A { M: > 0 } or A { M: <= 0 } => 1, B => 2, C => 3", "ok")]
    [InlineData(22, "A { S: \"x\" } => 1, A { S: not \"x\" } => 1, B => 2, C => 3", "ok")]
    [InlineData(22, "A { Id: not null } => 1, B => 2, C => 3", "CS8509")] // Asking for null is evidence of it: on a closed root the compiler says CS8655.
    [InlineData(23, "{|TWH1003:A { Maybe: [] }|} => 1, A { Maybe: [_, ..] } => 1, B => 2, C => 3", "1003(A) CS8509")]
    public async Task Expression_Verdict(int number, string arms, string verdict)
    {
        Assert.True(number > 0);
        await EventSources.AssertVerdictAsync(verdict, EventSources.Expression(arms, verdict));
    }

    [Fact]
    [Trait("Case", "25")]
    public async Task AliasedEvent_Handled() => await EventSources.AssertVerdictAsync(
        "ok",
        "using A2 = N.A;\n" + EventSources.Statement("case A2: case B: case C: break;"));

    /// <summary>The compiler refuses it on a sealed record; what it names is still none of ours.</summary>
    [Fact]
    [Trait("Case", "26")]
    public async Task EventOfAnotherProvider_StillMissing() => await EventSources.AssertVerdictAsync("1001(A)", EventSources.Statement(
        "case {|CS8121:Other.A|}: case B: case C: break;", "1001(A)") + "namespace Other { [TypedWebhooks.WebhookEvents(typeof(A))] public abstract record Ev2; public sealed record A : Ev2; }");
}
