using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.Generators.Uses;

/// <summary>TWH3905: an enum whose numbers have moved becomes a number, or a number becomes the enum.</summary>
internal sealed class EnumNumberUses
{
    private readonly UsedProvider _provider;
    private readonly Dictionary<ITypeSymbol, TouchedValue[]> _numbers = new(SymbolEqualityComparer.Default);

    private EnumNumberUses(UsedProvider provider)
    {
        _provider = provider;
        foreach (IGrouping<string, TouchedValue> values in provider.Touched.Numbers.GroupBy(static value => value.Enum))
        {
            if (provider.Find(values.Key) is { TypeKind: TypeKind.Enum } type)
            {
                _numbers.Add(type, [.. values]);
            }
        }
    }

    public static void Register(CompilationStartAnalysisContext start, UsedProvider provider)
    {
        EnumNumberUses uses = new(provider);
        if (uses._numbers.Count > 0)
        {
            start.RegisterOperationAction(uses.Look, OperationKind.Conversion, OperationKind.Invocation);
        }
    }

    private void Look(OperationAnalysisContext context)
    {
        (ITypeSymbol? type, IOperation? value, bool toNumber) = context.Operation switch
        {
            IConversionOperation { IsImplicit: false, Type: { } to, Operand: { Type: { } from } operand } =>
                IsNumber(to) ? (Plain(from), operand, true) : IsNumber(from) ? (Plain(to), operand, false) : (null, null, false),
            IInvocationOperation { TargetMethod: { ContainingType: { Name: "Convert", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }, ReturnType: var result } } call
                when call.Arguments.Length > 0 && IsNumber(result) => (Plain(Unboxed(call.Arguments[0].Value).Type), Unboxed(call.Arguments[0].Value), true),
            IInvocationOperation { TargetMethod: { Name: "ToObject", ContainingType.SpecialType: SpecialType.System_Enum }, Arguments.Length: 2 } call
                when call.Arguments[0].Value is ITypeOfOperation named => (named.TypeOperand, call.Arguments[1].Value, false),
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } instance } call
                when call.Arguments.Length > 0 && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: "D" or "d" or "X" or "x" } => (Plain(instance.Type), instance, true),
            _ => (null, null, false),
        };
        if (type is null || value is null || !_numbers.TryGetValue(type, out TouchedValue[]? moved))
        {
            return;
        }

        // Of one value, or one number, it is known whether it is among those that have moved.
        TouchedValue[] meant = value.ConstantValue is { HasValue: true, Value: { } constant } ? Array.FindAll(moved, each => Means(each, constant, toNumber)) : moved;
        if (meant.Length > 0)
        {
            context.ReportDiagnostic(_provider.Diagnose(
                Descriptors.TWH3905_EnumAsNumber,
                context.Operation.Syntax,
                $"{Wording.List([.. meant.Select(static each => $"{each.Enum}.{each.Name} is {each.WireName}, was {each.Was}")])}: a number from before the update means another value",
                [.. meant.Select(static each => each.Change)]));
        }
    }

    private static bool Means(TouchedValue value, object constant, bool toNumber)
    {
        string number = Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return number == value.WireName || (!toNumber && number == value.Was);
    }

    private static IOperation Unboxed(IOperation value) => value is IConversionOperation { Operand: { } operand } ? operand : value;

    private static ITypeSymbol? Plain(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsNumber(ITypeSymbol type) => Plain(type) is { TypeKind: not TypeKind.Enum, SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_Double };
}
