using System;
using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace TypedWebhooks.Json;

/// <content>Going ahead to a member, before anything is read.</content>
public ref partial struct WebhookReader
{
    /// <summary>Goes to the value at a path of names and, in arrays, of indices.</summary>
    /// <returns>Whether there is one.</returns>
    private static bool TryDescend(ref JsonCursor ahead, byte[][] path)
    {
        foreach (byte[] token in path)
        {
            byte first = ahead.Peek();
            if (!(first == '{' ? TryFindMember(ref ahead, token) : first == '[' && TryFindItem(ref ahead, token)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Goes to an item of an array, from its opening bracket.</summary>
    /// <returns>Whether it is there.</returns>
    private static bool TryFindItem(ref JsonCursor ahead, ReadOnlySpan<byte> token)
    {
        int index = IndexOf(token);
        if (index < 0)
        {
            return false;
        }

        ahead.Enter();
        for (bool isFirst = true; ahead.NextItem(isFirst); isFirst = false)
        {
            if (index-- == 0)
            {
                return true;
            }

            ahead.Skip();
        }

        return false;
    }

    /// <summary>The index that a token of a JSON pointer is to an array: digits without a zero in front (RFC 6901, clause 4); -1 where it is none.</summary>
    internal static int IndexOf(ReadOnlySpan<byte> token) =>
        token.Length is > 0 and < 10 && (token.Length == 1 || token[0] != '0') && !token.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && Utf8Parser.TryParse(token, out int index, out int consumed) && consumed == token.Length
            ? index
            : -1;

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
