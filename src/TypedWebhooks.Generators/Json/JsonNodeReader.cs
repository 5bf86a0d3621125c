using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Generators.Json;

/// <summary>
/// Reads JSON text strictly by RFC 8259 into nodes that know their place, or says where it stops being JSON.
/// Comments, trailing commas, a byte order mark and two members of one name are refused, and so is nesting over
/// <see cref="MaxDepth"/>. One pass over the text; it stops at the first error, because all that follows is guesswork.
/// </summary>
internal sealed partial class JsonNodeReader
{
    /// <summary>How deep objects and arrays may lie in each other: as deep as System.Text.Json reads by default.</summary>
    public const int MaxDepth = 64;

    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private int _position;
    private int _depth;
    private JsonSyntaxError? _error;

    private JsonNodeReader(string text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads one JSON value with nothing but white space around it.</summary>
    /// <param name="text">The text, already decoded and without a byte order mark.</param>
    /// <param name="cancellationToken">Asked at every value.</param>
    /// <param name="root">The value, when the text is JSON.</param>
    /// <param name="error">The first error, when it is not.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled. Nothing else is thrown, whatever the text.</exception>
    public static bool TryRead(
        string text,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out JsonNode? root,
        [NotNullWhen(false)] out JsonSyntaxError? error)
    {
        JsonNodeReader reader = new(text, cancellationToken);
        root = reader.ReadText();
        error = reader._error;
        return root is not null;
    }

    // Each Read… method returns null once it has set the error. The recursion is safe: MaxDepth bounds it.
    private JsonNode? ReadText()
    {
        if (Peek() == ByteOrderMark)
        {
            return Fail(new TextSpan(0, 1), "JSON text must not begin with a byte order mark (U+FEFF)");
        }

        SkipWhiteSpace();
        JsonNode? root = ReadValue("a JSON value");
        SkipWhiteSpace();
        return root is null || AtEnd ? root : FailExpected("nothing after the end of the JSON value");
    }

    private JsonNode? ReadValue(string expected, (int Start, string Kind)? open = null)
    {
        _cancellationToken.ThrowIfCancellationRequested();

        char c = Peek();
        if (c is '{' or '[')
        {
            if (_depth == MaxDepth)
            {
                return Fail(new TextSpan(_position, 1), $"objects and arrays are nested more than {MaxDepth} deep");
            }

            _depth++;
            JsonNode? node = c == '{' ? ReadObject() : ReadArray();
            _depth--;
            return node;
        }

        return c switch
        {
            '"' => ReadString(),
            '-' or (>= '0' and <= '9') => ReadNumber(),
            _ => ReadWord(expected, open),
        };
    }

    private JsonNode? ReadObject()
    {
        int start = _position++;
        ImmutableArray<JsonMember>.Builder members = ImmutableArray.CreateBuilder<JsonMember>();
        HashSet<string>? names = null;

        SkipWhiteSpace();
        if (TryTake('}'))
        {
            return new JsonObject(SpanFrom(start), ImmutableArray<JsonMember>.Empty);
        }

        while (true)
        {
            if (Peek() != '"')
            {
                string expected = members.Count == 0 ? "a member name in double quotes or '}'" : "a member name in double quotes";
                return FailExpected(expected, (start, "object"));
            }

            if (ReadString() is not JsonString name)
            {
                return null;
            }

            if (!IsNew(name.Value, members, ref names))
            {
                return FailDuplicate(name, members);
            }

            SkipWhiteSpace();
            if (!TryTake(':'))
            {
                return FailExpected("':' after the member name");
            }

            SkipWhiteSpace();
            if (ReadValue("a value after ':'") is not { } value)
            {
                return null;
            }

            members.Add(new JsonMember(name.Value, name.Span, value));

            SkipWhiteSpace();
            int comma = _position;
            if (TryTake('}'))
            {
                return new JsonObject(SpanFrom(start), members.ToImmutable());
            }

            if (!TryTake(','))
            {
                return FailExpected("',' or '}' after a member", (start, "object"));
            }

            SkipWhiteSpace();
            if (Peek() == '}')
            {
                return Fail(new TextSpan(comma, 1), "JSON allows no comma after the last member");
            }
        }
    }

    private JsonNode? ReadArray()
    {
        int start = _position++;
        ImmutableArray<JsonNode>.Builder items = ImmutableArray.CreateBuilder<JsonNode>();

        SkipWhiteSpace();
        if (TryTake(']'))
        {
            return new JsonArray(SpanFrom(start), ImmutableArray<JsonNode>.Empty);
        }

        while (true)
        {
            string expected = items.Count == 0 ? "a value or ']'" : "a value after ','";
            if (ReadValue(expected, (start, "array")) is not { } item)
            {
                return null;
            }

            items.Add(item);

            SkipWhiteSpace();
            int comma = _position;
            if (TryTake(']'))
            {
                return new JsonArray(SpanFrom(start), items.ToImmutable());
            }

            if (!TryTake(','))
            {
                return FailExpected("',' or ']' after an item", (start, "array"));
            }

            SkipWhiteSpace();
            if (Peek() == ']')
            {
                return Fail(new TextSpan(comma, 1), "JSON allows no comma after the last item");
            }
        }
    }

    // Looking through the few members of a usual object is quicker than hashing their names; a large object needs the hash.
    private static bool IsNew(string name, ImmutableArray<JsonMember>.Builder members, ref HashSet<string>? names)
    {
        if (members.Count < JsonObject.FewMembers)
        {
            foreach (JsonMember member in members)
            {
                if (string.Equals(member.Name, name, StringComparison.Ordinal))
                {
                    return false;
                }
            }

            return true;
        }

        if (names is null)
        {
            names = new HashSet<string>(StringComparer.Ordinal);
            foreach (JsonMember member in members)
            {
                names.Add(member.Name);
            }
        }

        return names.Add(name);
    }
}
