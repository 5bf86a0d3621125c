using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedWebhooks.Generators.Uses;

/// <summary>A constant text where it is compared with something, or looked up.</summary>
/// <param name="Subject">With what; <see cref="TextSubject.Unknown"/> where it is nothing that is known.</param>
/// <param name="Whole">The question in which it stands: the switch, the pattern, the initializer.</param>
/// <param name="IgnoresCase">Whether the letters' case is of no matter.</param>
/// <param name="IsName">Whether it is the name of a member of JSON that is looked up.</param>
internal sealed record TextPlace(TextSubject Subject, IOperation Whole, bool IgnoresCase = false, bool IsName = false)
{
    /// <summary><c>["a", "b"]</c>, which the compiler that this is built against does not know.</summary>
    private const OperationKind CollectionExpression = (OperationKind)0x7f;

    private static readonly string[] s_lookups = ["Add", "TryAdd", "ContainsKey", "Contains", "TryGetValue", "GetValueOrDefault", "Remove", "ContainsValue"];

    /// <summary>The other texts that stand beside it.</summary>
    public IEnumerable<string> Siblings => Whole.DescendantsAndSelf()
        .Select(static part => part.ConstantValue is { HasValue: true, Value: string text } ? text : null)
        .Where(static text => text is not null)
        .Select(static text => text!);

    /// <summary>The place of a text; null where it is none of these, but is printed, sent or kept.</summary>
    public static TextPlace? Of(IOperation text)
    {
        IOperation at = text;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
                new(TextSubject.Of(ReferenceEquals(comparison.LeftOperand, at) ? comparison.RightOperand : comparison.LeftOperand), Condition(comparison)),
            IPatternOperation pattern => OfPattern(pattern),
            ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation statement } => new(TextSubject.Of(statement.Value), statement),
            IArgumentOperation argument => OfArgument(argument, at),
            IInvocationOperation { TargetMethod.Name: "Equals", Arguments.Length: > 0 } call when ReferenceEquals(call.Instance, at) =>
                new(TextSubject.Of(call.Arguments[0].Value), Condition(call), IgnoresLetters(call)),
            IArrayInitializerOperation items => new(TextSubject.Unknown, items),
            { Kind: CollectionExpression } items => new(TextSubject.Unknown, items),
            _ => null,
        };
    }

    private static TextPlace? OfPattern(IPatternOperation pattern)
    {
        IOperation whole = pattern;
        while (whole.Parent is IPatternOperation or IPropertySubpatternOperation)
        {
            whole = whole.Parent;
        }

        return new(TextSubject.Of(Origins.MatchedBy(pattern)), Enclosing(whole));
    }

    /// <summary>The switch or condition around a pattern.</summary>
    private static IOperation Enclosing(IOperation pattern)
    {
        for (IOperation? at = pattern; at is not null; at = at.Parent)
        {
            if (at is ISwitchOperation or ISwitchExpressionOperation)
            {
                return at;
            }

            if (at is IIsPatternOperation test)
            {
                return Condition(test);
            }
        }

        return pattern;
    }

    /// <summary>All of a condition that is made of several.</summary>
    private static IOperation Condition(IOperation part)
    {
        while (part.Parent is IBinaryOperation or IUnaryOperation or IParenthesizedOperation)
        {
            part = part.Parent;
        }

        return part;
    }

    private static TextPlace? OfArgument(IArgumentOperation argument, IOperation text)
    {
        switch (argument.Parent)
        {
            // d["x"], also where it is given something.
            case IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } indexer:
                return new(Keys(instance), Around(indexer), IsName: IsJson(instance.Type));
            case IInvocationOperation { TargetMethod.Name: "Equals" or "Compare" or "CompareOrdinal" } call:
                IOperation? other = call.Arguments.Where(each => !ReferenceEquals(each, argument)).Select(static each => each.Value).FirstOrDefault(static value => value.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Object);
                other ??= call.Instance;
                return call.TargetMethod.Name != "Equals" && call.TargetMethod.ContainingType.SpecialType != SpecialType.System_String
                    ? null
                    : new(TextSubject.Of(call.Instance?.Type?.SpecialType == SpecialType.System_String ? call.Instance : other), Condition(call), IgnoresLetters(call));
            case IInvocationOperation { TargetMethod.Name: "GetProperty" or "TryGetProperty" or "NameEquals" or "TryGetPropertyValue", Instance: { } json } call when IsJson(json.Type):
                return new(TextSubject.Unknown, call, IsName: true);
            case IInvocationOperation { TargetMethod: { Name: "Parse" or "TryParse", ContainingType.SpecialType: SpecialType.System_Enum } method } call:
                ITypeSymbol? type = method.TypeArguments.FirstOrDefault() ?? (call.Arguments[0].Value as ITypeOfOperation)?.TypeOperand;
                return type is null ? null : new(new(SubjectKind.EnumName, type), call, call.Arguments.Any(static each => each.Value.ConstantValue is { HasValue: true, Value: true }));
            case IInvocationOperation call when Array.IndexOf(s_lookups, call.TargetMethod.Name) >= 0:
                IOperation? map = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments[0].Value : null);
                return map is null || ReferenceEquals(map, text) || map.Type?.SpecialType == SpecialType.System_String ? null : new(Keys(map), Around(call), IsName: IsJson(map.Type));
            default:
                return null;
        }
    }

    /// <summary>What the keys of a map are, where that is one of ours.</summary>
    private static TextSubject Keys(IOperation map) => TextSubject.Of(map) is { Kind: SubjectKind.Kept } kept ? kept : TextSubject.Unknown;

    /// <summary>The initializer in which an entry of a map stands, with those beside it.</summary>
    private static IOperation Around(IOperation entry)
    {
        for (IOperation? at = entry.Parent; at is IAssignmentOperation or IMemberInitializerOperation or IObjectOrCollectionInitializerOperation; at = at.Parent)
        {
            if (at is IObjectOrCollectionInitializerOperation)
            {
                return at;
            }
        }

        // Entries that are added one after the other stand in one block.
        return entry.Parent is IExpressionStatementOperation { Parent: IBlockOperation block } ? block
            : entry.Parent is IAssignmentOperation { Parent: IExpressionStatementOperation { Parent: IBlockOperation outer } } ? outer
            : entry;
    }

    private static bool IgnoresLetters(IInvocationOperation call) => call.Arguments.Any(static argument =>
        (argument.Value is { Type.Name: "StringComparison", ConstantValue: { HasValue: true, Value: int comparison } } && comparison % 2 == 1)
        || argument.Value.ConstantValue is { HasValue: true, Value: true })
        || call.Instance is IPropertyReferenceOperation { Property: { Name: "OrdinalIgnoreCase" or "InvariantCultureIgnoreCase" or "CurrentCultureIgnoreCase" } };

    private static bool IsJson(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString() is "System.Text.Json" or "System.Text.Json.Nodes";
}
