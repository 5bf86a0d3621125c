using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>What was found wrong while the files of one provider were read.</summary>
internal sealed class SchemaDiagnostics
{
    private readonly List<DiagnosticInfo> _found = [];

    /// <summary>Says what is wrong and where; the same thing at the same place only once, however often it is come across.</summary>
    public void Report(DiagnosticDescriptor descriptor, SchemaLocation location, params string[] arguments)
    {
        DiagnosticInfo found = DiagnosticInfo.Create(descriptor, location.File.Locate(location.Span), arguments);
        if (!_found.Contains(found))
        {
            _found.Add(found);
        }
    }

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _found.ToEquatableArray();
}
