using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>
/// The types of many schemas, each in a namespace of its own and all in one assembly: the compiler is most of the time of a case, and looks
/// into the framework once for all of them.
/// </summary>
internal sealed partial class EmittedVersions
{
    private readonly Type[] _roots;

    public EmittedVersions(IReadOnlyList<SchemaText[]> versions)
    {
        List<SyntaxTree> trees = [];
        List<string> roots = [];
        for (int i = 0; i < versions.Count; i++)
        {
            SyntaxTree[] emitted = [.. CSharpGeneratorDriver.Create(
                    [new WebhookGenerator().AsSourceGenerator()],
                    versions[i],
                    GeneratorHarness.ParseOptions,
                    new SchemaOptions("V" + i.ToString(CultureInfo.InvariantCulture)))
                .RunGenerators(GeneratorHarness.Compile("Version", []))
                .GetRunResult()
                .GeneratedTrees];
            trees.AddRange(emitted);
            roots.Add(Namespace().Match(emitted.First(static tree => tree.FilePath.EndsWith(".AcmeEvent.g.cs", StringComparison.Ordinal)).ToString()).Groups[1].Value);
        }

        using MemoryStream image = new();
        Assert.True(GeneratorHarness.Compile("Versions" + Guid.NewGuid().ToString("N"), []).AddSyntaxTrees(trees).Emit(image).Success);
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(image);
        _roots = [.. roots.Select(space => assembly.GetType(space + ".AcmeBatch") ?? assembly.GetType(space + ".AcmeEvent", throwOnError: true)!)];
    }

    /// <summary>The type whose functions read bodies with the types of one of the schemas.</summary>
    public Type RootOf(int version) => _roots[version];

    [GeneratedRegex("^namespace ([^;]*);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
