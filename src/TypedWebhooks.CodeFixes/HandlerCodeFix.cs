using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.CodeFixes.Handlers;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.CodeFixes;

/// <summary>Adds handler methods to a class that lacks some; where the dispatcher is registered, handlers' registrations and the classes themselves.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandlerCodeFix))]
[Shared]
internal sealed class HandlerCodeFix : CodeFixProvider
{
    private const string AllKey = "AddHandlers";
    private const string IgnoreKey = "IgnoreEvents";
    private const int MaxSingles = 10;

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("TWH1004");

    public override FixAllProvider GetFixAllProvider() => new DocumentFixAll("Handle all missing events", static (document, diagnostics, key, cancellationToken) =>
        AddAsync(document, diagnostics, key.IndexOf(':') is >= 0 and var at ? key.Substring(at + 1) : null, cancellationToken, ignore: key.StartsWith(IgnoreKey, StringComparison.Ordinal)));

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Diagnostic diagnostic = context.Diagnostics[0];
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || (TypeAt(root, diagnostic) is { } type && (type.OpenBraceToken == default || type.OpenBraceToken.IsMissing)))
        {
            return;
        }

        List<ISymbol> missing = MissingSymbols.Of(diagnostic, model.Compilation).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                missing.Count == 1 ? "Handle '" + EventNames.Short(missing[0]) + "'" : "Handle all missing events",
                cancellationToken => AddAsync(context.Document, new[] { diagnostic }, only: null, cancellationToken),
                AllKey),
            diagnostic);
        foreach (ISymbol member in missing.Count == 1 ? Enumerable.Empty<ISymbol>() : missing.Take(MaxSingles))
        {
            string name = EventNames.Full(member);
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Handle '" + EventNames.Short(member) + "'",
                    cancellationToken => AddAsync(context.Document, new[] { diagnostic }, only: name, cancellationToken),
                    AllKey + ":" + name),
                diagnostic);
        }

        // One by one: to ignore is a decision about an event.
        if (TypeAt(root, diagnostic) is null
            && root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && HandlerRegistrations.IgnoringMethod(call, model) is not null)
        {
            foreach (ISymbol member in missing.Take(MaxSingles))
            {
                string name = EventNames.Full(member);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        "Ignore '" + EventNames.Short(member) + "'",
                        cancellationToken => AddAsync(context.Document, new[] { diagnostic }, only: name, cancellationToken, ignore: true),
                        IgnoreKey + ":" + name),
                    diagnostic);
            }
        }
    }

    private static async Task<Document> AddAsync(Document document, IReadOnlyList<Diagnostic> diagnostics, string? only, CancellationToken cancellationToken, bool ignore = false)
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return document;
        }

        SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        List<TextChange> changes = new();
        HandlerClasses classes = new(model, text);
        bool needsUsing = false;
        foreach (Diagnostic diagnostic in diagnostics.OrderBy(static each => each.Location.SourceSpan.Start))
        {
            List<INamedTypeSymbol> events = MissingSymbols.Of(diagnostic, model.Compilation)
                .OfType<INamedTypeSymbol>()
                .Where(each => only is null || EventNames.Full(each) == only)
                .ToList();
            if (TypeAt(root, diagnostic) is { } type)
            {
                if (events.Count > 0 && !ignore && type.OpenBraceToken != default)
                {
                    changes.AddRange(HandlerMethods.Insert(type, events, model, text));
                }

                continue;
            }

            SyntaxNode registration = root.FindNode(diagnostic.Location.SourceSpan);
            if (events.Count > 0 && registration.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call)
            {
                HandlerRegistrations registrations = new(model, text, call);
                if (ignore)
                {
                    changes.AddRange(registrations.Ignore(events));
                    continue;
                }

                List<(INamedTypeSymbol Event, string Handler)> handlers = events.Select(each => (each, classes.For(each, call))).ToList();
                changes.AddRange(registrations.Insert(handlers));
                needsUsing |= registrations.NeedsUsing;
            }
        }

        changes.AddRange(classes.Insert());
        if (needsUsing)
        {
            changes.Add(HandlerRegistrations.Using((CompilationUnitSyntax)root, text));
        }

        return changes.Count == 0 ? document : document.WithText(text.WithChanges(changes.OrderBy(static change => change.Span.Start)));
    }

    /// <summary>The class whose name the diagnostic lies on; none at a registration.</summary>
    private static TypeDeclarationSyntax? TypeAt(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan) is TypeDeclarationSyntax type && type.Identifier.Span == diagnostic.Location.SourceSpan ? type : null;
}
