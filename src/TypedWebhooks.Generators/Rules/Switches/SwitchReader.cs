using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>Reads a switch statement or expression, whatever it switches on.</summary>
internal sealed class SwitchReader(TypeRelations relations, ClosedSets sets)
{
    /// <returns>The switch, or <see langword="null"/> where the operation is none or its operand has no type.</returns>
    public EventSwitch? Read(IOperation operation, CancellationToken cancellationToken)
    {
        try
        {
            return operation switch
            {
                ISwitchOperation { Syntax: SwitchStatementSyntax syntax } statement =>
                    Read(statement, syntax.SwitchKeyword, syntax.Expression, statement.Value, SwitchForm.Statement, path => Arms(statement, path), cancellationToken),
                ISwitchExpressionOperation { Syntax: SwitchExpressionSyntax syntax } expression =>
                    Read(expression, syntax.SwitchKeyword, syntax.GoverningExpression, expression.Value, SwitchForm.Expression, path => Arms(expression, path), cancellationToken),
                _ => null,
            };
        }
        catch (System.InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private EventSwitch? Read(
        IOperation operation,
        SyntaxToken keyword,
        ExpressionSyntax operand,
        IOperation value,
        SwitchForm form,
        System.Func<ValuePath, List<EventArm>> arms,
        CancellationToken cancellationToken)
    {
        if (value.Type is not { } type || type.TypeKind is TypeKind.Error or TypeKind.Dynamic || operation.SemanticModel is not { } model)
        {
            return null;
        }

        while (operand is ParenthesizedExpressionSyntax parenthesized)
        {
            operand = parenthesized.Expression;
        }

        // Only the semantic model has the flow analysis in the types: the elements of a tuple literal can be null or not.
        type = model.GetTypeInfo(operand, cancellationToken).Type is { TypeKind: not TypeKind.Error } analyzed
            && SymbolEqualityComparer.Default.Equals(analyzed, type) ? analyzed : type;
        ValuePath path = new(parent: null, value is not IConversionOperation && SameVariable.IsOne(value) && type is not ITypeParameterSymbol ? PathStep.Operand : PathStep.Temporary, type, OperandNullness.MayBeNull(model, operand, type, cancellationToken));
        return new EventSwitch(
            form,
            keyword,
            operation.Syntax,
            path,
            Subjects(path).ToImmutableArray(),
            arms(path).ToImmutableArray(),
            OperandNullness.NullableElements(model, operand, path, cancellationToken).ToImmutableArray(),
            (model.GetNullableContext(keyword.SpanStart) & NullableContext.WarningsEnabled) != 0);
    }

    private IEnumerable<EventSubject> Subjects(ValuePath path)
    {
        ITypeSymbol type = TypeRelations.WithoutNullable(path.Type);
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return Enumerable.Range(0, tuple.TupleElements.Length).SelectMany(i => Subjects(MemberPath.TupleElement(path, tuple, i)));
        }

        return EventSubject.Of(type, sets) is { } set
            ? new[] { new EventSubject(path, set, relations) }
            : Enumerable.Empty<EventSubject>();
    }

    private static List<EventArm> Arms(ISwitchExpressionOperation expression, ValuePath path) =>
        expression.Arms
            .Select(arm => new EventArm(
                Formula.And(PatternFormula.Of(arm.Pattern, path), Guard(arm.Guard)),
                arm.Pattern.Syntax))
            .ToList();

    private static List<EventArm> Arms(ISwitchOperation statement, ValuePath path) =>
        statement.Cases
            .SelectMany(static section => section.Clauses)
            .Select(clause => new EventArm(Formula.And(Matches(clause, path), Guard((clause as IPatternCaseClauseOperation)?.Guard)), clause.Syntax, clause is IDefaultCaseClauseOperation))
            .ToList();

    private static Formula Matches(ICaseClauseOperation clause, ValuePath path) => clause switch
    {
        IDefaultCaseClauseOperation => Formula.True,
        IPatternCaseClauseOperation pattern => PatternFormula.Of(pattern.Pattern, path),
        ISingleValueCaseClauseOperation single => PatternFormula.Comparison(path, BinaryOperatorKind.Equals, single.Value),
        _ => new Formula.FreeTest(),
    };

    private static Formula Guard(IOperation? guard) => guard switch
    {
        null or { ConstantValue: { HasValue: true, Value: true } } => Formula.True,
        { ConstantValue: { HasValue: true, Value: false } } => Formula.False,
        _ => new Formula.FreeTest(),
    };
}
