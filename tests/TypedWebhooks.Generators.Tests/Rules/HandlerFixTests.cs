using System;
using System.Threading.Tasks;
using TypedWebhooks.CodeFixes;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix of TWH1004 writes into a class, to the character; into services it is in <see cref="RegistrationFixTests"/>.</summary>
public sealed class HandlerFixTests
{
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
}
