using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.OpenApi;

/// <summary>
/// Real documents, changed at random as JSON: nodes taken away, doubled, swapped, or replaced by others. Reading them never fails, and
/// what is emitted for every twentieth is C#. <c>TYPEDWEBHOOKS_FUZZ</c> is the number of documents, 1,000 unless it is set; the seed is fixed.
/// </summary>
public sealed class MutatedDocumentTests(ITestOutputHelper output)
{
    private const int EmittedEach = 20;

    private static readonly Func<JsonNode?>[] s_values =
    [
        static () => null, static () => true, static () => 7, static () => "", static () => "#/components/schemas/none", static () => "object", static () => new JsonArray(), static () => new JsonObject(),
        static () => new JsonObject { ["$ref"] = "#" }, static () => new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/webhooks" }) }, static () => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/components" } },
    ];

    [SharedTheory("corpus")]
    [InlineData("Resend")]
    [InlineData("Svix")]
    [InlineData("Line")]
    [InlineData("Xero")]
    [InlineData("Adyen")]
    public void AnyDocument_IsReadWithoutAnException(string name)
    {
        int wanted = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked / 5 : 200;
        SchemaText[] files = CorpusDocuments.Of(name);
        JsonObject document = Relevant(JsonNode.Parse(files[0].GetText()!.ToString())!.AsObject());
        System.Random random = new(20261128);
        int emitted = 0, said = 0;
        for (int i = 0; i < wanted; i++)
        {
            JsonNode mutant = document.DeepClone();
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                Change(mutant, document, random);
            }

            string text = mutant.ToJsonString();
            ProviderReading reading = Read([new SchemaText(files[0].Path, text, ("Provider", name)), .. files.Skip(1)]);
            said += reading.Diagnostics.Count;
            if (i % EmittedEach != 0)
            {
                continue;
            }

            GeneratorRunResult result = GeneratorHarness.CreateDriver([new SchemaText(files[0].Path, text, ("Provider", name)), .. files.Skip(1)])
                .RunGenerators(GeneratorHarness.Compile("Consumer", [])).GetRunResult().Results.Single();
            Assert.True(result.Exception is null, $"{result.Exception}\n{text}");
            emitted += result.GeneratedSources.Length;
            Assert.All(result.Diagnostics, static diagnostic => Assert.True(diagnostic.Location.GetLineSpan().IsValid));
            Assert.All(result.GeneratedSources, source => Assert.DoesNotContain(
                CSharpSyntaxTree.ParseText(source.SourceText, GeneratorHarness.ParseOptions).GetDiagnostics(),
                static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }

        output.WriteLine($"{wanted} documents: {emitted} files emitted, {said} messages");
        Assert.True(emitted > 0 && said > 0);
    }

    /// <summary>What the generator makes of a provider's files before it prints anything.</summary>
    private static ProviderReading Read(IEnumerable<SchemaText> files)
    {
        SchemaOptions options = new("Consumer");
        IEnumerable<SchemaDocument> documents = files
            .Select(file => DeclaredFile.TryCreate(file, options, CancellationToken.None)!)
            .SelectMany(static file => file.Under(SchemaItems.Read([])))
            .Select(static file => SchemaDocument.Read(file, CancellationToken.None));
        return ProviderReader.Read(ProviderFiles.Group(documents, "Consumer").Single(), CancellationToken.None);
    }

    /// <summary>The document without the paths, in which hardly any change would matter.</summary>
    private static JsonObject Relevant(JsonObject document)
    {
        document.Remove("paths");
        return document;
    }

    private static void Change(JsonNode root, JsonNode source, System.Random random)
    {
        List<JsonNode> nodes = [.. All(root).Skip(1)];
        if (nodes.Count == 0)
        {
            return;
        }

        JsonNode node = nodes[random.Next(nodes.Count)];
        List<JsonNode> others = [.. All(source)];
        JsonNode? value = random.Next(3) == 0 ? others[random.Next(others.Count)].DeepClone() : s_values[random.Next(s_values.Length)]();
        switch (node.Parent)
        {
            case JsonObject o:
                string name = node.GetPropertyName();
                if (random.Next(4) == 0)
                {
                    o.Remove(name);
                }
                else
                {
                    o[name] = value;
                }

                break;
            case JsonArray a:
                a[node.GetElementIndex()] = value;
                break;
        }
    }

    private static IEnumerable<JsonNode> All(JsonNode? node) => node switch
    {
        null => [],
        JsonObject o => o.SelectMany(static member => All(member.Value)).Prepend(o),
        JsonArray a => a.SelectMany(All).Prepend(a),
        _ => [node],
    };
}
