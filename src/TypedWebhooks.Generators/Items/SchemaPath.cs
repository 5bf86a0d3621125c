using System;
using System.Collections.Generic;

namespace TypedWebhooks.Generators.Items;

/// <summary>
/// Paths of files, brought into one form where they come in: slashes only, one at a time, and no <c>.</c> or <c>..</c> but those
/// at the beginning of a relative path that leads out of its folder.
/// </summary>
internal static class SchemaPath
{
    public static string Normalize(string path)
    {
        string slashed = path.Replace('\\', '/');

        // Behind these there is no way up: the root, a server's name, a drive; and a file that is known by a URI keeps that.
        int scheme = slashed.IndexOf("://", StringComparison.Ordinal);
        int root = scheme > 1 ? scheme + 3
            : slashed.StartsWith("//", StringComparison.Ordinal) ? 2
            : slashed.StartsWith("/", StringComparison.Ordinal) ? 1
            : slashed.Length > 2 && slashed[1] == ':' && slashed[2] == '/' ? 3
            : 0;
        List<string> kept = [];
        foreach (string segment in slashed.Substring(root).Split('/'))
        {
            if (segment == ".." && kept.Count > 0 && kept[kept.Count - 1] != "..")
            {
                kept.RemoveAt(kept.Count - 1);
            }
            else if (segment == ".." ? root == 0 : segment is not ("" or "."))
            {
                kept.Add(segment);
            }
        }

        return slashed.Substring(0, root) + string.Join("/", kept);
    }

    /// <summary>The path, normalized, without what leads out of its folder at the beginning: of a pattern for the end of paths, what counts.</summary>
    public static string Tail(string path)
    {
        string tail = Normalize(path).TrimStart('/');
        while (tail.StartsWith("../", StringComparison.Ordinal))
        {
            tail = tail.Substring(3);
        }

        return tail;
    }
}
