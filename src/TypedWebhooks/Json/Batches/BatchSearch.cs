using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// Looks for the events of a batch. What is found must be the only one of its kind: of a member that is there twice, one would be
/// read and the other one lost.
/// </summary>
internal static class BatchSearch
{
    /// <summary>Goes to the array at a path.</summary>
    /// <param name="cursor">Stands before the value from which the path leads; afterwards, where there is one, at the array.</param>
    /// <param name="path">The names of the members that lead there.</param>
    /// <param name="isAlone">Whether there is nothing else on the way.</param>
    /// <returns>Whether there is one, and no other.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public static bool TryFindArray(ref JsonCursor cursor, ReadOnlySpan<byte[]> path, out bool isAlone)
    {
        isAlone = true;
        foreach (byte[] name in path)
        {
            if (cursor.Peek() != '{' || !TryFindOnly(ref cursor, name, out int count))
            {
                return false;
            }

            isAlone &= count == 1;
        }

        return cursor.Peek() == '[';
    }

    /// <summary>Looks for the event in an item that has it in members of its own.</summary>
    /// <param name="item">The item, a whole JSON value.</param>
    /// <param name="path">The names of the members that lead to the event.</param>
    /// <param name="maxDepth">How deep the JSON may be.</param>
    /// <param name="found">Where the event is.</param>
    /// <param name="isAlone">Whether the item has nothing else.</param>
    /// <returns>Whether there is one, and no other.</returns>
    public static bool TryFindEvent(ReadOnlySpan<byte> item, byte[][] path, int maxDepth, out Range found, out bool isAlone)
    {
        isAlone = true;
        found = default;
        JsonCursor cursor = new(item, maxDepth);
        foreach (byte[] name in path)
        {
            if (cursor.Peek() != '{' || !TryFindOnly(ref cursor, name, out int count))
            {
                return false;
            }

            isAlone &= count == 1;
        }

        cursor.Peek();
        (int start, int end) = SkipItem(ref cursor);
        found = start..end;
        return true;
    }

    /// <summary>Steps over the value at which a cursor stands, and says where it is.</summary>
    public static (int Start, int End) SkipItem(ref JsonCursor cursor)
    {
        int start = cursor.At;
        cursor.Skip();
        return (start, cursor.At);
    }

    /// <summary>Goes to the value of a member, from the opening brace of its object, and counts the members of that object.</summary>
    private static bool TryFindOnly(ref JsonCursor cursor, ReadOnlySpan<byte> name, out int count)
    {
        JsonCursor found = default;
        int matches = 0;
        count = 0;
        cursor.Enter();
        for (bool isFirst = true; cursor.NextName(isFirst); isFirst = false)
        {
            ReadOnlySpan<byte> raw = cursor.ReadName(out bool isEscaped);
            cursor.Peek();
            count++;
            if (IsName(raw, isEscaped, name))
            {
                found = cursor;
                matches++;
            }

            cursor.Skip();
        }

        cursor = matches == 1 ? found : cursor;
        return matches == 1;
    }

    private static bool IsName(ReadOnlySpan<byte> raw, bool isEscaped, ReadOnlySpan<byte> name)
    {
        if (!isEscaped)
        {
            return raw.SequenceEqual(name);
        }

        using DecodedText decoded = new(raw, stackalloc byte[128]);
        return decoded.IsText && decoded.Utf8.SequenceEqual(name);
    }
}
