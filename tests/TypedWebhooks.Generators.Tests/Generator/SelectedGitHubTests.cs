using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>A few of GitHub's events: what is emitted of them, and what becomes of the others.</summary>
public sealed partial class SelectedGitHubTests(ITestOutputHelper output)
{
    private const string Eight = "issues.opened; issues.closed; issues.*labeled; pull_request.opened; pull_request.c*; !*.converted_to_draft; push; ping";

    private static readonly Lazy<Generated> s_all = new(static () => GeneratorHarness.Run(Corpus.GitHub));

    private static readonly Lazy<string[]> s_names = new(static () => [.. ConstantName().Matches(s_all.Value["GitHub.GitHubEventTypes.g.cs"]).Select(static match => match.Groups[1].Value)]);

    [SharedFact("corpus/github")]
    public void EightEvents_EmitAFractionOfTheFiles()
    {
        Generated generated = Run(Eight);
        output.WriteLine($"{generated.Sources.Count} of {s_all.Value.Sources.Count} files, {generated.Sources.Values.Sum(static code => code.Length)} of {s_all.Value.Sources.Values.Sum(static code => code.Length)} characters");
        Assert.Empty(generated.Diagnostics.Where(static d => d.Severity > Microsoft.CodeAnalysis.DiagnosticSeverity.Info));
        generated.AssertCompiles();
        Assert.True(generated.Sources.Count < s_all.Value.Sources.Count / 5, $"{generated.Sources.Count} files");
        Assert.Equal(
            ["IssuesClosedEvent", "IssuesLabeledEvent", "IssuesOpenedEvent", "IssuesUnlabeledEvent", "PingEvent", "PullRequestClosedEvent", "PullRequestOpenedEvent", "PushEvent"],
            EventFiles(generated));
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

    /// <summary>Whatever else is chosen, an event is emitted as it is among all: no type, member or file is called otherwise.</summary>
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
        Assert.Equal(chosen.Length, EventFiles(generated).Length);
        string[] different = [.. generated.Sources
            .Where(source => s_all.Value.Sources.GetValueOrDefault(source.Key) is not { } code || Open(code) != Open(source.Value))
            .Select(static source => source.Key)];
        Assert.Equal(
            [
                "GitHub.GitHubEvent.Json.g.cs",
                "GitHub.GitHubEvent.g.cs",
                "GitHub.GitHubEventDispatcher.g.cs",
                "GitHub.GitHubEventTypes.g.cs",
                "GitHub.GitHubJsonContext.g.cs",
                "GitHub.IGitHubEventHandler.g.cs",
                "GitHub.UnrecognizedGitHubEvent.g.cs",
            ],
            different.Order(StringComparer.Ordinal));
    }

    private static string[] EventFiles(Generated generated) => [.. generated.Sources
        .Where(static source => source.Value.Contains("override global::System.Threading.Tasks.ValueTask DispatchCoreAsync(", StringComparison.Ordinal))
        .Select(static source => source.Key.Split('.')[1])
        .Where(static type => !type.StartsWith("Unrecognized", StringComparison.Ordinal))];

    /// <summary>A record is sealed where nothing derives from it, which depends on the choice; its name and members do not.</summary>
    private static string Open(string code) => code.Replace("sealed partial record", "partial record", StringComparison.Ordinal);

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
