using System;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedWebhooks.Generators.Support;

/// <summary>What emitted code may rely on in a project, as plain values.</summary>
/// <param name="Language">The C# version.</param>
/// <param name="HasClosedTypes">Whether this C# and this compiler have closed hierarchies.</param>
/// <param name="HasServiceCollection">Whether the project references dependency injection's abstractions.</param>
/// <param name="HasHttpContext">Whether the project references ASP.NET Core.</param>
/// <param name="HasOpenApi">Whether the project references ASP.NET Core's OpenAPI documents, of version 10 or later: their model was another one before.</param>
/// <param name="HasRuntimeLibrary">Whether the project references the library that emitted code calls.</param>
/// <param name="HasReceiver">Whether the project references the package that receives deliveries.</param>
internal sealed record ProjectFeatures(LanguageVersion Language, bool HasClosedTypes, bool HasServiceCollection, bool HasHttpContext, bool HasRuntimeLibrary, bool HasOpenApi, bool HasReceiver)
{
    private const string Receiver = "TypedWebhooks.AspNetCore";
    private const string OpenApi = "Microsoft.AspNetCore.OpenApi";
    private const string RuntimeLibrary = "TypedWebhooks";
    private const string DependencyInjection = "Microsoft.Extensions.DependencyInjection.Abstractions";

    /// <summary>An assembly that ASP.NET Core has since it has minimal APIs, unlike its older packages, which some libraries still reference.</summary>
    private const string Http = "Microsoft.AspNetCore.Http.Results";

    /// <summary>C# 15, which the compiler that this is built against does not know by name.</summary>
    private const LanguageVersion CSharp15 = (LanguageVersion)1500;

    /// <summary>The first compiler that has them, under C# 15 or preview.</summary>
    private static readonly Version s_closedTypesSince = new(5, 9);

    public bool IsSupported => Language >= LanguageVersion.CSharp11 && HasRuntimeLibrary;

    public static LanguageVersion LanguageOf(ParseOptions options) =>
        options is CSharpParseOptions csharp ? csharp.LanguageVersion : LanguageVersion.Default;

    public static ProjectFeatures Of(LanguageVersion language, EquatableArray<string> references) => new(
        language,
        language >= CSharp15 && typeof(CSharpCompilation).Assembly.GetName().Version >= s_closedTypesSince,
        references.Contains(DependencyInjection, StringComparer.OrdinalIgnoreCase),
        references.Contains(Http, StringComparer.OrdinalIgnoreCase),
        references.Contains(RuntimeLibrary, StringComparer.OrdinalIgnoreCase),
        references.Contains(OpenApi, StringComparer.OrdinalIgnoreCase),
        references.Contains(Receiver, StringComparer.OrdinalIgnoreCase));

    private static int MajorVersion(MetadataReference reference) =>
        reference is PortableExecutableReference file && file.GetMetadata() is AssemblyMetadata assembly
            ? assembly.GetModules()[0].GetMetadataReader().GetAssemblyDefinition().Version.Major
            : 0;

    /// <summary>The name of a referenced assembly that makes a difference; null of any other. By its file, so that nothing depends on the compilation.</summary>
    public static string? RelevantName(MetadataReference reference)
    {
        string display = reference.Display ?? "";
        string name = display.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(display) : display;
        return name is RuntimeLibrary or DependencyInjection or Http or Receiver || (name == OpenApi && MajorVersion(reference) >= 10) ? name : null;
    }
}
