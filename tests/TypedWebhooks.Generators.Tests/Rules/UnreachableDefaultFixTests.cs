using System;
using System.Threading.Tasks;
using Xunit;
using Fix = TypedWebhooks.Generators.Tests.Harness.FixTest<TypedWebhooks.CodeFixes.UnreachableDefaultCodeFix>;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>
/// A statement that names every event and returns in all of its sections: the compiler's error about it cannot be silenced,
/// so the fix adds what it asks for, and no rule minds that.
/// </summary>
public sealed class UnreachableDefaultFixTests
{
    private const string Default = "default:\n                throw new System.Diagnostics.UnreachableException();\n";

    [Theory]
    [InlineData("    static int {|CS0161:F|}(Ev e)\n    {\n        switch (e)\n        {\n            case A: return 1;\n            case B: return 2;\n            case C: throw new Exception();\n@        }\n    }\n")]
    [InlineData("    static int {|CS0161:F|}(K k)\n    {\n        switch (k)\n        {\n            case K.A:\n            case K.B:\n                return 1;\n            case K.C or K.Unrecognized:\n                return 2;\n@        }\n    }\n")]
    [InlineData("    static Ev e = null!;\n    static int P\n    {\n        {|CS0161:get|}\n        {\n        switch (e)\n        {\n            case A: return 1;\n            case B or C: return 2;\n@        }\n        }\n    }\n")]
    [InlineData("    static void G(Ev e)\n    {\n        int {|CS0161:Local|}()\n        {\n        switch (e)\n        {\n            case A: return 1;\n            case B or C: return 2;\n@        }\n        }\n    }\n")]
    [InlineData("    static Func<Ev, int> F = e {|CS1643:=>|}\n    {\n        switch (e)\n        {\n            case A: return 1;\n            case B or C: return 2;\n@        }\n    };\n")]
    [InlineData("    static int F(Ev e)\n    {\n        int result;\n        switch (e)\n        {\n            case A: result = 1; break;\n            case B or C: result = 2; break;\n@        }\n\n        return {|CS0165:result|};\n    }\n")]
    [InlineData("    static void {|CS0177:F|}(Ev e, out int result)\n    {\n        switch (e)\n        {\n            case A: result = 1; break;\n            case B or C: result = 2; break;\n@        }\n    }\n")]
    public async Task CompleteStatement_DefaultAdded(string member) =>
        await new Fix(Source(member), EventSources.Unmarked(Source(member, "            " + Default))).RunAsync();

    [Theory]
    [InlineData("    static int {|CS0161:F|}(Ev e)\n    {\n        {|TWH1001:switch|} (e) { case A: return 1; case B: return 2; }\n    }\n")]
    [InlineData("    static int {|CS0161:F|}(Ev? e)\n    {\n        switch (e) { case A: return 1; case B or C: return 2; }\n    }\n")]
    [InlineData("    static int {|CS0161:F|}(Ev e)\n    {\n        switch (e) { case A: return 1; case B or C: break; }\n    }\n")]
    [InlineData("    static int {|CS0161:F|}(int i)\n    {\n        switch (i) { case 1: return 1; }\n    }\n")]
    [InlineData("    static int F(Ev e)\n    {\n        int result, other;\n        switch (e) { case A or B or C: other = 1; break; }\n        return {|CS0165:result|};\n    }\n")]
    public async Task OtherErrors_NothingOffered(string member)
    {
        Fix test = new(Source(member), Source(member));
        await test.RunAsync();
        Assert.Empty(test.Titles);
    }

    [Fact]
    public async Task StatementOnOneLine_StaysThere()
    {
        const string member = "    static int {|CS0161:F|}(Ev e)\n    {\n        switch (e) { case A: return 1; case B or C: return 2;@ }\n    }\n";
        await new Fix(Source(member), EventSources.Unmarked(Source(member, " default: throw new System.Diagnostics.UnreachableException();"))).RunAsync();
    }

    private static string Source(string member, string added = "") =>
        EventSources.Events + "namespace Consumer\n{\n    using N;\n\n    static class Program\n    {\n" + member.Replace("@", added, StringComparison.Ordinal) + "    }\n}\n";
}
