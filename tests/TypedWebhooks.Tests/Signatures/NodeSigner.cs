using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace TypedWebhooks.Tests.Signatures;

/// <summary>Signs with node's own crypto, by what the providers' pages say and not by what this library does.</summary>
internal static class NodeSigner
{
    /// <summary>Zoom's lines are those of its sample: it parses the body, prints it again, and signs that.</summary>
    private const string Program = """
        const crypto = require('crypto');
        const posts = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        const mac = (algorithm, key, coding, ...parts) => {
          const hmac = crypto.createHmac(algorithm, key);
          for (const part of parts) hmac.update(part);
          return hmac.digest(coding);
        };
        const text = post => Buffer.from(post.secret, 'utf8');
        const signers = {
          StandardWebhooks: p => ({ 'webhook-id': p.id, 'webhook-timestamp': String(p.time), 'webhook-signature': 'v1,' + mac('sha256', Buffer.from(p.secret.split('_')[1], 'base64'), 'base64', `${p.id}.${p.time}.`, p.bytes) }),
          Stripe: p => ({ 'Stripe-Signature': `t=${p.time},v1=` + mac('sha256', text(p), 'hex', `${p.time}.`, p.bytes) }),
          GitHub: p => ({ 'X-Hub-Signature-256': 'sha256=' + mac('sha256', text(p), 'hex', p.bytes) }),
          Slack: p => ({ 'X-Slack-Request-Timestamp': String(p.time), 'X-Slack-Signature': 'v0=' + mac('sha256', text(p), 'hex', `v0:${p.time}:`, p.bytes) }),
          Shopify: p => ({ 'X-Shopify-Hmac-Sha256': mac('sha256', text(p), 'base64', p.bytes) }),
          DocuSign: p => ({ 'X-DocuSign-Signature-1': mac('sha256', text(p), 'base64', p.bytes) }),
          Xero: p => ({ 'x-xero-signature': mac('sha256', text(p), 'base64', p.bytes) }),
          Line: p => ({ 'x-line-signature': mac('sha256', text(p), 'base64', p.bytes) }),
          Box: p => ({ 'box-signature-version': '1', 'box-signature-algorithm': 'HmacSHA256', 'box-delivery-timestamp': p.date, 'box-signature-primary': mac('sha256', text(p), 'base64', p.bytes, p.date) }),
          Square: p => ({ 'x-square-hmacsha256-signature': mac('sha256', text(p), 'base64', p.url, p.bytes) }),
          Zoom: p => ({ 'x-zm-request-timestamp': String(p.time), 'x-zm-signature': 'v0=' + mac('sha256', p.secret, 'hex', `v0:${p.time}:${JSON.stringify(JSON.parse(p.bytes))}`) }),
          AdyenPlatform: p => ({ hmacsignature: mac('sha256', Buffer.from(p.secret, 'hex'), 'base64', p.bytes) }),
          Sha1: p => ({ 'X-Signature': 'sha1=' + mac('sha1', Buffer.from(p.secret, 'base64'), 'hex', p.bytes) }),
          Milliseconds: p => ({ 'X-Time': String(p.time * 1000), 'X-Id': p.id, 'X-Signature': mac('sha512', text(p), 'base64', `${p.url}\n${p.id}\n${p.time * 1000}\n`, p.bytes, '\n') }),
          AdyenClassic: p => JSON.parse(p.bytes).notificationItems.map(({ NotificationRequestItem: i }) => mac('sha256', Buffer.from(p.secret, 'hex'), 'base64',
            [i.pspReference, i.originalReference, i.merchantAccountCode, i.merchantReference, i.amount?.value, i.amount?.currency, i.eventCode, i.success].map(field => field ?? '').join(':'))),
          DropboxSign: p => { const { event } = JSON.parse(p.bytes); return [mac('sha256', text(p), 'hex', event.event_time + event.event_type)]; },
          ZoomQuestion: p => ({ plainToken: p.id, encryptedToken: mac('sha256', p.secret, 'hex', p.id) }),
        };
        for (const post of posts) post.bytes = Buffer.from(post.body, 'base64');
        process.stdout.write(JSON.stringify(posts.map(post => signers[post.scheme](post))));
        """;

    public static string? SkipReason { get; } = FindNode() is null ? "node is not on this machine." : null;

    public static JsonElement[] Sign(IEnumerable<JsonObject> posts)
    {
        using Process node = Process.Start(new ProcessStartInfo(FindNode()!, ["-e", Program]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        node.StandardInput.Write(new JsonArray([.. posts]).ToJsonString());
        node.StandardInput.Close();
        string signed = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.Equal(0, node.ExitCode);
        return [.. JsonElement.Parse(signed).EnumerateArray()];
    }

    private static string? FindNode() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(static folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node"))
        .FirstOrDefault(File.Exists);
}

/// <summary>A fact that node decides; it says that it was skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = NodeSigner.SkipReason;
}
