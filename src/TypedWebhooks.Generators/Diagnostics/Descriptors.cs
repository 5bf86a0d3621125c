using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Diagnostics;

/// <summary>
/// Every diagnostic that the project reports, its id in its name: TWH1xxx for the consumer's code, TWH2xxx for the
/// schemas, TWH9xxx for the project. A page for each is in docs/rules.
/// </summary>
internal static partial class Descriptors
{
    private const string Category = "TypedWebhooks";

    private static DiagnosticDescriptor Create(
        string id,
        string title,
        string messageFormat,
        string category,
        DiagnosticSeverity severity,
        string description) => new(
        id,
        title,
        messageFormat,
        category,
        severity,
        isEnabledByDefault: true,
        description: description,
        helpLinkUri: HelpLink(id));

    private static string HelpLink(string id) => "https://github.com/typedwebhooks/typedwebhooks/blob/main/docs/rules/" + id + ".md";
}
