using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>Says as a formula when a list pattern matches: a test of the length, then one an item.</summary>
internal static class ListPatternFormula
{
    public static Formula Of(IListPatternOperation list, ValuePath path)
    {
        if (list.LengthSymbol is not IPropertySymbol length || MemberPath.OfMember(path, length) is not { } lengthPath)
        {
            return new Formula.FreeTest();
        }

        ImmutableArray<IPatternOperation> patterns = list.Patterns;
        int slice = Slice(patterns);
        int items = slice < 0 ? patterns.Length : patterns.Length - 1;
        ValueSet? lengths = ValueDomain.Compared(slice < 0 ? BinaryOperatorKind.Equals : BinaryOperatorKind.GreaterThanOrEqual, items);
        List<Formula> parts = new()
        {
            Formula.Not(new Formula.NullTest(path)),
            lengths is null ? new Formula.FreeTest() : new Formula.ValueTest(lengthPath, lengths),
        };
        for (int i = 0; i < patterns.Length; i++)
        {
            if (i == slice)
            {
                parts.Add(SliceFormula((ISlicePatternOperation)patterns[i], path, i, patterns.Length - 1 - i));
            }
            else
            {
                int index = slice >= 0 && i > slice ? patterns.Length - i : i;
                PathStep step = slice >= 0 && i > slice ? PathStep.ItemFromEnd : PathStep.Item;
                parts.Add(PatternFormula.Of(patterns[i], ItemPath(list, patterns[i], lengthPath, step, index)));
            }
        }

        return Formula.And(parts);
    }

    private static int Slice(ImmutableArray<IPatternOperation> patterns)
    {
        for (int i = 0; i < patterns.Length; i++)
        {
            if (patterns[i] is ISlicePatternOperation)
            {
                return i;
            }
        }

        return -1;
    }

    private static ValuePath ItemPath(IListPatternOperation list, IPatternOperation item, ValuePath length, PathStep step, int index)
    {
        ITypeSymbol type = list.IndexerSymbol switch
        {
            IPropertySymbol indexer => indexer.Type,
            _ when list.InputType is IArrayTypeSymbol array => array.ElementType,
            _ => item.InputType,
        };
        return new ValuePath(length.Parent, step, type, MemberPath.MayBeNull(type, list.IndexerSymbol), list.IndexerSymbol, index, length);
    }

    private static Formula SliceFormula(ISlicePatternOperation slice, ValuePath path, int before, int after)
    {
        if (slice.Pattern is null)
        {
            return Formula.True;
        }

        ITypeSymbol type = slice.Pattern.InputType;
        return PatternFormula.Of(slice.Pattern, new ValuePath(path, PathStep.Slice, type, MemberPath.MayBeNull(type, slice.SliceSymbol), slice.SliceSymbol, (before * 10_000) + after));
    }
}
