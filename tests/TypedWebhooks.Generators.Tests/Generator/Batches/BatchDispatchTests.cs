using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Batches;

/// <summary>The events of a batch go to their handler in order, and one that fails keeps none behind it from its own.</summary>
public sealed class BatchDispatchTests
{
    private const string Handler = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Consumer.Acme;
        internal sealed class Handler : IAcmeEventHandler
        {
            private readonly CancellationTokenSource _source = new();
            public static List<string> Took { get; } = new();
            public ValueTask HandleAsync(FollowEvent e, CancellationToken c) => Take(e.User);
            public ValueTask HandleAsync(UnrecognizedAcmeEvent e, CancellationToken c) => Take("unrecognized " + e.EventType);
            private async ValueTask Take(string text)
            {
                if (text == "now") { throw new FormatException("at once"); }
                await Task.Yield();
                Took.Add(text);
                if (text == "late") { throw new InvalidOperationException("later"); }
                if (text == "cancel") { _source.Cancel(); }
                if (text == "canceled") { throw new OperationCanceledException(); }
            }
            public static async Task Run(string json)
            {
                Took.Clear();
                Handler h = new();
                await AcmeBatch.Parse(json).DispatchAsync(h, h._source.Token);
            }
        }
        """;

    private static readonly Lazy<EmittedEvents> s_acme = new(static () => new("Acme", GeneratorHarness.Run(
        MappedProvider.Of(
            """{ "eventType": "/type", "batch": "/events/*", "handshakes": ["hello"], "events": { "follow": "hooks.json#/$defs/follow" } }""",
            ("hooks.json", """{ "$defs": { "follow": { "type": "object", "required": ["type", "user"], "properties": { "type": { "const": "follow" }, "user": { "type": "string" } } } } }""")),
        [Handler])));

    [Fact]
    public async Task AllHandled_InOrder()
    {
        await Run("a", "b", "?new", "c", "?hello", "7");
        Assert.Equal(["a", "b", "unrecognized new", "c", "unrecognized "], Took);
    }

    [Fact]
    public async Task SomeFail_TheOthersAreHandledAndAllFailuresAreSaid()
    {
        WebhookBatchException thrown = await Assert.ThrowsAsync<WebhookBatchException>(() => Run("a", "now", "b", "late", "canceled", "c"));
        Assert.Equal(["a", "b", "late", "canceled", "c"], Took);
        Assert.Equal(1, thrown.Index);
        Assert.Equal("now", BatchProvider.Get(thrown.Event!, "User"));
        Assert.Equal("at once", Assert.IsType<FormatException>(thrown.InnerException).Message);
        Assert.Equal([1, 3, 4], thrown.Failures.Select(static failure => failure.Index));
        Assert.Equal("3 of the 6 events of a batch were not handled: [1] FollowEvent, [3] FollowEvent, [4] FollowEvent.", thrown.Message);
    }

    [Fact]
    public async Task GivenUp_NothingMoreBegins()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Run("a", "cancel", "b"));
        Assert.Equal(["a", "cancel"], Took);
    }

    /// <summary>What had failed before is not forgotten, and what was not begun is said.</summary>
    [Fact]
    public async Task GivenUpAfterAFailure_AllThatIsNotHandledIsSaid()
    {
        WebhookBatchException thrown = await Assert.ThrowsAsync<WebhookBatchException>(() => Run("late", "cancel", "b", "c"));
        Assert.Equal(["late", "cancel"], Took);
        Assert.Equal([0, 2, 3], thrown.Failures.Select(static failure => failure.Index));
        Assert.IsAssignableFrom<OperationCanceledException>(thrown.Failures[2].Exception);
    }

    private static IReadOnlyList<string> Took => (IReadOnlyList<string>)s_acme.Value.Assembly.GetType("Handler")!.GetProperty("Took")!.GetValue(null)!;

    private static Task Run(params string[] users) => (Task)s_acme.Value.Assembly.GetType("Handler")!.GetMethod("Run")!.Invoke(
        null,
        [$"{{\"events\":[{string.Join(",", users.Select(static user => user[0] is '?' ? $"{{\"type\":\"{user[1..]}\"}}" : user is "7" ? "7" : $"{{\"type\":\"follow\",\"user\":\"{user}\"}}"))}]}}"])!;
}
