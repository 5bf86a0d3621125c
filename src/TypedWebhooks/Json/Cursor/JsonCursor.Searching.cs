using System;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Looking for a member of an object.</content>
internal ref partial struct JsonCursor
{
    /// <summary>
    /// Goes to the value of an object's member without reading the members before it, where that can be done: none of
    /// them has an escape or another object or array in it. So the name, in quotation marks and before a colon, is the
    /// name of a member of just this object, or the text is broken; which whoever reads it then finds.
    /// </summary>
    /// <param name="name">The member's name; it has no escapes.</param>
    /// <returns>Whether it could be done; if not, nothing is read, and the member may still be there.</returns>
    /// <exception cref="JsonException">The object, at whose opening brace the cursor stands, is too deep.</exception>
    public bool TryJumpToMember(scoped ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> json = _json;
        int at = _at + 1;
        int toQuote = name.Length + 1;
        int last = json.Length - Vector256<byte>.Count - toQuote - 1;
        if (!Vector256.IsHardwareAccelerated || last < at)
        {
            return false;
        }

        while (true)
        {
            Vector256<byte> bytes = Vector256.Create(json.Slice(at, Vector256<byte>.Count));
            uint names = Find('"', bytes)
                & Find('"', Vector256.Create(json.Slice(at + toQuote, Vector256<byte>.Count)))
                & Find(':', Vector256.Create(json.Slice(at + toQuote + 1, Vector256<byte>.Count)));

            // With this bit [ \ ] are { | }, which are neighbours. So a | is taken for a backslash, which does no harm.
            uint nestedOrEscaped = Vector256.LessThanOrEqual((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'{'), Vector256.Create((byte)2)).ExtractMostSignificantBits();
            for (; names != 0; names &= names - 1)
            {
                int quote = at + BitOperations.TrailingZeroCount(names);
                if (json[(quote + 1)..].StartsWith(name))
                {
                    if ((nestedOrEscaped & BitsBelowLowest(names)) != 0)
                    {
                        return false;
                    }

                    Enter();
                    _at = quote + toQuote + 2;
                    return true;
                }
            }

            if (nestedOrEscaped != 0 || at == last)
            {
                return false;
            }

            // The last vector overlaps what has been looked at, in which there was nothing.
            at = Math.Min(at + Vector256<byte>.Count, last);
        }
    }
}
