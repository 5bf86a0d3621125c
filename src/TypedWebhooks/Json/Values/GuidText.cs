using System;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedWebhooks.Json;

/// <summary>Reads GUIDs as JSON has them: 32 hexadecimal digits and four hyphens.</summary>
internal static class GuidText
{
    /// <summary>How long one is.</summary>
    public const int Length = 36;

    private const byte LowerCase = 0x20;

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

        Vector128<byte> firstDecimals = first - Vector128.Create((byte)'0');
        Vector128<byte> secondDecimals = second - Vector128.Create((byte)'0');
        Vector128<byte> firstLetters = (first | Vector128.Create(LowerCase)) - Vector128.Create((byte)'a');
        Vector128<byte> secondLetters = (second | Vector128.Create(LowerCase)) - Vector128.Create((byte)'a');
        Vector128<byte> isFirstDecimal = UpTo(firstDecimals, 9);
        Vector128<byte> isSecondDecimal = UpTo(secondDecimals, 9);
        Vector128<byte> isFirstLetter = UpTo(firstLetters, 5);
        Vector128<byte> isSecondLetter = UpTo(secondLetters, 5);
        if (((isFirstDecimal | isFirstLetter) & (isSecondDecimal | isSecondLetter)) != Vector128<byte>.AllBitsSet)
        {
            return false;
        }

        // A capital lacks the bit that makes it a small letter.
        hasCapitals = (Vector128.AndNot(isFirstLetter & Vector128.Create(LowerCase), first)
            | Vector128.AndNot(isSecondLetter & Vector128.Create(LowerCase), second)) != Vector128<byte>.Zero;
        firstDecimals = Vector128.ConditionalSelect(isFirstDecimal, firstDecimals, firstLetters + Vector128.Create((byte)10));
        secondDecimals = Vector128.ConditionalSelect(isSecondDecimal, secondDecimals, secondLetters + Vector128.Create((byte)10));

        // A Guid is an int, two shorts and eight bytes, here in little-endian order, and as long as the vector.
        Vector128<byte> bytes = Vector128.Shuffle(
            Vector128.Narrow(Pairs(firstDecimals), Pairs(secondDecimals)),
            Vector128.Create((byte)3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15));
        value = Unsafe.BitCast<Vector128<byte>, Guid>(bytes);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> UpTo(Vector128<byte> values, byte last) =>
        Vector128.Equals(Vector128.Min(values, Vector128.Create(last)), values);

    /// <summary>Two digits become one byte, in the lower half of their lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Pairs(Vector128<byte> digits)
    {
        Vector128<ushort> lanes = digits.AsUInt16();
        return (Vector128.ShiftLeft(lanes, 4) | Vector128.ShiftRightLogical(lanes, 8)) & Vector128.Create((ushort)0xFF);
    }
}
