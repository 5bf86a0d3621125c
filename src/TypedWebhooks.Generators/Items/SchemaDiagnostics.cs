using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>What was found wrong while the files of one provider were read.</summary>
internal sealed class SchemaDiagnostics
{
    private readonly List<DiagnosticInfo> _found = [];
    private readonly HashSet<DiagnosticInfo> _known = [];
    private readonly Dictionary<string, SourceText> _texts = new(StringComparer.Ordinal);

    /// <summary>Says what is wrong and where; the same thing at the same place only once, however often it is come across.</summary>
    public void Report(DiagnosticDescriptor descriptor, SchemaLocation location, params string[] arguments)
    {
        DiagnosticInfo found = DiagnosticInfo.Create(descriptor, Locate(location), arguments);
        if (_known.Add(found))
        {
            _found.Add(found);
        }
    }

    /// <summary>Where in the file, as a person counts lines and columns. A file's lines are counted once only.</summary>
    public LocationInfo Locate(SchemaLocation location)
    {
        SchemaFile file = location.File;
        if (!_texts.TryGetValue(file.Path, out SourceText? text))
        {
            text = SourceText.From(file.Text ?? "");
            _texts.Add(file.Path, text);
        }

        TextSpan inside = TextSpan.FromBounds(Math.Min(location.Span.Start, text.Length), Math.Min(location.Span.End, text.Length));
        return new(file.Path, inside, text.Lines.GetLinePositionSpan(inside));
    }

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => _found.ToEquatableArray();
}
