using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Emit.Versions;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Writes indented C#. Fixed text stands in the emitter; what comes from a schema gets in only as one of the types that
/// <see cref="Text"/> takes, each of which is safe where it stands. There is no way to append a string.
/// </summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new(2048);
    private int _indent;
    private int _lineStart;

    /// <summary>How far the current line has come, its indentation left out.</summary>
    private int Column => _text.Length == _lineStart ? 0 : _text.Length - _lineStart - (4 * _indent);

    /// <summary>Writes one or several lines, each at the current indentation; what is put in keeps to the column it begins at.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Text lines)
    {
        // The lines stand here already, except for the end of the last one.
        _ = lines;
        Line();
    }

    public void Line()
    {
        _text.Append('\n');
        _lineStart = _text.Length;
    }

    /// <summary>An opening brace; what follows is indented until <see cref="Close"/>.</summary>
    public void Open()
    {
        Write($"{{");
        _indent++;
    }

    public void Close(bool semicolon = false, bool parenthesis = false)
    {
        _indent--;
        Write($"}}{Keyword.If(parenthesis, Keyword.Parenthesis)}{Keyword.If(semicolon, Keyword.Semicolon)}");
    }

    /// <summary>Puts a semicolon behind the last line.</summary>
    public void EndStatement()
    {
        _text.Insert(_text.Length - 1, ';');
        _lineStart = _text.Length;
    }

    public void Indent() => _indent++;

    public void Unindent() => _indent--;

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Encoding.UTF8, SourceHashAlgorithm.Sha256);

    private void Append(string text)
    {
        int start = 0;
        for (int end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            Append(text, start, end);
            Line();
            start = end + 1;
        }

        Append(text, start, text.Length);
    }

    /// <summary>Appends within a line. One that stays empty is not indented.</summary>
    private void Append(string text, int start, int end)
    {
        if (end == start)
        {
            return;
        }

        if (_text.Length == _lineStart)
        {
            _text.Append(' ', 4 * _indent);
        }

        _text.Append(text, start, end - start);
    }

    /// <summary>A piece of emitted text: the emitter's own literal text, and typed values between.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Text
    {
        private readonly SourceWriter _writer;

        public Text(int literalLength, int formattedCount, SourceWriter writer)
        {
            _ = literalLength;
            _ = formattedCount;
            _writer = writer;
        }

        // A raw literal has the line ends of the file that it stands in.
        public void AppendLiteral(string text) => _writer.Append(text.Replace("\r\n", "\n"));

        public void AppendFormatted(CSharpName name) => _writer.Append(name.ToString());

        public void AppendFormatted(BareName name) => _writer.Append(name.Text);

        public void AppendFormatted(CSharpNamespace name) => _writer.Append(name.Text);

        public void AppendFormatted(StringLiteral literal) => _writer.Append(literal.ToString());

        public void AppendFormatted(TypeReference type) => _writer.Append(type.ToString());

        public void AppendFormatted(TypeArguments types) => _writer.Append(types.ToString());

        public void AppendFormatted(Keyword keyword) => _writer.Append(keyword.ToString());

        public void AppendFormatted(EventNameArgument argument) => _writer.Append(argument.ToString());

        public void AppendFormatted(ContentType type) => _writer.Append(type.ToString());

        public void AppendFormatted(NameArray names) => _writer.Append(names.ToString());

        public void AppendFormatted(KnownNames names) => _writer.Append(names.ToString());

        public void AppendFormatted(EventTypePart part) => _writer.Append(part.ToString());

        public void AppendFormatted(EventKeyExpression key) => _writer.Append(key.ToString());

        public void AppendFormatted(CloudEventAttributes attributes) => _writer.Append(attributes.ToString());

        public void AppendFormatted(JsonValue value) => _writer.Append(value.ToString());

        public void AppendFormatted(SchemaJson json) => _writer.Append(json.ToString());

        public void AppendFormatted(NullArguments arguments) => _writer.Append(arguments.ToString());

        public void AppendFormatted(NameLines names) => _writer.Append(names.ToString());

        public void AppendFormatted(ConversionExpression expression) => _writer.Append(expression.ToString());

        public void AppendFormatted(VersionCode code) => _writer.Append(code.ToString());

        public void AppendFormatted(NumberList numbers) => _writer.Append(numbers.ToString());

        public void AppendFormatted(NoteLine note) => _writer.Append(note.ToString());

        public void AppendFormatted(int number) => _writer.Append(Invariant.Text(number));

        /// <summary>Documentation goes on at the column where it stands, line by line.</summary>
        public void AppendFormatted(DocText documentation)
        {
            string text = documentation.ToString();
            _writer.Append(_writer.Column == 0 ? text : text.Replace("\n", "\n" + new string(' ', _writer.Column)));
        }
    }
}
