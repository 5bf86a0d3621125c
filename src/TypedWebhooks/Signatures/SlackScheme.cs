using System;
using System.Text;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>Slack, which asks whether an address is the receiver's by an event of its own and, for commands, by a form.</summary>
internal sealed class SlackScheme(WebhookHmacOptions options) : HmacScheme(options)
{
    private static readonly string[] s_type = ["type"];
    private static readonly string[] s_challenge = ["challenge"];

    public override WebhookChallenge? FindChallenge(IWebhookHeaders headers, ReadOnlySpan<byte> body, WebhookSecrets secrets)
    {
        if (body.TrimStart("\uFEFF \t\r\n"u8) is not [(byte)'{', ..])
        {
            return IsCheck(body) ? new("text/plain", ReadOnlyMemory<byte>.Empty) : null;
        }

        // Hardly any event is the question; the others are not read for it.
        return body.IndexOf("url_verification"u8) >= 0
            && JsonMember.FindText(body, s_type) == "url_verification"
            && JsonMember.FindText(body, s_challenge) is { } challenge
            ? new("text/plain", Encoding.UTF8.GetBytes(challenge))
            : null;
    }

    private static bool IsCheck(ReadOnlySpan<byte> form)
    {
        if (form.IndexOf("ssl_check"u8) < 0)
        {
            return false;
        }

        try
        {
            return WebhookForm.Field(form, "ssl_check").AsSpan().SequenceEqual("1"u8);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
