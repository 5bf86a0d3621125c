using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>A set of constants of one domain. Sets of different domains never meet.</summary>
internal abstract class ValueSet
{
    public abstract bool IsEmpty { get; }

    public abstract ValueSet Complement();

    /// <summary>What both hold, or <see langword="null"/> where they are of different domains.</summary>
    public abstract ValueSet? Intersect(ValueSet other);
}

/// <summary>Texts: finitely many, or all but finitely many. All texts together are infinitely many.</summary>
internal sealed class TextSet(ImmutableHashSet<string> texts, bool isComplement) : ValueSet
{
    public static readonly TextSet All = new(ImmutableHashSet.Create<string>(StringComparer.Ordinal), isComplement: true);

    private readonly ImmutableHashSet<string> _texts = texts;
    private readonly bool _isComplement = isComplement;

    public override bool IsEmpty => !_isComplement && _texts.IsEmpty;

    public static TextSet Of(string text) => new(ImmutableHashSet.Create(StringComparer.Ordinal, text), isComplement: false);

    public override ValueSet Complement() => new TextSet(_texts, !_isComplement);

    /// <summary>The text that the set consists of, if it is one.</summary>
    public bool IsSingle(out string? text)
    {
        text = !_isComplement && _texts.Count == 1 ? _texts.First() : null;
        return text is not null;
    }

    public override ValueSet? Intersect(ValueSet other) => other is not TextSet set
        ? null
        : (_isComplement, set._isComplement) switch
        {
            (true, true) => new TextSet(_texts.Union(set._texts), isComplement: true),
            (true, false) => new TextSet(set._texts.Except(_texts), isComplement: false),
            (false, true) => new TextSet(_texts.Except(set._texts), isComplement: false),
            _ => new TextSet(_texts.Intersect(set._texts), isComplement: false),
        };
}

/// <summary>
/// Numbers, as disjoint ascending intervals between two cuts of the number line. A cut lies before or after a number;
/// where the domain is discrete every cut lies before one, so that <c>&lt;= 3</c> and <c>&gt; 3</c> and <c>&gt;= 4</c> meet.
/// </summary>
internal sealed class IntervalSet : ValueSet
{
    public static readonly IntervalSet All = new(ImmutableArray.Create(new Interval(Cut.Start, Cut.End)));
    public static readonly IntervalSet None = new(ImmutableArray<Interval>.Empty);

    private readonly ImmutableArray<Interval> _intervals;

    private IntervalSet(ImmutableArray<Interval> intervals) => _intervals = intervals;

    public override bool IsEmpty => _intervals.IsEmpty;

    public static IntervalSet Between(Cut low, Cut high) =>
        low.CompareTo(high) < 0 ? new IntervalSet(ImmutableArray.Create(new Interval(low, high))) : None;

    public static IntervalSet Points(IEnumerable<decimal> numbers)
    {
        ImmutableArray<Interval>.Builder intervals = ImmutableArray.CreateBuilder<Interval>();
        foreach (decimal number in new SortedSet<decimal>(numbers))
        {
            intervals.Add(new Interval(Cut.Before(number), Cut.Before(number + 1)));
        }

        return new IntervalSet(intervals.ToImmutable());
    }

    public override ValueSet Complement()
    {
        ImmutableArray<Interval>.Builder gaps = ImmutableArray.CreateBuilder<Interval>();
        Cut from = Cut.Start;
        foreach (Interval interval in _intervals)
        {
            if (from.CompareTo(interval.Low) < 0)
            {
                gaps.Add(new Interval(from, interval.Low));
            }

            from = interval.High;
        }

        if (from.CompareTo(Cut.End) < 0)
        {
            gaps.Add(new Interval(from, Cut.End));
        }

        return new IntervalSet(gaps.ToImmutable());
    }

    public override ValueSet? Intersect(ValueSet other)
    {
        if (other is not IntervalSet set)
        {
            return null;
        }

        ImmutableArray<Interval>.Builder both = ImmutableArray.CreateBuilder<Interval>();
        int left = 0;
        int right = 0;
        while (left < _intervals.Length && right < set._intervals.Length)
        {
            Interval a = _intervals[left];
            Interval b = set._intervals[right];
            Cut low = a.Low.CompareTo(b.Low) >= 0 ? a.Low : b.Low;
            Cut high = a.High.CompareTo(b.High) <= 0 ? a.High : b.High;
            if (low.CompareTo(high) < 0)
            {
                both.Add(new Interval(low, high));
            }

            if (a.High.CompareTo(b.High) <= 0)
            {
                left++;
            }
            else
            {
                right++;
            }
        }

        return new IntervalSet(both.ToImmutable());
    }

    /// <summary>The number that the set consists of, if it is one whole number.</summary>
    public bool IsSingle(out decimal number)
    {
        number = 0;
        if (_intervals.Length != 1 || !_intervals[0].Low.IsBefore(out number) || !_intervals[0].High.IsBefore(out decimal next))
        {
            return false;
        }

        return next == number + 1;
    }

    private readonly struct Interval(Cut low, Cut high)
    {
        public Cut Low { get; } = low;

        public Cut High { get; } = high;
    }
}

/// <summary>A place between two numbers: immediately before or after one, or at an end of the line.</summary>
internal readonly struct Cut : IComparable<Cut>
{
    private readonly sbyte _end;
    private readonly decimal _number;
    private readonly bool _after;

    private Cut(sbyte end, decimal number, bool after)
    {
        _end = end;
        _number = number;
        _after = after;
    }

    public static Cut Start => new(-1, 0, after: false);

    public static Cut End => new(1, 0, after: false);

    public static Cut Before(decimal number) => new(0, number, after: false);

    public static Cut After(decimal number) => new(0, number, after: true);

    public bool IsBefore(out decimal number)
    {
        number = _number;
        return _end == 0 && !_after;
    }

    public int CompareTo(Cut other)
    {
        int byEnd = _end.CompareTo(other._end);
        if (byEnd != 0 || _end != 0)
        {
            return byEnd;
        }

        int byNumber = _number.CompareTo(other._number);
        return byNumber != 0 ? byNumber : _after.CompareTo(other._after);
    }
}
