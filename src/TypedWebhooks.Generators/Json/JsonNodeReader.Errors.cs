using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Generators.Json;

// What is said about the first error, and where it is shown.
internal sealed partial class JsonNodeReader
{
    private const int MostCharactersShown = 40;

    // Returns the node that there is not, so that a caller can fail and return in one statement.
    private JsonNode? Fail(TextSpan span, string message)
    {
        _error ??= new JsonSyntaxError(span, message);
        return null;
    }

    private JsonNode? FailExpected(string expected, (int Start, string Kind)? open = null)
    {
        if (Peek() == '/' && Peek(_position + 1) is '/' or '*')
        {
            return Fail(new TextSpan(_position, 2), "JSON allows no comments");
        }

        TextSpan found = AtEnd ? EndOfContent() : new TextSpan(_position, TokenLength(_position));
        string what = AtEnd ? "the end of the text" : Show(found);
        return Fail(found, $"expected {expected}, found {what}{Unclosed(open)}");
    }

    private JsonNode? FailDuplicate(JsonString name, ImmutableArray<JsonMember>.Builder members)
    {
        TextSpan first = default;
        foreach (JsonMember member in members)
        {
            if (string.Equals(member.Name, name.Value, StringComparison.Ordinal))
            {
                first = member.NameSpan;
                break;
            }
        }

        TextSpan text = TextSpan.FromBounds(name.Span.Start + 1, name.Span.End - 1);
        return Fail(name.Span, $"the member {Show(text)} is there twice, first at {Place(first.Start)}");
    }

    // Where the end of the text, or a bracket that cannot stand here, takes the place of a closing one, it helps to
    // hear which was left open: it may be pages above. A '{' cannot stand where an object wants a member name.
    private string Unclosed((int Start, string Kind)? open) =>
        open is (int start, string kind) && (AtEnd || Peek() is '}' or ']' || (Peek() == '{' && kind == "object"))
            ? $"; the {kind} that begins at {Place(start)} is not closed"
            : "";

    // The end of what is written, not of the empty lines behind it.
    private TextSpan EndOfContent()
    {
        int end = _text.Length;
        while (end > 0 && IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return new TextSpan(end, 0);
    }

    // Lines as the compiler counts them, which is how the error itself will be shown.
    private string Place(int position)
    {
        LinePosition place = SourceText.From(_text).Lines.GetLinePosition(position);
        return string.Format(CultureInfo.InvariantCulture, "line {0}, column {1}", place.Line + 1, place.Character + 1);
    }

    private int TokenLength(int start) => Math.Max(WordLength(start), CharacterLength(start));

    private int CharacterLength(int start) =>
        char.IsHighSurrogate(Peek(start)) && char.IsLowSurrogate(Peek(start + 1)) ? 2 : 1;

    // Quotes a piece of the text for a message: on one line, not too long, and with nothing invisible in it.
    private string Show(TextSpan span)
    {
        StringBuilder shown = new();
        bool isShortened = span.Length > MostCharactersShown;
        int end = isShortened ? span.Start + MostCharactersShown : span.End;
        for (int i = span.Start; i < end; i += CharacterLength(i))
        {
            if (CharacterLength(i) == 2)
            {
                shown.Append(_text, i, 2);
            }
            else if (IsVisible(_text[i]))
            {
                shown.Append(_text[i]);
            }
            else
            {
                shown.Append("U+").Append(((int)_text[i]).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        char quote = span.Length == 1 && _text[span.Start] == '\'' ? '"' : '\'';
        return quote + shown.Append(isShortened ? "..." : "").ToString() + quote;
    }

    private static bool IsVisible(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
