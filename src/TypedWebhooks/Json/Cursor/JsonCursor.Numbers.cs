using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Numbers.</content>
internal ref partial struct JsonCursor
{
    /// <summary>As many digits always fit into 64 bits.</summary>
    private const int SafeDigits = 18;

    /// <summary>Tells whether a number begins with a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNumber(byte first) => first == '-' || (uint)(first - '0') <= 9;

    /// <summary>Reads an integer that is written as one and has at most 18 digits.</summary>
    /// <param name="value">The integer.</param>
    /// <returns>Whether it is one; if not, nothing is read.</returns>
    public bool TryReadInteger(out long value)
    {
        ReadOnlySpan<byte> json = _json;
        int at = _at;
        bool isNegative = (uint)at < (uint)json.Length && json[at] == '-';
        at += isNegative ? 1 : 0;
        int start = at;
        value = 0;
        while ((uint)at < (uint)json.Length && (uint)(json[at] - '0') <= 9 && at - start <= SafeDigits)
        {
            value = (value * 10) + (json[at] - '0');
            at++;
        }

        int digits = at - start;
        if (digits is 0 or > SafeDigits
            || (digits > 1 && json[start] == '0')
            || ((uint)at < (uint)json.Length && json[at] is (byte)'.' or (byte)'e' or (byte)'E'))
        {
            return false;
        }

        value = isNegative ? -value : value;
        _at = at;
        return true;
    }

    /// <summary>Reads the number at whose first byte the cursor stands.</summary>
    /// <returns>Its text.</returns>
    /// <exception cref="JsonException">It is no number.</exception>
    public ReadOnlySpan<byte> ReadNumber()
    {
        ReadOnlySpan<byte> json = _json;
        int start = _at;
        int at = start + (json[start] == '-' ? 1 : 0);
        if ((uint)at < (uint)json.Length && json[at] == '0')
        {
            at++;
        }
        else
        {
            at = OverDigits(at);
        }

        if ((uint)at < (uint)json.Length && json[at] == '.')
        {
            at = OverDigits(at + 1);
        }

        if ((uint)at < (uint)json.Length && json[at] is (byte)'e' or (byte)'E')
        {
            at++;
            bool hasSign = (uint)at < (uint)json.Length && json[at] is (byte)'+' or (byte)'-';
            at = OverDigits(at + (hasSign ? 1 : 0));
        }

        _at = at;
        return json[start..at];
    }

    /// <summary>Goes over one digit or more.</summary>
    /// <exception cref="JsonException">There is none.</exception>
    private readonly int OverDigits(int at)
    {
        ReadOnlySpan<byte> json = _json;
        int start = at;
        while ((uint)at < (uint)json.Length && (uint)(json[at] - '0') <= 9)
        {
            at++;
        }

        return at > start ? at : throw Broken();
    }
}
