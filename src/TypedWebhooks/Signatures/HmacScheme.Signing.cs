using System;
using System.Collections.Generic;

namespace TypedWebhooks;

/// <content>Signing.</content>
internal partial class HmacScheme
{
    public override SignedWebhook Sign(ReadOnlyMemory<byte> body, WebhookSecrets secrets, DateTimeOffset now, string? id = null, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        if (NeedsAddress)
        {
            ArgumentNullException.ThrowIfNull(address);
        }

        byte[][] keys = KeysOf(secrets);
        List<KeyValuePair<string, string>> headers = [];
        foreach ((string name, string value) in _options.FixedHeaders)
        {
            headers.Add(new(name, value));
        }

        string? time = _usesTime ? TimestampText.Write(_options.TimestampForm, now) : null;
        if (_usesTime && _headers.Timestamp is { } timestampHeader)
        {
            headers.Add(new(timestampHeader, time!));
        }

        if (_usesId)
        {
            id ??= "msg_" + Guid.NewGuid().ToString("N");
            if (id.Length == 0 || !IsId(id))
            {
                throw new ArgumentException("An identifier has letters, digits and signs of ASCII, and no space.", nameof(id));
            }

            headers.Add(new(_headers.Id!, id));
        }

        SignedValues values = new(body.Span, time, id, address);
        byte[] content = new byte[_template.MaxLength(values)];
        int length = _template.Write(values, content);
        List<string> signatures = [];
        foreach (byte[] key in keys)
        {
            byte[] signature = new byte[_size];
            KeyedHash.Compute(_options.Hash, key, content.AsSpan(0, length), signature);
            signatures.Add(_options.Prefix + SignatureText.Encode(_options.Coding, signature));
        }

        AddSignatures(headers, signatures, time);
        return new(headers, body);
    }

    /// <summary>Each secret that a provider has signs, where there is room for more than one signature; else the first does.</summary>
    private byte[][] KeysOf(WebhookSecrets secrets)
    {
        int most = _options.Separator is not null ? int.MaxValue : 1 + _options.OtherSignatureHeaders.Length;
        return secrets.Keys.Length == 0 ? throw new ArgumentException("There is no secret to sign with.", nameof(secrets))
            : secrets.Keys.Length <= most ? secrets.Keys
            : secrets.Keys[..most];
    }

    private void AddSignatures(List<KeyValuePair<string, string>> headers, List<string> signatures, string? time)
    {
        if (_options.Separator is { } separator)
        {
            if (_options.TimestampPrefix is { } prefix)
            {
                signatures.Insert(0, prefix + time);
            }

            headers.Add(new(_headers.Signature, string.Join(separator, signatures)));
            return;
        }

        for (int i = 0; i < signatures.Count; i++)
        {
            headers.Add(new(i == 0 ? _headers.Signature : _options.OtherSignatureHeaders[i - 1], signatures[i]));
        }
    }
}
