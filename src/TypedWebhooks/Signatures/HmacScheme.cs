using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;

namespace TypedWebhooks;

/// <summary>The engine of all schemes whose signature is an HMAC in a header.</summary>
internal partial class HmacScheme : WebhookScheme
{
    private readonly WebhookHmacOptions _options;
    private readonly SignedTemplate _template;
    private readonly HmacHeaders _headers;
    private readonly bool _usesTime;
    private readonly bool _usesId;
    private readonly int _size;

    /// <exception cref="ArgumentException">The options are at odds with each other.</exception>
    public HmacScheme(WebhookHmacOptions options)
        : base(options.Name)
    {
        _options = options;
        _template = new(options.Template);
        _headers = new(options.SignatureHeader, options.TimestampHeader, options.IdHeader);
        _usesTime = _template.Uses(SignedTemplate.Part.Timestamp);
        _usesId = _template.Uses(SignedTemplate.Part.Id);
        _size = KeyedHash.SizeOf(options.Hash);
        NeedsAddress = _template.Uses(SignedTemplate.Part.Address);
        Tolerance = _usesTime ? options.Tolerance ?? TimestampText.DefaultTolerance : null;
        DuplicateKey = options.DuplicateKey ?? (_usesId ? WebhookDuplicateKey.SignedId : null);
        Coverage = WebhookCoverage.Body
            | (_usesTime ? WebhookCoverage.Timestamp : 0)
            | (_usesId ? WebhookCoverage.Id : 0)
            | (NeedsAddress ? WebhookCoverage.Url : 0);
        Check(options);
    }

    public override WebhookCoverage Coverage { get; }

    public override WebhookDuplicateKey? DuplicateKey { get; }

    public override TimeSpan? Tolerance { get; }

    public override bool NeedsAddress { get; }

    public override string? ReplyText => _options.ReplyText;

    public override long? MaxBodySize => _options.MaxBodySize;

    public override TimeSpan RetrySpan => _options.RetrySpan;

    public override WebhookSecrets ReadSecrets(IEnumerable<string> secrets) =>
        new(KeyReader.Read(secrets, _options.KeyForm, _options.KeyPrefix));

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
        if (NeedsAddress)
        {
            ArgumentNullException.ThrowIfNull(address);
        }

        HmacDelivery delivery = default;
        WebhookRefusal refusal = secrets.Count == 0 ? WebhookRefusal.NoSecret : Read(headers, ref delivery);
        if (refusal != WebhookRefusal.None)
        {
            return new(refusal);
        }

        refusal = Match(headers, delivery, body, secrets, address, out int index, out UInt128 mac);
        if (refusal != WebhookRefusal.None)
        {
            return new(refusal);
        }

        if (_usesTime)
        {
            refusal = TimestampText.Check(delivery.Time, now, tolerance ?? Tolerance!.Value);
        }

