using System;
using System.Collections.Generic;

namespace TypedWebhooks.Generators.Schemas.Documents;

/// <summary>
/// Reference resolution of RFC 3986, clause 5.2, on text. A base may itself be relative, as in schemas whose <c>$id</c> is
/// no more than <c>issues$opened</c>: two such are compared as they stand.
/// </summary>
internal static class SchemaUri
{
    /// <summary>What a reference means, seen from a base; both without fragment.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        if (reference.Length == 0)
        {
            return baseUri;
        }

        int scheme = SchemeEnd(reference);
        if (scheme > 0)
        {
            return IsHierarchical(reference, scheme) ? reference.Substring(0, scheme) + RemoveDots(reference.Substring(scheme)) : reference;
        }

        int authority = AuthorityEnd(baseUri);
        if (reference.StartsWith("//", StringComparison.Ordinal))
        {
            return baseUri.Substring(0, Math.Max(0, SchemeEnd(baseUri))) + reference;
        }

        string path = baseUri.Substring(authority);
        int query = path.IndexOf('?');
        path = query < 0 ? path : path.Substring(0, query);
        if (reference[0] == '?')
        {
            return baseUri.Substring(0, authority) + path + reference;
        }

        string merged = reference[0] == '/' ? reference : path.Substring(0, path.LastIndexOf('/') + 1) + reference;
        if (authority > 0 && merged[0] != '/')
        {
            merged = "/" + merged;
        }

        return baseUri.Substring(0, authority) + RemoveDots(merged);
    }

    /// <summary>Cuts a reference at its <c>#</c>. A percent-encoded fragment is decoded; null where there is none or an empty one.</summary>
    public static (string Resource, string? Fragment) Split(string reference)
    {
        int hash = reference.IndexOf('#');
        if (hash < 0)
        {
            return (reference, null);
        }

        string fragment = Unescape(reference.Substring(hash + 1));
        return (reference.Substring(0, hash), fragment.Length == 0 ? null : fragment);
    }

    /// <summary>Decodes what is percent-encoded; text that is not well encoded stays as it is.</summary>
    public static string Unescape(string text) => text.IndexOf('%') < 0 ? text : Uri.UnescapeDataString(text);

    /// <summary>Whether it names one of the meta-schemas, which describe schemas and not payloads.</summary>
    public static bool IsMetaSchema(string resource) =>
        resource.StartsWith("http://json-schema.org/", StringComparison.Ordinal) || resource.StartsWith("https://json-schema.org/", StringComparison.Ordinal);

    private static bool IsHierarchical(string uri, int scheme) => scheme < uri.Length && uri[scheme] == '/';

    /// <summary>Where the scheme and its colon end; 0 where there is none. A single letter is a Windows drive.</summary>
    private static int SchemeEnd(string uri)
    {
        for (int i = 0; i < uri.Length; i++)
        {
            char c = uri[i];
            if (c == ':')
            {
                return i > 1 ? i + 1 : 0;
            }

            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '+' or '-' or '.'))
            {
                return 0;
            }
        }

        return 0;
    }

    private static int AuthorityEnd(string uri)
    {
        int start = SchemeEnd(uri);
        if (start + 1 >= uri.Length || uri[start] != '/' || uri[start + 1] != '/')
        {
            return start;
        }

        int end = uri.IndexOfAny(['/', '?'], start + 2);
        return end < 0 ? uri.Length : end;
    }

    private static string RemoveDots(string path)
    {
        if (path.IndexOf("./", StringComparison.Ordinal) < 0 && !path.EndsWith(".", StringComparison.Ordinal))
        {
            return path;
        }

        List<string> kept = [];
        string[] segments = path.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            bool last = i == segments.Length - 1;
            if (segments[i] == ".." && kept.Count > 0 && kept[kept.Count - 1] != ".." && !(kept.Count == 1 && kept[0].Length == 0))
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segments[i] == ".." && !(kept.Count == 1 && kept[0].Length == 0))
            {
                kept.Add("..");
                continue;
            }
            else if (segments[i] is not ("." or ".."))
            {
                kept.Add(segments[i]);
                continue;
            }

            if (last)
            {
                kept.Add("");
            }
        }

        return string.Join("/", kept);
    }
}
