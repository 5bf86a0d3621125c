using System;

namespace TypedWebhooks;

/// <summary>What of an item of Adyen's is signed, and where its signature stands or would stand. One is used for all items of a body.</summary>
internal sealed class AdyenItem
{
    /// <summary>Where the currency is among the fields, of which that of the value is the one before.</summary>
    public const int Value = 4;
    public const int Currency = 5;
    public const int Signature = 8;

    /// <summary>In the order in which they are signed, and the signature.</summary>
    public const int Fields = 9;

    private readonly int[] _starts = new int[Fields];
    private readonly int[] _lengths = new int[Fields];
    private readonly bool[] _isSeen = new bool[Fields];

    /// <summary>How much of the scratch space the fields take.</summary>
    public int Used { get; private set; }

    /// <summary>Behind the item's brace.</summary>
    public int Start { get; set; }

    public bool IsEmpty { get; set; }

    /// <summary>Where the additional data are: behind their brace, or at their <c>null</c>; 0 where they are not.</summary>
    public int DataStart { get; set; }

    public bool IsDataEmpty { get; set; }

    public bool IsDataNull { get; set; }

    /// <summary>Where the signature is, with its quotation marks; 0 where it is not.</summary>
    public int SignatureStart { get; set; }

    public int SignatureEnd { get; set; }

    public bool HasSignature => _lengths[Signature] > 0;

    public void Clear()
    {
        Array.Clear(_starts);
        Array.Clear(_lengths);
        Array.Clear(_isSeen);
        Used = Start = DataStart = SignatureStart = SignatureEnd = 0;
        IsEmpty = IsDataEmpty = IsDataNull = false;
    }

    /// <returns>False where the field was there before.</returns>
    public bool Add(int field, int length)
    {
        if (_isSeen[field])
        {
            return false;
        }

        _isSeen[field] = true;
        _starts[field] = Used;
        _lengths[field] = length;
        Used += length;
        return true;
    }

    public ReadOnlySpan<byte> Of(int field, ReadOnlySpan<byte> scratch) => scratch.Slice(_starts[field], _lengths[field]);

    /// <summary>Writes what is signed behind the fields: all of them with colons between them, and nothing escaped.</summary>
    public ReadOnlySpan<byte> Content(Span<byte> scratch)
    {
        int at = Used;
        for (int field = 0; field < Signature; field++)
        {
            if (field > 0)
            {
                scratch[at++] = (byte)':';
            }

            ReadOnlySpan<byte> text = Of(field, scratch);
            text.CopyTo(scratch[at..]);
            at += text.Length;
        }

        return scratch[Used..at];
    }
}
