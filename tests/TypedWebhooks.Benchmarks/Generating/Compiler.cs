extern alias generator;
using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Benchmarks.Generating;

/// <summary>Runs the generator within this process, and compiles what it emits.</summary>
internal static class Compiler
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll" or "TypedWebhooks.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static GeneratorDriver CreateDriver(IEnumerable<SchemaFile> schemas) => CSharpGeneratorDriver.Create(
        [new generator::TypedWebhooks.Generators.WebhookGenerator().AsSourceGenerator()],
        schemas,
        s_parseOptions,
        new SchemaOptions());

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Consumer" + Guid.NewGuid().ToString("N"),
        sources.Select(static source => CSharpSyntaxTree.ParseText(source, s_parseOptions)),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));

    public static Assembly Load(Compilation compilation)
    {
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        }

        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName).LoadFromStream(image);
    }
}

/// <summary>A schema in memory, with the metadata that its item would have.</summary>
internal sealed class SchemaFile(string path, string text, params (string Name, string Value)[] metadata) : AdditionalText
{
    public override string Path => path;

    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata.ToDictionary(static entry => "build_metadata.AdditionalFiles.Webhook" + entry.Name, static entry => entry.Value);

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);

    public SchemaFile With(string changed, string? name = null) => new(name ?? path, changed, [.. metadata]);
}

/// <summary>What MSBuild would tell the compiler.</summary>
internal sealed class SchemaOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new Dictionary<string, string> { ["build_property.RootNamespace"] = "Consumer" });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(((SchemaFile)textFile).Metadata);

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}

/// <summary>GitHub's schemas, as they lie beside the repository.</summary>
internal static class GitHubSchemas
{
    public static SchemaFile[] Read(string folder, params (string Name, string Value)[] metadata)
    {
        string root = Path.Combine(folder, "schema");
        return
        [
            .. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => new SchemaFile(
                    "/consumer/github/" + Path.GetRelativePath(root, file),
                    File.ReadAllText(file),
                    [("Schema", "schema"), ("Provider", "GitHub"), ("EventType", "header /action"), .. metadata])),
        ];
    }
}

/// <summary>A provider with any number of events.</summary>
internal static class SyntheticSchema
{
    public static SchemaFile Of(int events) => new(
        "/consumer/acme/hooks.json",
        "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"oneOf\":["
            + string.Join(',', Enumerable.Range(0, events).Select(static i => $"{{\"$ref\":\"#/$defs/E{i}\"}}"))
            + "],\"$defs\":{"
            + string.Join(',', Enumerable.Range(0, events).Select(static i =>
                $$$"""
                "E{{{i}}}":{"title":"Thing {{{i}}}","type":"object","properties":{"type":{"const":"{{{Name(i)}}}"},"id":{"type":"string","format":"uuid"},"count":{"type":"integer"},"note":{"type":"string"}},"required":["type","id"]}
                """))
            + "}}",
        ("Schema", "schema"),
        ("Provider", "Acme"));

    public static string Name(int i) => $"resource{i}.state{i % 7}_changed";

    public static string Body(int i) => $"{{\"type\":\"{Name(i)}\",\"id\":\"6f9619ff-8b86-d011-b42d-00c04fc964ff\"}}";
}
