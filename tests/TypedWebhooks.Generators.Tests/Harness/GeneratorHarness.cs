using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>Runs the generator over schemas in memory, compiles what it emits, and loads the result.</summary>
internal static class GeneratorHarness
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp11, DocumentationMode.Diagnose);

    /// <summary>The framework that the tests run on, and the runtime library.</summary>
    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
        MetadataReference.CreateFromFile(typeof(WebhookEventsAttribute).Assembly.Location),
    ];

    /// <summary>A schema of the project's own, as a consumer would declare it.</summary>
    public static SchemaText Known(string path, params (string Name, string Value)[] metadata) =>
        new("/consumer/" + path, File.ReadAllText(SharedFiles.InProject(path)), metadata);

    /// <summary>A schema of a provider <c>Acme</c>.</summary>
    public static SchemaText Acme(string text, params (string Name, string Value)[] metadata) =>
        new("/consumer/schemas/acme/hooks.json", text, metadata);

    public static CSharpCompilation Compile(string name, IEnumerable<string> sources, CSharpParseOptions? options = null) => CSharpCompilation.Create(
        name,
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, options ?? ParseOptions, path: $"/consumer/Source{i}.cs")),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            // The runtime library is built against an earlier framework than the tests run on.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    public static GeneratorDriver CreateDriver(IEnumerable<SchemaText> schemas, CSharpParseOptions? options = null) => CSharpGeneratorDriver.Create(
        [new WebhookGenerator().AsSourceGenerator()],
        schemas,
        options ?? ParseOptions,
        new SchemaOptions("Consumer"),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator. The emitted code has to compile without a warning, whatever else is reported.</summary>
    public static Generated Run(params SchemaText[] schemas) => Run(schemas, []);

    public static Generated Run(IReadOnlyList<SchemaText> schemas, IReadOnlyList<string> sources, CSharpParseOptions? options = null)
    {
        CSharpCompilation compilation = Compile("Consumer" + Guid.NewGuid().ToString("N"), sources, options);
        GeneratorDriver driver = CreateDriver(schemas, options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new(
            diagnostics,
            result.GeneratedSources.ToImmutableSortedDictionary(static source => source.HintName, static source => source.SourceText.ToString(), StringComparer.Ordinal),
            (CSharpCompilation)output);
    }
}

/// <summary>What a run of the generator gave.</summary>
internal sealed record Generated(
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableSortedDictionary<string, string> Sources,
    CSharpCompilation Compilation)
{
    private readonly Lazy<ImmutableSortedDictionary<string, string>> _types = new(() => Sources
        .SelectMany(static source => Declared(source.Key, source.Value))
        .GroupBy(static type => type.Name, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(static type => type.Key, static type => string.Join("\n", type.Select(static part => part.Code)), StringComparer.Ordinal));

    public string this[string hintName] => Sources[hintName];

    /// <summary>All that is emitted, type by type, also what has no counterpart in a schema.</summary>
    public IReadOnlyDictionary<string, string> Types => Sources.Values
        .SelectMany(static code => CSharpSyntaxTree.ParseText(code, GeneratorHarness.ParseOptions).GetRoot()
            .DescendantNodes(static node => node is not BaseTypeDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>())
        .GroupBy(static type => type.Identifier.ValueText)
        .ToDictionary(static type => type.Key, static type => string.Join("\n", type.Select(static part => part.ToString())));

    /// <summary>The emitted types that a schema has, <c>Acme.PingEvent</c>, in whatever file each stands: its records and enums.</summary>
    public IEnumerable<string> TypeNames => _types.Value.Keys;

    /// <summary>The records of events, without the provider's name, in ordinal order.</summary>
    public IEnumerable<string> EventNames => _types.Value
        .Where(static type => type.Value.Contains("public override string EventType =>", StringComparison.Ordinal))
        .Select(static type => type.Key[(type.Key.IndexOf('.') + 1)..]);

    /// <summary>What is emitted of one type, with its documentation and attributes.</summary>
    public string TypeCode(string name) => _types.Value[name];

    /// <summary>The diagnostics as a build prints them: line and column from 1.</summary>
    public IEnumerable<string> Printed => Diagnostics.Select(static d =>
    {
        FileLinePositionSpan at = d.Location.GetLineSpan();
        return FormattableString.Invariant($"{Path.GetFileName(at.Path)}({at.StartLinePosition.Line + 1},{at.StartLinePosition.Character + 1}): {d.Id}: {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    });

    /// <summary>What the compiler says of the emitted code and the consumer's; hidden diagnostics left out.</summary>
    public IReadOnlyList<string> CompilerMessages => [.. Compilation.GetDiagnostics()
        .Where(static d => d.Severity > DiagnosticSeverity.Hidden)
        .Select(static d => d.ToString())];

    /// <summary>Fails with all that the compiler says.</summary>
    public void AssertCompiles()
    {
        IReadOnlyList<string> messages = CompilerMessages;
        Assert.True(messages.Count == 0, string.Join("\n", messages.Take(20)));
    }

    /// <summary>The records and enums of a file.</summary>
    private static IEnumerable<(string Name, string Code)> Declared(string hintName, string code) => CSharpSyntaxTree.ParseText(code, GeneratorHarness.ParseOptions)
        .GetCompilationUnitRoot()
        .Members.OfType<BaseNamespaceDeclarationSyntax>()
        .SelectMany(static space => space.Members)
        .Where(static type => type is RecordDeclarationSyntax or EnumDeclarationSyntax)
        .Select(type => (hintName[..(hintName.IndexOf('.') + 1)] + ((BaseTypeDeclarationSyntax)type).Identifier.ValueText, type.ToFullString().TrimStart('\n')));

    /// <summary>The compiled result, loaded.</summary>
    public Assembly Load()
    {
        AssertCompiles();
        using MemoryStream image = new();
        Assert.True(Compilation.Emit(image).Success);
        image.Position = 0;
        AssemblyLoadContext context = new(Compilation.AssemblyName, isCollectible: true);
        return context.LoadFromStream(image);
    }
}
