using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Evolution;

namespace TypedWebhooks.Generators.Uses;

/// <summary>
/// TWH3001 once more, as an information, at the first place of the code where the provider is named: an editor offers fixes in C# files,
/// and a tool that applies them keeps what they do to other files only if they stand there.
/// </summary>
internal sealed class FirstUse(UsedProvider provider)
{
    public static void Register(CompilationStartAnalysisContext start, UsedProvider provider)
    {
        FirstUse use = new(provider);
        if (use.FirstTree(start.Compilation, start.CancellationToken) is { } first)
        {
            start.RegisterSemanticModelAction(context =>
            {
                if (context.SemanticModel.SyntaxTree == first)
                {
                    use.Look(context);
                }
            });
        }
    }

    /// <summary>The first file that names the provider, in the order that the compiler is given.</summary>
    private SyntaxTree? FirstTree(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!IsGenerated(tree.FilePath) && Names(tree.GetRoot(cancellationToken)).Any())
            {
                return tree;
            }
        }

        return null;
    }

    private void Look(SemanticModelAnalysisContext context)
    {
        List<SimpleNameSyntax> names = [.. Names(context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken))];
        SimpleNameSyntax first = names.Find(name => context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol switch
        {
            INamespaceSymbol space => space.ToDisplayString() == provider.Namespace,
            ITypeSymbol type => provider.Has(type),
            _ => false,
        }) ?? names[0];
        (DiagnosticDescriptor rule, string message) = UpdateReport.Whole(provider.Update, UpdateReport.Reported(provider.Update));
        context.ReportDiagnostic(Diagnostic.Create(
            rule,
            first.GetLocation(),
            DiagnosticSeverity.Info,
            [provider.Update.LineOf(null).ToLocation()],
            UpdateReport.Properties(provider.Update),
            message));
    }

    /// <summary>The words that name the provider's namespace or one of the types that it has in any case.</summary>
    private IEnumerable<SimpleNameSyntax> Names(SyntaxNode root)
    {
        string space = provider.Namespace.Substring(provider.Namespace.LastIndexOf('.') + 1);
        string[] types = [provider.Name + "Event", $"Unrecognized{provider.Name}Event", $"I{provider.Name}EventHandler", provider.Name + "EventTypes", provider.Name + "JsonContext"];
        return root.DescendantNodes(static node => true)
            .OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText is var text
                && (Array.IndexOf(types, text) >= 0 || (text == space && name.FirstAncestorOrSelf<UsingDirectiveSyntax>()?.Name?.ToString() == provider.Namespace)));
    }

    private static bool IsGenerated(string path) =>
        path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".designer.cs", StringComparison.OrdinalIgnoreCase);
}
