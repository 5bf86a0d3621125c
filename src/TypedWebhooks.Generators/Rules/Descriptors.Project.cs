using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules;

/// <summary>What a project lacks to use TypedWebhooks at all.</summary>
internal static partial class Descriptors
{
    private const string Project = "TypedWebhooks.Project";

    public static readonly DiagnosticDescriptor TWH9001_LanguageVersionTooOld = Create(
        "TWH9001",
        "The project's C# version is too old",
        "TypedWebhooks emits C# 11; this project is compiled as C# {0}",
        Project,
        DiagnosticSeverity.Error,
        "Emitted records have required members, which C# 11 brought. Set LangVersion to 11 or later, or remove it: every SDK since .NET 7 has it.");

    public static readonly DiagnosticDescriptor TWH9002_SchemaFileNotFound = Create(
        "TWH9002",
        "A schema file does not exist, or cannot be read",
        "The schema file '{0}' cannot be read",
        Project,
        DiagnosticSeverity.Error,
        "The compiler was given the path but found no text there.");
}
