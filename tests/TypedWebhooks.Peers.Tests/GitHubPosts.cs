using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TypedWebhooks.Peers.Tests;

/// <summary>What is posted to the receivers of GitHub's events, by the words of the table.</summary>
internal static class GitHubPosts
{
    public const string Secret = "It's a Secret to Everybody";
    private const string Ping = """{"zen":"Design for failure.","hook_id":1,"hook":{"type":"Repository","id":1,"name":"web","active":true,"events":["push"],"config":{"content_type":"json","insecure_ssl":"0","url":"https://example.com"},"updated_at":"2026-01-01T00:00:00Z","created_at":"2026-01-01T00:00:00Z","url":"https://example.com","test_url":"https://example.com","ping_url":"https://example.com","deliveries_url":"https://example.com","last_response":{"code":null,"status":"unused","message":null}}}""";

    public static Dictionary<string, Func<Receiver, Task<string>>> All { get; } = new()
    {
        ["a signed delivery"] = receiver => Outcome.Of(receiver, Named(Ping).Json().SignGitHub(Secret)),
        ["… as `application/json; charset=utf-8`"] = receiver => Outcome.Of(receiver, Named(Ping).With("Content-Type", "application/json; charset=utf-8").SignGitHub(Secret)),
        ["… as `Application/JSON`"] = receiver => Outcome.Of(receiver, Named(Ping).With("Content-Type", "Application/JSON").SignGitHub(Secret)),
        ["… without a content type"] = receiver => Outcome.Of(receiver, Named(Ping).SignGitHub(Secret)),
        ["… with a content type that is none: `json`"] = receiver => Outcome.Of(receiver, Named(Ping).With("Content-Type", "json").SignGitHub(Secret)),
        ["… as `text/plain`"] = receiver => Outcome.Of(receiver, Named(Ping).With("Content-Type", "text/plain").SignGitHub(Secret)),
        ["an event that the library does not know"] = receiver => Outcome.Of(receiver, Post.Of(Ping).With("X-GitHub-Event", "invented_yesterday").Json().SignGitHub(Secret)),
        ["a body that does not fit its event: `hook_id` is a text"] = receiver => Outcome.Of(receiver, Named(Ping.Replace("\"hook_id\":1", "\"hook_id\":\"one\"", StringComparison.Ordinal)).Json().SignGitHub(Secret)),
        ["no `X-GitHub-Event`"] = receiver => Outcome.Of(receiver, Post.Of(Ping).Json().SignGitHub(Secret)),
        ["`X-GitHub-Event` twice"] = receiver => Outcome.Of(receiver, Named(Ping).With("X-GitHub-Event", "push").Json().SignGitHub(Secret)),
        ["no signature"] = receiver => Outcome.Of(receiver, Named(Ping).Json()),
        ["a wrong signature"] = receiver => Outcome.Of(receiver, Named(Ping).Json().SignGitHub("another")),
        ["the right signature twice"] = receiver => Outcome.Of(receiver, Named(Ping).Json().SignGitHub(Secret).SignGitHub(Secret)),
        ["signed, and no JSON"] = receiver => Outcome.Of(receiver, Named("{\"zen\":").Json().SignGitHub(Secret)),
        ["signed, and longer than the server takes (31 MB)"] = receiver => Outcome.Of(receiver, Post.Of(Encoding.UTF8.GetBytes("{\"zen\":\"" + new string('z', 31_000_000) + "\"}")).With("X-GitHub-Event", "ping").Asking().Json().SignGitHub(Secret)),
        ["the same delivery twice"] = receiver => Outcome.Of(receiver, Named(Ping).Json().SignGitHub(Secret), Named(Ping).Json().SignGitHub(Secret)),
        ["… the second as another event, which no signature covers"] = receiver => Outcome.Of(receiver, Named(Ping).Json().SignGitHub(Secret), Post.Of(Ping).With("X-GitHub-Event", "star").Json().SignGitHub(Secret)),
        ["the handler throws"] = receiver =>
        {
            receiver.Throws = true;
            return Outcome.Of(receiver, Named(Ping).Json().SignGitHub(Secret));
        },
        ["the sender hangs up while the handler works"] = receiver => Outcome.OfHangingUp(receiver, Named(Ping).Json().SignGitHub(Secret)),
    };

    /// <summary>With a receiver that has no secret.</summary>
    public static Task<string> Unsigned(Receiver receiver) => Outcome.Of(receiver, Named(Ping).Json());

    /// <summary>The secret is changed in the configuration after the first delivery.</summary>
    public static async Task<string> Changed(Receiver receiver, string key)
    {
        string before = await Outcome.Of(receiver, Named(Ping).Json().SignGitHub(Secret));
        IConfigurationRoot configuration = (IConfigurationRoot)receiver.Services.GetRequiredService<IConfiguration>();
        configuration[key] = "changed";
        configuration.Reload();
        return before == "200, handled" ? await Outcome.Of(receiver, Named(Ping.Replace("failure", "change", StringComparison.Ordinal)).Json().SignGitHub("changed")) : before;
    }

    private static Post Named(string body) => Post.Of(body).With("X-GitHub-Event", "ping").With("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958");
}
