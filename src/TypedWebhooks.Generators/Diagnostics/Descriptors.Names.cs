using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor TWH1005_EventName = new(
        "TWH1005",
        "An event's wire name does not exist, or is left out",
        "{0}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Event types are texts: what is misspelt compiles, and never happens.",
        helpLinkUri: HelpLink("TWH1005"));
}
