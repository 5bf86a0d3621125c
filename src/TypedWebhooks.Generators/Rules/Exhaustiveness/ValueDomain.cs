using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>
/// The constants that a type can have, as numbers on a line or as texts. Floating-point numbers stand at their rank
/// among the representable ones, which makes them discrete; NaN stands beyond infinity, where no comparison reaches it.
/// </summary>
internal static class ValueDomain
{
    private const long DoubleInfinity = 0x7FF0_0000_0000_0000;
    private const int SingleInfinity = 0x7F80_0000;

    /// <summary>Every value of the type, or <see langword="null"/> where it has no constants.</summary>
    /// <param name="type">A type that is not <c>Nullable&lt;T&gt;</c>.</param>
    /// <param name="namedOnly">Whether an enum has only the values that its members name.</param>
    public static ValueSet? Of(ITypeSymbol type, bool namedOnly)
    {
        if (type.TypeKind == TypeKind.Enum && type is INamedTypeSymbol { EnumUnderlyingType: { } underlying })
        {
            return namedOnly ? IntervalSet.Points(MemberNumbers(type)) : Of(underlying, namedOnly);
        }

        return type.SpecialType switch
        {
            SpecialType.System_Boolean => Range(0, 1),
            SpecialType.System_SByte => Range(sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Byte => Range(byte.MinValue, byte.MaxValue),
            SpecialType.System_Int16 => Range(short.MinValue, short.MaxValue),
            SpecialType.System_UInt16 or SpecialType.System_Char => Range(0, ushort.MaxValue),
            SpecialType.System_Int32 => Range(int.MinValue, int.MaxValue),
            SpecialType.System_UInt32 => Range(0, uint.MaxValue),
            SpecialType.System_Int64 or SpecialType.System_IntPtr => Range(long.MinValue, long.MaxValue),
            SpecialType.System_UInt64 or SpecialType.System_UIntPtr => Range(0, ulong.MaxValue),
            SpecialType.System_Double => Range(-(decimal)DoubleInfinity, (decimal)DoubleInfinity + 1),
            SpecialType.System_Single => Range(-(decimal)SingleInfinity, (decimal)SingleInfinity + 1),
            SpecialType.System_Decimal => IntervalSet.All,
            SpecialType.System_String => TextSet.All,
            _ => null,
        };
    }

    /// <summary>The values for which <c>value op constant</c> holds, or <see langword="null"/> where that cannot be told.</summary>
    public static ValueSet? Compared(BinaryOperatorKind op, object constant)
    {
        if (constant is string text)
        {
            return op == BinaryOperatorKind.Equals ? TextSet.Of(text) : null;
        }

        if (!TryRank(constant, out decimal rank, out decimal? first, out decimal? last))
        {
            return null;
        }

        // A comparison with NaN never holds; as a constant pattern it is equal to itself.
        if (last is not null && rank > last && op != BinaryOperatorKind.Equals)
        {
            return IntervalSet.None;
        }

        bool dense = constant is decimal;
        Cut before = Cut.Before(rank);
        Cut after = dense ? Cut.After(rank) : Cut.Before(rank + 1);
        Cut start = first is { } lowest ? Cut.Before(lowest) : Cut.Start;
        Cut end = last is { } highest ? Cut.Before(highest + 1) : Cut.End;
        return op switch
        {
            BinaryOperatorKind.Equals => IntervalSet.Between(before, after),
            BinaryOperatorKind.LessThan => IntervalSet.Between(start, before),
            BinaryOperatorKind.LessThanOrEqual => IntervalSet.Between(start, after),
            BinaryOperatorKind.GreaterThan => IntervalSet.Between(after, end),
            BinaryOperatorKind.GreaterThanOrEqual => IntervalSet.Between(before, end),
            _ => null,
        };
    }

    public static ValueSet NonNegative => IntervalSet.Between(Cut.Before(0), Cut.Before((decimal)int.MaxValue + 1));

    private static IEnumerable<decimal> MemberNumbers(ITypeSymbol type)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: { } value }
                && TryRank(value, out decimal rank, out _, out _))
            {
                yield return rank;
            }
        }
    }

    private static IntervalSet Range(decimal first, decimal last) => IntervalSet.Between(Cut.Before(first), Cut.Before(last + 1));

    private static bool TryRank(object constant, out decimal rank, out decimal? first, out decimal? last)
    {
        first = null;
        last = null;
        switch (constant)
        {
            case bool truth:
                rank = truth ? 1 : 0;
                return true;
            case char character:
                rank = character;
                return true;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                rank = Convert.ToDecimal(constant, CultureInfo.InvariantCulture);
                return true;
            case double number:
                long bits = BitConverter.DoubleToInt64Bits(number);
                rank = double.IsNaN(number) ? (decimal)DoubleInfinity + 1 : bits >= 0 ? bits : -(decimal)(bits & long.MaxValue);
                first = -(decimal)DoubleInfinity;
                last = DoubleInfinity;
                return true;
            case float number:
                int narrow = BitConverter.ToInt32(BitConverter.GetBytes(number), 0);
                rank = float.IsNaN(number) ? (decimal)SingleInfinity + 1 : narrow >= 0 ? narrow : -(decimal)(narrow & int.MaxValue);
                first = -(decimal)SingleInfinity;
                last = SingleInfinity;
                return true;
            default:
                rank = 0;
                return false;
        }
    }
}
