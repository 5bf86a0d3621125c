using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// A fixed set of texts, each with its index, in which a text is looked up by its UTF-8 bytes in constant time and
/// without allocation: the event types of a provider, the values of an enum, the members of an object.
/// </summary>
public sealed class Utf8Names
{
    private readonly string[] _names;
    private readonly byte[] _utf8; // all of them, one behind the other
    private readonly int[] _ends; // where each ends there
    private readonly int[] _buckets; // index + 1 of the first name; 0: none
    private readonly int[] _next; // index + 1 of the next name in the same bucket; 0: none
    private readonly int[] _bucketsIgnoringCase; // the same two again, where case is ignored
    private readonly int[] _nextIgnoringCase;
    private readonly int _longest;
    private readonly bool[]? _gaps; // the indices that stand for no text; null where there is none

    /// <summary>Made when something is written: the encoder is a large part of what a first event would wait for.</summary>
    private JsonEncodedText[]? _encoded;

    /// <summary>Of those texts of which it was asked: whether another one begins with it.</summary>
    private byte[]? _lengths;

    /// <summary>Makes a set.</summary>
    /// <param name="names">The texts; the position of each is its index.</param>
    /// <param name="ignoreCase">Whether case is ignored, as <see cref="StringComparison.OrdinalIgnoreCase"/> does.</param>
    /// <exception cref="ArgumentException">A text occurs twice, or holds half a surrogate pair.</exception>
    public Utf8Names(ReadOnlySpan<string> names, bool ignoreCase = false)
        : this((string?[])names.ToArray(), ignoreCase)
    {
    }

    /// <summary>Makes a set out of lines.</summary>
    /// <param name="lines">The texts in UTF-8, one a line; the number of each line, from 0, is the text's index.</param>
    /// <exception cref="ArgumentException">A text occurs twice.</exception>
    public Utf8Names(ReadOnlySpan<byte> lines)
        : this(Utf8Text.Lines(lines))
    {
    }

    private Utf8Names(string?[] names, bool ignoreCase)
    {
        IgnoresCase = ignoreCase;
        _gaps = Array.Exists(names, static name => name is null) ? Array.ConvertAll(names, static name => name is null) : null;
        _names = Array.ConvertAll(names, static name => name ?? "");
        int bytes = 0;
        foreach (string name in _names)
        {
            bytes += Utf8Text.Strict.GetByteCount(name);
        }

        _utf8 = new byte[bytes];
        _ends = new int[_names.Length];
        _buckets = new int[BitOperations.RoundUpToPowerOf2((uint)(_names.Length * 2) + 1)];
        _next = new int[_names.Length];
        _bucketsIgnoringCase = ignoreCase ? new int[_buckets.Length] : [];
        _nextIgnoringCase = ignoreCase ? new int[_names.Length] : [];
        for (int i = 0; i < _names.Length; i++)
        {
            int start = i == 0 ? 0 : _ends[i - 1];
            _ends[i] = start + Utf8Text.Strict.GetBytes(_names[i], _utf8.AsSpan(start));
            if (IsGap(i))
            {
                continue;
            }

            ReadOnlySpan<byte> utf8 = Utf8(i);
            if (IndexOf(utf8) >= 0)
            {
                throw new ArgumentException($"The name '{_names[i]}' occurs twice.", nameof(names));
            }

            _longest = Math.Max(_longest, _names[i].Length);
            Link(_buckets, _next, Hash(utf8), i);
            if (ignoreCase)
            {
                Link(_bucketsIgnoringCase, _nextIgnoringCase, HashIgnoringCase(_names[i]), i);
            }
        }
    }

    /// <summary>Makes a set in which some indices stand for no text.</summary>
    /// <param name="numbers">The numbers of the texts, from 1 and rising: each is the text's index plus 1.</param>
    /// <param name="names">The texts.</param>
    /// <exception cref="ArgumentException">A text occurs twice, or holds half a surrogate pair, or the numbers are not as said.</exception>
    public static Utf8Names Numbered(ReadOnlySpan<int> numbers, ReadOnlySpan<string> names) => new(Spread(numbers, names), ignoreCase: false);

    /// <summary>Makes a set out of lines in which some indices stand for no text.</summary>
    /// <param name="numbers">The numbers of the texts, from 1 and rising: each is the text's index plus 1.</param>
    /// <param name="lines">The texts in UTF-8, one a line.</param>
    /// <exception cref="ArgumentException">A text occurs twice, or the numbers are not as said.</exception>
    public static Utf8Names Numbered(ReadOnlySpan<int> numbers, ReadOnlySpan<byte> lines) => Numbered(numbers, Utf8Text.Lines(lines));

    /// <summary>The number of texts, and of indices that stand for none.</summary>
    public int Count => _names.Length;

    /// <summary>Whether case is ignored when a text is looked up.</summary>
    public bool IgnoresCase { get; }

    /// <summary>The text with an index.</summary>
    /// <param name="index">The index, from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such text.</exception>
    public string this[int index] => _names[index];

    /// <summary>Looks a text up.</summary>
    /// <param name="utf8">The text in UTF-8, without escapes.</param>
    /// <returns>Its index, or -1 when it is not in the set.</returns>
    public int IndexOf(ReadOnlySpan<byte> utf8)
    {
        // Also where case is ignored most texts come as the set spells them.
        for (int i = _buckets[Hash(utf8) & (uint)(_buckets.Length - 1)] - 1; i >= 0; i = _next[i] - 1)
        {
            if (utf8.SequenceEqual(Utf8(i)))
            {
                return i;
            }
        }

        return IgnoresCase ? IndexOfIgnoringCase(utf8) : -1;
    }

