using System;

namespace TypedWebhooks.Json;

/// <summary>
/// How an object was spelled where JSON offers a choice that means nothing: how its dates were written, and which of
/// its optional members were an explicit <c>null</c>. A record keeps it to be written back as it came. It says
/// nothing about the record's value, so all of them are equal.
/// </summary>
public readonly struct WireFormat : IEquatable<WireFormat>
{
    /// <summary>The number of dates whose spelling is kept here; that of the others goes to the original values.</summary>
    internal const int DateSlots = 8;

    /// <summary>The number of members of which an explicit null is kept here.</summary>
    internal const int NullSlots = 64;

    private readonly ulong _dates;
    private readonly ulong _nulls;

    private WireFormat(ulong dates, ulong nulls)
    {
        _dates = dates;
        _nulls = nulls;
    }

    /// <summary>They are always equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/>.</returns>
    public static bool operator ==(WireFormat left, WireFormat right) => left.Equals(right);

    /// <summary>They never differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="false"/>.</returns>
    public static bool operator !=(WireFormat left, WireFormat right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(WireFormat other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is WireFormat;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Nothing, since it means nothing; so that a record's text does not show it.</summary>
    /// <returns>The empty text.</returns>
    public override string ToString() => "";

    /// <summary>The same spelling, as a newer version of the record keeps it, which has its members in other places.</summary>
    /// <param name="dates">For each date of the newer record, where this one keeps it; -1 where it does not.</param>
    /// <param name="nulls">The same for each null; -2 where a value that is absent was always a null.</param>
    /// <returns>The spelling.</returns>
    public WireFormat Rearranged(ReadOnlySpan<sbyte> dates, ReadOnlySpan<sbyte> nulls)
    {
        const sbyte always = -2;
        WireFormat result = default;
        for (int i = 0; i < dates.Length && i < DateSlots; i++)
        {
            result = result.WithDate(i, Date(dates[i]));
        }

        for (int i = 0; i < nulls.Length && i < NullSlots; i++)
        {
            result = nulls[i] == always || IsNull(nulls[i]) ? result.WithNull(i) : result;
        }

        return result;
    }

    internal DateTimeForm Date(int slot) =>
        (uint)slot < DateSlots ? new((byte)(_dates >> (8 * slot))) : default;

    internal WireFormat WithDate(int slot, DateTimeForm form) =>
        new(_dates & ~(0xFFUL << (8 * slot)) | ((ulong)form.Code << (8 * slot)), _nulls);

    internal bool IsNull(int slot) => (uint)slot < NullSlots && ((_nulls >> slot) & 1) != 0;

    internal WireFormat WithNull(int slot) => new(_dates, _nulls | (1UL << slot));
}
