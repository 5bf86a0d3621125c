using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>
/// Reads a chain of <c>if … else if</c>, or of <c>?:</c>, that asks of one and the same variable again and again which
/// event it is. A single question is no chain; neither is one that asks of something else in between.
/// </summary>
internal sealed class ConditionChainReader(TypeRelations relations, ClosedSets sets)
{
    private const int FewestQuestions = 2;

    public EventSwitch? Read(IOperation operation)
    {
        if (operation is not IConditionalOperation head || IsContinued(head) || Continued(head) is null)
        {
            return null;
        }

        try
        {
            return ReadChain(head);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private EventSwitch? ReadChain(IConditionalOperation head)
    {
        if (head.SemanticModel is null || Asked(head.Condition) is not { Type: { } type } variable || EventSubject.Of(type, sets) is not { IsEnum: false } set)
        {
            return null;
        }

        ValuePath path = new(parent: null, PathStep.Operand, type, mayBeNull: true);
        ConditionFormula conditions = new(variable, path);
        List<EventArm> arms = new();
        IConditionalOperation? link = head;
        while (link is not null)
        {
            int asked = conditions.Questions;
            arms.Add(new EventArm(conditions.Of(link.Condition), link.Condition.Syntax));
            if (conditions.Questions == asked)
            {
                return null;
            }

            if (link.WhenFalse is { } otherwise && Continued(link) is null)
            {
                arms.Add(new EventArm(Formula.True, Else(otherwise.Syntax), isDefault: true));
            }

            link = Continued(link);
        }

        return arms.Count < FewestQuestions ? null : new EventSwitch(
            SwitchForm.Conditions,
            Keyword(head.Syntax),
            head.Syntax,
            path,
            ImmutableArray.Create(new EventSubject(path, set, relations)),
            arms.ToImmutableArray(),
            ImmutableArray<ValuePath>.Empty,
            nullableWarnings: false);
    }

    /// <summary>The variable that the condition first asks a type of.</summary>
    private static IOperation? Asked(IOperation condition) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => Asked(both.LeftOperand) ?? Asked(both.RightOperand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Asked(not.Operand),
        IParenthesizedOperation inner => Asked(inner.Operand),
        IIsPatternOperation { Value: { } value } when SameVariable.IsOne(value) => value,
        IIsTypeOperation { ValueOperand: { } value } when SameVariable.IsOne(value) => value,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
            when ConditionFormula.ComparedWithNull(comparison) is { } value && SameVariable.IsOne(value) => SameVariable.Unwrapped(value),
        _ => null,
    };

    private static bool IsContinued(IConditionalOperation link)
    {
        IOperation child = link;
        while (child.Parent is { } around && Inner(around) == child)
        {
            child = around;
        }

        return child.Parent is IConditionalOperation parent && parent.WhenFalse == child;
    }

    private static IConditionalOperation? Continued(IConditionalOperation link)
    {
        IOperation? next = link.WhenFalse;
        while (next is not null && Inner(next) is { } inner)
        {
            next = inner;
        }

        return next as IConditionalOperation;
    }

    /// <summary>What stands in parentheses, in a conversion, or in the block that the compiler puts around an <c>else if</c> which declares a variable.</summary>
    private static IOperation? Inner(IOperation around) => around switch
    {
        IConversionOperation conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IBlockOperation { IsImplicit: true, Operations: { Length: 1 } operations } => operations[0],
        _ => null,
    };

    private static SyntaxToken Keyword(SyntaxNode node) => node switch
    {
        IfStatementSyntax statement => statement.IfKeyword,
        ConditionalExpressionSyntax expression => expression.QuestionToken,
        _ => node.GetFirstToken(),
    };

    private static SyntaxNodeOrToken Else(SyntaxNode node) => node.Parent is ElseClauseSyntax clause ? clause.ElseKeyword : node;
}
