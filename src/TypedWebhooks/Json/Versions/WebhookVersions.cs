using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>The versions of a provider that stand side by side in a project, and where a delivery says which of them it is of.</summary>
public sealed class WebhookVersions
{
    private readonly Utf8Names _names;
    private readonly string[] _pointer;
    private readonly byte[][] _path;

    /// <summary>Versions of which whoever brings a body knows which it is of, as from a header.</summary>
    /// <param name="names">The versions, as they come with a delivery.</param>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is <see langword="null"/>.</exception>
    public WebhookVersions(Utf8Names names)
        : this(names, [])
    {
    }

    /// <summary>Versions of which each body says which it is of.</summary>
    /// <param name="names">The versions, as they come with a delivery.</param>
    /// <param name="path">The names of the members that lead to the version in the body, from the outermost on; in an array the index of the item.</param>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> or <paramref name="path"/> is <see langword="null"/>.</exception>
    public WebhookVersions(Utf8Names names, params string[] path)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(path);
        _names = names;
        _pointer = path;
        _path = [.. path.Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Looks a version up that came beside the body.</summary>
    /// <param name="version">The version; <see langword="null"/> where there is none.</param>
    /// <returns>Its index, or -1 where it is none of the versions.</returns>
    public int IndexOf(string? version) => _names.IndexOf(version);

    /// <summary>Looks for the version that a body says.</summary>
    /// <param name="utf8Json">The body.</param>
    /// <param name="version">The version as the body has it; <see langword="null"/> where it has none, or more than one.</param>
    /// <returns>Its index, or -1 where it is none of the versions.</returns>
    /// <exception cref="JsonException">The body is no object, or the JSON is found to be broken.</exception>
    public int IndexIn(ReadOnlySpan<byte> utf8Json, out string? version)
    {
        JsonCursor ahead = new(utf8Json, JsonCursor.DefaultMaxDepth);
        if (ahead.Peek() != '{')
        {
            throw ahead.NoObject();
        }

        Found found = default;
        Search(ref ahead, 0, ref found);
        version = found.Count == 1 ? found.Text : null;
        int index = _names.IndexOf(version);
        if (index < 0 && found is { Count: 1, Digits: { } digits })
        {
            index = _names.IndexOf(digits);
        }

        return index;
    }

    /// <summary>Says why a delivery is of none of the versions.</summary>
    /// <param name="version">What it says; <see langword="null"/> where it says nothing.</param>
    /// <returns>A sentence, for logs.</returns>
    public string Objection(string? version)
    {
        string known = string.Join(", ", Enumerable.Range(0, _names.Count).Select(index => $"\"{_names[index]}\""));
        return version is not null ? $"The project has no schema of the version \"{version}\"; it has {known}."
            : _path.Length == 0 ? $"Nobody has said which version it is of; the project has schemas of {known}."
            : $"The version, which is '/{string.Join("/", _pointer.Select(static name => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)))}', is missing, there twice, or neither text nor number; the project has schemas of {known}.";
    }

    /// <summary>Goes through the whole body: a version that is there twice says nothing.</summary>
    private void Search(ref JsonCursor ahead, int depth, ref Found found)
    {
        byte first = ahead.Peek();
        if (depth == _path.Length)
        {
            found.Count++;
            Read(ref ahead, first, ref found);
        }
        else if (first == '{')
        {
            ahead.Enter();
            for (bool isFirst = true; ahead.NextName(isFirst); isFirst = false)
            {
                Step(ref ahead, WebhookReader.TextEquals(ahead.ReadName(out bool isEscaped), isEscaped, _path[depth]), depth, ref found);
            }
        }
        else if (first == '[')
        {
            int index = WebhookReader.IndexOf(_path[depth]), at = 0;
            ahead.Enter();
            for (bool isFirst = true; ahead.NextItem(isFirst); isFirst = false)
            {
                Step(ref ahead, at++ == index, depth, ref found);
            }
        }
        else
        {
            ahead.Skip();
        }
    }

    private void Step(ref JsonCursor ahead, bool leads, int depth, ref Found found)
    {
        if (leads)
        {
            Search(ref ahead, depth + 1, ref found);
        }
        else
        {
            ahead.Skip();
        }
    }

    private static void Read(ref JsonCursor ahead, byte first, ref Found found)
    {
        if (first == '"')
        {
            found.Text = ahead.ReadText();
        }
        else if (JsonCursor.IsNumber(first))
        {
            // A number is the version that is written like it, or else the one in plain digits: 4.0 is "4.0", and may be "4".
            ReadOnlySpan<byte> number = ahead.ReadNumber();
            Span<byte> plain = stackalloc byte[128];
            found.Text = Encoding.UTF8.GetString(number);
            found.Digits = JsonNumber.TryFormatPlain(number, plain, out int written) ? Encoding.UTF8.GetString(plain[..written]) : null;
        }
        else
        {
            ahead.Skip();
        }
    }

    /// <summary>What the body has in the version's place.</summary>
    private struct Found
    {
        public int Count;
        public string? Text;
        public string? Digits;
    }
}
