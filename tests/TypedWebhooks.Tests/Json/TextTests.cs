using System;
using System.Linq;
using System.Text;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Tests.Json;

/// <summary>Texts of all lengths: they are copied in pieces of several sizes.</summary>
public class TextTests
{
    [Fact]
    public void TextsOfEveryLength_AreWhatStandsInTheBody()
    {
        for (int length = 0; length < 300; length++)
        {
            // Each character tells its place, so that none can stand in another's.
            string text = new([.. Enumerable.Range(0, length).Select(i => (char)('#' + (((i * 7) + length) % 57)))]);
            foreach (string behind in new[] { "", " ", new string(' ', 40) })
            {
                WebhookReader reader = new(Encoding.UTF8.GetBytes($"\"{text}\"{behind}"));
                Assert.Equal(text, reader.ReadString());
                reader.EndDocument();
            }
        }
    }

    [Fact]
    public void ALetterBeyondAscii_IsReadAtEveryPlace()
    {
        for (int place = 0; place < 80; place++)
        {
            string text = new string('a', place) + "é" + new string('b', 80 - place);
            Assert.Equal(text, new WebhookReader(Encoding.UTF8.GetBytes($"\"{text}\"")).ReadString());
        }
    }

    [Fact]
    public void AText_IsNobodyElses()
    {
        string first = new WebhookReader("\"somewhere\""u8).ReadString();
        string second = new WebhookReader("\"elsewhere\""u8).ReadString();
        Assert.Equal("somewhere elsewhere", string.Join(' ', first, second));
        Assert.Same(string.Empty, new WebhookReader("\"\""u8).ReadString());
    }
}
