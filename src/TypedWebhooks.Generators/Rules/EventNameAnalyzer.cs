using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Names;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.Generators.Rules;

/// <summary>TWH1005: a text that is compared with event types and is none, or a switch over them that leaves one out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EventNameAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The key under which a diagnostic's properties hold the name that was probably meant.</summary>
    public const string NearestProperty = "Nearest";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TWH1005_EventName);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            EventTypeNameSets names = new(new ClosedSets(new TypeRelations(start.Compilation)));
            start.RegisterOperationAction(operation => Switch(operation, names), OperationKind.Switch, OperationKind.SwitchExpression);
            start.RegisterOperationAction(operation => Comparison(operation, names), OperationKind.Binary, OperationKind.IsPattern, OperationKind.PropertySubpattern, OperationKind.Invocation);
        });
    }

    private static void Switch(OperationAnalysisContext context, EventTypeNameSets sets)
    {
        IOperation? value = context.Operation switch
        {
            ISwitchOperation statement => statement.Value,
            ISwitchExpressionOperation expression => expression.Value,
            _ => null,
        };
        if (value?.Type is not { SpecialType: SpecialType.System_String })
        {
            return;
        }

        List<NamedText> texts = NamedTexts.Of(context.Operation).ToList();
        EventTypeNames? certain = sets.OfProperty(value);
        if ((certain ?? texts.Select(text => sets.OfConstant(text.Value)).FirstOrDefault(static found => found is not null)) is not { } names)
        {
            return;
        }

        foreach (NamedText text in texts)
        {
            // Elsewhere than on EventType itself the text may be somebody else's name, unless it looks like one of these.
            if (certain is not null || names.Nearest(text.Text) is not null)
            {
                Misspelt(context, names, text, anyCase: certain is null && names.IgnoreCase, sets.OnlyTyped(value));
            }
        }

        IReadOnlyList<IFieldSymbol> missing = names.MissingFrom(texts.Where(static text => text.IsSure).Select(static text => text.Text), anyCase: certain is null);
        if (missing.Count > 0)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.TWH1005_EventName,
                Keyword(context.Operation.Syntax).GetLocation(),
                EventNames.Properties(missing),
                "The switch over the event types of '" + EventNames.Short(names.Root) + "' leaves out " + EventNames.Listed(missing)));
        }
    }

    private static void Comparison(OperationAnalysisContext context, EventTypeNameSets sets)
    {
        switch (context.Operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                Compared(context, sets, binary.LeftOperand, binary.RightOperand, anyCase: false);
                break;
            case IIsPatternOperation pattern when sets.OfProperty(pattern.Value) is { } names:
                foreach (NamedText text in NamedTexts.Of(pattern.Pattern, isSure: true))
                {
                    Misspelt(context, names, text, anyCase: false, sets.OnlyTyped(pattern.Value));
                }

                break;
            case IPropertySubpatternOperation property when sets.OfProperty(property.Member) is { } names:
                foreach (NamedText text in NamedTexts.Of(property.Pattern, isSure: true))
                {
                    Misspelt(context, names, text, anyCase: false, sets.OnlyTyped(property.Member));
                }

                break;
            case IInvocationOperation { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String } } call:
                List<IOperation> operands = call.Arguments.Select(static argument => argument.Value).ToList();
                if (call.Instance is not null)
                {
                    operands.Insert(0, call.Instance);
                }

                if (operands.Count >= 2)
                {
                    // Every StringComparison that ignores case is odd.
                    bool anyCase = operands.Count > 2 && operands[2].ConstantValue is { HasValue: true, Value: int comparison } && comparison % 2 == 1;
                    Compared(context, sets, operands[0], operands[1], anyCase);
                }

                break;
        }
    }

    private static void Compared(OperationAnalysisContext context, EventTypeNameSets sets, IOperation left, IOperation right, bool anyCase)
    {
        (IOperation property, IOperation other) = right.ConstantValue.HasValue ? (left, right) : (right, left);
        if (other.ConstantValue is { HasValue: true, Value: string } && sets.OfProperty(property) is { } names)
        {
            Misspelt(context, names, new NamedText(other, isSure: true), anyCase, sets.OnlyTyped(property));
        }
    }

    /// <param name="onlyTyped">The type whose event type it is compared with, where that is none of an event without a type.</param>
    private static void Misspelt(OperationAnalysisContext context, EventTypeNames names, NamedText text, bool anyCase, ITypeSymbol? onlyTyped)
    {
        // An event whose type is missing has an empty one.
        if (text.Text.Length == 0)
        {
            return;
        }

        if (names.Has(text.Text, anyCase))
        {
            if (onlyTyped is not null && names.IsNotSelected(text.Text))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.TWH1005_EventName,
                    text.Value.Syntax.GetLocation(),
                    "No '" + EventNames.Short(onlyTyped) + "' has the event type '" + text.Text + "': it is not selected, so that its event has no type and is unrecognized"));
            }

            return;
        }

        string? nearest = names.Nearest(text.Text);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.TWH1005_EventName,
            text.Value.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(NearestProperty, nearest),
            "'" + EventNames.Short(names.Root) + "' has no event type '" + text.Text + "'" + (nearest is null ? "" : ": '" + nearest + "' is the nearest")));
    }

    private static SyntaxToken Keyword(SyntaxNode node) => node switch
    {
        SwitchStatementSyntax statement => statement.SwitchKeyword,
        SwitchExpressionSyntax expression => expression.SwitchKeyword,
        _ => node.GetFirstToken(),
    };
}
