using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>The members that the schema gives to an object: their names, which are required, which is the event type.</summary>
public sealed class MemberNames
{
    /// <summary>A bit for each required member: those of the first 64 members, of the next 64, and so on.</summary>
    internal readonly ulong[] Required;

    private readonly Utf8Names _names;
    private readonly ExpectedMember[] _members;
    private readonly int _declared;
    private int _slot = -1;

#pragma warning disable RS0026 // The overloads differ in the type of the names: no call fits both.
    /// <summary>Makes the list of an object's members.</summary>
    /// <param name="names">The names as they stand in the JSON, in the order of the schema; the position of each is its index.</param>
    /// <param name="required">The indices of the members that must not be absent.</param>
    /// <param name="eventType">The index of the member that names the event type, or -1.</param>
    /// <param name="additional">How many members at the end have no property: they are required, and kept among the additional properties.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no member with a required index.</exception>
    public MemberNames(ReadOnlySpan<string> names, ReadOnlySpan<int> required = default, int eventType = -1, int additional = 0)
        : this(names.ToArray(), Bits(required, names.Length), eventType, additional)
    {
    }

    /// <summary>Makes the list of an object's members out of lines.</summary>
    /// <param name="lines">The names in UTF-8, one a line, in the order of the schema; a question mark stands behind those that may be absent.</param>
    /// <param name="eventType">The index of the member that names the event type, or -1.</param>
    /// <param name="additional">How many members at the end have no property: they are kept among the additional properties.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public MemberNames(ReadOnlySpan<byte> lines, int eventType = -1, int additional = 0)
        : this(Names(lines, out ulong[] required), required, eventType, additional)
    {
    }

#pragma warning restore RS0026

    private MemberNames(string[] names, ulong[] required, int eventType, int additional)
    {
        _declared = names.Length - additional;
        _names = new Utf8Names(names);
        Required = required;
        EventType = eventType;
        _members = new ExpectedMember[names.Length];
        ExpectedMember following = ExpectedMember.None;
        for (int i = names.Length - 1; i >= 0; i--)
        {
            following = _members[i] = new ExpectedMember(i, _names.Utf8(i), following);
        }

        First = new ExpectedMember(-1, default, following);
    }

    /// <summary>The number of members.</summary>
    public int Count => _names.Count;

    /// <summary>The index of the member that names the event type, or -1.</summary>
    public int EventType { get; }

    /// <summary>The name of a member.</summary>
    /// <param name="index">The member's index.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such member.</exception>
    public string this[int index] => _names[index];

    /// <summary>What stands before the first member: its follower is the one that is expected first.</summary>
    internal ExpectedMember First { get; }

    /// <summary>A member, and the one that is expected behind it.</summary>
    internal ExpectedMember Expected(int index) => _members[index];

    /// <summary>Looks a member up.</summary>
    internal int IndexOf(ReadOnlySpan<byte> name) => _names.IndexOf(name);

    /// <summary>The slot that objects of this kind have among those that may come again in a body.</summary>
    internal int Slot => _slot >= 0 ? _slot : _slot = SharedObjects.NextSlot();

    /// <summary>Whether a record has a property for the member of a name.</summary>
    internal bool Declares(string name) => _names.IndexOf(name) is var index && index >= 0 && index < _declared;

    internal JsonEncodedText Encoded(int index) => _names.Encoded(index);

    private static ulong[] Bits(ReadOnlySpan<int> required, int count)
    {
        ulong[] bits = new ulong[(count + 63) / 64];
        foreach (int index in required)
        {
            bits[index / 64] |= 1UL << (index % 64);
        }

        return bits;
    }

    private static string[] Names(ReadOnlySpan<byte> lines, out ulong[] required)
    {
        string[] names = Utf8Text.Lines(lines);
        required = new ulong[(names.Length + 63) / 64];
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].EndsWith('?'))
            {
                names[i] = names[i][..^1];
            }
            else
            {
                required[i / 64] |= 1UL << (i % 64);
            }
        }

        return names;
    }
}
