using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.CodeFixes.Switches;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Handlers;

namespace TypedWebhooks.CodeFixes.Handlers;

/// <summary>The handler classes that registrations in one document name: those that exist, and new ones beside the registration.</summary>
/// <param name="model">The meaning of names.</param>
/// <param name="text">The source.</param>
internal sealed class HandlerClasses(SemanticModel model, SourceText text)
{
    private readonly Dictionary<ISymbol, string> _names = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> _taken = new();
    private readonly List<(int At, string Code)> _added = new();
    private ILookup<ISymbol, INamedTypeSymbol>? _existing;

    /// <summary>How the event's handler is written at a registration. Two registrations want the same one.</summary>
    public string For(INamedTypeSymbol handledEvent, SyntaxNode registration)
    {
        List<INamedTypeSymbol> existing = Existing()[handledEvent].Where(type => IsUsable(type, registration.SpanStart)).Take(2).ToList();
        if (existing.Count == 1)
        {
            return TypeNames.Of(existing[0], model, registration.SpanStart);
        }

        if (!_names.TryGetValue(handledEvent, out string name))
        {
            name = NewName(handledEvent, registration.SpanStart);
            _names.Add(handledEvent, name);
            _added.Add(Written(handledEvent, name, registration));
        }

        return name;
    }

    /// <summary>The insertions of the classes that do not exist yet.</summary>
    public IEnumerable<TextChange> Insert() => _added
        .GroupBy(static each => each.At)
        .Select(group => new TextChange(
            new TextSpan(group.Key, 0),
            (group.Key == 0 || text[group.Key - 1] is '\n' or '\r' ? "" : SourceLayout.LineEnd(text, group.Key)) + string.Concat(group.Select(static each => each.Code))));

    private (int At, string Code) Written(INamedTypeSymbol handledEvent, string name, SyntaxNode registration)
    {
        // Behind the outermost type; behind everything where the registration is a top-level statement.
        SyntaxNode? outermost = registration.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().LastOrDefault();
        string indent = outermost is null ? "" : SourceLayout.Indent(text, outermost.SpanStart);
        string end = SourceLayout.LineEnd(text, registration.SpanStart);
        HandlerCode code = new(model, outermost?.SpanStart ?? registration.SpanStart);
        return (
            outermost?.FullSpan.End ?? text.Length,
            end + indent + "internal sealed class " + name + " : " + code.Interface(handledEvent)
            + end + indent + "{"
            + end + indent + SourceLayout.Unit(indent) + code.Method(handledEvent)
            + end + indent + "}" + end);
    }

    private ILookup<ISymbol, INamedTypeSymbol> Existing()
    {
        HandledEvents events = new(new TypeRelations(model.Compilation));
        return _existing ??= VisibleHandlers.Of(model.Compilation, events, default).Classes
            .Where(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.Compilation.Assembly) && !type.IsGenericType && type.TypeKind == TypeKind.Class)
            .SelectMany(type => events.Of(type).Select(handled => (handled, type)))
            .ToLookup(static each => (ISymbol)each.handled, static each => each.type, SymbolEqualityComparer.Default);
    }

    private bool IsUsable(INamedTypeSymbol type, int at) =>
        model.IsAccessible(at, type) && type.InstanceConstructors.Any(static constructor => constructor.DeclaredAccessibility == Accessibility.Public);

    private string NewName(INamedTypeSymbol handledEvent, int at)
    {
        string stem = handledEvent.Name + "Handler";
        string name = stem;
        for (int i = 2; !_taken.Add(name) || model.LookupNamespacesAndTypes(at, name: name).Any(); i++)
        {
            name = stem + i.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
