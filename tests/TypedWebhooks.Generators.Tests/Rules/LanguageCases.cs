using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>C# 15: closed roots, the user's own closed hierarchies, unions. Cases 90 and 92.</summary>
public sealed class LanguageCases
{
    private const string Attributes = """

        namespace System.Runtime.CompilerServices
        {
            public sealed class IsClosedTypeAttribute : Attribute { }
            public sealed class UnionAttribute : Attribute { }
            public interface IUnion { object? Value { get; } }
        }
        namespace N
        {
            public closed record Own { }
            public closed record Group : Own { }
            public sealed record Own1 : Own; public sealed record Own2 : Group; public sealed record Own3 : Group;
            public union U(A, B);
        }
        """;

    [Theory]
    [InlineData(90, "object F(Ev e) => e switch { A => 1, B => 2, C => 3 };", "ok")]
    [InlineData(90, "object F(Ev e) => e {|CS8509:switch|} { A => 1, B => 2 };", "CS8509")]
    [InlineData(90, "object F(Ev e) => e {|CS8509:switch|} { A { X: 1 } => 1, B => 2, C => 3 };", "CS8509")]
    [InlineData(90, "object F(Ev e) => e switch { A => 1, B => 2, {|TWH1002:_|} => 3 };", "1002(C)")]
    [InlineData(90, "void F(Ev e) { {|TWH1001:switch|} (e) { case A: case B: break; } }", "1001(C)")]
    [InlineData(90, "void F(Ev e) { switch (e) { case A: case B: case C: break; } }", "ok")]
    [InlineData(90, "void F(Ev e) { {|TWH1001:if|} (e is A) { } else if (e is B) { } }", "1001(C)")]
    [InlineData(90, "void F(Own e) { {|TWH1001:switch|} (e) { case Own1: case Own2: break; } }", "1001(Own3)")]
    [InlineData(90, "void F(Own e) { switch (e) { case Own1: case Group: break; } }", "ok")]
    [InlineData(90, "void F(Own e) { switch (e) { case Own1: break; default: break; } }", "ok")]
    [InlineData(90, "object F(Own e) => e {|CS8509:switch|} { Own1 => 1 };", "CS8509")]
    [InlineData(92, "object F(U u) => u {|CS8509:switch|} { A => 1 };", "CS8509")]
    [InlineData(92, "object F(U u) => u switch { A => 1, B => 2 };", "ok")]
    [InlineData(92, "void F(U u) { {|TWH1001:switch|} (u) { case A: break; } }", "1001(B)")]
    [InlineData(92, "void F(U u) { switch (u) { case A: case B: break; } }", "ok")]
    public async Task CSharp15_Verdict(int number, string member, string verdict)
    {
        Assert.True(number > 0);
        string source = EventSources.Events.Replace("abstract partial record Ev", "closed partial record Ev", StringComparison.Ordinal) + Attributes;
        await EventSources.AssertVerdictAsync(verdict, source + $"namespace Consumer {{ using N; class P {{\n{member}\n}} }}", LanguageVersion.Preview);
    }
}
