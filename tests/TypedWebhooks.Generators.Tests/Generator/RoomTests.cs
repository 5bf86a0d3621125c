using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>
/// The generator's folders lie along the flow from text to code, and none knows what comes after it. The compiler says what each file
/// refers to.
/// </summary>
public sealed class RoomTests
{
    private const string Generators = "TypedWebhooks.Generators";

    /// <summary>The rooms, each with those that it may know beside itself.</summary>
    private static readonly Dictionary<string, string[]> s_rooms = new()
    {
        ["Support"] = [],
        ["Json"] = ["Support"],
        ["Model"] = ["Support"],
        ["Diagnostics"] = ["Support"],
        ["Items"] = ["Support", "Json", "Model", "Diagnostics"],
        ["Shapes"] = ["Support", "Json", "Model", "Items"],
        ["Schemas.Documents"] = ["Support", "Json", "Diagnostics", "Items"],
        ["Schemas.EventMaps"] = ["Support", "Json", "Model", "Diagnostics", "Items", "Schemas.Documents"],
        ["Schemas.EventTypes"] = ["Support", "Json", "Model", "Diagnostics", "Items", "Shapes", "Schemas.Documents", "Schemas.EventMaps"],
        ["Schemas.OpenApi"] = ["Support", "Json", "Model", "Diagnostics", "Items", "Schemas.Documents", "Schemas.EventMaps"],
        ["Schemas.AsyncApi"] = ["Support", "Json", "Model", "Diagnostics", "Items", "Schemas.Documents", "Schemas.EventMaps"],
        ["Schemas.JsonSchema"] = ["Support", "Json", "Model", "Diagnostics", "Items", "Shapes", "Schemas.Documents", "Schemas.EventMaps"],
        ["Schemas"] = ["Support", "Json", "Model", "Diagnostics", "Items", "Shapes", "Schemas.*"],
        ["Versions"] = ["Support", "Model", "Items"],
        ["Catalogs"] = ["Support", "Json", "Model", "Diagnostics", "Items", "Shapes", "Schemas", "Schemas.*", "Baselines"],
        ["Baselines"] = ["Support", "Model"],
        ["Evolution"] = ["Support", "Json", "Model", "Diagnostics", "Items", "Shapes", "Schemas", "Schemas.*", "Catalogs", "Baselines"],
        ["Emit"] = ["Support", "Json", "Model"],
        ["Rules"] = ["Support", "Model", "Diagnostics", "Rules.*"],
        [""] = ["*"],
    };

    [Fact]
    public void NoRoom_KnowsWhatComesAfterIt()
    {
        CSharpCompilation compilation = Compile();
        List<string> wrong = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string room = RoomOf(tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString());
            wrong.AddRange(tree.GetRoot().DescendantNodes(static node => node is not UsingDirectiveSyntax).OfType<SimpleNameSyntax>()
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .Select(static symbol => symbol as INamedTypeSymbol ?? (symbol is IMethodSymbol { MethodKind: MethodKind.ReducedExtension } extension ? extension.ContainingType : null))
                .OfType<INamedTypeSymbol>()
                .Select(static type => type.ContainingNamespace.ToDisplayString())
                .Where(static name => name == Generators || name.StartsWith(Generators + ".", StringComparison.Ordinal))
                .Select(RoomOf)
                .Distinct()
                .Where(other => !MayKnow(room, other))
                .Select(other => $"{Path.GetRelativePath(SharedFiles.ProjectRoot, tree.FilePath)} knows {other}"));
        }

        Assert.Empty(wrong);
        Assert.NotEmpty(compilation.SyntaxTrees);
    }

    /// <summary>The test would see nothing in code that it cannot compile.</summary>
    [Fact]
    public void Generator_CompilesHere() => Assert.DoesNotContain(Compile().GetDiagnostics(), static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>A file lies in the folder that its namespace says.</summary>
    [Fact]
    public void Namespaces_AreFolders() => Assert.DoesNotContain(
        Files(),
        static file => File.ReadLines(file).FirstOrDefault(static line => line.StartsWith("namespace ", StringComparison.Ordinal)) is { } line
            && line.StartsWith($"namespace {Generators}", StringComparison.Ordinal) && line != $"namespace {string.Join('.', Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[..^1].Prepend(Generators))};");

    private static string Folder => SharedFiles.InProject("src/TypedWebhooks.Generators");

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Where(static file => Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static bool MayKnow(string room, string other) =>
        room == other || s_rooms[room].Any(known => known == other || known == "*" || (known.EndsWith(".*", StringComparison.Ordinal) && other.StartsWith(known[..^1], StringComparison.Ordinal)));

    /// <summary>The innermost room that has a namespace in it.</summary>
    private static string RoomOf(string? name) => s_rooms.Keys
        .Where(room => name == Generators + "." + room || name?.StartsWith(Generators + "." + room + ".", StringComparison.Ordinal) == true)
        .OrderByDescending(static room => room.Length)
        .FirstOrDefault("");

    private static CSharpCompilation Compile() => CSharpCompilation.Create(
        "Rooms",
        Files().Select(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), new(LanguageVersion.Preview), file)),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).StartsWith("TypedWebhooks", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
}
