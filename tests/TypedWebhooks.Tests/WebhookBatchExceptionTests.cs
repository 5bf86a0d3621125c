using System;
using Xunit;

namespace TypedWebhooks.Tests;

/// <summary>What is thrown where events of a batch were not handled.</summary>
public sealed class WebhookBatchExceptionTests
{
    [Fact]
    public void WithoutEvents_HasNone()
    {
        WebhookBatchException exception = new("why", new FormatException());
        Assert.Equal((-1, null), (exception.Index, exception.Event));
        Assert.Empty(exception.Failures);
        Assert.Equal("why", exception.Message);
        Assert.Equal("Events of a batch were not handled.", new WebhookBatchException().Message);
    }

    [Fact]
    public void NoFailures_IsNoException()
    {
        Assert.Throws<ArgumentException>(() => new WebhookBatchException([], 3));
        Assert.Throws<ArgumentNullException>(() => new WebhookBatchException(null!, 3));
    }
}
