using System;
using System.Buffers;
using System.Threading;

namespace TypedWebhooks.AspNetCore;

/// <summary>
/// A body in a buffer that other requests use after this one. Nobody but the receiver sees it: events are parsed out of it, and who asks for the
/// body itself gets a copy.
/// </summary>
internal sealed class RentedBody(byte[] buffer, int length) : IDisposable
{
    private byte[]? _buffer = buffer;

    public int Length { get; } = length;

    /// <exception cref="InvalidOperationException">The buffer has been given back.</exception>
    public ReadOnlyMemory<byte> Memory =>
        new(_buffer ?? throw new InvalidOperationException("The delivery has been handled, and its body is gone. Ask for it while it is being handled, once; then it stays."), 0, Length);

    /// <summary>Whether something goes on with it, and gives it back at its end.</summary>
    public bool IsHandedOn { get; set; }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } rented)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
