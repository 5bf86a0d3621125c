using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>
/// Half-written code: what an editor shows an analyzer most of the time. No analyzer may throw or hang on it.
/// <c>TYPEDWEBHOOKS_FUZZ</c> is the number of deletions, 150 unless it is set; with it every prefix is tried as well.
/// </summary>
public sealed class NeverCrashTests
{
    private const int Seed = 8_509;

    /// <summary>Every case as a source of its own, so that one is analyzed in milliseconds.</summary>
    private static IEnumerable<string> Sources()
    {
        static IEnumerable<string> Bodies(Type type) => type.GetMethods()
            .SelectMany(static method => method.GetCustomAttributes<InlineDataAttribute>())
            .Select(static data => EventSources.Unmarked(data.GetData(null!).Single().OfType<string>().First()));

        return
        [
            .. Bodies(typeof(SwitchCases)).Select(static sections => EventSources.Method(
                sections.Contains("=>", StringComparison.Ordinal) ? $"_ = e switch {{ {sections} }};" : $"switch (e) {{ {sections} }}")),
            .. Bodies(typeof(ChainCases)).Select(static body => EventSources.Method(body, "Ev e, Ev f")),
            .. Bodies(typeof(OperandCases)).Where(static body => !body.StartsWith('#')).Select(static body => $"{EventSources.Events}class P {{ {body} }}"),
            .. Bodies(typeof(HandlerCases)).Select(static body => $"{EventSources.Events}namespace H {{ using N; {body.Replace("On<", "IWebhookEventHandler<", StringComparison.Ordinal)} }}"),
            .. Bodies(typeof(NameCases)).Select(static body => EventSources.Method(body, "Ev e, string s")),
        ];
    }

    [Fact]
    public async Task TokensDeleted_NoException()
    {
        bool isLong = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int count);
        string[] sources = [.. Sources()];
        Random random = new(Seed);
        for (int i = 0; i < (isLong ? count : 150); i++)
        {
            string source = sources[random.Next(sources.Length)];
            SyntaxToken[] tokens = [.. (await CSharpSyntaxTree.ParseText(source).GetRootAsync()).DescendantTokens().Where(static token => token.Span.Length > 0)];
            int deletions = random.Next(1, 4);
            IEnumerable<TextChange> changes = Enumerable.Range(0, deletions)
                .Select(_ => tokens[random.Next(EventTokens(source, tokens), tokens.Length)].Span)
                .Distinct()
                .OrderBy(static span => span.Start)
                .Select(static span => new TextChange(span, ""));
            await AnalyzeWithin(SourceText.From(source).WithChanges(changes).ToString());
        }
    }

    [Fact]
    public async Task Prefixes_NoException()
    {
        bool isLong = Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ") is not null;
        foreach (string source in Sources())
        {
            SyntaxToken[] tokens = [.. (await CSharpSyntaxTree.ParseText(source).GetRootAsync()).DescendantTokens()];
            int first = Array.FindIndex(tokens, static token => token.SpanStart >= EventSources.Events.Length);
            int step = isLong ? 1 : Math.Max(1, (tokens.Length - first) / 2);
            for (int i = Math.Max(0, first); i < tokens.Length; i += step)
            {
                await AnalyzeWithin(source[..tokens[i].SpanStart]);
            }
        }
    }

    /// <summary>Where the code that is switched in begins: deletions in the events themselves are made only now and then.</summary>
    private static int EventTokens(string source, SyntaxToken[] tokens) =>
        source.Length % 7 == 0 ? 0 : Math.Max(0, Array.FindIndex(tokens, static token => token.SpanStart >= EventSources.Events.Length));

    private static async Task AnalyzeWithin(string source)
    {
        Task analysis = AnalyzerHarness.AnalyzeAsync(source, LanguageVersion.Preview);
        Task first = await Task.WhenAny(analysis, Task.Delay(TimeSpan.FromSeconds(60), CancellationToken.None));
        Assert.True(first == analysis, "hangs on:\n" + source);
        try
        {
            await analysis;
        }
        catch (InvalidOperationException exception)
        {
            Assert.Fail(exception.Message + "\n" + source);
        }
    }
}
