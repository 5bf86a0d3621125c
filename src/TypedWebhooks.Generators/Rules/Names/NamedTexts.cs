using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedWebhooks.Generators.Rules.Names;

/// <summary>A text that an arm or a comparison names.</summary>
/// <param name="value">The constant.</param>
/// <param name="isSure">Whether nothing else has to hold for the arm to be taken.</param>
internal sealed class NamedText(IOperation value, bool isSure)
{
    public IOperation Value { get; } = value;

    public string Text { get; } = (string)value.ConstantValue.Value!;

    public bool IsSure { get; } = isSure;
}

/// <summary>Collects the texts that a switch over strings names.</summary>
internal static class NamedTexts
{
    public static IEnumerable<NamedText> Of(IOperation operation) => operation switch
    {
        ISwitchOperation statement => statement.Cases.SelectMany(static section => section.Clauses).SelectMany(Of),
        ISwitchExpressionOperation expression => expression.Arms.SelectMany(static arm => Of(arm.Pattern, IsAlways(arm.Guard))),
        _ => Enumerable.Empty<NamedText>(),
    };

    public static IEnumerable<NamedText> Of(IPatternOperation pattern, bool isSure)
    {
        Stack<IPatternOperation> open = new();
        open.Push(pattern);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case IConstantPatternOperation { Value: { ConstantValue: { HasValue: true, Value: string } } constant }:
                    yield return new NamedText(constant, isSure);
                    break;
                case IBinaryPatternOperation binary:
                    open.Push(binary.RightPattern);
                    open.Push(binary.LeftPattern);
                    break;
            }
        }
    }

    private static IEnumerable<NamedText> Of(ICaseClauseOperation clause) => clause switch
    {
        IPatternCaseClauseOperation pattern => Of(pattern.Pattern, IsAlways(pattern.Guard)),
        ISingleValueCaseClauseOperation { Value: { ConstantValue: { HasValue: true, Value: string } } value } => new[] { new NamedText(value, isSure: true) },
        _ => Enumerable.Empty<NamedText>(),
    };

    private static bool IsAlways(IOperation? guard) => guard is null or { ConstantValue: { HasValue: true, Value: true } };
}
