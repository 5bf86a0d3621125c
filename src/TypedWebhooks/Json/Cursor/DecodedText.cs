using System;
using System.Buffers;

namespace TypedWebhooks.Json;

/// <summary>The decoded UTF-8 text of a string or name that has escapes, in a buffer that goes back when it is disposed.</summary>
internal ref struct DecodedText
{
    private readonly ReadOnlySpan<byte> _text;
    private byte[]? _rented;

    /// <summary>Decodes a text.</summary>
    /// <param name="escaped">What stands between the quotation marks.</param>
    /// <param name="buffer">Is used when it is long enough.</param>
    public DecodedText(ReadOnlySpan<byte> escaped, Span<byte> buffer)
    {
        if (escaped.Length > buffer.Length)
        {
            buffer = _rented = ArrayPool<byte>.Shared.Rent(escaped.Length);
        }

        IsText = JsonText.TryUnescape(escaped, buffer, out int written);
        _text = buffer[..(IsText ? written : 0)];
    }

    /// <summary>Whether there is such a text; not when an escape is half a surrogate pair.</summary>
    public bool IsText { get; }

    /// <summary>The text; empty when there is none.</summary>
    public readonly ReadOnlySpan<byte> Utf8 => _text;

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = null;
        }
    }
}
