using System;

namespace TypedWebhooks.Json;

/// <summary>
/// A member of an object, with its name as it stands in JSON, and the member that is expected behind it. At first that is
/// the next one of the schema, then the one that came last; so whatever order a sender has is known from its second body on.
/// </summary>
internal sealed class ExpectedMember
{
    /// <summary>Two control characters, which stand nowhere in JSON.</summary>
    private static readonly byte[] s_nothing = [0, 0];

    public ExpectedMember(int index, ReadOnlySpan<byte> name, ExpectedMember? follower)
    {
        Index = index;
        Quoted = index < 0 || IsEscaped(name) ? s_nothing : [(byte)',', (byte)'"', .. name, (byte)'"', (byte)':'];
        Follower = follower ?? this;
    }

    /// <summary>What is expected where no member is; nothing can be read as it.</summary>
    public static ExpectedMember None { get; } = new(-1, default, null);

    /// <summary>The member's index.</summary>
    public int Index { get; }

    /// <summary>
    /// The name as it stands behind another member: a comma, the name in quotation marks, a colon. Something that
    /// JSON never has where the name cannot stand in it without an escape.
    /// </summary>
    public byte[] Quoted { get; }

    /// <summary>Threads may change it at the same time; whatever stands here is a guess, which is checked.</summary>
    public ExpectedMember Follower { get; set; }

    private static bool IsEscaped(ReadOnlySpan<byte> name)
    {
        foreach (byte b in name)
        {
            if (b is < 0x20 or (byte)'"' or (byte)'\\')
            {
                return true;
            }
        }

        return false;
    }
}
