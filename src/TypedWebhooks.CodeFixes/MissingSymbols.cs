using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.CodeFixes;

/// <summary>Finds the events or constants again that a diagnostic is about.</summary>
internal static class MissingSymbols
{
    public static IReadOnlyList<ISymbol> Of(Diagnostic diagnostic, Compilation compilation) =>
        diagnostic.Properties.TryGetValue(EventNames.IdProperty, out string? ids) && ids is { Length: > 0 }
            ? ids.Split('|')
                .Select(id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation))
                .Where(static symbol => symbol is not null)
                .Select(static symbol => symbol!)
                .ToArray()
            : System.Array.Empty<ISymbol>();
}
