using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Random;

/// <summary>A provider of a hundred events at random, compiled and loaded, and bodies at random for each. The seed is fixed.</summary>
internal sealed class RandomProvider
{
    private const int BatchSize = 100;

    private readonly string[] _values;
    private readonly MethodInfo _parse;

    private RandomProvider(string[] schemas, string[] values)
    {
        Schemas = schemas;
        _values = values;
        Root = Compile(schemas).GetType("Consumer.P.PEvent", throwOnError: true)!;
        _parse = Root.GetMethod("Parse", [typeof(string)])!;
    }

    public IReadOnlyList<string> Schemas { get; }

    public Type Root { get; }

    /// <param name="isSound">Whether all of the schemas are well-formed.</param>
    public static RandomProvider Make(ulong batch, bool isSound = false)
    {
        Rnd seed = new(20241115, (2 * batch) + 1);
        return new(
            [.. Enumerable.Range(0, BatchSize).Select(i => Gen.Sample(RandomSchema.Event(FormattableString.Invariant($"group.{i}"), isSound), 30, new Rnd(seed.Seed + (ulong)i, seed.Gamma), 1)[0])],
            Gen.Sample(RandomSchema.Value(3), 30, seed, 20));
    }

    public static bool IsRecognized(object e) => !e.GetType().Name.StartsWith("Unrecognized", StringComparison.Ordinal);

    /// <summary>Bodies that name themselves an event, and fit it or not.</summary>
    public IEnumerable<string> Bodies(int index) => _values.Select(value => FormattableString.Invariant($$"""{"type":"group.{{index}}","data":{{value}}}"""));

    public object Parse(string json) => _parse.Invoke(null, [json])!;

    private static Assembly Compile(string[] schemas)
    {
        // A schema that makes the generator go round in circles ends here.
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2));
        IEnumerable<SchemaText> files = schemas
            .Select(static (schema, i) => new SchemaText(FormattableString.Invariant($"/random/{i}/event.json"), schema, ("Provider", "P"), ("Format", "json-schema")))
            .Append(new SchemaText("/random/p.map.json", """{ "eventType": "/type", "discover": { "schemas": "*/event.json" } }""", ("Provider", "P"), ("Schema", "map")));
        GeneratorDriver driver = GeneratorHarness.CreateDriver(files)
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile("Random", []), out Compilation compilation, out ImmutableArray<Diagnostic> _, patience.Token);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        List<string> messages = [.. result.Diagnostics.Where(static d => d.Severity > DiagnosticSeverity.Hidden).Take(5).Select(static d => d.ToString())];
        Assert.True(messages.Count == 0, string.Join("\n", messages) + "\n" + Culprit(result, schemas));
        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image);
    }

    /// <summary>The schema of the first event that a message of the compiler names, if it names one.</summary>
    private static string Culprit(Microsoft.CodeAnalysis.Emit.EmitResult result, string[] schemas)
    {
        string text = string.Join(" ", result.Diagnostics.Select(static d => Path.GetFileName(d.Location.SourceTree?.FilePath) + " " + d.GetMessage(CultureInfo.InvariantCulture)));
        System.Text.RegularExpressions.Match group = System.Text.RegularExpressions.Regex.Match(text, "Group([0-9]+)");
        return group.Success ? schemas[int.Parse(group.Groups[1].Value, CultureInfo.InvariantCulture)] : "";
    }
}
