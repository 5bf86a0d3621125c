using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas;

/// <summary>
/// The reader against JSONTestSuite (github.com/nst/JSONTestSuite), whose y_ files a parser must accept, whose n_ files
/// it must refuse, and whose i_ files it may treat as it likes, as long as it survives them.
/// Each file is decoded as the compiler decodes an additional file.
/// </summary>
public sealed class JsonTestSuiteTests
{
    private const string Suite = "suites/json-parsing/test_parsing";

    // RFC 8259 allows them with a "SHOULD be unique"; a schema that says one thing twice is a mistake worth an error.
    private static readonly string[] s_refusedOnPurpose =
    [
        "y_object_duplicated_key.json",
        "y_object_duplicated_key_and_value.json",
    ];

    public static TheoryData<string> MustAccept => [.. SharedFiles.SharedNames(Suite, "y_*").Except(s_refusedOnPurpose)];

    public static TheoryData<string> MustRefuse => [.. SharedFiles.SharedNames(Suite, "n_*").Concat(s_refusedOnPurpose)];

    public static TheoryData<string> Free => [.. SharedFiles.SharedNames(Suite, "i_*")];

    [SharedFact(Suite)]
    public void Suite_HasAllItsFiles()
    {
        // A glob that matches nothing would make every theory below pass.
        Assert.Equal(
            [95, 188, 35],
            new[] { "y_*", "n_*", "i_*" }.Select(pattern => SharedFiles.SharedNames(Suite, pattern).Count));
    }

    [SharedTheory(Suite)]
    [MemberData(nameof(MustAccept))]
    public void MustAccept_IsReadWithTheSameValue(string name)
    {
        string text = Decode(name);

        Assert.True(JsonNodeReader.TryRead(text, CancellationToken.None, out JsonNode? root, out JsonSyntaxError? error), error?.Message);

        using JsonDocument expected = JsonDocument.Parse(text);
        AssertSame(expected.RootElement, root, text);
    }

    [SharedTheory(Suite)]
    [MemberData(nameof(MustRefuse))]
    public void MustRefuse_IsAnErrorInsideTheText(string name)
    {
        string text = Decode(name);

        Assert.False(JsonNodeReader.TryRead(text, CancellationToken.None, out _, out JsonSyntaxError? error));

        AssertWellFormed(error, text);
    }

    [SharedTheory(Suite)]
    [MemberData(nameof(Free))]
    public void Free_IsReadOrIsAnErrorInsideTheText(string name)
    {
        string text = Decode(name);

        if (!JsonNodeReader.TryRead(text, CancellationToken.None, out _, out JsonSyntaxError? error))
        {
            AssertWellFormed(error, text);
        }
    }

    internal static void AssertWellFormed(JsonSyntaxError error, string text)
    {
        Assert.InRange(error.Span.End, 0, text.Length);
        Assert.NotEmpty(error.Message);
        Assert.DoesNotContain(error.Message, static c => char.IsControl(c));
        Assert.InRange(error.Message.Length, 1, 250);
    }

    private static string Decode(string name)
    {
        using FileStream stream = File.OpenRead(SharedFiles.InShared($"{Suite}/{name}"));
        return SourceText.From(stream).ToString();
    }

    // System.Text.Json is the second opinion on values; that spans are right shows in what they cut out of the text.
    private static void AssertSame(JsonElement expected, JsonNode actual, string text)
    {
        Assert.Equal(expected.GetRawText(), text.Substring(actual.Span.Start, actual.Span.Length));
        switch (actual)
        {
            case JsonObject node:
                List<JsonProperty> properties = [.. expected.EnumerateObject()];
                Assert.Equal(properties.Count, node.Members.Length);
                for (int i = 0; i < properties.Count; i++)
                {
                    Assert.Equal(properties[i].Name, node.Members[i].Name);
                    Assert.StartsWith("\"", text[node.Members[i].NameSpan.Start..], StringComparison.Ordinal);
                    AssertSame(properties[i].Value, node.Members[i].Value, text);
                }

                break;
            case JsonArray node:
                Assert.Equal(expected.GetArrayLength(), node.Items.Length);
                for (int i = 0; i < node.Items.Length; i++)
                {
                    AssertSame(expected[i], node.Items[i], text);
                }

                break;
            case JsonString node:
                Assert.Equal(expected.GetString(), node.Value);
                break;
            case JsonNumber node:
                Assert.Equal(expected.GetRawText(), node.RawText);
                break;
            case JsonBoolean node:
                Assert.Equal(expected.GetBoolean(), node.Value);
                break;
            default:
                Assert.IsType<JsonNull>(actual);
                Assert.Equal(JsonValueKind.Null, expected.ValueKind);
                break;
        }
    }
}
