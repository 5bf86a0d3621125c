using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor TWH1001_UnhandledEvent = new(
        "TWH1001",
        "A switch over events leaves an event unhandled",
        "The switch over '{0}' does not handle {1}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Every event that the schema has is handled, or named among those that need nothing.",
        helpLinkUri: HelpLink("TWH1001"));

    public static readonly DiagnosticDescriptor TWH1002_SwallowedEvent = new(
        "TWH1002",
        "An event is only swallowed by a catch-all",
        "This takes {1} of '{0}' without naming it: an event that the schema adds would vanish here too",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A discard, a default, a var pattern, the root type or a negation hides that an event is not handled.",
        helpLinkUri: HelpLink("TWH1002"));

    public static readonly DiagnosticDescriptor TWH1003_ConditionalEvent = new(
        "TWH1003",
        "An event is handled only under a condition",
        "'{1}' of '{0}' is handled only under a condition",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A guard or a sub-pattern that may fail leaves a part of the event unhandled.",
        helpLinkUri: HelpLink("TWH1003"));
}
