using System.Text;

namespace TypedWebhooks.Peers.Tests;

/// <summary>What is posted to the receivers of Stripe's events, by the words of the table.</summary>
internal static class StripePosts
{
    public const string Secret = "whsec_of_these_tests";

    public static Dictionary<string, Func<Receiver, Task<string>>> All { get; } = new()
    {
        ["a signed delivery"] = receiver => Outcome.Of(receiver, Body().SignStripe(Secret)),
        ["no `Stripe-Signature`"] = receiver => Outcome.Of(receiver, Body()),
        ["`Stripe-Signature: test`"] = receiver => Outcome.Of(receiver, Body().With("Stripe-Signature", "test")),
        ["… with a time and no `v1`"] = receiver => Outcome.Of(receiver, Body().With("Stripe-Signature", "t=" + Post.Now())),
        ["… with a `v1` and no time"] = receiver => Outcome.Of(receiver, Body().With("Stripe-Signature", "v1=" + new string('0', 64))),
        ["a wrong signature"] = receiver => Outcome.Of(receiver, Body().SignStripe("whsec_another")),
        ["signed six minutes ago"] = receiver => Outcome.Of(receiver, Body().SignStripe(Secret, Post.Now(-360))),
        ["signed, and the time is no number: `t=noon`"] = receiver => Outcome.Of(receiver, Body().SignStripe(Secret, "noon")),
        ["signed, and the time is after 2038: `t=4102444800`"] = receiver => Outcome.Of(receiver, Body().SignStripe(Secret, "4102444800")),
        ["the header twice"] = receiver => Outcome.Of(receiver, Body().SignStripe("whsec_another").SignStripe(Secret)),
        ["an event of another API version"] = receiver => Outcome.Of(receiver, Body(version: "2020-08-27").SignStripe(Secret)),
        ["… of none: `\"api_version\":null`"] = receiver => Outcome.Of(receiver, Post.Of(Json().Replace($"\"{Version}\"", "null", StringComparison.Ordinal)).Json().SignStripe(Secret)),
        ["an event type that the library does not know"] = receiver => Outcome.Of(receiver, Body(type: "invented.yesterday").SignStripe(Secret)),
        ["signed, with a byte order mark before the body"] = receiver => Outcome.Of(receiver, Post.Of([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Json())]).Json().SignStripe(Secret)),
        ["signed, and no JSON"] = receiver => Outcome.Of(receiver, Post.Of("{\"id\":").Json().SignStripe(Secret)),
        ["signed, and empty"] = receiver => Outcome.Of(receiver, Post.Of("").Json().SignStripe(Secret)),
        ["signed, as `text/plain`"] = receiver => Outcome.Of(receiver, Post.Of(Json()).With("Content-Type", "text/plain").SignStripe(Secret)),
        ["the same delivery twice"] = receiver => Outcome.Of(receiver, Body().SignStripe(Secret), Body().SignStripe(Secret)),
        ["the handler throws"] = receiver =>
        {
            receiver.Throws = true;
            return Outcome.Of(receiver, Body().SignStripe(Secret));
        },
        ["the sender hangs up while the handler works"] = receiver => Outcome.OfHangingUp(receiver, Body().SignStripe(Secret)),
    };

    /// <summary>Of the release train that the library is of.</summary>
    private static string Version { get; } = Stripe.StripeConfiguration.ApiVersion;

    /// <summary>With a receiver whose secret is an empty text, as of a setting that is there and has no value: anybody can sign with it.</summary>
    public static Task<string> SignedWithNothing(Receiver receiver) => Outcome.Of(receiver, Body().SignStripe(""));

    private static Post Body(string type = "charge.succeeded", string? version = null) => Post.Of(Json(type, version)).Json();

    private static string Json(string type = "charge.succeeded", string? version = null) =>
        $$$$"""{"id":"evt_1","object":"event","api_version":"{{{{version ?? Version}}}}","created":1533204620,"livemode":false,"pending_webhooks":1,"type":"{{{{type}}}}","data":{"object":{"id":"ch_1","object":"charge","amount":100}}}""";
}
