using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.Generators.Uses;

/// <summary>A provider with changes, and the types that are emitted for it into a compilation.</summary>
internal sealed class UsedProvider
{
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);
    private readonly IAssemblySymbol _project;

    public UsedProvider(ProviderUpdate update, Compilation compilation)
    {
        Update = update;
        Touched = TouchedNames.Of(update);
        Namespace = update.New!.Baseline.Provider?[FacetNames.Namespace] ?? "";
        _project = compilation.Assembly;
        Root = Find(Name + "Event");
        Unrecognized = Find($"Unrecognized{Name}Event");
    }

    public ProviderUpdate Update { get; }

    public TouchedNames Touched { get; }

    public string Name => Update.New!.Baseline.Name;

    /// <summary>The namespace of its types.</summary>
    public string Namespace { get; }

    /// <summary>The record of which all of its events are.</summary>
    public INamedTypeSymbol? Root { get; }

    /// <summary>The record of events that its schemas do not have.</summary>
    public INamedTypeSymbol? Unrecognized { get; }

    /// <summary>An emitted type by its name; null where the project has none.</summary>
    public INamedTypeSymbol? Find(string type) =>
        _types.GetOrAdd(type, name => _project.GetTypeByMetadataName(Namespace.Length == 0 ? name : Namespace + "." + name));

    /// <summary>A property that a record has, or inherits.</summary>
    public IPropertySymbol? Find(string record, string property)
    {
        for (INamedTypeSymbol? type = Find(record); type is not null; type = type.BaseType)
        {
            if (type.GetMembers(property).OfType<IPropertySymbol>().FirstOrDefault() is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a type is one of the provider's.</summary>
    public bool Has(ITypeSymbol? type) => type is INamedTypeSymbol named && SymbolEqualityComparer.Default.Equals(named, Find(named.Name));

    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? of)
    {
        for (ITypeSymbol? at = type; at is not null && of is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, of))
            {
                return true;
            }
        }

        return false;
    }

    public Diagnostic Diagnose(DiagnosticDescriptor rule, SyntaxNode place, string message, params Change[] changes) => Diagnostic.Create(
        rule,
        place.GetLocation(),
        changes.Select(change => Update.LineOf(change.Place).ToLocation()).Take(1),
        UpdateReport.Properties(Update, changes),
        message);
}
