using System;
using System.Threading.Tasks;
using Xunit;
using Fix = TypedWebhooks.Generators.Tests.Harness.FixTest<TypedWebhooks.CodeFixes.HandlerCodeFix>;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>What the fix of TWH1004 writes, to the character.</summary>
public sealed class HandlerFixTests
{
    private const string Registration = "namespace N { public static class Registration { [RegistersEventHandlers(typeof(Ev))] public static void AddEv() { } } }\n";
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

    [Fact]
    public async Task TwoRegistrations_ClassesAddedOnce()
    {
        const string code = "namespace App\n{\n    using N;\n\n    [IgnoresEvents(typeof(A))]\n    static class P\n    {\n        static void F() => Registration.{|TWH1004:AddEv|}();\n        static void G() => Registration.{|TWH1004:AddEv|}();\n    }\n}\n";
        string source = EventSources.Events + Registration + code;
        string expected = EventSources.Unmarked(source)[..^2]
            + string.Concat(Added("B"), Added("C"))
            + "}\n";
        await new Fix(source, expected).RunAsync();
    }

    private static string Added(string name) =>
        $"\n    internal sealed class {name}Handler : IWebhookEventHandler<{name}>\n    {{\n        public ValueTask {NotYet.Replace("{0}", name, StringComparison.Ordinal)}\n    }}\n";
}
