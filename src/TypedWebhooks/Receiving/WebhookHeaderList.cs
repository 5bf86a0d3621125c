using System;
using System.Collections;
using System.Collections.Generic;

namespace TypedWebhooks;

/// <summary>Headers as a list of names and values; one with several values is in it several times.</summary>
public sealed class WebhookHeaderList : IWebhookHeaders, IReadOnlyList<KeyValuePair<string, string>>
{
    private readonly KeyValuePair<string, string>[] _headers;

    /// <summary>Makes a list of headers.</summary>
    /// <param name="headers">The names, in any case, and the values.</param>
    /// <exception cref="ArgumentNullException"><paramref name="headers"/> is <see langword="null"/>.</exception>
    public WebhookHeaderList(IEnumerable<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        _headers = [.. headers];
    }

    /// <summary>No headers at all.</summary>
    public static WebhookHeaderList Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _headers.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, string> this[int index] => _headers[index];

    /// <inheritdoc/>
    public int Find(string name, out string? value)
    {
        value = null;
        int count = 0;
        foreach ((string key, string text) in _headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase) && count++ == 0)
            {
                value = text;
            }
        }

        return count;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_headers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _headers.GetEnumerator();
}
