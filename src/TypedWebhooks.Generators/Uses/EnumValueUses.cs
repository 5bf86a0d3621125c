using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.Generators.Uses;

/// <summary>TWH3902: what took an enum's value as <c>Unrecognized</c>, where the value has a name now.</summary>
internal sealed class EnumValueUses
{
    private const string Unrecognized = "Unrecognized";

    private readonly UsedProvider _provider;
    private readonly Dictionary<ITypeSymbol, TouchedValue[]> _values = new(SymbolEqualityComparer.Default);

    private EnumValueUses(UsedProvider provider)
    {
        _provider = provider;
        foreach (IGrouping<string, TouchedValue> values in provider.Touched.Values.GroupBy(static value => value.Enum))
        {
            if (provider.Find(values.Key) is { TypeKind: TypeKind.Enum } type)
            {
                _values.Add(type, [.. values]);
            }
        }
    }

    public static void Register(CompilationStartAnalysisContext start, UsedProvider provider)
    {
        EnumValueUses uses = new(provider);
        if (uses._values.Count > 0)
        {
            start.RegisterOperationAction(uses.LookAtName, OperationKind.FieldReference);
            start.RegisterOperationAction(uses.LookAtSwitch, OperationKind.Switch, OperationKind.SwitchExpression);
        }
    }

    /// <summary><c>Unrecognized</c>, wherever it is asked for.</summary>
    private void LookAtName(OperationAnalysisContext context)
    {
        IFieldReferenceOperation field = (IFieldReferenceOperation)context.Operation;
        if (field.Field.Name != Unrecognized || !_values.TryGetValue(field.Field.ContainingType, out TouchedValue[]? gained) || Asked(field) is not { } question)
        {
            return;
        }

        TouchedValue[] unnamed = Unnamed(question, field.Field.ContainingType, gained);
        if (unnamed.Length > 0)
        {
            bool several = unnamed.Length > 1;
            Report(context, field.Syntax, unnamed, $"'{Unrecognized}' took {Texts(unnamed)} until now; {(several ? "they are" : "it is")} {Names(unnamed)} from here on");
        }
    }

    /// <summary>A switch that takes what is left.</summary>
    private void LookAtSwitch(OperationAnalysisContext context)
    {
        (IOperation? value, SyntaxNode? catchAll) = context.Operation switch
        {
            ISwitchExpressionOperation expression => (expression.Value, expression.Arms.FirstOrDefault(static arm => IsCatchAll(arm.Pattern))?.Pattern.Syntax),
            ISwitchOperation statement => (statement.Value, statement.Cases.SelectMany(static section => section.Clauses).FirstOrDefault(IsCatchAll)?.Syntax),
            _ => (null, null),
        };
        if (catchAll is null || EnumOf(value?.Type) is not { } type || !_values.TryGetValue(type, out TouchedValue[]? gained))
        {
            return;
        }

        // Where Unrecognized is named, the value went there, and that is said there.
        TouchedValue[] unnamed = Unnamed(context.Operation, type, gained);
        if (unnamed.Length > 0 && !NamesIn(context.Operation, type).Contains(Unrecognized))
        {
            bool several = unnamed.Length > 1;
            Report(context, catchAll, unnamed, $"This still takes {Texts(unnamed)}, which {(several ? "were" : "was")} {Unrecognized} until now and {(several ? "are" : "is")} {Names(unnamed)} from here on");
        }
    }

    private void Report(OperationAnalysisContext context, SyntaxNode place, TouchedValue[] values, string message) => context.ReportDiagnostic(
        _provider.Diagnose(Descriptors.TWH3902_ValueHasName, place, message, [.. values.Select(static value => value.Change)]));

    private static string Texts(TouchedValue[] values) =>
        Wording.List([.. values.Select(static value => value.Was.Length > 0 ? $"'{value.WireName}' (which seems to be '{value.Was}' of before)" : $"'{value.WireName}'")]);

    private static string Names(TouchedValue[] values) => Wording.List([.. values.Select(static value => $"{value.Enum}.{value.Name}")]);

    /// <summary>The values that nothing of a question names: code that names one knows of it.</summary>
    private static TouchedValue[] Unnamed(IOperation question, ITypeSymbol type, TouchedValue[] gained)
    {
        HashSet<string> named = NamesIn(question, type);
        return Array.FindAll(gained, value => !named.Contains(value.Name));
    }

    private static HashSet<string> NamesIn(IOperation question, ITypeSymbol type) => new(
        question.DescendantsAndSelf().OfType<IFieldReferenceOperation>().Where(field => SymbolEqualityComparer.Default.Equals(field.Field.ContainingType, type)).Select(static field => field.Field.Name),
        StringComparer.Ordinal);

    /// <summary>The whole question in which a value is asked for; null where it is given, as to a property.</summary>
    private static IOperation? Asked(IOperation value)
    {
        bool isAsked = false;
        IOperation? question = null;
        for (IOperation? at = value.Parent, below = value; at is not null; below = at, at = at.Parent)
        {
            switch (at)
            {
                case IConversionOperation or IParenthesizedOperation when !isAsked:
                    break;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } when !isAsked:
                case IPatternOperation or ISingleValueCaseClauseOperation when !isAsked:
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Equals" } } when !isAsked:
                case IInvocationOperation { TargetMethod.Name: "Equals" } when !isAsked:
                    isAsked = true;
                    question = at;
                    break;
                case ISwitchOperation or ISwitchExpressionOperation when isAsked:
                    return at;
                case IBlockOperation or IAnonymousFunctionOperation:
                case ISwitchExpressionArmOperation arm when !ReferenceEquals(arm.Pattern, below) && !ReferenceEquals(arm.Guard, below):
                case ISwitchCaseOperation when below is not ICaseClauseOperation:
                    return question;
                default:
                    if (!isAsked)
                    {
                        return null;
                    }

                    // A condition beside this one may name the value: x is Unrecognized or ReadOnly, x == Unrecognized || x == ReadOnly.
                    question = at is IPatternOperation or IIsPatternOperation or IBinaryOperation or IInvocationOperation or IArgumentOperation or IParenthesizedOperation or IUnaryOperation ? at : question;
                    break;
            }
        }

        return question;
    }

    private static ITypeSymbol? EnumOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsCatchAll(ICaseClauseOperation clause) => clause is IDefaultCaseClauseOperation || (clause is IPatternCaseClauseOperation pattern && IsCatchAll(pattern.Pattern));

    private static bool IsCatchAll(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchedType is null || SymbolEqualityComparer.Default.Equals(EnumOf(declaration.MatchedType), EnumOf(declaration.InputType)),
        ITypePatternOperation type => SymbolEqualityComparer.Default.Equals(EnumOf(type.MatchedType), EnumOf(type.InputType)),
        IRecursivePatternOperation recursive => recursive.PropertySubpatterns.IsEmpty && recursive.DeconstructionSubpatterns.IsEmpty,
        INegatedPatternOperation => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsCatchAll(either.LeftPattern) || IsCatchAll(either.RightPattern),
        _ => false,
    };
}
