using System;
using System.Threading.Tasks;
using TypedWebhooks.CodeFixes;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix of TWH1004 writes, to the character.</summary>
public sealed class HandlerFixTests
{
    private const string Registration = "namespace N { public static class Registration { [RegistersEventHandlers(typeof(Ev))] public static void AddEv() { } } }\n";
    private const string NotYet = "HandleAsync({0} e, CancellationToken cancellationToken) => throw new NotImplementedException();";

    private static readonly HandlerCodeFix s_fix = new();

    [Theory]
    [InlineData(
        "[HandlesEvents(typeof(N.Ev))]\nclass H : IWebhookEventHandler<N.A>, IWebhookEventHandler<N.B>\n{\n    public ValueTask HandleAsync(N.A e, CancellationToken c) => default;\n    public ValueTask HandleAsync(N.B e, CancellationToken c) => default;\n    // the end\n}\n",
        "[HandlesEvents(typeof(N.Ev))]\nclass H : IWebhookEventHandler<N.A>, IWebhookEventHandler<N.B>, IWebhookEventHandler<N.C>\n{\n    public ValueTask HandleAsync(N.A e, CancellationToken c) => default;\n    public ValueTask HandleAsync(N.B e, CancellationToken c) => default;\n\n    public ValueTask {N.C}\n    // the end\n}\n")]
    [InlineData(
        "[HandlesEvents(typeof(N.Ev)), IgnoresEvents(typeof(N.A), typeof(N.B))]\nsealed class H(int x)\n{\n}\n",
        "[HandlesEvents(typeof(N.Ev)), IgnoresEvents(typeof(N.A), typeof(N.B))]\nsealed class H(int x) : IWebhookEventHandler<N.C>\n{\n    public ValueTask {N.C}\n}\n")]
    [InlineData(
        "[HandlesEvents(typeof(N.Ev)), IgnoresEvents(typeof(N.A))]\nrecord H { }\n",
        "[HandlesEvents(typeof(N.Ev)), IgnoresEvents(typeof(N.A))]\nrecord H : IWebhookEventHandler<N.B>, IWebhookEventHandler<N.C> { public ValueTask {N.B} public ValueTask {N.C} }\n")]
    public async Task Class_MethodsAdded(string code, string expected)
    {
        foreach (string name in new[] { "N.B", "N.C" })
        {
            expected = expected.Replace("{" + name + "}", NotYet.Replace("{0}", name, StringComparison.Ordinal), StringComparison.Ordinal);
        }

        string wanted = EventSources.Events + expected;
        Assert.Equal(wanted, await CodeFixHarness.FixFirstAsync(EventSources.Events + code, s_fix, "TWH1004"));
        Assert.Equal("ok", await EventSources.VerdictAsync(wanted));
        Assert.Equal(wanted, (await CodeFixHarness.FixAllAsync([wanted], s_fix, "TWH1004"))[0]);
    }

    [Fact]
    public async Task TwoRegistrations_ClassesAddedOnce()
    {
        const string code = "namespace App\n{\n    using N;\n\n    [IgnoresEvents(typeof(A))]\n    static class P\n    {\n        static void F() => Registration.AddEv();\n        static void G() => Registration.AddEv();\n    }\n}\n";
        string source = EventSources.Events + Registration + code;
        string expected = source[..^2]
            + string.Concat(Added("B"), Added("C"))
            + "}\n";
        Assert.Equal(expected, (await CodeFixHarness.FixAllAsync([source], s_fix, "TWH1004"))[0]);
        Assert.Equal("ok", await EventSources.VerdictAsync(expected));
    }

    private static string Added(string name) =>
        $"\n    internal sealed class {name}Handler : IWebhookEventHandler<{name}>\n    {{\n        public ValueTask {NotYet.Replace("{0}", name, StringComparison.Ordinal)}\n    }}\n";
}
