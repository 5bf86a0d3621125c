using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Threading;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.Random;

/// <summary>
/// Schemas at random: whatever they are, what is emitted compiles without a warning, and reading is total and loses nothing.
/// <c>TYPEDWEBHOOKS_FUZZ</c> is the number of schemas, 200 unless it is set; the seed is fixed.
/// </summary>
public sealed class RandomSchemaTests(ITestOutputHelper output)
{
    private const int BatchSize = 100;

    [Fact]
    public void AnySchema_CompilesAndReadsAnyValue()
    {
        int wanted = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked : 200;
        Stopwatch clock = Stopwatch.StartNew();
        int done = 0, read = 0, recognized = 0;
        for (ulong batch = 0; done < wanted; batch++)
        {
            Rnd seed = new(20241115, (2 * batch) + 1);
            string[] schemas = [.. Enumerable.Range(0, BatchSize).Select(i => Gen.Sample(RandomSchema.Event(FormattableString.Invariant($"group.{i}")), 30, new Rnd(seed.Seed + (ulong)i, seed.Gamma), 1)[0])];
            Assembly assembly = Compile(schemas);
            Type root = assembly.GetType("Consumer.P.PEvent", throwOnError: true)!;
            MethodInfo parse = root.GetMethod("Parse", [typeof(string)])!;
            string[] values = Gen.Sample(RandomSchema.Value(3), 30, seed, 20);
            for (int i = 0; i < schemas.Length; i++)
            {
                foreach (string value in values)
                {
                    string json = FormattableString.Invariant($$"""{"type":"group.{{i}}","data":{{value}}}""");
                    object e = parse.Invoke(null, [json])!;
                    Assert.True(Corpus.AreEqual(json, JsonSerializer.Serialize(e, root)), $"{schemas[i]}\n{json}\n{JsonSerializer.Serialize(e, root)}");
                    recognized += e.GetType().Name.StartsWith("Unrecognized", StringComparison.Ordinal) ? 0 : 1;
                    read++;
                }
            }

            done += schemas.Length;
        }

        output.WriteLine($"{done} schemas, {read} values, {recognized} of them read as the event, in {clock.Elapsed}");
        Assert.InRange(recognized, read / 20, read - 1);
    }

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
