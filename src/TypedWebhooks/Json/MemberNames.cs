using System;
using System.Text.Json;
using System.Threading;

namespace TypedWebhooks.Json;

/// <summary>The members that the schema gives to an object: their names, which are required, which is the event type.</summary>
public sealed class MemberNames
{
    private static uint s_count;

    /// <summary>A bit for each required member: those of the first 64 members, of the next 64, and so on.</summary>
    internal readonly ulong[] Required;

    private readonly Utf8Names _names;
    private readonly byte[][] _quoted;

    /// <summary>
    /// By a member's index plus 1: which member is expected to follow it. At first that is the schema's order, then the
    /// senders' own. Threads may change it at the same time; whatever stands here is a guess, which is checked.
    /// </summary>
    private readonly int[] _followers;

    /// <summary>Makes the list of an object's members.</summary>
    /// <param name="names">The names as they stand in the JSON, in the order of the schema; the position of each is its index.</param>
    /// <param name="required">The indices of the members that must not be absent.</param>
    /// <param name="eventType">The index of the member that names the event type, or -1.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    /// <exception cref="IndexOutOfRangeException">There is no member with a required index.</exception>
    public MemberNames(ReadOnlySpan<string> names, ReadOnlySpan<int> required = default, int eventType = -1)
    {
        _names = new Utf8Names(names);
        Required = new ulong[(names.Length + 63) / 64];
        foreach (int index in required)
        {
            Required[index / 64] |= 1UL << (index % 64);
        }

        EventType = eventType;
        Kind = Interlocked.Increment(ref s_count);
        _quoted = new byte[names.Length][];
        _followers = new int[names.Length + 1];
        for (int i = 0; i < names.Length; i++)
        {
            _quoted[i] = Quote(_names.Utf8(i));
            _followers[i] = i;
        }

        _followers[names.Length] = names.Length;
    }

    /// <summary>The number of members.</summary>
    public int Count => _names.Count;

    /// <summary>The index of the member that names the event type, or -1.</summary>
    public int EventType { get; }

    /// <summary>The name of a member.</summary>
    /// <param name="index">The member's index.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such member.</exception>
    public string this[int index] => _names[index];

    /// <summary>The member that is expected behind another one.</summary>
    /// <param name="last">The index of the other one, plus 1; 0 for the beginning of the object.</param>
    /// <returns>The member's index; one beyond the last where none is expected.</returns>
    internal int Following(int last) => _followers[last];

    /// <summary>Expects from now on what has just come.</summary>
    internal void Learn(int last, int found) => _followers[last] = found;

    /// <summary>Looks a member up.</summary>
    internal int IndexOf(ReadOnlySpan<byte> name) => _names.IndexOf(name);

    /// <summary>A member's name as it stands in JSON behind another member: a comma, the name in quotation marks, a colon.</summary>
    /// <param name="index">The member's index; may be one beyond the last.</param>
    /// <returns>The name; empty where it cannot stand in JSON without an escape, and where there is no such member.</returns>
    internal ReadOnlySpan<byte> Quoted(int index) => (uint)index < (uint)_quoted.Length ? _quoted[index] : default;

    /// <summary>A number that hardly another object has.</summary>
    internal uint Kind { get; }

    internal bool Contains(string name) => _names.IndexOf(name) >= 0;

    internal JsonEncodedText Encoded(int index) => _names.Encoded(index);

    private static byte[] Quote(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (b is < 0x20 or (byte)'"' or (byte)'\\')
            {
                return [];
            }
        }

        return [(byte)',', (byte)'"', .. name, (byte)'"', (byte)':'];
    }
}
