using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas;

public sealed class JsonNodeReaderTests
{
    // Line, column and length as an editor shows them: the first character of a file is at 1, 1.
    [Theory]
    [InlineData(
        "{\n  \"a\": {\n    \"b\": 1\n}\n\n\n", 4, 2, 0,
        "expected ',' or '}' after a member, found the end of the text; the object that begins at line 1, column 1 is not closed")]
    [InlineData(
        "[\n  {\n    \"a\": 1,\n  {\n    \"a\": 2\n  }\n]", 4, 3, 1,
        "expected a member name in double quotes, found '{'; the object that begins at line 2, column 3 is not closed")]
    [InlineData(
        "{ \"a\": [1, 2 }", 1, 14, 1,
        "expected ',' or ']' after an item, found '}'; the array that begins at line 1, column 8 is not closed")]
    [InlineData("[", 1, 2, 0, "expected a value or ']', found the end of the text; the array that begins at line 1, column 1 is not closed")]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, 1, "expected ',' or '}' after a member, found '\"'")]
    [InlineData("[1 2]", 1, 4, 1, "expected ',' or ']' after an item, found '2'")]
    [InlineData("{\n  \"a\": 1,\n}", 2, 9, 1, "JSON allows no comma after the last member")]
    [InlineData("[1,\n]", 1, 3, 1, "JSON allows no comma after the last item")]
    [InlineData("{\n  \"a\": 1,\n  \"\\u0061\": 2\n}", 3, 3, 8, "the member '\\u0061' is there twice, first at line 2, column 3")]
    [InlineData("{\n  \"a\": 1, // one\n  \"b\": 2\n}", 2, 11, 2, "JSON allows no comments")]
    [InlineData("/* one */ {}", 1, 1, 2, "JSON allows no comments")]
    [InlineData("{}\n// done\n", 2, 1, 2, "JSON allows no comments")]
    [InlineData("{ # one\n}", 1, 3, 1, "expected a member name in double quotes or '}', found '#'")]
    [InlineData("{\n  \"a\": \"b,\n  \"c\": 1\n}", 2, 8, 3, "this string is not closed with '\"' on the line on which it begins")]
    [InlineData("[\"abc", 1, 2, 4, "this string is not closed with '\"' on the line on which it begins")]
    [InlineData("[\"a\\qb\"]", 1, 4, 2, "'\\q' is no escape that JSON knows")]
    [InlineData("[\"a\\\u202Eb\"]", 1, 4, 2, "'\\U+202E' is no escape that JSON knows")]
    [InlineData("[\"a\\u12g4\"]", 1, 4, 4, "'\\u' must be followed by four hexadecimal digits")]
    [InlineData("[\"a\\", 1, 4, 1, "'\\' begins an escape that is not finished")]
    [InlineData("[\"a\tb\"]", 1, 4, 1, "the control character U+0009 must be written as an escape inside a string")]
    [InlineData("[01]", 1, 2, 2, "a number of JSON does not begin with a needless zero")]
    [InlineData("[1.]", 1, 4, 1, "expected a digit after the decimal point, found ']'")]
    [InlineData("[True]", 1, 2, 4, "expected a value or ']', found 'True'")]
    [InlineData("{ a: 1 }", 1, 3, 1, "expected a member name in double quotes or '}', found 'a'")]
    [InlineData("{ 'a': 1 }", 1, 3, 1, "expected a member name in double quotes or '}', found \"'\"")]
    [InlineData("{ \"a\" 1 }", 1, 7, 1, "expected ':' after the member name, found '1'")]
    [InlineData("{ \"a\": }", 1, 8, 1, "expected a value after ':', found '}'")]
    [InlineData("{} {}", 1, 4, 1, "expected nothing after the end of the JSON value, found '{'")]
    [InlineData("", 1, 1, 0, "expected a JSON value, found the end of the text")]
    [InlineData(" \n ", 1, 1, 0, "expected a JSON value, found the end of the text")]
    [InlineData("\uFEFF{}", 1, 1, 1, "JSON text must not begin with a byte order mark (U+FEFF)")]
    [InlineData("[\u00001]", 1, 2, 1, "expected a value or ']', found 'U+0000'")]
    public void BrokenText_IsShownWhereAPersonWouldLook(string text, int line, int column, int length, string message)
    {
        JsonSyntaxError error = ReadError(text);

        LinePosition start = SourceText.From(text).Lines.GetLinePosition(error.Span.Start);
        Assert.Equal((line, column, length, message), (start.Line + 1, start.Character + 1, error.Span.Length, error.Message));
    }

    [Fact]
    public void LongUnexpectedWord_IsShortenedInTheMessage()
    {
        JsonSyntaxError error = ReadError(new string('x', 5000));

        Assert.Equal(5000, error.Span.Length);
        Assert.EndsWith($"found '{new string('x', 40)}...'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_KeepsOrderNamesAndSpans()
    {
        const string Text = """{ "b": [1, "x"], "\u0061": {} }""";

        JsonObject root = Assert.IsType<JsonObject>(Read(Text));

        Assert.Equal(["b", "a"], root.Members.Select(static member => member.Name));
        Assert.Equal(["\"b\"", "\"\\u0061\""], root.Members.Select(member => Cut(Text, member.NameSpan)));
        Assert.Equal(["[1, \"x\"]", "{}"], root.Members.Select(member => Cut(Text, member.Value.Span)));
        Assert.Equal(Text, Cut(Text, root.Span));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(JsonObject.FewMembers)]
    [InlineData(JsonObject.FewMembers + 1)]
    [InlineData(1000)]
    public void ObjectOfAnySize_FindsItsMembersAndRefusesDuplicates(int count)
    {
        string members = string.Join(",", Enumerable.Range(0, count).Select(static i => $"\"m{i}\":{i}"));

        JsonObject root = Assert.IsType<JsonObject>(Read($"{{{members}}}"));

        for (int i = 0; i < count; i++)
        {
            Assert.True(root.TryGet($"m{i}", out JsonNode? value));
            Assert.Equal(i.ToString(), Assert.IsType<JsonNumber>(value).RawText);
            Assert.StartsWith($"the member 'm{i}' is there twice", ReadError($"{{{members},\"m{i}\":0}}").Message, StringComparison.Ordinal);
        }

        Assert.False(root.TryGet("M0", out _));
        Assert.False(root.TryGetMember("", out _));
    }

    [Theory]
    [InlineData("""
        "\"\\\/\b\f\n\r\t"
        """, "\"\\/\b\f\n\r\t")]
    [InlineData("\"a\\u00e9\\uD83D\\ude00z\"", "aé😀z")]
    [InlineData("\"계약서\u0085\u2028\"", "계약서\u0085\u2028")]
    [InlineData("\"\"", "")]
    public void String_IsDecoded(string text, string value) =>
        Assert.Equal(value, Assert.IsType<JsonString>(Read(text)).Value);

    [Fact]
    public void LoneSurrogate_StaysOne() =>
        // Not inline data: metadata holds UTF-8, which has no lone surrogates.
        Assert.Equal("\ud800", Assert.IsType<JsonString>(Read("\"\\ud800\"")).Value);

    [Theory]
    [InlineData(JsonNodeReader.MaxDepth, true)]
    [InlineData(JsonNodeReader.MaxDepth + 1, false)]
    [InlineData(1_000_000, false)]
    public void Depth_IsLimited(int depth, bool isAccepted)
    {
        StringBuilder text = new();
        for (int i = 0; i < depth; i++)
        {
            text.Append(i % 2 == 0 ? "[" : "{\"a\":");
        }

        text.Append('1');
        for (int i = depth - 1; i >= 0; i--)
        {
            text.Append(i % 2 == 0 ? ']' : '}');
        }

        Assert.Equal(isAccepted, JsonNodeReader.TryRead(text.ToString(), CancellationToken.None, out _, out JsonSyntaxError? error));
        Assert.Equal(isAccepted ? null : "objects and arrays are nested more than 64 deep", error?.Message);
    }

    [Fact]
    public void SiblingsBeyondTheDepthLimit_AreAccepted() =>
        Assert.Equal(200, Assert.IsType<JsonArray>(Read($"[{string.Join(",", Enumerable.Repeat("{}", 200))}]")).Items.Length);

    [Fact]
    public void CancelledToken_Throws() =>
        Assert.Throws<OperationCanceledException>(() =>
            JsonNodeReader.TryRead("{}", new CancellationToken(canceled: true), out _, out _));

    [Theory]
    [InlineData("schemas/telia/hooks.json")]
    [InlineData("schemas/prix/prix.schema.json")]
    [InlineData("schemas/quicklysign/quicklysign.schema.json")]
    public void EveryPrefixOfASchema_IsAnErrorInsideTheText(string path)
    {
        string text = File.ReadAllText(SharedFiles.InProject(path)).TrimEnd();
        Read(text);

        for (int length = 0; length < text.Length; length++)
        {
            string prefix = text[..length];
            JsonTestSuiteTests.AssertWellFormed(ReadError(prefix), prefix);
        }
    }

    [Theory]
    [InlineData("schemas/telia/hooks.json")]
    [InlineData("schemas/prix/prix.schema.json")]
    [InlineData("schemas/quicklysign/quicklysign.schema.json")]
    public void SchemaWithOneCharacterChanged_NeverThrows(string path)
    {
        string text = File.ReadAllText(SharedFiles.InProject(path));
        const string Others = "{}[]\",:\\/0e \n\0\ud800";
        for (int i = 0; i < text.Length; i++)
        {
            string changed = $"{text.AsSpan(0, i)}{Others[i % Others.Length]}{text.AsSpan(i + 1)}";
            if (!JsonNodeReader.TryRead(changed, CancellationToken.None, out _, out JsonSyntaxError? error))
            {
                JsonTestSuiteTests.AssertWellFormed(error, changed);
            }
        }
    }

    private static string Cut(string text, TextSpan span) => text.Substring(span.Start, span.Length);

    private static JsonNode Read(string text)
    {
        Assert.True(JsonNodeReader.TryRead(text, CancellationToken.None, out JsonNode? root, out JsonSyntaxError? error), error?.Message);
        Assert.Null(error);
        return root;
    }

    private static JsonSyntaxError ReadError(string text)
    {
        Assert.False(JsonNodeReader.TryRead(text, CancellationToken.None, out JsonNode? root, out JsonSyntaxError? error));
        Assert.Null(root);
        return error;
    }
}
