using System.Buffers;
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

/// <summary>From an event back to its body.</summary>
internal static class WritingTable
{
    public static void Print()
    {
        List<(string Title, IReadOnlyList<Method> Methods)> contests = [.. Contests()];
        Contest.WarmUp([.. contests.SelectMany(static contest => contest.Methods)]);
        foreach ((string title, IReadOnlyList<Method> methods) in contests)
        {
            IReadOnlyList<Score> scores = Contest.Run(methods);
            Report.Print(title, "`generated`", scores, scores[^1]);
        }
    }

    public static IEnumerable<(string Title, IReadOnlyList<Method> Methods)> Contests()
    {
        byte[] telia = SmallBodies.Telia;
        SignatorySignedEvent signed = (SignatorySignedEvent)TeliaEvent.Parse(telia);
        yield return ("Writing: Telia signatorysigned",
        [
            ByHand(signed),
            Ours(TeliaEvent.Parse(telia), TeliaJsonContext.Default.TeliaEvent),
            Rival(telia, RivalContext.Default.TeliaRival),
        ]);
        yield return ("Writing: Prix SIGNATURE_CREATED",
        [
            Ours(PrixEvent.Parse(SmallBodies.Prix), PrixJsonContext.Default.PrixEvent),
            Rival(SmallBodies.Prix, RivalContext.Default.PrixRival),
        ]);
        yield return ("Writing: QuicklySign document_status_changed",
        [
            Ours(QuicklySignEvent.Parse(SmallBodies.QuicklySign), QuicklySignJsonContext.Default.QuicklySignEvent),
            Rival(SmallBodies.QuicklySign, OutOfOrder.Context.QuicklySignRival),
        ]);
#if GITHUB
        GitHubBodies.Load();
        if (GitHubBodies.Folder is not null)
        {
            yield return ("Writing: GitHub pull_request.opened",
            [
                Ours(GitHub.GitHubEvent.Parse("pull_request", GitHubBodies.Compact), GitHub.GitHubJsonContext.Default.GitHubEvent),
                Rival(GitHubBodies.Compact, RivalContext.Default.RivalPullRequestEvent),
            ]);
        }
#endif
    }

    private static Method Ours<T>(T e, JsonTypeInfo<T> context) => Of("TypedWebhooks, JsonSerializer and context", e, context);

    private static Method Rival<T>(byte[] body, JsonTypeInfo<T> context) =>
        Of("System.Text.Json generated", JsonSerializer.Deserialize(body, context)!, context);

    private static Method Of<T>(string name, T e, JsonTypeInfo<T> context)
    {
        ArrayBufferWriter<byte> buffer = new(65_536);
        Utf8JsonWriter writer = new(buffer);
        return new(name, () =>
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            JsonSerializer.Serialize(writer, e, context);
            return null;
        });
    }

    private static Method ByHand(SignatorySignedEvent e)
    {
        ArrayBufferWriter<byte> buffer = new(65_536);
        Utf8JsonWriter writer = new(buffer);
        return new("Utf8JsonWriter by hand", () =>
        {
            buffer.ResetWrittenCount();
            writer.Reset();
            writer.WriteStartObject();
            writer.WriteString("EventType"u8, e.EventType);
            writer.WriteString("Timestamp"u8, e.Timestamp);
            writer.WriteStartObject("EventData"u8);
            writer.WriteString("SignatoryId"u8, e.EventData.SignatoryId);
            writer.WriteString("SignatureRequestId"u8, e.EventData.SignatureRequestId);
            writer.WriteString("TenantId"u8, e.EventData.TenantId);
            writer.WriteString("DepartmentId"u8, e.EventData.DepartmentId);
            writer.WriteString("CreatorId"u8, e.EventData.CreatorId);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.Flush();
            return null;
        });
    }
}
