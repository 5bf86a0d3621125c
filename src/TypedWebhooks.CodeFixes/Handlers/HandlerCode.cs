using Microsoft.CodeAnalysis;
using TypedWebhooks.CodeFixes.Switches;

namespace TypedWebhooks.CodeFixes.Handlers;

/// <summary>The C# of a handler, in the names that mean the right thing at its place.</summary>
/// <param name="model">The meaning of names.</param>
/// <param name="at">The place.</param>
internal sealed class HandlerCode(SemanticModel model, int at)
{
    /// <summary>The interface that a handler of the event implements.</summary>
    public string Interface(INamedTypeSymbol handledEvent) =>
        model.Compilation.GetTypeByMetadataName("TypedWebhooks.IWebhookEventHandler`1") is { } handler
            ? TypeNames.Of(handler.Construct(handledEvent), model, at)
            : "TypedWebhooks.IWebhookEventHandler<" + TypeNames.Of(handledEvent, model, at) + ">";

    /// <summary>The method that it asks for, on one line.</summary>
    public string Method(INamedTypeSymbol handledEvent) =>
        "public " + Known("System.Threading.Tasks.ValueTask")
        + " HandleAsync(" + TypeNames.Of(handledEvent, model, at) + " e, "
        + Known("System.Threading.CancellationToken") + " cancellationToken) => throw new "
        + Known("System.NotImplementedException") + "();";

    private string Known(string name) => model.Compilation.GetTypeByMetadataName(name) is { } type
        ? TypeNames.Of(type, model, at)
        : name;
}
