using System;

namespace TypedWebhooks;

/// <summary>The entries of a header that holds several signatures, or the one that it is.</summary>
internal ref struct SignatureList(string? text, char? separator)
{
    private readonly ReadOnlySpan<char> _text = text;
    private readonly char? _separator = separator;
    private int _at = text is null ? -1 : 0;

    /// <summary>Goes to the next entry.</summary>
    public bool Next(out ReadOnlySpan<char> entry, out int start)
    {
        start = _at;
        entry = default;
        if (_at < 0)
        {
            return false;
        }

        ReadOnlySpan<char> rest = _text[_at..];
        int end = _separator is { } separator ? rest.IndexOf(separator) : -1;
        entry = end < 0 ? rest : rest[..end];
        _at = end < 0 ? -1 : _at + end + 1;
        return true;
    }
}
