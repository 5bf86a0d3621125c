using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedWebhooks.AspNetCore;

/// <summary>Reads the body of a request into one array, byte for byte.</summary>
internal static class RequestBody
{
    /// <summary>What is allocated on a stranger's word that so much will come.</summary>
    private const int MaxTrusted = 64 * 1024;

    /// <returns>The body; with another status than 200 there is none, and 0 says that the sender is gone.</returns>
    public static async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> ReadAsync(HttpContext context, long limit)
    {
        HttpRequest request = context.Request;
        long? declared = request.ContentLength;
        if (declared > limit)
        {
            return (StatusCodes.Status413PayloadTooLarge, default);
        }

        // The server has a limit of its own, which may be lower than that of this endpoint.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } serverLimit)
        {
            serverLimit.MaxRequestBodySize = limit;
        }

        Stream stream = request.Body;
        if (stream.CanSeek)
        {
            // Something before has buffered the body, and may have read it.
            stream.Position = 0;
        }

        try
        {
            byte[] buffer = GC.AllocateUninitializedArray<byte>((int)Math.Min(declared ?? 4096, MaxTrusted));
            int length = 0;
            while (true)
            {
                if (length == buffer.Length)
                {
                    if (length == declared)
                    {
                        break;
                    }

                    long more = Math.Min(declared ?? long.MaxValue, Math.Min(limit + 1, Math.Max(4096, buffer.Length * 2L)));
                    if (more <= length || more > Array.MaxLength)
                    {
                        return (StatusCodes.Status413PayloadTooLarge, default);
                    }

                    byte[] larger = GC.AllocateUninitializedArray<byte>((int)more);
                    buffer.AsSpan(0, length).CopyTo(larger);
                    buffer = larger;
                }

                int read = await stream.ReadAsync(buffer.AsMemory(length), context.RequestAborted).ConfigureAwait(false);
                if (read == 0)
                {
                    break;
                }

                length += read;
                if (length > limit)
                {
                    return (StatusCodes.Status413PayloadTooLarge, default);
                }
            }

            return length < declared ? (0, default) : (StatusCodes.Status200OK, buffer.AsMemory(0, length));
        }
        catch (BadHttpRequestException e)
        {
            return (e.StatusCode, default);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return (0, default);
        }
    }
}
