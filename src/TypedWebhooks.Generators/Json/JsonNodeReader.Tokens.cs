using System;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Generators.Json;

// Strings, numbers and the three words: what stands between the brackets, colons and commas.
internal sealed partial class JsonNodeReader
{
    private const char ByteOrderMark = '\uFEFF';

    private bool AtEnd => _position == _text.Length;

    // NUL stands for the end as well: no rule of JSON accepts it anywhere, so both end in the same error branch.
    private char Peek() => Peek(_position);

    private char Peek(int position) => position < _text.Length ? _text[position] : '\0';

    private bool TryTake(char c)
    {
        if (AtEnd || _text[_position] != c)
        {
            return false;
        }

        _position++;
        return true;
    }

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, _position);

    private void SkipWhiteSpace()
    {
        while (IsWhiteSpace(Peek()))
        {
            _position++;
        }
    }

    private static bool IsWhiteSpace(char c) => c is ' ' or '\t' or '\n' or '\r';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsWordCharacter(char c) =>
        IsDigit(c) || c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' or '$';

    private JsonNode? ReadWord(string expected, (int Start, string Kind)? open)
    {
        int start = _position;
        int length = WordLength(start);
        bool Is(string word) =>
            length == word.Length && string.CompareOrdinal(_text, start, word, 0, length) == 0;

        TextSpan span = new(start, length);
        JsonNode? node = Is("true") ? new JsonBoolean(span, true)
            : Is("false") ? new JsonBoolean(span, false)
            : Is("null") ? new JsonNull(span)
            : FailExpected(expected, open);
        _position += node is null ? 0 : length;
        return node;
    }

    private int WordLength(int start)
    {
        int end = start;
        while (IsWordCharacter(Peek(end)))
        {
            end++;
        }

        return end - start;
    }

    private JsonNode? ReadNumber()
    {
        int start = _position;
        TryTake('-');

        int firstDigit = _position;
        if (!SkipDigits())
        {
            return FailExpected("a digit after '-'");
        }

        if (_text[firstDigit] == '0' && _position > firstDigit + 1)
        {
            return Fail(SpanFrom(start), "a number of JSON does not begin with a needless zero");
        }

        if (TryTake('.') && !SkipDigits())
        {
            return FailExpected("a digit after the decimal point");
        }

        if (TryTake('e') || TryTake('E'))
        {
            _ = TryTake('+') || TryTake('-');
            if (!SkipDigits())
            {
                return FailExpected("a digit in the exponent");
            }
        }

        return new JsonNumber(SpanFrom(start), _text.Substring(start, _position - start));
    }

    private bool SkipDigits()
    {
        int start = _position;
        while (IsDigit(Peek()))
        {
            _position++;
        }

        return _position > start;
    }

    private JsonNode? ReadString()
    {
        int start = _position++;
        int copied = _position;
        StringBuilder? decoded = null;

        while (!AtEnd)
        {
            char c = _text[_position];
            if (c == '"')
            {
                string rest = _text.Substring(copied, _position - copied);
                _position++;
                return new JsonString(SpanFrom(start), decoded is null ? rest : decoded.Append(rest).ToString());
            }

            if (c is '\n' or '\r')
            {
                break;
            }

            if (c < ' ')
            {
                return Fail(
                    new TextSpan(_position, 1),
                    $"the control character U+{(int)c:X4} must be written as an escape inside a string");
            }

            if (c != '\\')
            {
                _position++;
                continue;
            }

            decoded ??= new StringBuilder();
            decoded.Append(_text, copied, _position - copied);
            if (ReadEscape() is not { } escaped)
            {
                return null;
            }

            decoded.Append(escaped);
            copied = _position;
        }

        return Fail(SpanFrom(start), "this string is not closed with '\"' on the line on which it begins");
    }

    private char? ReadEscape()
    {
        int start = _position;
        char c = Peek(start + 1);
        if (c == 'u')
        {
            return ReadUnicodeEscape(start);
        }

        char? decoded = c switch
        {
            '"' or '\\' or '/' => c,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => null,
        };

        if (decoded is null)
        {
            // A person who sees only the backslash marked at the end of a line knows enough.
            bool endsHere = start + 1 == _text.Length || c is '\n' or '\r';
            TextSpan span = new(start, endsHere ? 1 : 1 + CharacterLength(start + 1));
            Fail(span, endsHere ? "'\\' begins an escape that is not finished" : $"{Show(span)} is no escape that JSON knows");
            return null;
        }

        _position += 2;
        return decoded;
    }

    private char? ReadUnicodeEscape(int start)
    {
        int value = 0;
        for (int i = start + 2; i < start + 6; i++)
        {
            int digit = HexDigit(Peek(i));
            if (digit < 0)
            {
                Fail(TextSpan.FromBounds(start, Math.Min(i, _text.Length)), "'\\u' must be followed by four hexadecimal digits");
                return null;
            }

            value = (value << 4) | digit;
        }

        _position = start + 6;
        return (char)value;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
