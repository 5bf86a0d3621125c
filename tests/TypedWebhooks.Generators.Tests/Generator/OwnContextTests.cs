using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Events of another project in a context that System.Text.Json's own generator makes: it takes their converters from their attributes.</summary>
public sealed class OwnContextTests
{
    private const string Consumer = """
        #nullable enable
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Consumer.Prix;

        public sealed record Delivery(string Id, PrixEvent Event, Signature? Part, List<ContractCreatedEvent>? More, Dictionary<SignatureStatus, int> Counts, SignatureStatus? Status);

        [JsonSerializable(typeof(PrixEvent))]
        [JsonSerializable(typeof(ContractCreatedEvent))]
        [JsonSerializable(typeof(SignatureStatus))]
        [JsonSerializable(typeof(Delivery))]
        [JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
        public sealed partial class OwnContext : JsonSerializerContext;

        public static class Program
        {
            public static string Event(string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, OwnContext.Default.PrixEvent)!, OwnContext.Default.PrixEvent);

            public static string Delivery(string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, OwnContext.Default.Delivery)!, OwnContext.Default.Delivery);
        }
        """;

    [Fact]
    public void ContextOfAnotherProject_TakesTheConvertersFromTheTypes()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Known("schemas/prix/prix.schema.json", ("Provider", "Prix")));
        using MemoryStream events = Image(generated.Compilation);
        CSharpCompilation compilation = GeneratorHarness.Compile("OwnContext", [Consumer]).AddReferences(MetadataReference.CreateFromStream(events));
        CSharpGeneratorDriver.Create(Generators(), parseOptions: GeneratorHarness.ParseOptions).RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        Assert.Empty(output.GetDiagnostics().Where(static d => d.Severity > DiagnosticSeverity.Hidden));

        AssemblyLoadContext context = new("OwnContext", isCollectible: true);
        events.Position = 0;
        context.LoadFromStream(events);
        using MemoryStream consumer = Image(output);
        Type program = context.LoadFromStream(consumer).GetType("Program")!;
        string created = File.ReadAllText(SharedFiles.InProject("schemas/prix/examples/contract-created.json"));
        string written = Call(program, "Event", created);
        Assert.Equal(written, Call(program, "Event", written));
        string delivery = $$"""{"Id":"1","Event":{{written}},"Part":null,"More":[{{written}}],"Counts":{"DONE":2},"Status":"DONE"}""";
        Assert.Equal(delivery, Call(program, "Delivery", delivery));
    }

    private static string Call(Type program, string method, string json) => (string)program.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [json])!;

    private static MemoryStream Image(Compilation compilation)
    {
        MemoryStream image = new();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        return image;
    }

    /// <summary>The generator that comes with the SDK, from beside the runtime that the tests run on.</summary>
    private static ImmutableArray<ISourceGenerator> Generators()
    {
        string dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        string path = Directory.GetFiles(Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref"), "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Last();
        AnalyzerFileReference reference = new(path, new Loader());
        return reference.GetGenerators(LanguageNames.CSharp);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
