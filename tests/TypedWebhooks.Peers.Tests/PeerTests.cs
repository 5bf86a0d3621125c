using Microsoft.Extensions.Options;
using Xunit;

namespace TypedWebhooks.Peers.Tests;

/// <summary>
/// How the libraries of providers answer, and this one: the tables of <c>docs/migration.md</c>, by real requests to servers. What stands there is
/// what is expected, so a later version of a peer that answers otherwise is seen.
/// </summary>
public sealed class PeerTests
{
    private const string NoSecret = "no secret is configured, and none has signed";
    private const string ChangedSecret = "the secret in the configuration is changed, and has signed";
    private const string EmptySecret = "the secret is an empty text, and has signed";
    private const string DoesNotStart = "does not start";

    private static readonly Table s_octokit = new("Octokit.Webhooks.AspNetCore 4.2.3");
    private static readonly Table s_stripe = new("Stripe.net 53.1.0");

    public static TheoryData<string> GitHub => [.. GitHubPosts.All.Keys];

    public static TheoryData<string> Stripe => [.. StripePosts.All.Keys];

    [Theory]
    [MemberData(nameof(GitHub))]
    public async Task GitHub_is_answered_as_the_page_says(string post)
    {
        await using Receiver octokit = await OctokitReceiver.StartAsync(GitHubPosts.Secret);
        await using Receiver own = await OwnReceiver.StartGitHubAsync(GitHubPosts.Secret);
        s_octokit.Expect(post, await GitHubPosts.All[post](octokit), await GitHubPosts.All[post](own));
    }

    [Theory]
    [MemberData(nameof(Stripe))]
    public async Task Stripe_is_answered_as_the_page_says(string post)
    {
        await using Receiver stripe = await StripeReceiver.StartAsync(StripePosts.Secret);
        await using Receiver own = await OwnReceiver.StartStripeAsync(StripePosts.Secret);
        s_stripe.Expect(post, await StripePosts.All[post](stripe), await StripePosts.All[post](own));
    }

    [Fact]
    public async Task Without_a_secret_a_receiver_starts_or_not_as_the_page_says()
    {
        await using Receiver octokit = await OctokitReceiver.StartAsync(null);
        await Assert.ThrowsAsync<OptionsValidationException>(() => OwnReceiver.StartGitHubAsync(null));
        s_octokit.Expect(NoSecret, await GitHubPosts.Unsigned(octokit), DoesNotStart);
    }

    [Fact]
    public async Task With_an_empty_secret_a_receiver_starts_or_not_as_the_page_says()
    {
        await using Receiver stripe = await StripeReceiver.StartAsync("");
        await Assert.ThrowsAsync<OptionsValidationException>(() => OwnReceiver.StartStripeAsync(""));
        s_stripe.Expect(EmptySecret, await StripePosts.SignedWithNothing(stripe), DoesNotStart);
    }

    [Fact]
    public async Task A_secret_that_is_changed_counts_as_the_page_says()
    {
        await using Receiver octokit = await OctokitReceiver.StartWithOptionsAsync(GitHubPosts.Secret);
        await using Receiver own = await OwnReceiver.StartGitHubAsync(GitHubPosts.Secret);
        s_octokit.Expect(ChangedSecret, await GitHubPosts.Changed(octokit, "GitHub:Secret"), await GitHubPosts.Changed(own, "Webhooks:GitHub:Secrets"));
    }

    [Fact]
    public void Nothing_stands_on_the_page_that_is_not_posted()
    {
        Assert.Equal(GitHubPosts.All.Keys.Concat([NoSecret, ChangedSecret]).Order(StringComparer.Ordinal), s_octokit.Posts.Order(StringComparer.Ordinal));
        Assert.Equal(StripePosts.All.Keys.Append(EmptySecret).Order(StringComparer.Ordinal), s_stripe.Posts.Order(StringComparer.Ordinal));
    }
}