        // The signature is right also where the time is not: whose clock is wrong is seen by it.
        return new(refusal, delivery.Id, _usesTime ? delivery.Time : null, index) { BodyMac = _template.IsBodyAlone ? mac : null };
    }

    /// <summary>Which of the secrets has signed a delivery; -1 where none has.</summary>
    protected int FindSigner(IWebhookHeaders headers, ReadOnlySpan<byte> body, WebhookSecrets secrets, string? address = null)
    {
        HmacDelivery delivery = default;
        return Read(headers, ref delivery) == WebhookRefusal.None
            && Match(headers, delivery, body, secrets, address, out int index, out _) == WebhookRefusal.None ? index : -1;
    }

    /// <summary>Finds what is signed, and looks whether each header is there, once and in its form.</summary>
    private WebhookRefusal Read(IWebhookHeaders headers, ref HmacDelivery delivery)
    {
        delivery.Headers = _options.Alternative is { } other && headers.Find(_headers.Signature, out _) == 0 && headers.Find(other.Signature, out _) > 0
            ? other
            : _headers;
        foreach ((string name, string value) in _options.FixedHeaders)
        {
            WebhookRefusal found = Find(headers, name, out string? text);
            if (found != WebhookRefusal.None)
            {
                return found;
            }

            if (text != value)
            {
                return WebhookRefusal.Malformed;
            }
        }

        WebhookRefusal refusal = FindSignatures(headers, delivery.Headers.Signature);
        if (refusal == WebhookRefusal.None && _usesTime)
        {
            refusal = ReadTime(headers, ref delivery);
        }

        if (refusal == WebhookRefusal.None && _usesId)
        {
            refusal = Find(headers, delivery.Headers.Id!, out delivery.Id);
            if (refusal == WebhookRefusal.None && !IsId(delivery.Id))
            {
                refusal = WebhookRefusal.Malformed;
            }
        }

        return refusal;
    }

    private WebhookRefusal FindSignatures(IWebhookHeaders headers, string signature)
    {
        int first = headers.Find(signature, out _);
        bool any = first > 0;
        bool isRepeated = first > 1;
        foreach (string name in _options.OtherSignatureHeaders)
        {
            int count = headers.Find(name, out _);
            any |= count > 0;
            isRepeated |= count > 1;
        }

        return isRepeated ? WebhookRefusal.Repeated : any ? WebhookRefusal.None : WebhookRefusal.Missing;
    }

    private WebhookRefusal ReadTime(IWebhookHeaders headers, ref HmacDelivery delivery)
    {
        if (_options.TimestampPrefix is not { } prefix)
        {
            WebhookRefusal refusal = Find(headers, delivery.Headers.Timestamp!, out delivery.TimeHeader);
            delivery.TimeLength = delivery.TimeHeader?.Length ?? 0;
            return refusal != WebhookRefusal.None ? refusal
                : TimestampText.TryRead(_options.TimestampForm, delivery.TimeHeader, out delivery.Time) ? WebhookRefusal.None
                : WebhookRefusal.Malformed;
        }

        headers.Find(delivery.Headers.Signature, out delivery.TimeHeader);
        bool isSeen = false;
        SignatureList list = new(delivery.TimeHeader, _options.Separator);
        while (list.Next(out ReadOnlySpan<char> entry, out int start))
        {
            if (!entry.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            if (isSeen)
            {
                return WebhookRefusal.Repeated;
            }

            isSeen = true;
            delivery.TimeStart = start + prefix.Length;
            delivery.TimeLength = entry.Length - prefix.Length;
        }

        return isSeen && TimestampText.TryRead(_options.TimestampForm, delivery.TimeText, out delivery.Time) ? WebhookRefusal.None : WebhookRefusal.Malformed;
    }

    /// <summary>Compares each signature with that of each secret.</summary>
    private WebhookRefusal Match(IWebhookHeaders headers, in HmacDelivery delivery, ReadOnlySpan<byte> body, WebhookSecrets secrets, string? address, out int index, out UInt128 firstMac)
    {
        index = -1;
        firstMac = default;
        byte[]? rented = null;
        ReadOnlySpan<byte> content = body;
        if (!_template.IsBodyAlone)
        {
            SignedValues values = new(body, delivery.TimeText, delivery.Id, address);
            rented = ArrayPool<byte>.Shared.Rent(_template.MaxLength(values));
            content = rented.AsSpan(0, _template.Write(values, rented));
        }

        Span<byte> expected = stackalloc byte[KeyedHash.MaxSize];
        expected = expected[.._size];
        bool isAnyInForm = false;
        for (int i = 0; i < secrets.Keys.Length; i++)
        {
            KeyedHash.Compute(_options.Hash, secrets.Keys[i], content, expected);
            firstMac = i == 0 ? BinaryPrimitives.ReadUInt128BigEndian(expected) : firstMac;
            bool isMatch = Match(headers, delivery.Headers.Signature, expected, ref isAnyInForm);
            foreach (string name in _options.OtherSignatureHeaders)
            {
                isMatch |= Match(headers, name, expected, ref isAnyInForm);
            }

            if (isMatch && index < 0)
            {
                index = i;
            }
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return index >= 0 ? WebhookRefusal.None : isAnyInForm ? WebhookRefusal.Mismatch : WebhookRefusal.Malformed;
    }

    private bool Match(IWebhookHeaders headers, string name, ReadOnlySpan<byte> expected, ref bool isAnyInForm)
    {
        Span<byte> signature = stackalloc byte[KeyedHash.MaxSize];
        signature = signature[.._size];
        headers.Find(name, out string? text);
        bool isMatch = false;
        SignatureList list = new(text, _options.Separator);
        while (list.Next(out ReadOnlySpan<char> entry, out _))
        {
            if (entry.StartsWith(_options.Prefix, StringComparison.Ordinal) && SignatureText.TryDecode(_options.Coding, entry[_options.Prefix.Length..], signature))
            {
                isAnyInForm = true;
                isMatch |= FixedTime.AreEqual(signature, expected);
            }
        }

        return isMatch;
    }

    private static WebhookRefusal Find(IWebhookHeaders headers, string name, out string? value) => headers.Find(name, out value) switch
    {
        0 => WebhookRefusal.Missing,
        1 when !string.IsNullOrEmpty(value) => WebhookRefusal.None,
        1 => WebhookRefusal.Malformed,
        _ => WebhookRefusal.Repeated,
    };

    /// <summary>Letters, digits and signs: what two programs could decode to different bytes, or to equal ones, is no identifier.</summary>
    private static bool IsId(ReadOnlySpan<char> id)
    {
        foreach (char sign in id)
        {
            if (sign is < '!' or > '~')
            {
                return false;
            }
        }

        return true;
    }
}
