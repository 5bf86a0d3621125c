using System;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TypedWebhooks.PostgreSql;

/// <summary>
/// Tells a claim from all others. Random, and not counted: a row that was deleted and has come again would begin anew, and a claim of the first
/// would fit the second.
/// </summary>
internal static class ClaimToken
{
    public static long Next()
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }
}
