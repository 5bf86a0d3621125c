using System.Linq;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Emit;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>How the descriptions of a schema read as documentation.</summary>
public sealed class ProseTests
{
    [Theory]
    [InlineData("One.", "One.")]
    [InlineData("One\nline.", "One line.")]
    [InlineData("One.\n\nTwo.", "<para>One.</para> <para>Two.</para>")]
    [InlineData("One.\r\n \t\r\nTwo.", "<para>One.</para> <para>Two.</para>")]
    [InlineData("One.\r\rTwo.", "<para>One.</para> <para>Two.</para>")]
    [InlineData("Either:\n- a\n- b", "<para>Either:</para> B[a|b]")]
    [InlineData("Either:\u2028- a\u2029- b", "<para>Either:</para> B[a|b]")]
    [InlineData("Either:\r\n\r\n* `a`: one\r\n* `b`: two,\r\n  or more\r\n\r\nThat is all.", "<para>Either:</para> B[`a`: one|`b`: two, or more] <para>That is all.</para>")]
    [InlineData("+ a\n\n+ b", "B[a|b]")]
    [InlineData("- a\n\n  and more\n- b", "B[a and more|b]")]
    [InlineData("- a\n  - inner\n- b", "B[a|inner|b]")]
    [InlineData("Steps:\n1. a\n2. b\n10) c", "<para>Steps:</para> N[a|b|c]")]
    [InlineData("- a\n1. b", "B[a] N[b]")]
    [InlineData("\u2022 a\n\u2022 b", "B[a|b]")]
    [InlineData("It came in\n1999. Since then it is here.", "It came in 1999. Since then it is here.")]
    [InlineData("A-b - c * d", "A-b - c * d")]
    [InlineData("-5 degrees", "-5 degrees")]
    [InlineData("**bold** text", "**bold** text")]
    [InlineData("- ", "-")]
    [InlineData("---", "---")]
    public void Description_KeepsItsParagraphsAndLists(string description, string expected)
    {
        string documentation = DocText.Summary(description, $"Nothing.").ToString();
        string text = string.Join(" ", documentation.Split('\n').Select(static line => line["///".Length..].Trim()).Where(static line => line.Length > 0));
        string brief = text
            .Replace("<summary>", "").Replace("</summary>", "").Trim()
            .Replace("<list type=\"bullet\"> ", "B[").Replace("<list type=\"number\"> ", "N[").Replace("<item><description>", "").Replace("</description></item> </list>", "]").Replace("</description></item> ", "|");
        Assert.Equal(expected, brief);
    }

    [Fact]
    public void ItemOfAList_IsTextAndNothingElse()
    {
        string documentation = DocText.Summary("- </description></item><include file='/etc/passwd' path='*'/>\n- b\u0085class Evil {}\u2028class Evil {}\n1. \u0001\uFFFF", $"Nothing.").ToString();
        Assert.All(documentation.Split('\n'), static line => Assert.StartsWith("///", line));
        XElement summary = XElement.Parse(documentation.Replace("///", ""));
        Assert.Equal(["bullet", "number"], summary.Elements("list").Select(static list => list.Attribute("type")!.Value));
        Assert.Equal(["</description></item><include file='/etc/passwd' path='*'/>", "b class Evil {} class Evil {}", "\uFFFD\uFFFD"], summary.Descendants("description").Select(static item => string.Join(" ", item.Value.Split([' ', '\n'], System.StringSplitOptions.RemoveEmptyEntries))));
    }

    [Theory]
    [InlineData("\"\"", "Default: \"\".")]
    [InlineData("\" \"", "Default: \" \".")]
    [InlineData("\"open\"", "Default: open.")]
    [InlineData("[]", "Default: [].")]
    [InlineData("{}", "Default: {}.")]
    [InlineData("null", "Default: null.")]
    [InlineData("0", "Default: 0.")]
    [InlineData("false", "Default: false.")]
    [InlineData("[\"a\", 1]", "Default: [\"a\", 1].")]
    [InlineData("{\"a\": [true]}", "Default: { \"a\": [true] }.")]
    [InlineData("[[[[1]]]]", null)]
    public void Default_IsSaidWhateverItIs(string value, string? expected)
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of(Schema.Event("ping", $$""" "m": { "description": "It.", "default": {{value}} } """))));
        generated.AssertCompiles();
        ISymbol member = generated.Compilation.GetTypeByMetadataName("Consumer.Acme.PingEvent")!.GetMembers("M").Single();
        string[] paragraphs = [.. XElement.Parse(member.GetDocumentationCommentXml()!).Element("summary")!.Descendants("para").Select(static para => para.Value)];
        Assert.Equal(expected is null ? [] : ["It.", expected], paragraphs);
    }
}
