using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Tests.Baselines;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using static TypedWebhooks.Generators.Tests.Evolution.Shorthand;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>What a build says of changes: where, how loudly, and how much of it.</summary>
public sealed class SchemaChangeTests
{
    private static readonly string s_old = Paid(""" "id!": "string", "note": "string" """);

    /// <summary>One that breaks code, one that is silent and breaks payloads, one that adds.</summary>
    private static readonly string s_new = Paid(""" "id!": "string", "by!": "string", "when": "string" """);

    [Fact]
    public async Task NoDifference_IsNothing() => Assert.Empty(await Report(s_old, s_old));

    [Fact]
    public async Task NoBaseline_IsNothing() => Assert.Empty(await UpdateHarness.ReportAsync([Schema(s_new)]));

    [Fact]
    public async Task Documentation_IsNothing() => Assert.Empty(await Report(
        Paid(""" "id!": { "type": "string", "description": "One." } """),
        Paid(""" "id!": { "type": "string", "description": "Two.", "examples": ["1"], "title": "Id" } """)));

    [Fact]
    public async Task Changes_StandAtTheirPlaces()
    {
        Diagnostic[] found = await Report(s_old, s_new);
        Assert.Equal(["TWH3001", "TWH3202", "TWH3203", "TWH3201"], found.OrderBy(static d => d.Id == "TWH3001" ? 0 : 1).ThenByDescending(static d => d.Severity).ThenBy(static d => d.Id).Select(static d => d.Id));
        Assert.Equal("\"by\"", Under(Assert.Single(found, static d => d.Id == "TWH3202"), s_new));
        Assert.Equal("\"when\"", Under(Assert.Single(found, static d => d.Id == "TWH3201"), s_new));

        // What is gone has a line in the baseline, and stands in what it was in.
        Diagnostic gone = Assert.Single(found, static d => d.Id == "TWH3203");
        Assert.EndsWith("hooks.json", gone.Location.GetLineSpan().Path, StringComparison.Ordinal);
        Assert.EndsWith(".lock", Assert.Single(gone.AdditionalLocations).GetLineSpan().Path, StringComparison.Ordinal);
        Assert.StartsWith("Acme: 3 changes not accepted: 1 breaks code, 1 is silent, 1 adds (1 member). ", found.Single(static d => d.Id == "TWH3001").GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Report", DiagnosticSeverity.Warning)]
    [InlineData("Strict", DiagnosticSeverity.Error)]
    [InlineData("strict; wire", DiagnosticSeverity.Error)]
    public async Task Mode_IsTheSummarysSeverity(string mode, DiagnosticSeverity severity)
    {
        Assert.Equal(severity, (await Report(s_old, s_new, ("Baseline", mode))).Single(static d => d.Id == "TWH3001").Severity);

        // The project says it for all, and an item says it for its own.
        Assert.Equal(severity, (await UpdateHarness.ReportAsync(Files(s_old, s_new), ("_TypedWebhooksBaseline", mode))).Single(static d => d.Id == "TWH3001").Severity);
        Assert.Equal(DiagnosticSeverity.Warning, (await UpdateHarness.ReportAsync(Files(s_old, s_new, ("Baseline", "Report")), ("_TypedWebhooksBaseline", mode))).Single(static d => d.Id == "TWH3001").Severity);
    }

    [Fact]
    public async Task Strict_LeavesAdditionsWarnings() =>
        Assert.Equal(DiagnosticSeverity.Warning, (await Report(s_old, Paid(""" "id!": "string", "note": "string", "when": "string" """), ("Baseline", "Strict"))).Single(static d => d.Id == "TWH3001").Severity);

    [Fact]
    public async Task Off_IsNothing() => Assert.Empty(await Report(s_old, s_new, ("Baseline", "Off")));

    [Theory]
    [InlineData("Source", "TWH3001 TWH3201 TWH3203")]
    [InlineData("Silent", "TWH3001 TWH3201 TWH3202")]
    [InlineData("Report;Wire", "TWH3001 TWH3201 TWH3202")]
    public async Task Classes_AreChosen(string choice, string rules) => Assert.Equal(rules, string.Join(' ', (await Report(s_old, s_new, ("Baseline", choice))).Select(static d => d.Id).Order()));

    [Fact]
    public async Task ManyChanges_AreListedWhereTheyBreak()
    {
        string added = string.Join(", ", Enumerable.Range(0, 40).Select(static i => $"\"m{i}\": \"string\"")), required = string.Join(", ", Enumerable.Range(0, 20).Select(static i => $"\"r{i}!\": \"string\""));
        Diagnostic[] found = await Report(s_old, Paid($"\"id!\": \"string\", \"note\": \"string\", {added}, {required}"));
        Assert.Equal(UpdateReport.MaxLines + 1, found.Length);
        Assert.Equal(20, found.Count(static d => d.Id == "TWH3202"));
        Assert.Contains("60 changes not accepted: 20 are silent, 40 add (40 members); 35 of them are not listed here", found.Single(static d => d.Id == "TWH3001").GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptedChange_IsNotReported()
    {
        Diagnostic required = (await Report(s_old, s_new)).Single(static d => d.Id == "TWH3202");
        string accepted = LockText.Of(Schema(s_old)) + $"\naccepted {required.Properties[UpdateReport.FingerprintProperty]} \"TWH3202 PaidEvent.by\"\n";
        Diagnostic[] found = await UpdateHarness.ReportAsync([Schema(s_new), LockText.File(accepted)]);
        Assert.Equal(["TWH3001", "TWH3201", "TWH3203"], found.Select(static d => d.Id).Order());
    }

    [Fact]
    public async Task BrokenBaseline_IsOneError()
    {
        string[] found = UpdateHarness.Print(await UpdateHarness.ReportAsync([Schema(s_new), LockText.File("# TypedWebhooks baseline 1\nprovider Acme\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n")]));
        Assert.StartsWith("Acme.webhooks.lock(3,1): error TWH3002: This is a mark of a merge", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewerBaseline_IsOneError()
    {
        string[] found = UpdateHarness.Print(await UpdateHarness.ReportAsync([Schema(s_new), LockText.File("# TypedWebhooks baseline 7\nprovider Acme\nsomething new\n")]));
        Assert.StartsWith("Acme.webhooks.lock(1,1): error TWH3003: The baseline has format 7", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BaselineOfNobody_IsSaid()
    {
        string text = LockText.Of(Schema(s_old));
        string[] found = UpdateHarness.Print(await UpdateHarness.ReportAsync([Schema(s_old), LockText.File(text), LockText.File(text, "Acne")]));
        Assert.Equal(["Acne.webhooks.lock(1,1): warning TWH3004: 'Acne.webhooks.lock' is a baseline of no provider of this project"], found);
    }

    [Fact]
    public async Task BaselineOfAnother_IsSaid()
    {
        string text = LockText.Of(Schema(s_old)).Replace("provider Acme", "provider Acne", StringComparison.Ordinal);
        string[] found = UpdateHarness.Print(await UpdateHarness.ReportAsync([Schema(s_new), LockText.File(text)]));
        Assert.StartsWith("Acme.webhooks.lock(5,1): warning TWH3004: This is the baseline of Acne", Assert.Single(found), StringComparison.Ordinal);
    }

    /// <summary>A baseline that another version of the generator has written, of the very same schemas.</summary>
    [Fact]
    public async Task SameSchemasOtherTypes_AreOurDoing()
    {
        string text = LockText.Of(Schema(s_old)).Replace("note string", "note guid", StringComparison.Ordinal);
        string[] found = [.. (await UpdateHarness.ReportAsync([Schema(s_old), LockText.File(text)])).Select(static d => d.Id).Order()];
        Assert.Equal(["TWH3005", "TWH3306"], found);
    }

    /// <summary>An event whose schema cannot be read is not gone.</summary>
    [Fact]
    public async Task BrokenSchema_IsNotCompared() => Assert.Empty(await UpdateHarness.ReportAsync([Schema(s_new.Replace("\"properties\"", "\"properties\" oops", StringComparison.Ordinal)), LockText.File(LockText.Of(Schema(s_old)))]));

    [Fact]
    public async Task FrozenVersion_IsAnError()
    {
        SchemaText[] old = [Schema(s_old, ("Version", "1"), ("Frozen", "true"))];
        string text = LockText.Of(old);
        Assert.Empty(await UpdateHarness.ReportAsync([.. old, LockText.File(text, "Acme.1")]));
        Diagnostic[] found = await UpdateHarness.ReportAsync([Schema(s_new, ("Version", "1"), ("Frozen", "true")), LockText.File(text, "Acme.1")]);
        Diagnostic frozen = Assert.Single(found, static d => d.Id == "TWH3810");
        Assert.Equal(DiagnosticSeverity.Error, frozen.Severity);
        Assert.Contains("Acme 1 is frozen, and 3 changes of it are not documentation alone", frozen.GetMessage(), StringComparison.Ordinal);
    }

    /// <summary>A key that is pressed in a C# file changes nothing that is looked at: the same texts are not compared again.</summary>
    [Fact]
    public async Task SameTexts_AreReadOnce()
    {
        SchemaText schema = new("/consumer/schemas/acme/hooks.json", s_new, ("Provider", "Acme"), ("EventType", "/type"));
        SchemaText[] files = [schema, LockText.File(LockText.Of(Schema(s_old)))];
        Diagnostic[] first = await UpdateHarness.ReportAsync(files);
        Diagnostic[] second = await UpdateHarness.ReportAsync(files);
        Assert.Equal(4, first.Length);
        Assert.Equal(first.Length, first.Intersect(second, ReferenceEqualityComparer.Instance).Count());
    }

    private static Task<Diagnostic[]> Report(string old, string now, params (string Name, string Value)[] metadata) => UpdateHarness.ReportAsync(Files(old, now, metadata));

    private static IEnumerable<SchemaText> Files(string old, string now, params (string Name, string Value)[] metadata) => [Schema(now, metadata), LockText.File(LockText.Of(Schema(old)))];

    private static SchemaText Schema(string text, params (string Name, string Value)[] metadata) => GeneratorHarness.Acme(text, [("EventType", "/type"), .. metadata]);

    private static string Under(Diagnostic diagnostic, string text) => text.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
