using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace TypedWebhooks;

/// <summary>The engine of the schemes that sign nothing, and bring a secret along.</summary>
internal sealed class SharedHeadersScheme : WebhookScheme
{
    private readonly string[] _names;

    /// <exception cref="ArgumentException">There is no name, one is empty, or one is there twice.</exception>
    public SharedHeadersScheme(string name, string[] headerNames)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(headerNames);
        if (headerNames.Length == 0 || headerNames.Any(string.IsNullOrWhiteSpace) || headerNames.Distinct(StringComparer.OrdinalIgnoreCase).Count() < headerNames.Length)
        {
            throw new ArgumentException("There has to be a header, and each has a name of its own.", nameof(headerNames));
        }

        _names = [.. headerNames];
    }

    public override WebhookCoverage Coverage => WebhookCoverage.Sender;

    public override WebhookSecrets ReadSecrets(IEnumerable<string> secrets)
    {
        byte[][] keys = KeyReader.Read(secrets, WebhookKeyForm.Text, "");
        return keys.Length % _names.Length == 0 ? new(keys) : throw new FormatException(
            FormattableString.Invariant($"There are {keys.Length} secrets, which is no multiple of the {_names.Length} headers: there is one for each, in the order of {string.Join(", ", _names)}."));
    }

    public override WebhookVerification Verify(
        IWebhookHeaders headers,
        ReadOnlySpan<byte> body,
        WebhookSecrets secrets,
        DateTimeOffset now,
        TimeSpan? tolerance = null,
        string? address = null)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(secrets);
        if (secrets.Count == 0)
        {
            return new(WebhookRefusal.NoSecret);
        }

        byte[]? many = _names.Length > 8 ? new byte[_names.Length * SHA256.HashSizeInBytes] : null;
        Span<byte> sent = many ?? stackalloc byte[8 * SHA256.HashSizeInBytes];
        for (int i = 0; i < _names.Length; i++)
        {
            int count = headers.Find(_names[i], out string? value);
            if (count != 1)
            {
                return new(count == 0 ? WebhookRefusal.Missing : WebhookRefusal.Repeated);
            }

            FixedTime.Hash(value, sent.Slice(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes));
        }

        // All headers of one set match; to the end, whatever the first of them were.
        Span<byte> wanted = stackalloc byte[SHA256.HashSizeInBytes];
        int index = -1;
        for (int set = 0; set < secrets.Keys.Length / _names.Length; set++)
        {
            bool isMatch = true;
            for (int i = 0; i < _names.Length; i++)
            {
                SHA256.HashData(secrets.Keys[(set * _names.Length) + i], wanted);
                isMatch &= FixedTime.AreEqual(sent.Slice(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes), wanted);
            }

            index = isMatch && index < 0 ? set : index;
        }

        return index < 0 ? new(WebhookRefusal.Mismatch) : new(WebhookRefusal.None, SecretIndex: index);
    }

    public override SignedWebhook Sign(ReadOnlyMemory<byte> body, WebhookSecrets secrets, DateTimeOffset now, string? id = null, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return secrets.Count < _names.Length
            ? throw new ArgumentException("There is no secret to sign with.", nameof(secrets))
            : new([.. _names.Select((name, i) => KeyValuePair.Create(name, Encoding.UTF8.GetString(secrets.Keys[i])))], body);
    }
}
