using System;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.Intrinsics;

namespace TypedWebhooks.Json;

/// <summary>Reads GUIDs as JSON has them: 32 hexadecimal digits and four hyphens.</summary>
internal static class GuidText
{
    /// <summary>How long one is.</summary>
    public const int Length = 36;

    /// <summary>Reads a GUID such as <c>6f9619ff-8b86-d011-b42d-00c04fc964ff</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The GUID.</param>
    /// <param name="hasCapitals">Whether there is a digit from A to F; a GUID is written in lower case.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out Guid value, out bool hasCapitals)
    {
        value = default;
        hasCapitals = false;
        if (text.Length != Length || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        {
            return false;
        }

        if (!BitConverter.IsLittleEndian)
        {
            hasCapitals = text.IndexOfAnyInRange((byte)'A', (byte)'F') >= 0;
            return Utf8Parser.TryParse(text, out value, out int read, 'D') && read == Length;
        }

        // The digits without the hyphens, 16 in each.
        Vector128<byte> first = Vector128.Create(
            BinaryPrimitives.ReadUInt64LittleEndian(text),
            BinaryPrimitives.ReadUInt32LittleEndian(text[9..]) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[14..]) << 32)).AsByte();
        Vector128<byte> second = Vector128.Create(
            BinaryPrimitives.ReadUInt32LittleEndian(text[19..]) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[24..]) << 32),
            BinaryPrimitives.ReadUInt64LittleEndian(text[28..])).AsByte();

        Vector128<byte> firstDigits = Digits(first, out Vector128<byte> isValid, out Vector128<byte> isCapital);
        Vector128<byte> secondDigits = Digits(second, out Vector128<byte> isSecondValid, out Vector128<byte> isSecondCapital);
        if ((isValid & isSecondValid) != Vector128<byte>.AllBitsSet)
        {
            return false;
        }

        hasCapitals = (isCapital | isSecondCapital) != Vector128<byte>.Zero;
        Span<byte> bytes = stackalloc byte[16];
        Vector128.Narrow(Pairs(firstDigits), Pairs(secondDigits)).CopyTo(bytes);
        value = new Guid(bytes, bigEndian: true);
        return true;
    }

    /// <summary>The value of each hexadecimal digit.</summary>
    private static Vector128<byte> Digits(Vector128<byte> text, out Vector128<byte> isValid, out Vector128<byte> isCapital)
    {
        Vector128<byte> decimals = text - Vector128.Create((byte)'0');
        Vector128<byte> letters = (text | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        Vector128<byte> isDecimal = Vector128.LessThanOrEqual(decimals, Vector128.Create((byte)9));
        Vector128<byte> isLetter = Vector128.LessThanOrEqual(letters, Vector128.Create((byte)5));
        isValid = isDecimal | isLetter;
        isCapital = isLetter & Vector128.Equals(text & Vector128.Create((byte)0x20), Vector128<byte>.Zero);
        return Vector128.ConditionalSelect(isDecimal, decimals, letters + Vector128.Create((byte)10));
    }

    /// <summary>Two digits become one byte, in the lower half of their lane.</summary>
    private static Vector128<ushort> Pairs(Vector128<byte> digits)
    {
        Vector128<ushort> lanes = digits.AsUInt16();
        return (Vector128.ShiftLeft(lanes, 4) | Vector128.ShiftRightLogical(lanes, 8)) & Vector128.Create((ushort)0xFF);
    }
}
