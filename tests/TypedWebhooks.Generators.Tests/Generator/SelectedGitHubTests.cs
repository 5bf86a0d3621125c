using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>A few of GitHub's events: what is emitted of them, and what becomes of the others.</summary>
public sealed partial class SelectedGitHubTests(ITestOutputHelper output)
{
    private const string Eight = "issues.opened; issues.closed; issues.*labeled; pull_request.opened; pull_request.c*; !*.converted_to_draft; push; ping";

    private static readonly Lazy<Generated> s_all = new(static () => GeneratorHarness.Run(Corpus.GitHub));

    private static readonly Lazy<Dictionary<string, string>> s_types = new(static () => Types(s_all.Value));

    private static readonly Lazy<string[]> s_names = new(static () => [.. ConstantName().Matches(s_all.Value["GitHub.GitHubEventTypes.g.cs"]).Select(static match => match.Groups[1].Value)]);

    [SharedFact("corpus/github")]
    public void EightEvents_EmitAFractionOfTheFiles()
    {
        Generated generated = Run(Eight);
        output.WriteLine($"{generated.Sources.Count} of {s_all.Value.Sources.Count} files, {generated.Sources.Values.Sum(static code => code.Length)} of {s_all.Value.Sources.Values.Sum(static code => code.Length)} characters");
        Assert.Empty(generated.Diagnostics.Where(static d => d.Severity > DiagnosticSeverity.Info));
        generated.AssertCompiles();
        Assert.True(generated.Sources.Count < s_all.Value.Sources.Count / 5, $"{generated.Sources.Count} files");
        Assert.Equal(
            ["IssuesClosedEvent", "IssuesLabeledEvent", "IssuesOpenedEvent", "IssuesUnlabeledEvent", "PingEvent", "PullRequestClosedEvent", "PullRequestOpenedEvent", "PushEvent"],
            Events(generated));
    }

    [SharedFact("corpus/github")]
    public void EveryPayload_IsReadOrKept()
    {
        string[] chosen = ["issues.opened", "issues.closed", "pull_request.opened", "push", "ping", "star.created", "release.published", "check_run.completed"];
        Provider provider = Provider.Load("GitHub", "corpus/github", With(string.Join("; ", chosen)));
        string[] known = s_names.Value;
        int typed = 0, kept = 0;
        foreach (Payload payload in provider.Payloads)
        {
            object e = provider.Parse(payload.EventName, payload.Json);
            bool isChosen = chosen.Contains(payload.Event);
            string name = known.Contains(payload.Event) ? payload.Event : payload.EventName!;
            if (e.GetType() != provider.Unrecognized)
            {
                Assert.True(isChosen, payload.File);
                Assert.Equal(payload.Event, Provider.Get<string>(e, "EventType"));
                typed++;
            }
            else
            {
                UnrecognizedReason reason = Provider.Get<UnrecognizedReason>(e, "Reason");
                Assert.Equal(isChosen ? UnrecognizedReason.SchemaMismatch : known.Contains(name) ? UnrecognizedReason.NotSelected : UnrecognizedReason.UnknownEventType, reason);
                Assert.Equal(reason == UnrecognizedReason.NotSelected ? name : payload.Event, Provider.Get<string>(e, "EventType"));
                kept += reason == UnrecognizedReason.NotSelected ? 1 : 0;
            }

            Assert.True(Corpus.AreEqual(payload.Json, JsonSerializer.Serialize(e, provider.Root)), payload.File);
        }

        output.WriteLine($"{typed} typed, {kept} kept");
        Assert.Equal(provider.Payloads.Count(payload => payload.IsValid && chosen.Contains(payload.Event)), typed);
        Assert.Equal((19, 200), (typed, kept));
    }

    /// <summary>Whatever else is chosen, a type is what it is among all events: no type and no member is called otherwise.</summary>
    [SharedTheory("corpus/github")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void RandomChoice_IsEmittedAsAmongAll(int seed)
    {
        Random random = new(seed);
        string[] chosen = [.. s_names.Value.Where(_ => random.Next(1 << seed) == 0)];
        Generated generated = Run(string.Join(";", chosen));
        generated.AssertCompiles();
        Assert.Equal(chosen.Length, Events(generated).Length);
        Dictionary<string, string> types = Types(generated);
        Assert.True(types.Count > chosen.Length);
        Assert.Equal(
            [
                "GitHubEvent",
                "GitHubEventDispatcher",
                "GitHubEventTypes",
                "GitHubJsonContext",
                "GitHubJsonConverter",
                "IGitHubEventHandler",
                "UnrecognizedGitHubEvent",
            ],
            types.Where(type => s_types.Value.GetValueOrDefault(type.Key) != type.Value).Select(static type => type.Key).Order(StringComparer.Ordinal));
    }

    private static string[] Events(Generated generated) => [.. Types(generated)
        .Where(static type => type.Value.Contains("override global::System.Threading.Tasks.ValueTask DispatchCoreAsync(", StringComparison.Ordinal))
        .Select(static type => type.Key)
        .Where(static type => !type.StartsWith("Unrecognized", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    /// <summary>A record is sealed where nothing derives from it, which depends on the choice; its name and members do not.</summary>
    private static Dictionary<string, string> Types(Generated generated) => generated.Types.ToDictionary(
        static type => type.Key,
        static type => type.Value.Replace("sealed partial record", "partial record", StringComparison.Ordinal));

    private static Generated Run(string patterns) => GeneratorHarness.Run(With(patterns));

    private static SchemaText[] With(string patterns)
    {
        SchemaText[] schemas = Corpus.GitHub;
        foreach (SchemaText schema in schemas)
        {
            schema.Metadata["build_metadata.AdditionalFiles.WebhookEvents"] = patterns;
        }

        return schemas;
    }

    [GeneratedRegex("""public const string \w+ = "([^"]+)";""")]
    private static partial Regex ConstantName();
}
