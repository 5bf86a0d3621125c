using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>The members that the schema gives to an object: their names, which are required, which is the event type.</summary>
public sealed class MemberNames
{
    /// <summary>A bit for each required member: those of the first 64 members, of the next 64, and so on.</summary>
    internal readonly ulong[] Required;

    /// <summary>
    /// The names in the order of the schema, each as it stands behind another member: a comma, the name in quotation marks, a
    /// colon. Two control characters, which stand nowhere in JSON, in place of a name that cannot stand in it without an
    /// escape, and behind all.
    /// </summary>
    private readonly byte[] _quoted;
    private readonly ExpectedMember[] _members;
    private readonly Utf8Names _names;
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
        _members = new ExpectedMember[names.Length + 2];
        _quoted = Quote(_names, _members);
    }

    /// <summary>The number of members.</summary>
    public int Count => _names.Count;

    /// <summary>The index of the member that names the event type, or -1.</summary>
    public int EventType { get; }

    /// <summary>The name of a member.</summary>
    /// <param name="index">The member's index.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such member.</exception>
    public string this[int index] => _names[index];

    /// <summary>
    /// What stands where no member is: before the first, whose index is the follower of this one, and behind the last. Nothing
    /// can be read as it.
    /// </summary>
    internal int None => _members.Length - 2;

    /// <summary>The index of the member that is expected behind another one.</summary>
    internal ref int Follower(int index) => ref _members[index].Follower;

    /// <summary>What stands before the value of a member: a comma, the name in quotation marks, a colon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Quoted(int index)
    {
        ExpectedMember[] members = _members;
        return _quoted.AsSpan()[members[index].Start..members[index + 1].Start];
    }

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

    /// <summary>Puts the names one behind the other, and the members into the order of the schema.</summary>
    private static byte[] Quote(Utf8Names names, ExpectedMember[] members)
    {
        const int nothing = 2, marks = 4;
        byte[] quoted = new byte[names.Bytes + (names.Count * marks) + nothing];
        int length = 0;
        for (int i = 0; i < names.Count; i++)
        {
            members[i] = new ExpectedMember { Start = length, Follower = i + 1 };
            ReadOnlySpan<byte> name = names.Utf8(i);
            if (IsEscaped(name))
            {
                length += nothing;
                continue;
            }

            quoted[length] = (byte)',';
            quoted[length + 1] = (byte)'"';
            name.CopyTo(quoted.AsSpan(length + 2));
            length += name.Length + marks;
            quoted[length - 2] = (byte)'"';
            quoted[length - 1] = (byte)':';
        }

        members[names.Count] = new ExpectedMember { Start = length };
        members[names.Count + 1] = new ExpectedMember { Start = length + nothing };
        return quoted;
    }

    private static bool IsEscaped(ReadOnlySpan<byte> name) =>
        name.IndexOfAny((byte)'"', (byte)'\\') >= 0 || name.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0;
}
