using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.CodeFixes.Switches;
using TypedWebhooks.Generators.Rules.Handlers;

namespace TypedWebhooks.CodeFixes.Handlers;

/// <summary>Registers handlers beside the call that registers the dispatcher: as statements in front of it, or within its chain of calls.</summary>
/// <param name="model">The meaning of names.</param>
/// <param name="text">The source.</param>
/// <param name="call">The call.</param>
internal sealed class HandlerRegistrations(SemanticModel model, SourceText text, InvocationExpressionSyntax call)
{
    private const string Namespace = "Microsoft.Extensions.DependencyInjection";
    private const string Method = "AddScoped";

    /// <summary>Whether what was inserted asks for a using that the place does not have.</summary>
    public bool NeedsUsing { get; private set; }

    /// <summary>The method beside that of the dispatcher by which an event is ignored, if there is one.</summary>
    public static string? IgnoringMethod(InvocationExpressionSyntax call, SemanticModel model) =>
        (model.GetSymbolInfo(call).Symbol as IMethodSymbol)?.ContainingType.GetMembers()
            .OfType<IMethodSymbol>()
            .FirstOrDefault(static method => method is { IsExtensionMethod: true, TypeParameters.Length: 1 } && method.Name.StartsWith("Ignore", System.StringComparison.Ordinal) && HandlerMarkers.Adds(method))
            ?.Name;

    /// <summary>Registers handlers.</summary>
    public IEnumerable<TextChange> Insert(IReadOnlyList<(INamedTypeSymbol Event, string Handler)> handlers)
    {
        if (model.Compilation.GetTypeByMetadataName(Namespace + ".ServiceCollectionServiceExtensions") is null)
        {
            return Enumerable.Empty<TextChange>();
        }

        ExpressionSyntax? services = Services();
        NeedsUsing = model.LookupSymbols(call.SpanStart, services is null ? null : model.GetTypeInfo(services).Type, Method, includeReducedExtensionMethods: true).IsEmpty;
        HandlerCode code = new(model, call.SpanStart);
        return Insert(handlers.Select(each => "." + Method + "<" + code.Interface(each.Event) + ", " + each.Handler + ">()").ToList(), services);
    }

    /// <summary>Ignores events by name.</summary>
    public IEnumerable<TextChange> Ignore(IReadOnlyList<INamedTypeSymbol> events) => IgnoringMethod(call, model) is { } method
        ? Insert(events.Select(each => "." + method + "<" + TypeNames.Of(each, model, call.SpanStart) + ">()").ToList(), Services())
        : Enumerable.Empty<TextChange>();

    private IEnumerable<TextChange> Insert(IReadOnlyList<string> added, ExpressionSyntax? services)
    {
        if (services is not null)
        {
            return call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } statement && IsPlain(services)
                ? new[] { Statements(statement, services, added) }
                : Chained(services, added);
        }

        return call.Expression is MemberBindingExpressionSyntax binding
            ? new[] { new TextChange(new TextSpan(binding.SpanStart, 0), string.Concat(added)) }
            : Enumerable.Empty<TextChange>();
    }

    /// <summary>The using directive, behind those that there are.</summary>
    public static TextChange Using(CompilationUnitSyntax root, SourceText text)
    {
        string directive = "using " + Namespace + ";";
        UsingDirectiveSyntax? last = root.Usings.LastOrDefault(static each => each.Alias is null) ?? root.Usings.LastOrDefault();
        int at = last?.Span.End ?? root.GetFirstToken().SpanStart;
        string end = SourceLayout.LineEnd(text, at);
        return new TextChange(new TextSpan(at, 0), last is null ? directive + end + end : end + directive);
    }

    /// <summary>The expression that the handlers are added to.</summary>
    private ExpressionSyntax? Services()
    {
        ExpressionSyntax? receiver = call.Expression is MemberAccessExpressionSyntax access ? access.Expression : null;
        return receiver is not null && IsServices(receiver)
            ? receiver
            : call.ArgumentList.Arguments.Select(static argument => argument.Expression).FirstOrDefault(IsServices);
    }

    private bool IsServices(ExpressionSyntax expression) => model.GetTypeInfo(expression).Type is { } type && ServiceCalls.IsServices(type);

    private TextChange Statements(ExpressionStatementSyntax statement, ExpressionSyntax services, IEnumerable<string> added)
    {
        int at = statement.SpanStart;
        string between = SourceLayout.IsFirstOnLine(text, at) ? SourceLayout.LineEnd(text, at) + SourceLayout.Indent(text, at) : " ";
        return new TextChange(new TextSpan(at, 0), string.Concat(added.Select(each => services.ToString() + each + ";" + between)));
    }

    private IEnumerable<TextChange> Chained(ExpressionSyntax services, IEnumerable<string> added)
    {
        bool needsParentheses = services is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax or BaseObjectCreationExpressionSyntax);
        if (needsParentheses)
        {
            yield return new TextChange(new TextSpan(services.SpanStart, 0), "(");
        }

        // A chain that has a line for each call goes on so.
        string between = call.Expression is MemberAccessExpressionSyntax access && access.Expression == services && SourceLayout.IsFirstOnLine(text, access.OperatorToken.SpanStart)
            ? SourceLayout.LineEnd(text, services.SpanStart) + SourceLayout.Indent(text, access.OperatorToken.SpanStart)
            : "";
        yield return new TextChange(new TextSpan(services.Span.End, 0), (needsParentheses ? ")" : "") + string.Concat(added.Select(each => between + each)));
    }

    /// <summary>Whether it may be written twice: a name, or a member of one.</summary>
    private static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        _ => false,
    };
}
