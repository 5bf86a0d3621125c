using System.Threading.Tasks;
using TypedWebhooks.CodeFixes;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>
/// A statement that names every event and returns in all of its sections: the compiler's error about it cannot be silenced,
/// so the fix adds what it asks for, and no rule minds that.
/// </summary>
public sealed class UnreachableDefaultFixTests
{
    private const string Default = "default:\n                throw new System.Diagnostics.UnreachableException();\n";

    private static readonly UnreachableDefaultCodeFix s_fix = new();

    [Theory]
    [InlineData("CS0161", "    static int F(Ev e)\n    {\n        switch (e)\n        {\n            case A: return 1;\n            case B: return 2;\n            case C: throw new Exception();\n@        }\n    }\n")]
    [InlineData("CS0161", "    static int F(K k)\n    {\n        switch (k)\n        {\n            case K.A:\n            case K.B:\n                return 1;\n            case K.C or K.Unrecognized:\n                return 2;\n@        }\n    }\n")]
    [InlineData("CS0161", "    static Ev e = null!;\n    static int P\n    {\n        get\n        {\n        switch (e)\n        {\n            case A: return 1;\n            case B or C: return 2;\n@        }\n        }\n    }\n")]
    [InlineData("CS0161", "    static void G(Ev e)\n    {\n        int Local()\n        {\n        switch (e)\n        {\n            case A: return 1;\n            case B or C: return 2;\n@        }\n        }\n    }\n")]
    [InlineData("CS1643", "    static Func<Ev, int> F = e =>\n    {\n        switch (e)\n        {\n            case A: return 1;\n            case B or C: return 2;\n@        }\n    };\n")]
    [InlineData("CS0165", "    static int F(Ev e)\n    {\n        int result;\n        switch (e)\n        {\n            case A: result = 1; break;\n            case B or C: result = 2; break;\n@        }\n\n        return result;\n    }\n")]
    [InlineData("CS0177", "    static void F(Ev e, out int result)\n    {\n        switch (e)\n        {\n            case A: result = 1; break;\n            case B or C: result = 2; break;\n@        }\n    }\n")]
    public async Task CompleteStatement_DefaultAdded(string id, string member)
    {
        string expected = Source(member, "            " + Default);
        Assert.Equal(expected, await CodeFixHarness.FixFirstAsync(Source(member, ""), s_fix, id));
        Assert.Equal("ok", await EventSources.VerdictAsync(expected));
    }

    [Theory]
    [InlineData("CS0161", "    static int F(Ev e)\n    {\n        switch (e) { case A: return 1; case B: return 2; }\n    }\n")]
    [InlineData("CS0161", "    static int F(Ev? e)\n    {\n        switch (e) { case A: return 1; case B or C: return 2; }\n    }\n")]
    [InlineData("CS0161", "    static int F(Ev e)\n    {\n        switch (e) { case A: return 1; case B or C: break; }\n    }\n")]
    [InlineData("CS0161", "    static int F(int i)\n    {\n        switch (i) { case 1: return 1; }\n    }\n")]
    [InlineData("CS0165", "    static int F(Ev e)\n    {\n        int result, other;\n        switch (e) { case A or B or C: other = 1; break; }\n        return result;\n    }\n")]
    public async Task OtherErrors_NothingOffered(string id, string member) => Assert.Empty(await CodeFixHarness.TitlesAsync(Source(member, ""), s_fix, id));

    [Fact]
    public async Task StatementOnOneLine_StaysThere() => Assert.Contains(
        "case B or C: return 2; default: throw new System.Diagnostics.UnreachableException(); }\n",
        await CodeFixHarness.FixFirstAsync(Source("    static int F(Ev e)\n    {\n        switch (e) { case A: return 1; case B or C: return 2; }\n    }\n", ""), s_fix, "CS0161"));

    private static string Source(string member, string added) =>
        EventSources.Events + "namespace Consumer\n{\n    using N;\n\n    static class Program\n    {\n" + member.Replace("@", added) + "    }\n}\n";
}
