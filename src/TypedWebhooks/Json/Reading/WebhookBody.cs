using System;
using System.Buffers;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.Json;

/// <summary>Parses the body of a webhook.</summary>
/// <typeparam name="T">What it becomes.</typeparam>
/// <param name="utf8Json">The body.</param>
/// <returns>What it became.</returns>
public delegate T WebhookParser<out T>(ReadOnlySpan<byte> utf8Json);

/// <summary>Brings a webhook's body into one piece of UTF-8, in a buffer that is used again, and has it parsed.</summary>
public static class WebhookBody
{
    private const int FirstBuffer = 4096;

    /// <summary>Reads a stream to its end and parses what it held.</summary>
    /// <typeparam name="T">What the body becomes.</typeparam>
    /// <param name="body">The stream: UTF-8, with or without a byte order mark. It is not closed. How long it may be is its owner's to limit.</param>
    /// <param name="parse">Parses the body. It must not keep the span.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What <paramref name="parse"/> returned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="body"/> or <paramref name="parse"/> is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static async ValueTask<T> ParseAsync<T>(
        Stream body,
        WebhookParser<T> parse,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(parse);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            int length = 0;
            while (true)
            {
                int read = await body.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return parse(WithoutByteOrderMark(buffer.AsSpan(0, length)));
                }

                length += read;
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Parses a body that is there as a string.</summary>
    /// <typeparam name="T">What the body becomes.</typeparam>
    /// <param name="json">The body.</param>
    /// <param name="parse">Parses the body. It must not keep the span.</param>
    /// <returns>What <paramref name="parse"/> returned.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> or <paramref name="parse"/> is <see langword="null"/>.</exception>
    /// <exception cref="JsonException">The string holds half a surrogate pair.</exception>
    public static T Parse<T>(string json, WebhookParser<T> parse)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(parse);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Utf8Text.Strict.GetMaxByteCount(json.Length));
        try
        {
            return parse(buffer.AsSpan(0, GetUtf8(json, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static int GetUtf8(string json, Span<byte> destination)
    {
        try
        {
            return Utf8Text.Strict.GetBytes(json, destination);
        }
        catch (EncoderFallbackException e)
        {
            throw new JsonException("The JSON text holds half a surrogate pair, which is no text.", e);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <summary>Streams may begin with one, and System.Text.Json steps over it too (RFC 8259, section 8.1, allows that).</summary>
    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> utf8) =>
        utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
