using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.Measuring;
using TypedWebhooks.Benchmarks.Prix;
using TypedWebhooks.Benchmarks.QuicklySign;
using TypedWebhooks.Benchmarks.Rivals;
using TypedWebhooks.Benchmarks.Telia;

namespace TypedWebhooks.Benchmarks;

/// <summary>From a body to its event: every way beside the bare scan of the body's tokens.</summary>
internal static class ParsingTable
{
    private const string OutOfOrderName = "System.Text.Json generated, any order";

    public static void Print()
    {
        List<(string Title, byte[] Body, IReadOnlyList<Method> Methods)> contests = [.. Contests()];
        Contest.WarmUp([.. contests.SelectMany(static contest => contest.Methods)]);
        foreach ((string title, byte[] body, IReadOnlyList<Method> methods) in contests)
        {
            IReadOnlyList<Score> scores = Contest.Run(methods);
            Score rival = scores.First(static score => score.Name.StartsWith("System.Text.Json generated", StringComparison.Ordinal));
            Report.Print($"{title}, {body.Length:N0} bytes", $"`{(rival.Name == OutOfOrderName ? "generated, any order" : "generated")}`", scores, rival);
            if (methods[1].Run() is { } e)
            {
                Console.WriteLine($"The event's object graph: {ObjectGraph.BytesOf(e):N0} bytes.");
                Console.WriteLine();
            }
        }

        if (GitHubBodies.Folder is null)
        {
            Console.WriteLine("GitHub: not measured, its schemas are not at ../shared/corpus/github beside the repository.");
        }
    }

    public static IEnumerable<(string Title, byte[] Body, IReadOnlyList<Method> Methods)> Contests()
    {
        byte[] telia = SmallBodies.Telia;
        yield return ("Telia signatorysigned", telia,
        [
            .. Ours(telia, () => TeliaEvent.Parse(telia), TeliaJsonContext.Default.TeliaEvent),
            .. Rivals(telia, RivalContext.Default.TeliaRival, OutOfOrder.Context.TeliaRival, "EventType", RivalContext.Default.TeliaSigned, isFirst: true),
            new("Newtonsoft.Json", () => NewtonsoftRival.Read(telia, "EventType", static name => name == "signatorysigned" ? typeof(TeliaNewtonsoft) : typeof(object))),
        ]);

        byte[] prix = SmallBodies.Prix;
        yield return ("Prix SIGNATURE_CREATED", prix,
        [
            .. Ours(prix, () => PrixEvent.Parse(prix), PrixJsonContext.Default.PrixEvent),
            .. Rivals(prix, RivalContext.Default.PrixRival, OutOfOrder.Context.PrixRival, "eventType", RivalContext.Default.PrixCreated, isFirst: true),
            new("Newtonsoft.Json", () => NewtonsoftRival.Read(prix, "eventType", static name => name == "SIGNATURE_CREATED" ? typeof(PrixNewtonsoft) : typeof(object))),
        ]);

        byte[] quicklySign = SmallBodies.QuicklySign;
        yield return ("QuicklySign document_status_changed, the event's name third", quicklySign,
        [
            .. Ours(quicklySign, () => QuicklySignEvent.Parse(quicklySign), QuicklySignJsonContext.Default.QuicklySignEvent),
            .. Rivals(quicklySign, RivalContext.Default.QuicklySignRival, OutOfOrder.Context.QuicklySignRival, "callback_event", RivalContext.Default.QuicklyStatusChanged, isFirst: false),
            new("Newtonsoft.Json", () => NewtonsoftRival.Read(quicklySign, "callback_event", static name => name == "document_status_changed" ? typeof(QuicklySignNewtonsoft) : typeof(object))),
        ]);

#if GITHUB
        GitHubBodies.Load();
        if (GitHubBodies.Folder is null)
        {
            yield break;
        }

        yield return Of("GitHub pull_request.opened, compact", GitHubBodies.Compact, isFirst: true);
        yield return Of("GitHub pull_request.opened, pretty-printed", GitHubBodies.Pretty, isFirst: true);
        yield return Of("GitHub pull_request.opened, no two objects equal", GitHubBodies.Distinct, isFirst: true);
        yield return Of("GitHub pull_request.opened, members in the order of the alphabet", GitHubBodies.Alphabetical, isFirst: false);
        yield return Of("GitHub pull_request.opened, members of each object shuffled on their own", GitHubBodies.Shuffled, isFirst: false);
        yield return Of("GitHub pull_request.opened, 10 % of the members unknown", GitHubBodies.WithUnknown, isFirst: true);
#endif
    }

#if GITHUB
    private static (string Title, byte[] Body, IReadOnlyList<Method> Methods) Of(string title, byte[] body, bool isFirst)
    {
        if (GitHub.GitHubEvent.Parse("pull_request", body) is GitHub.UnrecognizedGitHubEvent e)
        {
            throw new InvalidOperationException($"{e.JsonPath}: {e.Message}");
        }

        return (title, body,
        [
            .. Ours(
                body,
                () => GitHub.GitHubEvent.Parse("pull_request", body),
                GitHub.GitHubJsonContext.Default.PullRequestOpenedEvent),
            .. Rivals(
                body,
                RivalContext.Default.RivalPullRequestEvent,
                OutOfOrder.Context.RivalPullRequestEvent,
                "action",
                RivalContext.Default.PullRequestOpenedEvent,
                isFirst),
        ]);
    }
#endif

    private static IEnumerable<Method> Ours<T>(byte[] body, Func<object?> parse, JsonTypeInfo<T> context) =>
    [
        new("Utf8JsonReader, bare scan", () => Scan(body)),
        new("TypedWebhooks, Parse(span)", parse),
        new("TypedWebhooks, JsonSerializer and context", () => JsonSerializer.Deserialize(body, context)),
    ];

    private static IEnumerable<Method> Rivals<TRoot, TEvent>(
        byte[] body,
        JsonTypeInfo<TRoot> inOrder,
        JsonTypeInfo<TRoot> anyOrder,
        string member,
        JsonTypeInfo<TEvent> one,
        bool isFirst)
    {
        if (isFirst)
        {
            yield return new("System.Text.Json generated", () => JsonSerializer.Deserialize(body, inOrder));
        }

        yield return new(OutOfOrderName, () => JsonSerializer.Deserialize(body, anyOrder));
        yield return new("JsonDocument, look, Deserialize", () => Peek(body, member, one));
        yield return new("System.Text.Json by reflection, any order", () => JsonSerializer.Deserialize<TRoot>(body, OutOfOrder.Reflection));
    }

    public static object? Scan(byte[] body)
    {
        Utf8JsonReader reader = new(body);
        while (reader.Read())
        {
        }

        return null;
    }

    private static TEvent? Peek<TEvent>(byte[] body, string member, JsonTypeInfo<TEvent> one)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty(member).GetString() is { Length: > 0 } ? document.RootElement.Deserialize(one) : default;
    }
}
