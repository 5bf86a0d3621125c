using System;
using System.Threading.Tasks;
using Xunit;
using Fix = TypedWebhooks.Generators.Tests.Harness.FixTest<TypedWebhooks.CodeFixes.HandlerCodeFix>;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix of TWH1004 writes into a class, to the character; into services it is in <see cref="RegistrationFixTests"/>.</summary>
public sealed class HandlerFixTests
{
    private const string NotYet = "HandleAsync({0} e, CancellationToken cancellationToken) => throw new NotImplementedException();";

    [Theory]
    [InlineData(
        "[HandlesEvents(typeof(N.Ev))]\nclass {|TWH1004:H|} : IWebhookEventHandler<N.A>, IWebhookEventHandler<N.B>\n{\n    public ValueTask HandleAsync(N.A e, CancellationToken c) => default;\n    public ValueTask HandleAsync(N.B e, CancellationToken c) => default;\n    // the end\n}\n",
        "[HandlesEvents(typeof(N.Ev))]\nclass H : IWebhookEventHandler<N.A>, IWebhookEventHandler<N.B>, IWebhookEventHandler<N.C>\n{\n    public ValueTask HandleAsync(N.A e, CancellationToken c) => default;\n    public ValueTask HandleAsync(N.B e, CancellationToken c) => default;\n\n    public ValueTask {N.C}\n    // the end\n}\n")]
    [InlineData(
        "[HandlesEvents(typeof(N.Ev)), IgnoresEvents(typeof(N.A), typeof(N.B))]\nsealed class {|TWH1004:H|}(int x)\n{\n}\n",
        "[HandlesEvents(typeof(N.Ev)), IgnoresEvents(typeof(N.A), typeof(N.B))]\nsealed class H(int x) : IWebhookEventHandler<N.C>\n{\n    public ValueTask {N.C}\n}\n")]
    [InlineData(
        "[HandlesEvents(typeof(N.Ev)), IgnoresEvents(typeof(N.A))]\nrecord {|TWH1004:H|} { }\n",
        "[HandlesEvents(typeof(N.Ev)), IgnoresEvents(typeof(N.A))]\nrecord H : IWebhookEventHandler<N.B>, IWebhookEventHandler<N.C> { public ValueTask {N.B} public ValueTask {N.C} }\n")]
    public async Task Class_MethodsAdded(string code, string expected)
    {
        foreach (string name in new[] { "N.B", "N.C" })
        {
            expected = expected.Replace("{" + name + "}", NotYet.Replace("{0}", name, StringComparison.Ordinal), StringComparison.Ordinal);
        }

        await new Fix(EventSources.Events + code, EventSources.Events + expected).RunAsync();
    }
}
