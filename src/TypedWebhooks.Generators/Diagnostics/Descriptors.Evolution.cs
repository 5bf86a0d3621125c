using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Diagnostics;

/// <summary>What is said of the baseline itself. What is said of single changes stands with the comparison that finds them.</summary>
internal static partial class Descriptors
{
    private const string Evolution = "TypedWebhooks.Evolution";

    public static readonly DiagnosticDescriptor TWH3000_NoBaseline = Create(
        "TWH3000",
        "A provider has no baseline",
        "{0}",
        Evolution,
        DiagnosticSeverity.Hidden,
        "With a baseline beside its schema, a build says what a new schema does to the code and to payloads on the way. dotnet build -t:AcceptWebhookSchemas writes it.");

    public static readonly DiagnosticDescriptor TWH3001_NotAccepted = Create(
        "TWH3001",
        "The schemas of a provider have changed since its baseline",
        "{0}",
        Evolution,
        DiagnosticSeverity.Warning,
        "Look at the changes, adapt the code, and accept them with dotnet build -t:AcceptWebhookSchemas.");

    public static readonly DiagnosticDescriptor TWH3002_InvalidBaseline = Create(
        "TWH3002",
        "A baseline cannot be read",
        "{0}",
        Evolution,
        DiagnosticSeverity.Error,
        "A baseline is written by the build and changed by merges. What cannot be read is not compared.");

    public static readonly DiagnosticDescriptor TWH3003_NewerBaseline = Create(
        "TWH3003",
        "A baseline was written by a later version",
        "{0}",
        Evolution,
        DiagnosticSeverity.Error,
        "Every version reads the baselines of earlier ones, and none those of later ones.");

    public static readonly DiagnosticDescriptor TWH3004_StrayBaseline = Create(
        "TWH3004",
        "A baseline is of no provider of the project",
        "{0}",
        Evolution,
        DiagnosticSeverity.Warning,
        "A baseline says whose it is. One of a provider, or of a version, that the project does not have is compared with nothing.");

    public static readonly DiagnosticDescriptor TWH3005_GeneratorChanged = Create(
        "TWH3005",
        "The same schemas give other types",
        "{0}",
        Evolution,
        DiagnosticSeverity.Warning,
        "The schemas are those of the baseline to the letter, and the types are not: TypedWebhooks, or what the project says of the provider, has changed.");

    internal static DiagnosticDescriptor OfChange(string id, string title, DiagnosticSeverity severity, string description) =>
        Create(id, title, "{0}", Evolution, severity, description);
}
