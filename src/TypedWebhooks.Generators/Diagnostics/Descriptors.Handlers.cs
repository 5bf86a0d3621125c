using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor TWH1004_UnhandledByHandler = new(
        "TWH1004",
        "Handlers leave an event unhandled",
        "{0} for {1} of '{2}'",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Every event has a handler, or is named among those that need none.",
        helpLinkUri: HelpLink("TWH1004"));
}
