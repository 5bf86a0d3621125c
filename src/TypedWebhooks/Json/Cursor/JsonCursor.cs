using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// A place in a JSON text, which moves on from value to value. It accepts what <see cref="Utf8JsonReader"/> accepts with
/// its default options, and refuses the rest: RFC 8259 and nothing beyond it, at most 64 levels deep unless told otherwise. It only asks what
/// the caller wants to know, which is what makes it faster: there is no token, and no text is looked at twice.
/// </summary>
/// <param name="json">The text. It has to be UTF-8, also in what is stepped over.</param>
/// <param name="maxDepth">How many levels deep it may be.</param>
internal ref partial struct JsonCursor(ReadOnlySpan<byte> json, int maxDepth = JsonCursor.DefaultMaxDepth)
{
    /// <summary>As many levels as <see cref="Utf8JsonReader"/> goes down.</summary>
    public const int DefaultMaxDepth = 64;

    private readonly ReadOnlySpan<byte> _json = json;
    private readonly int _maxDepth = maxDepth;
    private int _at;
    private int _depth;
    private int _deepest;

    /// <summary>Where the cursor stands: the number of bytes before it.</summary>
    public readonly int At => _at;

    /// <summary>In how many objects and arrays the cursor is.</summary>
    public readonly int Depth => _depth;

    /// <summary>How many levels there were at most below the present one, so far.</summary>
    public readonly int Height => _deepest - _depth;

    /// <summary>What follows.</summary>
    public readonly ReadOnlySpan<byte> Rest => _json[_at..];

    /// <summary>Goes to the next value, over white space.</summary>
    /// <returns>The value's first byte, or another one if there is no value; it is not consumed.</returns>
    /// <exception cref="JsonException">The text ends.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Peek()
    {
        int at = _at;
        if ((uint)at < (uint)_json.Length)
        {
            byte first = _json[at];
            if (first > (byte)' ')
            {
                return first;
            }
        }

        return PeekOverWhiteSpace();
    }

    /// <summary>Tells whether nothing but white space follows.</summary>
    public bool IsAtEnd()
    {
        _at = OverWhiteSpace(_at);
        return _at == _json.Length;
    }

    /// <summary>Reads <c>null</c>, <c>true</c> or <c>false</c>, of which <see cref="Peek"/> has given the first letter.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public void ReadLiteral(scoped ReadOnlySpan<byte> literal)
    {
        if (!_json[_at..].StartsWith(literal))
        {
            throw Broken();
        }

        _at += literal.Length;
    }

    /// <summary>Goes into an object or array, whose opening brace or bracket <see cref="Peek"/> has given.</summary>
    /// <exception cref="JsonException">It is too deep.</exception>
    public void Enter()
    {
        if (_depth == _maxDepth)
        {
            throw Broken();
        }

        _depth++;
        _at++;
        _deepest = Math.Max(_deepest, _depth);
    }

    /// <summary>Goes to the next item of an array.</summary>
    /// <param name="isFirst">Whether nothing of the array has been read.</param>
    /// <returns><see langword="false"/> at its end, which is then behind the cursor.</returns>
    /// <exception cref="JsonException">There is neither an item nor the end.</exception>
    public bool NextItem(bool isFirst)
    {
        byte next = Peek();
        if (next == ']')
        {
            Leave();
            return false;
        }

        if (!isFirst)
        {
            if (next != ',')
            {
                throw Broken();
            }

            _at++;
        }

        return true;
    }

    /// <summary>Goes to the opening quotation mark of an object's next name.</summary>
    /// <param name="isFirst">Whether nothing of the object has been read.</param>
    /// <returns><see langword="false"/> at its end, which is then behind the cursor.</returns>
    /// <exception cref="JsonException">There is neither a name nor the end.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextName(bool isFirst)
    {
        byte next = Peek();
        if (next == '}')
        {
            Leave();
            return false;
        }

        if (!isFirst)
        {
            if (next != ',')
            {
                throw Broken();
            }

            _at++;
            next = Peek();
        }

        if (next != '"')
        {
            throw Broken();
        }

        return true;
    }

    /// <summary>Reads the name at which the cursor stands, and the colon behind it.</summary>
    /// <param name="isEscaped">Whether it has escapes.</param>
    /// <returns>What stands between the quotation marks.</returns>
    /// <exception cref="JsonException">The name is broken, or there is no colon.</exception>
    public ReadOnlySpan<byte> ReadName(out bool isEscaped)
    {
        ReadOnlySpan<byte> name = ReadString(out isEscaped);
        if (Peek() != ':')
        {
            throw Broken();
        }

        _at++;
        return name;
    }

    /// <summary>Reads what is expected before a value, if it is just that and the value follows without white space.</summary>
    /// <returns>Whether it is; if not, nothing is read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadToAdjacentValue(scoped ReadOnlySpan<byte> expected)
    {
        ReadOnlySpan<byte> json = _json;
        int at = _at;
        if (!json[at..].StartsWith(expected))
        {
            return false;
        }

        at += expected.Length;
        if ((uint)at >= (uint)json.Length || json[at] <= (byte)' ')
        {
            return false;
        }

        _at = at;
        return true;
    }

    /// <summary>Reads what is expected before a value, if it is just that, and goes to the value.</summary>
    /// <returns>Whether it is; if not, nothing is read.</returns>
    /// <exception cref="JsonException">The text ends behind it.</exception>
    public bool TryReadToValue(scoped ReadOnlySpan<byte> expected)
    {
        if (!Rest.StartsWith(expected))
        {
            return false;
        }

        // One space is most often all that is there.
        _at += expected.Length;
        if ((uint)_at < (uint)_json.Length && _json[_at] == ' ')
        {
            _at++;
        }

        Peek();
        return true;
    }

    /// <summary>Goes to a place behind, up to which all has been read before.</summary>
    /// <param name="at">The place.</param>
    /// <param name="height">How many levels there were on the way, from this one on.</param>
    public void Jump(int at, int height)
    {
        _at = at;
        _deepest = Math.Max(_deepest, _depth + height);
    }

    /// <summary>Goes back to where the cursor was before.</summary>
    /// <param name="at">The place.</param>
    /// <param name="depth">How deep that was.</param>
    public void Return(int at, int depth)
    {
        _at = at;
        _depth = depth;
    }

    /// <summary>Whether so many levels more are allowed here.</summary>
    public readonly bool HasRoomFor(int height) => _depth + height <= _maxDepth;

    /// <summary>What the JSON text has between two places.</summary>
    public readonly ReadOnlySpan<byte> Slice(int start, int end) => _json[start..end];

    /// <summary>The error that the text has.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly JsonException Broken() => JsonFault.Broken(_json, _maxDepth);

    /// <summary>The error that there is no object here.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly JsonException NoObject() => JsonFault.NoObject(_json, _at, _maxDepth);

    /// <summary>An error that is here.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly JsonException Fault(string message) => JsonFault.At(_json, _at, message);

    private void Leave()
    {
        _depth--;
        _at++;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private byte PeekOverWhiteSpace()
    {
        _at = OverWhiteSpace(_at);
        return _at < _json.Length ? _json[_at] : throw Broken();
    }

    private readonly int OverWhiteSpace(int at)
    {
        ReadOnlySpan<byte> json = _json;

        // Behind a line break there is an indentation, and then most often something else.
        while (Vector256.IsHardwareAccelerated && json.Length - at >= Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Vector256.Create(json.Slice(at, Vector256<byte>.Count));
            uint others = ~(Find(' ', bytes) | Find('\n', bytes) | Find('\r', bytes) | Find('\t', bytes));
            if (others != 0)
            {
                return at + BitOperations.TrailingZeroCount(others);
            }

            at += Vector256<byte>.Count;
        }

        while ((uint)at < (uint)json.Length && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }
}
