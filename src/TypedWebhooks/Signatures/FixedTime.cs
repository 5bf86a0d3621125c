using System;
using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace TypedWebhooks;

/// <summary>The one place where secrets and signatures are compared: in a time that says nothing of where they differ.</summary>
internal static class FixedTime
{
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => CryptographicOperations.FixedTimeEquals(left, right);

    /// <summary>Hashes a text, so that also its length is nothing that a comparison's time could tell.</summary>
    public static void Hash(ReadOnlySpan<char> text, Span<byte> hash)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        SHA256.HashData(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)), hash);
        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }
}
