using System.Collections;
using System.Collections.Generic;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace TypedWebhooks.AspNetCore;

/// <summary>The headers of a request. They are the server's, which uses them for the next one; who keeps them longer has them copied.</summary>
internal sealed class RequestHeaders(IHeaderDictionary headers) : IWebhookHeaders
{
    private IHeaderDictionary _headers = headers;

    public int Find(string name, out string? value)
    {
        _headers.TryGetValue(name, out StringValues values);
        value = values.Count > 0 ? values[0] : null;
        return values.Count;
    }

    /// <summary>Copies them, before the request ends and something goes on that has them.</summary>
    public void Detach()
    {
        HeaderDictionary copy = new(_headers.Count);
        foreach (KeyValuePair<string, StringValues> header in _headers)
        {
            copy[header.Key] = header.Value;
        }

        _headers = copy;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        foreach (KeyValuePair<string, StringValues> header in _headers)
        {
            foreach (string? value in header.Value)
            {
                yield return new(header.Key, value ?? "");
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
