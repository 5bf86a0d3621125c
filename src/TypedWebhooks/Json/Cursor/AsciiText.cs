using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace TypedWebhooks.Json;

/// <summary>
/// Makes texts of ASCII bytes. The lengths of one body's texts are not those of the next one's, and a branch that depends on them is
/// foreseen wrongly; here there are few, and no byte is looked at alone where a text has four or more.
/// </summary>
internal static class AsciiText
{
    public static string Create(ReadOnlySpan<byte> ascii)
    {
        if (!Vector128.IsHardwareAccelerated || ascii.Length < sizeof(uint))
        {
            return Encoding.Latin1.GetString(ascii);
        }

        // Nobody else has this text yet, and the span is just as long as it is.
        string text = new('\0', ascii.Length);
        Widen(ascii, MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text.AsSpan())), text.Length));
        return text;
    }

    /// <summary>Copies bytes, four or more, piece by piece; the last piece overlaps the one before it.</summary>
    private static void Widen(ReadOnlySpan<byte> from, Span<ushort> to)
    {
        int length = from.Length;
        if (Vector256.IsHardwareAccelerated && length >= Vector256<byte>.Count)
        {
            for (int at = 0; at < length - Vector256<byte>.Count; at += Vector256<byte>.Count)
            {
                Widen256(from[at..], to[at..]);
            }

            Widen256(from[^Vector256<byte>.Count..], to[^Vector256<byte>.Count..]);
        }
        else if (length >= Vector128<byte>.Count)
        {
            for (int at = 0; at < length - Vector128<byte>.Count; at += Vector128<byte>.Count)
            {
                Widen128(from[at..], to[at..]);
            }

            Widen128(from[^Vector128<byte>.Count..], to[^Vector128<byte>.Count..]);
        }
        else if (length >= sizeof(ulong))
        {
            Vector128.WidenLower(Vector128.CreateScalar(BinaryPrimitives.ReadUInt64LittleEndian(from)).AsByte()).CopyTo(to);
            Vector128.WidenLower(Vector128.CreateScalar(BinaryPrimitives.ReadUInt64LittleEndian(from[^sizeof(ulong)..])).AsByte()).CopyTo(to[^sizeof(ulong)..]);
        }
        else
        {
            Vector64.WidenLower(Vector64.CreateScalar(BinaryPrimitives.ReadUInt32LittleEndian(from)).AsByte()).CopyTo(to);
            Vector64.WidenLower(Vector64.CreateScalar(BinaryPrimitives.ReadUInt32LittleEndian(from[^sizeof(uint)..])).AsByte()).CopyTo(to[^sizeof(uint)..]);
        }
    }

    private static void Widen256(ReadOnlySpan<byte> from, Span<ushort> to)
    {
        (Vector256<ushort> lower, Vector256<ushort> upper) = Vector256.Widen(Vector256.Create(from));
        lower.CopyTo(to);
        upper.CopyTo(to[Vector256<ushort>.Count..]);
    }

    private static void Widen128(ReadOnlySpan<byte> from, Span<ushort> to)
    {
        (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(Vector128.Create(from));
        lower.CopyTo(to);
        upper.CopyTo(to[Vector128<ushort>.Count..]);
    }
}
