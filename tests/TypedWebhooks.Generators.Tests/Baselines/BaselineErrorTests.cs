using System;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Baselines;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Baselines;

/// <summary>A baseline that was merged halfway, or written by a stranger, is one error at its line, and nothing else.</summary>
public sealed class BaselineErrorTests
{
    private const string Right = """
        # TypedWebhooks baseline 1

        provider Acme comparison=ordinal names=/type

        event paid PaidEvent

        record PaidEvent kind=event
          id string required
          "by who" (string|long)? doc=12345678

        enum State
          open 1
          closed 2

        union Payer discriminator=kind
          card Card
        """;

    [Fact]
    public void Right_IsRead() => Assert.Equal(10, Read(Right).Entries.Count);

    [Fact]
    public void Written_IsReadAgain() => Assert.Equal(Read(Right), Read(BaselineWriter.Write(Read(Right))));

    [Theory]
    [InlineData("# TypedWebhooks baseline 1", "", 1, "begins with '# TypedWebhooks baseline 1'")]
    [InlineData("baseline 1", "baseline one", 1, "begins with")]
    [InlineData("baseline 1", "baseline 0", 1, "begins with")]
    [InlineData("baseline 1", "baseline 2", 1, "has format 2, and this version of TypedWebhooks knows 1")]
    [InlineData("provider Acme", "provider Acme \"", 3, "without its end")]
    [InlineData("provider Acme comparison=ordinal names=/type\n", "", 15, "does not say whose it is")]
    [InlineData("event paid PaidEvent", "<<<<<<< HEAD\nevent paid PaidEvent", 5, "a merge that is not finished")]
    [InlineData("event paid PaidEvent", "event paid PaidEvent\n=======", 6, "a merge that is not finished")]
    [InlineData("event paid PaidEvent", "event paid PaidEvent\nevent paid PaidEvent", 6, "stands here twice")]
    [InlineData("event paid PaidEvent", "event paid", 5, "The record of 'paid' is missing")]
    [InlineData("event paid PaidEvent", "event", 5, "no name")]
    [InlineData("event paid PaidEvent", "evnet paid PaidEvent", 5, "'evnet' is nothing that a baseline has")]
    [InlineData("event paid PaidEvent", "  paid PaidEvent", 5, "part of a record, enum or union, and there is none before it")]
    [InlineData("  id string required", "  id strin[ required", 8, "'strin[' is no type")]
    [InlineData("  id string required", "  id (string) required", 8, "'(string)' is no type")]
    [InlineData("  id string required", "  id string required required", 8, "one fact twice")]
    [InlineData("  id string required", "  id string\n  id string", 9, "stands here twice")]
    [InlineData("  open 1", "  open one", 12, "no number of an enum's value")]
    [InlineData("  open 1", "  open 0", 12, "no number of an enum's value")]
    [InlineData("  open 1", "  open 99999999999", 12, "no number of an enum's value")]
    [InlineData("  card Card", "  card Card;}", 16, "'Card;}' is no name in C#")]
    [InlineData("record PaidEvent", "record Paid-Event", 7, "'Paid-Event' is no name in C#")]
    [InlineData("\"by who\"", "\"by \\q\"", 9, "an escape that is none")]
    public void Wrong_IsOneErrorAtItsLine(string part, string instead, int line, string message)
    {
        string text = Right.ReplaceLineEndings("\n").Replace(part, instead, StringComparison.Ordinal);
        Assert.Null(BaselineReader.Read(text, CancellationToken.None, out BaselineError? error));
        Assert.NotNull(error);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(line, text[..error.Span.Start].Count(static c => c == '\n') + 1);
        Assert.Equal(part == "baseline 1" && instead == "baseline 2", error.IsNewer);
    }

    /// <summary>Both sides of a merge have the provider's line, each with the hash of its own schemas: neither is that of what was merged.</summary>
    [Fact]
    public void ProviderOfBothSides_IsOne()
    {
        string merged = Right.Replace("names=/type", "names=/type schema=1\nprovider Acme comparison=ordinal names=/type schema=2", StringComparison.Ordinal);
        Assert.Equal(Read(Right), Read(merged));
        Assert.Null(BaselineReader.Read(merged.Replace("names=/type schema=2", "names=/kind schema=2", StringComparison.Ordinal), CancellationToken.None, out BaselineError? error));
        Assert.Contains("stands here twice", error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_IsAnError()
    {
        Assert.Null(BaselineReader.Read("", CancellationToken.None, out BaselineError? error));
        Assert.Contains("empty", error!.Message, StringComparison.Ordinal);
    }

    /// <summary>Git may give lines another end, and an editor a mark in front.</summary>
    [Fact]
    public void LineEndsAndByteOrderMark_AreNothing() => Assert.Equal(Read(Right), Read("\ufeff" + Right.ReplaceLineEndings("\r\n")));

    /// <summary>A type that is nested without end must not take the compiler down.</summary>
    [Theory]
    [InlineData("{")]
    [InlineData("~")]
    [InlineData("(string|")]
    public void DeepType_IsAnError(string open)
    {
        string text = Right.Replace("  id string", "  id " + string.Concat(Enumerable.Repeat(open, 100_000)), StringComparison.Ordinal);
        Assert.Null(BaselineReader.Read(text, CancellationToken.None, out BaselineError? error));
        Assert.Contains("is no type", error!.Message, StringComparison.Ordinal);
    }

    /// <summary>Every text that is a baseline with its end cut off, or a line left out, is read or is an error, and never anything else.</summary>
    [Fact]
    public void EveryPrefix_IsReadOrAnError()
    {
        string text = Right.ReplaceLineEndings("\n");
        for (int i = 0; i < text.Length; i++)
        {
            Assert.True(BaselineReader.Read(text[..i], CancellationToken.None, out BaselineError? error) is null == error is not null);
            Assert.True(BaselineReader.Read(text.Remove(i, 1), CancellationToken.None, out error) is null == error is not null);
        }
    }

    private static Baseline Read(string text)
    {
        BaselineText? read = BaselineReader.Read(text, CancellationToken.None, out BaselineError? error);
        Assert.Null(error);
        return read!.Baseline;
    }
}
