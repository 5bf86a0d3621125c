using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>Handler classes: cases 68 to 80; their registration is in <see cref="RegistrationCases"/>.</summary>
public sealed class HandlerCases
{
    private const string Usings = "using System; using System.Threading; using System.Threading.Tasks; using TypedWebhooks; using N;\n";

    [Theory]
    [InlineData(68, "[HandlesEvents(typeof(Ev))] class H : On<A>, On<B> { @A @B }", "1004(C)@H")]
    [InlineData(68, "class H : On<A>, On<B> { @A @B }", "ok")]
    [InlineData(68, "[HandlesEvents(typeof(Ev))] class H { }", "1004(A, B, C)@H")]
    [InlineData(68, "[HandlesEvents(typeof(Ev))] class H : On<Ev> { public ValueTask HandleAsync(Ev e, CancellationToken c) => default; }", "ok")]
    [InlineData(68, "[HandlesEvents(typeof(Ev)), IgnoresEvents(typeof(C))] class H : On<A>, On<B> { @A @B }", "ok")]
    [InlineData(68, "[HandlesEvents(typeof(Ev)), IgnoresEvents(typeof(Ev))] class H : On<A>, On<B> { @A @B }", "1004(C)@H")]
    [InlineData(70, "class Base : On<A> { @A } [HandlesEvents(typeof(Ev))] class H : Base, On<B>, On<C> { @B @C }", "ok")]
    [InlineData(71, "[HandlesEvents(typeof(Ev))] abstract class Base : On<A> { @A } class H : Base, On<B> { @B } class Complete : Base, On<B>, On<C> { @B @C }", "1004(C)@H")]
    [InlineData(71, "[HandlesEvents(typeof(Ev))] class Base : On<A>, On<B> { @A @B } class H : Base { }", "1004(C)@Base")]
    [InlineData(72, "[HandlesEvents(typeof(Ev))] class H : On<A>, On<B>, On<C> { @A @B ValueTask On<C>.HandleAsync(C e, CancellationToken c) => default; }", "ok")]
    [InlineData(73, "[HandlesEvents(typeof(Ev))] class H : On<A>, On<B>, On<C> { @A @B public async ValueTask HandleAsync(C e, CancellationToken c) => await Task.Yield(); }", "ok")]
    [InlineData(74, "interface IOnC : On<C> { ValueTask On<C>.HandleAsync(C e, CancellationToken c) => default; } [HandlesEvents(typeof(Ev))] class H : On<A>, On<B>, IOnC { @A @B }", "ok")]
    [InlineData(75, "[HandlesEvents(typeof(Ev))] class H<T> : On<T> where T : Ev { public ValueTask HandleAsync(T e, CancellationToken c) => default; }", "1004(A, B, C)@H")]
    [InlineData(80, "[HandlesEvents(typeof(Ev))] class H(int x) : On<A>, On<B> { int X => x; @A @B }", "1004(C)@H")]
    [InlineData(80, "[HandlesEvents(typeof(Ev))] record H : On<A>, On<B> { @A @B }", "1004(C)@H")]
    [InlineData(80, "[HandlesEvents(typeof(Ev))] struct H : On<A>, On<B> { @A @B }", "1004(C)@H")]
    [InlineData(80, "[HandlesEvents(typeof(Ev))] file class H : On<A>, On<B> { @A @B }", "1004(C)@H")]
    [InlineData(80, "class Outer { [HandlesEvents(typeof(Ev))] private class H : On<A>, On<B> { @A @B } }", "1004(C)@H")]
    public async Task Class_Verdict(int number, string code, string verdict)
    {
        Assert.True(number > 0);
        await AssertVerdictAsync(verdict, EventSources.Events, Usings + Expanded(code));
    }

    [Trait("Case", "69")]
    [Theory]
    [InlineData("partial class H : On<B>, On<C> { @B @C }", "ok")]
    [InlineData("partial class H : On<B> { @B }", "1004(C)@H")]
    public async Task PartialOverTwoFiles_OneReport(string other, string verdict) => await AssertVerdictAsync(
        verdict, EventSources.Events, Usings + Expanded("[HandlesEvents(typeof(Ev))] partial class H : On<A> { @A }"), Usings + Expanded(other));

    [Trait("Case", "79")]
    [Fact]
    public async Task InterfaceMemberMissing_OnlyCompilerSpeaks()
    {
        RuleTest test = new([EventSources.Events, Usings + Expanded("interface IAll : On<A>, On<B>, On<C> { } [HandlesEvents(typeof(Ev))] class H : {|CS0535:IAll|} { @A @B }")]);
        Assert.Equal("CS0535", Assert.Single(await test.ReportedAsync()).Id);
    }

    private static string Expanded(string code)
    {
        foreach (string name in new[] { "A", "B", "C" })
        {
            code = code.Replace("@" + name, $"public ValueTask HandleAsync({name} e, CancellationToken c) => default;", StringComparison.Ordinal);
        }

        return code.Replace("On<", "IWebhookEventHandler<", StringComparison.Ordinal);
    }

    /// <summary>What a verdict <c>1004(C)@H</c> names is the one place where something is reported.</summary>
    private static async Task AssertVerdictAsync(string verdict, params string[] sources)
    {
        if (verdict.IndexOf('@') is > 0 and var at)
        {
            Regex place = new($@"(?<=\b(?:class|record|struct) ){verdict[(at + 1)..]}\b");
            int file = Array.FindIndex(sources, source => place.IsMatch(source[(source == EventSources.Events ? source.Length : 0)..]));
            sources[file] = place.Replace(sources[file], "{|TWH1004:$0|}", 1);
        }

        Diagnostic[] reported = [.. await new RuleTest(sources).ReportedAsync()];
        Assert.Equal(verdict, Said(reported));
    }

    private static async Task<string> VerdictAsync(CSharpCompilation compilation)
    {
        Diagnostic[] all = [.. await AnalyzerHarness.AnalyzeAsync(compilation)];
        Assert.DoesNotContain(all, static d => d.Severity == DiagnosticSeverity.Error);
        return Said(all);
    }

    private static string Said(IEnumerable<Diagnostic> all)
    {
        string[] said = [.. all.Where(static d => d.Id == "TWH1004").Select(static d =>
            $"1004({string.Join(", ", d.Properties["Events"]!.Split('|').Select(static name => name[(name.LastIndexOf('.') + 1)..]))})@{d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)}")];
        return said.Length == 0 ? "ok" : string.Join(" ", said);
    }
}
