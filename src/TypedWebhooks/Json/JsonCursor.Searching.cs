using System;
using System.Buffers;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Looking for a member of an object.</content>
internal ref partial struct JsonCursor
{
    private static readonly SearchValues<byte> s_nestedOrEscaped = SearchValues.Create("{}[]\\"u8);

    /// <summary>
    /// Goes to the value of an object's member without reading the members before it, where that can be done: none of
    /// them has an escape or another object or array in it. So the name, in quotation marks and between a comma and a
    /// colon, is the name of a member of just this object, or the text is broken; which whoever reads it then finds.
    /// </summary>
    /// <param name="name">The member's name; it has no escapes.</param>
    /// <returns>Whether it could be done; if not, nothing is read, and the member may still be there.</returns>
    /// <exception cref="JsonException">The object, at whose opening brace the cursor stands, is too deep.</exception>
    public bool TryJumpToMember(scoped ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> rest = _json[_at..];
        int found = rest.IndexOf(name);
        if (found < 2 || rest[found - 1] != '"' || !rest[(found + name.Length)..].StartsWith("\":"u8))
        {
            return false;
        }

        int end = found - 1;
        while (rest[end - 1] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            end--;
        }

        // The first byte is the object's brace.
        if (end > 1 && (rest[end - 1] != ',' || rest[1..end].ContainsAny(s_nestedOrEscaped)))
        {
            return false;
        }

        Enter();
        _at += found + name.Length + 1;
        return true;
    }
}
