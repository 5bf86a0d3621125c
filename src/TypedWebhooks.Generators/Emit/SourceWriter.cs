using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Writes indented C#. Fixed text stands in the emitter; what comes from a schema gets in only as one of the types that
/// <see cref="Text"/> takes, each of which is safe where it stands. There is no way to append a string.
/// </summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>Writes one or several lines, each at the current indentation; what is put in keeps to the column it begins at.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] ref Text lines)
    {
        string text = lines.ToString();
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                _text.Append(' ', 4 * _indent).Append(text, start, end - start);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    public void Line() => _text.Append('\n');

    /// <summary>An opening brace; what follows is indented until <see cref="Close"/>.</summary>
    public void Open()
    {
        Write($"{{");
        _indent++;
    }

    public void Close(bool semicolon = false, bool parenthesis = false)
    {
        _indent--;
        if (semicolon)
        {
            Write($"}};");
        }
        else if (parenthesis)
        {
            Write($"}})");
        }
        else
        {
            Write($"}}");
        }
    }

    public void Indent() => _indent++;

    public void Unindent() => _indent--;

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Encoding.UTF8, SourceHashAlgorithm.Sha256);

    /// <summary>A piece of emitted text: the emitter's own literal text, and typed values between.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Text
    {
        private readonly StringBuilder _built;

        public Text(int literalLength, int formattedCount, SourceWriter writer)
        {
            _ = writer;
            _ = formattedCount;
            _built = new(literalLength + 64);
        }

        // A raw literal has the line ends of the file that it stands in.
        public void AppendLiteral(string text) => _built.Append(text).Replace("\r\n", "\n");

        public void AppendFormatted(CSharpName name) => _built.Append(name.ToString());

        public void AppendFormatted(BareName name) => _built.Append(name.Text);

        public void AppendFormatted(CSharpNamespace name) => _built.Append(name.Text);

        public void AppendFormatted(StringLiteral literal) => _built.Append(literal.ToString());

        public void AppendFormatted(TypeReference type) => _built.Append(type.ToString());

        public void AppendFormatted(Keyword keyword) => _built.Append(keyword.ToString());

        public void AppendFormatted(EventNameArgument argument) => _built.Append(argument.ToString());

        public void AppendFormatted(EventTypePart part) => _built.Append(part.ToString());

        public void AppendFormatted(EventKeyExpression key) => _built.Append(key.ToString());

        public void AppendFormatted(CloudEventAttributes attributes) => _built.Append(attributes.ToString());

        public void AppendFormatted(JsonValue value) => _built.Append(value.ToString());

        public void AppendFormatted(NumberList numbers) => _built.Append(numbers.ToString());

        public void AppendFormatted(int number) => _built.Append(Invariant.Text(number));

        /// <summary>Documentation goes on at the column where it stands, line by line.</summary>
        public void AppendFormatted(DocText documentation)
        {
            int column = _built.Length - (_built.ToString().LastIndexOf('\n') + 1);
            _built.Append(documentation.ToString().Replace("\n", "\n" + new string(' ', column)));
        }

        public override string ToString() => _built.ToString();
    }
}
