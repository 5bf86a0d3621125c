using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.Generators.Uses;

/// <summary>
/// TWH3903: what takes a member apart that may be null now, where the compiler does not look at nulls. A method that asks anywhere
/// whether the member is null is taken to know.
/// </summary>
internal sealed class NullableMemberUses
{
    private readonly UsedProvider _provider;
    private readonly Dictionary<ISymbol, NullableMember> _members = new(SymbolEqualityComparer.Default);

    private NullableMemberUses(UsedProvider provider)
    {
        _provider = provider;
        foreach (NullableMember member in provider.Touched.Nullable)
        {
            // A value that may be null has another type, which does not compile as before.
            if (provider.Find(member.Record, member.Name) is { Type.IsReferenceType: true } property)
            {
                _members[property] = member;
            }
        }
    }

    public static void Register(CompilationStartAnalysisContext start, UsedProvider provider)
    {
        NullableMemberUses uses = new(provider);
        if (uses._members.Count > 0)
        {
            start.RegisterOperationAction(uses.Look, OperationKind.PropertyReference);
        }
    }

    private void Look(OperationAnalysisContext context)
    {
        IPropertyReferenceOperation reference = (IPropertyReferenceOperation)context.Operation;
        if (!_members.TryGetValue(reference.Property, out NullableMember? member)
            || reference.SemanticModel?.GetNullableContext(reference.Syntax.SpanStart).WarningsEnabled() != false)
        {
            return;
        }

        IOperation root = Origins.Root(reference);
        IOperation? taken = IsTakenApart(reference) ? reference
            : LocalOf(reference) is { } local ? root.Descendants().OfType<ILocalReferenceOperation>().FirstOrDefault(use => SymbolEqualityComparer.Default.Equals(use.Local, local) && IsTakenApart(use))
            : null;
        if (taken is not null && !root.Descendants().Any(operation => AsksForNull(operation, reference) || (!ReferenceEquals(taken, reference) && AsksForNull(operation, taken))))
        {
            context.ReportDiagnostic(_provider.Diagnose(
                Descriptors.TWH3903_NullableMember,
                taken.Syntax,
                $"{member.Record}.{member.Name} is '{member.Type}', was '{member.OldType}': where it is null, this throws, and nullable warnings are off here",
                member.Change));
        }
    }

    /// <summary>The local that the value goes into.</summary>
    private static ILocalSymbol? LocalOf(IOperation value) => value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } ? declarator.Symbol : null;

    /// <summary>Whether something of the value is used, so that there has to be one.</summary>
    private static bool IsTakenApart(IOperation value)
    {
        // With an exclamation mark somebody has said what he thinks of null.
        if (value.Syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        {
            return false;
        }

        IOperation at = value;
        while (at.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IMemberReferenceOperation { Parent: INameOfOperation } => false,
            IMemberReferenceOperation member => ReferenceEquals(member.Instance, at),
            IInvocationOperation call => ReferenceEquals(call.Instance, at),
            IForEachLoopOperation loop => ReferenceEquals(loop.Collection, at),
            IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension } argument =>
                parameter.Ordinal == 0 && ReferenceEquals(extension.Arguments[0], argument) && IsCalledOn(extension, value) && parameter.NullableAnnotation != NullableAnnotation.Annotated,
            _ => false,
        };
    }

    private static bool IsCalledOn(IInvocationOperation extension, IOperation value) =>
        extension.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } && access.Expression.Span.Contains(value.Syntax.Span);

    /// <summary>Whether an operation asks if a value is null.</summary>
    private static bool AsksForNull(IOperation operation, IOperation value) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            (IsNull(comparison.RightOperand) && SameVariable.Are(comparison.LeftOperand, value)) || (IsNull(comparison.LeftOperand) && SameVariable.Are(comparison.RightOperand, value)),
        IIsPatternOperation pattern => SameVariable.Are(pattern.Value, value),
        IIsTypeOperation test => SameVariable.Are(test.ValueOperand, value),
        ICoalesceOperation coalesce => SameVariable.Are(coalesce.Value, value),
        IConditionalAccessOperation access => SameVariable.Are(access.Operation, value),
        ISwitchExpressionOperation or ISwitchOperation => SameVariable.Are(operation is ISwitchOperation statement ? statement.Value : ((ISwitchExpressionOperation)operation).Value, value),
        IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "ThrowIfNull" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace" or "NotNull" } call =>
            call.Arguments.Any(argument => SameVariable.Are(argument.Value, value)),

        // A pattern on the object around it: x is { Name: { } }.
        IPropertySubpatternOperation { Member: IPropertyReferenceOperation member } => value is IPropertyReferenceOperation reference && SymbolEqualityComparer.Default.Equals(member.Property, reference.Property),
        _ => false,
    };

    private static bool IsNull(IOperation operation) => SameVariable.Unwrapped(operation)?.ConstantValue is { HasValue: true, Value: null };
}
