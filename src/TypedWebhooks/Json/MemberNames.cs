using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>The members that the schema gives to an object: their names, which are required, which is the event type.</summary>
public sealed class MemberNames
{
    private readonly Utf8Names _names;
    private readonly ulong[] _required;

    /// <summary>Makes the list of an object's members.</summary>
    /// <param name="names">The names as they stand in the JSON, in the order of the schema; the position of each is its index.</param>
    /// <param name="required">The indices of the members that must not be absent.</param>
    /// <param name="eventType">The index of the member that names the event type, or -1.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no member with a required index.</exception>
    public MemberNames(ReadOnlySpan<string> names, ReadOnlySpan<int> required = default, int eventType = -1)
    {
        _names = new Utf8Names(names);
        _required = new ulong[(names.Length + 63) / 64];
        foreach (int index in required)
        {
            _required[index / 64] |= 1UL << (index % 64);
        }

        EventType = eventType;
    }

    /// <summary>The number of members.</summary>
    public int Count => _names.Count;

    /// <summary>The index of the member that names the event type, or -1.</summary>
    public int EventType { get; }

    /// <summary>The name of a member.</summary>
    /// <param name="index">The member's index.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such member.</exception>
    public string this[int index] => _names[index];

    /// <summary>Looks a member up, first where it is expected: senders keep to an order.</summary>
    internal int IndexOf(ReadOnlySpan<byte> name, int expected) =>
        (uint)expected < (uint)_names.Count && name.SequenceEqual(_names.Utf8(expected)) ? expected : _names.IndexOf(name);

    internal bool Contains(string name) => _names.IndexOf(name) >= 0;

    internal JsonEncodedText Encoded(int index) => _names.Encoded(index);

    /// <summary>The required members among the 64 from <c>64 * word</c> on.</summary>
    internal ulong Required(int word) => word < _required.Length ? _required[word] : 0;
}
