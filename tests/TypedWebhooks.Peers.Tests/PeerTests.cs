using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Peers.Tests;

public sealed class PeerTests(ITestOutputHelper output)
{
    [Fact]
    public async Task GitHub()
    {
        foreach ((string name, Func<Receiver, Task<string>> post) in GitHubPosts.All)
        {
            await using Receiver receiver = await OctokitReceiver.StartAsync(GitHubPosts.Secret);
            output.WriteLine($"| {name} | {await post(receiver)} |");
        }
        await using Receiver r = await OctokitReceiver.StartAsync(null);
        output.WriteLine($"no secret {await GitHubPosts.Unsigned(r)}");
        await using Receiver r2 = await OctokitReceiver.StartWithOptionsAsync(GitHubPosts.Secret);
        output.WriteLine($"changed {await GitHubPosts.Changed(r2, "GitHub:Secret")}");
    }

    [Fact]
    public async Task StripeNet()
    {
        foreach ((string name, Func<Receiver, Task<string>> post) in StripePosts.All)
        {
            await using Receiver receiver = await StripeReceiver.StartAsync(StripePosts.Secret);
            output.WriteLine($"| {name} | {await post(receiver)} |");
        }
        await using Receiver r = await StripeReceiver.StartAsync("");
        output.WriteLine($"no secret {await StripePosts.SignedWithNothing(r)}");
    }
}
