using System;
using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>Takes the bytes of an object out of a <see cref="Utf8JsonReader"/>, which does not give away its input.</summary>
internal static class ObjectBytes
{
    /// <summary>Takes the bytes, and moves the reader to the last token of the object.</summary>
    /// <param name="reader">Stands at the first token of an object.</param>
    /// <param name="rented">Where the bytes had to be copied to; goes back to the shared pool after use.</param>
    /// <returns>The bytes from the opening to the closing brace.</returns>
    /// <exception cref="JsonException">The object is broken.</exception>
    public static ReadOnlySpan<byte> Take(ref Utf8JsonReader reader, out byte[]? rented)
    {
        rented = null;
        SequencePosition behindBrace = reader.Position;
        ReadOnlySpan<byte> brace = reader.ValueSpan;
        long start = reader.TokenStartIndex;

        // Skip would throw on a reader that is not at its final block. The serializer calls converters only when the
        // whole value is there.
        if (!reader.TrySkip())
        {
            throw new JsonException("The JSON object is not complete.");
        }

        int length = checked((int)(reader.BytesConsumed - start));
        if (behindBrace.GetObject() is null)
        {
            // The reader was made from a span: only a reader made from a sequence has a position. The span of the
            // opening brace is a part of that span, in which `start` is the index of the brace, and everything up to
            // `BytesConsumed` has been read from it. So the bytes behind the brace are the object's.
            return MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetReference(brace), length);
        }

        rented = ArrayPool<byte>.Shared.Rent(length);
        rented[0] = (byte)'{';
        Copy(behindBrace, rented.AsSpan(1, length - 1));
        return rented.AsSpan(0, length);
    }

    /// <summary>Copies from a position in a sequence on: through the segments of which it may consist, or from its only one.</summary>
    private static void Copy(SequencePosition from, Span<byte> destination)
    {
        // The uppermost bit of a position's integer tells kinds of sequences apart and is no part of the index.
        int index = from.GetInteger() & int.MaxValue;
        switch (from.GetObject())
        {
            case ReadOnlySequenceSegment<byte> segment:
                for (ReadOnlySequenceSegment<byte>? current = segment; destination.Length > 0; current = current.Next, index = 0)
                {
                    ReadOnlySpan<byte> bytes = current!.Memory.Span[index..];
                    bytes = bytes[..Math.Min(bytes.Length, destination.Length)];
                    bytes.CopyTo(destination);
                    destination = destination[bytes.Length..];
                }

                break;
            case byte[] array:
                array.AsSpan(index, destination.Length).CopyTo(destination);
                break;
            case MemoryManager<byte> manager:
                manager.GetSpan().Slice(index, destination.Length).CopyTo(destination);
                break;
            default:
                throw new JsonException("The JSON text is in a sequence of an unknown kind.");
        }
    }
}
