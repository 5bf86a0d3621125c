using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Diagnostics;

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

    public static readonly DiagnosticDescriptor TWH9004_OtherGenerator = Create(
        "TWH9004",
        "Another generator cannot see the event",
        "{0} does not see {1}, which is generated in the same project: {2}",
        Project,
        DiagnosticSeverity.Warning,
        "Source generators do not see each other's output. ASP.NET Core's request delegate generator, which PublishAot and PublishTrimmed turn on, and System.Text.Json's then emit code that does not compile, or nothing.");

    public static readonly DiagnosticDescriptor TWH9005_NoDependencyInjection = Create(
        "TWH9005",
        "A registration is not generated without dependency injection's abstractions",
        "{0} is not generated: {1}, the project of {2}, does not reference Microsoft.Extensions.DependencyInjection.Abstractions",
        Project,
        DiagnosticSeverity.Warning,
        "The method that registers a dispatcher is an extension of IServiceCollection, and is generated only where the project of the events knows that type.");

    public static readonly DiagnosticDescriptor TWH9006_RuntimeLibraryNotReferenced = Create(
        "TWH9006",
        "The runtime library is not referenced",
        "This project does not reference TypedWebhooks.dll, which generated code calls; nothing is generated",
        Project,
        DiagnosticSeverity.Error,
        "The project has the package's generator without its library: by ExcludeAssets or IncludeAssets of the reference, or because the library is for .NET 8 and later.");
}
