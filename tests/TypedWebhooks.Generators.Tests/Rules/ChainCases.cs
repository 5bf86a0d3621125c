using System.Threading.Tasks;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>Chains of conditions: cases 39 to 48.</summary>
public sealed class ChainCases
{
    [Theory]
    [InlineData(39, "switch (e.GetType().Name) { case \"A\": break; } if (e.GetType() == typeof(A)) { } else if (e.GetType() == typeof(B)) { }", "ok")]
    [InlineData(40, "{|TWH1001:if|} (e is A) { } else if (e is B) { }", "1001(C)")]
    [InlineData(41, "if (e is A) { } else if (e is B) { } {|TWH1002:else|} { }", "1002(C)")]
    [InlineData(41, "if (e is A a) { } else if (e is B { } b) { } else if (e is C) { } else { }", "ok")]
    [InlineData(41, "if ({|TWH1002:!(e is A)|}) { } else if (e is A) { }", "1002(B, C)")]
    [InlineData(41, "{|TWH1001:if|} (e == null) { } else if (e is A or B) { }", "1001(C)")]
    [InlineData(42, "if (e is A) { }", "ok")]
    [InlineData(42, "if (e is A) { } else { }", "ok")]
    [InlineData(43, "if (e is not A a) return null;", "ok")]
    [InlineData(44, "if (e is A) return 1; if (e is B) return 2;", "ok")]
    [InlineData(45, "if (e is A) { } else if (f is B) { }", "ok")]
    [InlineData(45, "if (e is A) { } else if (cond) { } else if (e is B) { }", "ok")]
    [InlineData(46, "if (e is A or B or C) { }", "ok")]
    [InlineData(47, "if ({|TWH1003:e is A && cond|}) { } else if (e is B || e is C) { }", "1003(A)")]
    [InlineData(48, "return e is A ? 1 : e is B ? 2 : {|TWH1002:3|};", "1002(C)")]
    [InlineData(48, "return e is A ? 1 : (e is B ? 2 : e is C ? 3 : throw new Exception());", "ok")]
    public async Task Chain_Verdict(int number, string body, string verdict)
    {
        Assert.True(number > 0);
        await EventSources.AssertVerdictAsync(verdict, EventSources.Method(body, "Ev e, Ev f"));
    }
}
