using System;
using System.Buffers;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TypedWebhooks.AspNetCore;

/// <summary>Reads the body of a request into one buffer, byte for byte.</summary>
internal static class RequestBody
{
    /// <summary>What is rented on a stranger's word that so much will come.</summary>
    private const int MaxTrusted = 64 * 1024;

    /// <returns>The body, which the caller gives back; with another status than 200 there is none, and 0 says that the sender is gone.</returns>
    public static async ValueTask<(int Status, RentedBody? Body)> ReadAsync(HttpContext context, long limit)
    {
        HttpRequest request = context.Request;
        long? declared = request.ContentLength;
        if (declared > limit)
        {
            return (StatusCodes.Status413PayloadTooLarge, null);
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

        // The declared length is where reading begins, and not where it ends: something before may have decompressed the body. One byte more
        // than that shows the end without another buffer.
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min((declared ?? 4095) + 1, MaxTrusted));
        int length = 0;
        bool isWhole = false;
        try
        {
            while (true)
            {
                if (length == buffer.Length)
                {
                    long expected = declared >= length ? Math.Min(declared.Value + 1, buffer.Length * 2L) : buffer.Length * 2L;
                    byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Min(limit, Array.MaxLength - 1) + 1, expected));
                    buffer.AsSpan(0, length).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }

                int read = await stream.ReadAsync(buffer.AsMemory(length), context.RequestAborted).ConfigureAwait(false);
                if (read == 0)
                {
                    isWhole = true;
                    return (StatusCodes.Status200OK, new RentedBody(buffer, length));
                }

                length += read;
                if (length > limit || length == Array.MaxLength)
                {
                    return (StatusCodes.Status413PayloadTooLarge, null);
                }
            }
        }
        catch (BadHttpRequestException e)
        {
            return (e.StatusCode, null);
        }
        catch (InvalidDataException)
        {
            // What was to be decompressed is not compressed.
            return (StatusCodes.Status400BadRequest, null);
        }
        catch (InvalidOperationException)
        {
            // Decompressed it is more than the server's limit.
            return (StatusCodes.Status413PayloadTooLarge, null);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return (0, null);
        }
        finally
        {
            if (!isWhole)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}
