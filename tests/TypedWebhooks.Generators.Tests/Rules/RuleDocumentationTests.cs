using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>Ids, severities, pages and release files say the same, and the examples on the pages are true.</summary>
public sealed class RuleDocumentationTests
{
    /// <summary>What the examples on the pages are written against.</summary>
    private const string Telia = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using TypedWebhooks;
        [WebhookEvents(typeof(SignatureRequestCompletedEvent), typeof(SignatorySignedEvent), typeof(UnrecognizedTeliaEvent))]
        public abstract record TeliaEvent { public abstract string EventType { get; } }
        public sealed record SignatureRequestCompletedEvent : TeliaEvent { public override string EventType => TeliaEventTypes.SignatureRequestCompleted; }
        public sealed record SignatorySignedEvent : TeliaEvent { public bool IsUrgent { get; init; } public override string EventType => TeliaEventTypes.SignatorySigned; }
        public sealed record UnrecognizedTeliaEvent : TeliaEvent { public override string EventType => ""; }
        [WebhookEventTypes(typeof(TeliaEvent), IgnoreCase = true)]
        public static class TeliaEventTypes { public const string SignatureRequestCompleted = "signaturerequestcompleted"; public const string SignatorySigned = "signatorysigned"; }

        """;

    public static TheoryData<string> Ids => [.. Descriptors.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal)];

    /// <summary>The rules on what code does with events; pages on projects are held to their own form by the tests of the generator.</summary>
    private static IEnumerable<DiagnosticDescriptor> Descriptors => AnalyzerHarness.AllRules
        .SelectMany(static rule => rule.SupportedDiagnostics)
        .Where(static descriptor => descriptor.Id.StartsWith("TWH1", StringComparison.Ordinal));

    [Fact]
    public void Ids_EachOnce() =>
        Assert.Equal(Descriptors.Select(static descriptor => descriptor.Id).Distinct().Count(), Descriptors.Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_DocumentedAndReleased(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors.Single(each => each.Id == id);
        string page = File.ReadAllText(Path.Combine(Root(), "docs", "rules", id + ".md"));
        Assert.StartsWith($"# {id}: {descriptor.Title}\n\nDefault severity: {Lower(descriptor.DefaultSeverity)}.\n", page, StringComparison.Ordinal);
        Assert.Equal($"https://github.com/typedwebhooks/typedwebhooks/blob/main/docs/rules/{id}.md", descriptor.HelpLinkUri);
        Assert.All(["## What", "## Why", "## Flagged", "## Repaired", "## Configure", $"dotnet_diagnostic.{id}.severity"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        string releases = File.ReadAllText(Path.Combine(Root(), "src", "TypedWebhooks.Generators", "AnalyzerReleases.Unshipped.md"))
            + File.ReadAllText(Path.Combine(Root(), "src", "TypedWebhooks.Generators", "AnalyzerReleases.Shipped.md"));
        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}", releases, StringComparison.Ordinal);
        Assert.Contains($"[{id}]({id}.md)", File.ReadAllText(Path.Combine(Root(), "docs", "rules", "README.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Examples_FlaggedAndRepaired(string id)
    {
        string[] examples = [.. Regex.Matches(File.ReadAllText(Path.Combine(Root(), "docs", "rules", id + ".md")), "```csharp\n(.*?)```", RegexOptions.Singleline)
            .Select(static match => match.Groups[1].Value)];
        Assert.True(examples.Length >= 2);
        Assert.Equal([id], await RulesOnAsync(examples[0]));
        foreach (string right in examples[1..])
        {
            Assert.Empty(await RulesOnAsync(right));
        }
    }

    private static async Task<string[]> RulesOnAsync(string example)
    {
        string source = example.Contains("class ", StringComparison.Ordinal)
            ? Telia + example
            : Telia + "class Receiver { object? Remind(TeliaEvent e) => e; void Archive(TeliaEvent e) { } void Park(TeliaEvent e) { }\n" + example + "}";
        Diagnostic[] all = [.. await AnalyzerHarness.AnalyzeAsync(source)];
        Assert.DoesNotContain(all, static d => d.Severity == DiagnosticSeverity.Error);
        return [.. all.Where(static d => !d.IsSuppressed && d.Severity == DiagnosticSeverity.Warning).Select(static d => d.Id)];
    }

    private static string Lower(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Warning ? "warning" : severity == DiagnosticSeverity.Error ? "error" : "information";

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
