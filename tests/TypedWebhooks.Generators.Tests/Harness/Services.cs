using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>Telia's emitted events in an application with Microsoft's services, and with a library that scans assemblies.</summary>
internal static class Services
{
    /// <summary>The shape of Scrutor's scanning, as far as it is called here.</summary>
    private const string Scrutor = """
        namespace Scrutor
        {
            public interface ISource
            {
                IChoice FromAssemblyOf<T>();
                IChoice FromAssembliesOf(params System.Type[] types);
                IChoice FromAssemblies(params System.Reflection.Assembly[] assemblies);
                IChoice FromCallingAssembly();
                IChoice FromApplicationDependencies();
            }

            public interface IChoice : ISource
            {
                IService AddClasses(bool publicOnly = false);
                IService AddClasses(System.Action<IFilter> filter, bool publicOnly = false);
            }

            public interface IFilter
            {
                IFilter AssignableTo<T>();
                IFilter AssignableTo(System.Type type);
                IFilter Where(System.Func<System.Type, bool> condition);
                IFilter InNamespaces(params string[] namespaces);
            }

            public interface IService : IChoice
            {
                ILifetime AsSelf();
                ILifetime AsImplementedInterfaces();
                ILifetime As<T>();
            }

            public interface ILifetime : IService { IChoice WithScopedLifetime(); }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class Scanning
            {
                public static IServiceCollection Scan(this IServiceCollection services, System.Action<Scrutor.ISource> scan) => services;
                public static IServiceCollection Decorate<TService, TDecorator>(this IServiceCollection services) => services;
            }
        }
        """;

    private const string Usings = """
        global using System;
        global using System.Linq;
        global using System.Reflection;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.DependencyInjection.Extensions;
        global using TypedWebhooks;
        global using Consumer.Telia;
        """;

    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. GeneratorHarness.References,
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly Lazy<CSharpCompilation> s_telia = new(static () => Emitted("Consumer", References));

    private static readonly Lazy<PortableExecutableReference> s_events = new(static () => Image(s_telia.Value));

    /// <summary>What an application references whose events are in a library.</summary>
    public static ImmutableArray<MetadataReference> ReferencesWithEvents => References.Add(s_events.Value);

    /// <summary>An application whose events are in its own project.</summary>
    public static CSharpCompilation Application(params string[] sources) => With(s_telia.Value, sources);

    /// <summary>An application whose events are in a library that it references, beside other ones.</summary>
    public static CSharpCompilation Other(string name, string[] sources, params MetadataReference[] references) => With(
        CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(Usings, s_options)], [.. References, s_events.Value, .. references], s_telia.Value.Options),
        sources);

    public static PortableExecutableReference Image(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        Assert.True(compilation.Emit(image).Success, string.Join("\n", compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error)));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>What TWH1004 says: the initial letters of the events that lack a handler, once a report.</summary>
    public static async Task<string> VerdictAsync(CSharpCompilation compilation)
    {
        Diagnostic[] all = [.. await AnalyzerHarness.AnalyzeAsync(compilation)];
        Assert.Equal([], all.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString()));
        string[] said = [.. all.Where(static d => d.Id == "TWH1004").Select(static d =>
            string.Concat(d.Properties["Events"]!.Split('|').Select(static name => Short(name[(name.LastIndexOf('.') + 1)..]))))];
        return said.Length == 0 ? "ok" : string.Join(" ", said);
    }

    private static string Short(string name) => name switch
    {
        "SignatureRequestCompletedEvent" => "C",
        "SignatorySignedEvent" => "S",
        "UnrecognizedTeliaEvent" => "U",
        _ => name,
    };

    private static CSharpCompilation With(CSharpCompilation compilation, string[] sources) => compilation.AddSyntaxTrees(
        sources.Select(static (source, i) => CSharpSyntaxTree.ParseText(source, s_options, path: $"Source{i}.cs")));

    private static CSharpCompilation Emitted(string name, ImmutableArray<MetadataReference> references)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(Scrutor, s_options), CSharpSyntaxTree.ParseText(Usings, s_options)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorHarness.CreateDriver([GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia"))], s_options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
        return (CSharpCompilation)output;
    }
}
