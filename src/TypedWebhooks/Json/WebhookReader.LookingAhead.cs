using System;
using System.Runtime.CompilerServices;

namespace TypedWebhooks.Json;

/// <content>Going ahead to a member, before anything is read.</content>
public ref partial struct WebhookReader
{
    /// <summary>Goes to the value at a path of names, from the beginning of an object.</summary>
    /// <returns>Whether there is one.</returns>
    private static bool TryDescend(ref JsonCursor ahead, byte[][] path)
    {
        foreach (byte[] name in path)
        {
            if (ahead.Peek() != '{' || !TryFindMember(ref ahead, name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Goes to the value of a member, from the opening brace of its object.</summary>
    /// <returns>Whether it is there.</returns>
    private static bool TryFindMember(ref JsonCursor ahead, scoped ReadOnlySpan<byte> name) =>
        ahead.TryJumpToMember(name) || TryReadToMember(ref ahead, name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryReadToMember(ref JsonCursor ahead, scoped ReadOnlySpan<byte> name)
    {
        ahead.Enter();
        for (bool isFirst = true; ahead.NextName(isFirst); isFirst = false)
        {
            ReadOnlySpan<byte> raw = ahead.ReadName(out bool isEscaped);
            if (TextEquals(raw, isEscaped, name))
            {
                return true;
            }

            ahead.Leap();
        }

        return false;
    }
}
