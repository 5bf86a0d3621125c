using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Stepping over values.</content>
internal ref partial struct JsonCursor
{
    /// <summary>Steps over the next value, and makes sure that it is one. It recurses once in 64 levels.</summary>
    /// <exception cref="JsonException">It is none, or too deep.</exception>
    public void Skip()
    {
        if (Peek() == '"')
        {
            ReadString(out _);
            return;
        }

        SkipOther();
    }

    private void SkipOther()
    {
        // One bit a level, the innermost the lowest: whether it is an object. There is room for 64.
        ulong objects = 0;
        int outside = _depth;
        while (true)
        {
            byte first = Peek();
            switch (first)
            {
                case (byte)'"':
                    ReadString(out _);
                    break;
                case (byte)'{' or (byte)'[' when _depth - outside == 64:
                    SkipOther();
                    break;
                case (byte)'{':
                    Enter();
                    objects = (objects << 1) | 1;
                    if (NextName(isFirst: true))
                    {
                        ReadName(out _);
                        continue;
                    }

                    objects >>= 1;
                    break;
                case (byte)'[':
                    Enter();
                    objects <<= 1;
                    if (NextItem(isFirst: true))
                    {
                        continue;
                    }

                    objects >>= 1;
                    break;
                case (byte)'t':
                    ReadLiteral("true"u8);
                    break;
                case (byte)'f':
                    ReadLiteral("false"u8);
                    break;
                case (byte)'n':
                    ReadLiteral("null"u8);
                    break;
                default:
                    if (!IsNumber(first))
                    {
                        throw Broken();
                    }

                    ReadNumber();
                    break;
            }

            // Behind a value: the next one of the same level, or of the first level outwards that has one.
            while (true)
            {
                if (_depth == outside)
                {
                    return;
                }

                if ((objects & 1) == 0)
                {
                    if (NextItem(isFirst: false))
                    {
                        break;
                    }
                }
                else if (NextName(isFirst: false))
                {
                    ReadName(out _);
                    break;
                }

                objects >>= 1;
            }
        }
    }
}
