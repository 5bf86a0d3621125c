using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace TypedWebhooks.AspNetCore.Tests.Answers;

/// <summary>A body that cannot be read to its end is no success to whoever hears the answer all the same, such as a proxy.</summary>
public class UnreadBodyTests
{
    [Fact]
    public async Task BodyThatBreaksOff_IsNotAnsweredWithSuccess()
    {
        Calls calls = new();
        await using Receiver receiver = await Setup.AcmeAsync(calls, use: static app => app.Use(static (context, next) =>
        {
            context.Request.Body = new BrokenStream();
            return next(context);
        }));
        Assert.Equal(503, (await receiver.PostAcmeAsync()).Status);
        Assert.Equal(0, calls.Count);
    }

    /// <summary>The stream of something before the endpoint, which the sender's connection knows nothing of.</summary>
    private sealed class BrokenStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("It breaks off.");
    }
}
