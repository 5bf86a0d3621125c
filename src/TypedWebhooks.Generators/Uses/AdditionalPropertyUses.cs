using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Diagnostics;

namespace TypedWebhooks.Generators.Uses;

/// <summary>TWH3901: <c>AdditionalProperties["x"]</c>, where <c>x</c> has a property now.</summary>
internal sealed class AdditionalPropertyUses
{
    private const string Property = "AdditionalProperties";

    private readonly UsedProvider _provider;
    private readonly ILookup<string, TouchedMember> _members;

    private AdditionalPropertyUses(UsedProvider provider)
    {
        _provider = provider;
        _members = provider.Touched.Added.ToLookup(static member => member.WireName, StringComparer.Ordinal);
    }

    public static void Register(CompilationStartAnalysisContext start, UsedProvider provider)
    {
        if (provider.Touched.Added.Count > 0)
        {
            AdditionalPropertyUses uses = new(provider);
            start.RegisterOperationAction(uses.Look, OperationKind.PropertyReference, OperationKind.Invocation);
        }
    }

    private void Look(OperationAnalysisContext context)
    {
        (IOperation? map, IEnumerable<IArgumentOperation> arguments) = context.Operation switch
        {
            IPropertyReferenceOperation { Arguments.Length: 1 } indexer => (indexer.Instance, indexer.Arguments),
            IInvocationOperation { Instance: { } instance } call => (instance, call.Arguments),

            // Of an extension method the map is the first argument.
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments.Length: > 1 } extension => (extension.Arguments[0].Value, extension.Arguments.Skip(1)),
            _ => (null, Enumerable.Empty<IArgumentOperation>()),
        };
        if (map is null)
        {
            return;
        }

        foreach (IOperation key in arguments.Select(static argument => argument.Value))
        {
            if (key.ConstantValue is { HasValue: true, Value: string name } && _members.Contains(name) && RecordWith(map) is { } record
                && _members[name].FirstOrDefault(member => UsedProvider.Is(record, _provider.Find(member.Record))) is { } member)
            {
                context.ReportDiagnostic(_provider.Diagnose(
                    Descriptors.TWH3901_MemberAmongAdditional,
                    key.Syntax,
                    $"'{name}' of {member.Record} is {member.Record}.{member.Name} now: AdditionalProperties does not have it any more",
                    member.Change));
                return;
            }
        }
    }

    /// <summary>The record whose additional properties a map is; null where it is another map, or that is not known.</summary>
    private static ITypeSymbol? RecordWith(IOperation map) =>
        Origins.Of(map) is IPropertyReferenceOperation { Property.Name: Property, Instance: { } instance } reference
        && reference.Property.ContainingType is { Name: "WebhookObject", ContainingNamespace: { Name: "Json", ContainingNamespace.Name: "TypedWebhooks" } }
            ? instance.Type
            : null;
}