    /// <summary>Looks a text up.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its index, or -1 when it is not in the set.</returns>
    public int IndexOf(string? text)
    {
        const int maxOnStack = 256;
        if (text is null)
        {
            return -1;
        }

        if (IgnoresCase)
        {
            return IndexOfIgnoringCase(text.AsSpan());
        }

        if (text.Length > _longest)
        {
            return -1;
        }

        int length = Encoding.UTF8.GetByteCount(text);
        byte[]? rented = length > maxOnStack ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> utf8 = rented ?? stackalloc byte[maxOnStack];
        int index = IndexOf(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        // Half a surrogate pair became U+FFFD on the way.
        return index >= 0 && string.Equals(_names[index], text, StringComparison.Ordinal) ? index : -1;
    }

    /// <summary>The UTF-8 bytes of the text with an index.</summary>
    internal ReadOnlySpan<byte> Utf8(int index) => _utf8.AsSpan()[(index == 0 ? 0 : _ends[index - 1]).._ends[index]];

    /// <summary>Whether no other text begins with the text with an index; which is found out when it is asked for the first time.</summary>
    internal bool IsLongest(int index)
    {
        const byte isLongest = 1, isBeginning = 2;
        byte[] known = _lengths ??= new byte[_names.Length];
        if (known[index] == 0)
        {
            string text = _names[index];
            known[index] = Array.Exists(_names, name => name.Length > text.Length && name.StartsWith(text, StringComparison.Ordinal)) ? isBeginning : isLongest;
        }

        return known[index] == isLongest;
    }

    /// <summary>Whether an index stands for no text: the value of an enum that had it is not there any more.</summary>
    internal bool IsGap(int index) => _gaps is not null && _gaps[index];

    /// <summary>How many UTF-8 bytes all texts have together.</summary>
    internal int Bytes => _utf8.Length;

    /// <summary>The text with an index, ready to be written.</summary>
    internal JsonEncodedText Encoded(int index) =>
        (_encoded ??= Array.ConvertAll(_names, static name => JsonEncodedText.Encode(name)))[index];

    /// <summary>Multiplies and rotates, eight bytes at a time. The set is fixed, so nobody outside can make collisions in it.</summary>
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        const ulong factor = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)utf8.Length * factor;
        if (utf8.Length < sizeof(ulong))
        {
            ulong few = utf8.Length >= sizeof(uint)
                ? BinaryPrimitives.ReadUInt32LittleEndian(utf8) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(utf8[^sizeof(uint)..]) << 32)
                : utf8.Length > 0 ? utf8[0] | ((ulong)utf8[utf8.Length / 2] << 8) | ((ulong)utf8[^1] << 16) : 0;
            return (uint)(((hash ^ few) * factor) >> 32);
        }

        // The last eight bytes may overlap those before them.
        ulong last = BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
        while (utf8.Length > sizeof(ulong))
        {
            hash = BitOperations.RotateLeft(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8), 23) * factor;
            utf8 = utf8[sizeof(ulong)..];
        }

        hash = (hash ^ last) * factor;
        return (uint)(hash >> 32);
    }

    private static uint HashIgnoringCase(ReadOnlySpan<char> text) =>
        unchecked((uint)string.GetHashCode(text, StringComparison.OrdinalIgnoreCase));

    private static string?[] Spread(ReadOnlySpan<int> numbers, ReadOnlySpan<string> names)
    {
        if (numbers.Length != names.Length)
        {
            throw new ArgumentException("Each text has a number.", nameof(numbers));
        }

        string?[] spread = new string?[numbers.IsEmpty ? 0 : Math.Max(numbers[^1], 0)];
        for (int i = 0, last = 0; i < numbers.Length; last = numbers[i++])
        {
            if (numbers[i] <= last)
            {
                throw new ArgumentException("The numbers begin with 1 and rise.", nameof(numbers));
            }

            spread[numbers[i] - 1] = names[i];
        }

        return spread;
    }

    private static void Link(int[] buckets, int[] next, uint hash, int index)
    {
        ref int bucket = ref buckets[hash & (uint)(buckets.Length - 1)];
        next[index] = bucket;
        bucket = index + 1;
    }

    private int IndexOfIgnoringCase(ReadOnlySpan<byte> utf8)
    {
        const int maxOnStack = 128;

        // Case is ignored one UTF-16 unit at a time, and no unit takes more than three bytes.
        if (utf8.Length > 3 * _longest)
        {
            return -1;
        }

        char[]? rented = utf8.Length > maxOnStack ? ArrayPool<char>.Shared.Rent(utf8.Length) : null;
        Span<char> text = rented ?? stackalloc char[maxOnStack];
        int index = IndexOfIgnoringCase(text[..Encoding.UTF8.GetChars(utf8, text)]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return index;
    }

    private int IndexOfIgnoringCase(ReadOnlySpan<char> text)
    {
        for (int i = _bucketsIgnoringCase[HashIgnoringCase(text) & (uint)(_bucketsIgnoringCase.Length - 1)] - 1; i >= 0; i = _nextIgnoringCase[i] - 1)
        {
            if (text.Equals(_names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
