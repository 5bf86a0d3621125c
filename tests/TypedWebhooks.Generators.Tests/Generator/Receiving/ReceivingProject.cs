using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Receiving;

/// <summary>
/// A project that receives deliveries, with the package for ASP.NET Core or without it. The package is the shape of it that emitted code calls:
/// its receiver is a service that says of which root it is, and its endpoint says what was mapped.
/// </summary>
internal static class ReceivingProject
{
    private const string Package = """
        using System;
        using System.Diagnostics.CodeAnalysis;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;
        using TypedWebhooks.Json;

        namespace TypedWebhooks.AspNetCore;

        public sealed class WebhookOptions { public string Said { get; set; } = ""; }

        public sealed record Receiver(Type Root, string Said);

        public sealed class WebhookEndpointConventionBuilder(Type root, string pattern, Delegate? handler)
        {
            public Type Root { get; } = root;
            public string Pattern { get; } = pattern;
            public Delegate? Handler { get; } = handler;
        }

        public static class WebhookServiceCollectionExtensions
        {
            public static IServiceCollection AddWebhookReceiver<TEvent>(this IServiceCollection services, Action<WebhookOptions>? configure = null)
                where TEvent : WebhookObject, IWebhookEvent<TEvent>
            {
                WebhookOptions options = new();
                configure?.Invoke(options);
                return services.AddSingleton(new Receiver(typeof(TEvent), options.Said));
            }
        }

        public static class WebhookEndpointRouteBuilderExtensions
        {
            public static WebhookEndpointConventionBuilder MapWebhooks<TEvent>(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern)
                where TEvent : WebhookObject, IWebhookEvent<TEvent> => new(typeof(TEvent), pattern, null);

            public static WebhookEndpointConventionBuilder MapWebhooks<TEvent>(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, Func<TEvent, WebhookContext, CancellationToken, Task> handler)
                where TEvent : WebhookObject, IWebhookEvent<TEvent> => new(typeof(TEvent), pattern, handler);
        }
        """;

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.DependencyInjection;
        global using TypedWebhooks;
        """;

    public static readonly ImmutableArray<MetadataReference> Web =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly Lazy<byte[]> s_package = new(static () => Image(GeneratorHarness.Compile("TypedWebhooks.AspNetCore", [Package], s_options).AddReferences(Web)));

    /// <summary>The package as a project references it, known by its file's name.</summary>
    public static MetadataReference PackageReference => MetadataReference.CreateFromImage(s_package.Value, filePath: "/packages/TypedWebhooks.AspNetCore.dll");

    public static Generated Run(bool hasPackage, string source, params SchemaText[] schemas)
    {
        CSharpCompilation compilation = GeneratorHarness.Compile("Receiving" + Guid.NewGuid().ToString("N"), [Usings, "#pragma warning disable CS1591 // What is public here is public for the test.\n" + source], s_options).AddReferences(Web);
        GeneratorDriver driver = GeneratorHarness.CreateDriver(schemas, s_options).RunGeneratorsAndUpdateCompilation(
            hasPackage ? compilation.AddReferences(PackageReference) : compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        return new(
            diagnostics,
            driver.GetRunResult().Results.Single().GeneratedSources.ToImmutableSortedDictionary(static file => file.HintName, static file => file.SourceText.ToString(), StringComparer.Ordinal),
            (CSharpCompilation)output);
    }

    /// <summary>The compiled project, loaded beside the package.</summary>
    public static Assembly Load(bool hasPackage, string source, params SchemaText[] schemas)
    {
        Generated generated = Run(hasPackage, source, schemas);
        generated.AssertCompiles();
        AssemblyLoadContext context = new(generated.Compilation.AssemblyName, isCollectible: true);
        context.LoadFromStream(new MemoryStream(s_package.Value));
        return context.LoadFromStream(new MemoryStream(Image(generated.Compilation)));
    }

    /// <summary>Calls a function of the project's class <c>Use</c>.</summary>
    public static object? Call(Assembly assembly, string function, params object?[] arguments) =>
        assembly.GetType("Use", throwOnError: true)!.GetMethod(function, BindingFlags.Static | BindingFlags.Public)!.Invoke(null, arguments);

    private static byte[] Image(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        Assert.True(compilation.Emit(image).Success, string.Join("\n", compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }
}
