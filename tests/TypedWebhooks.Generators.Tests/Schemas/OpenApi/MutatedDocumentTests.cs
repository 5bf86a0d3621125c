using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.OpenApi;

/// <summary>
/// Real documents, changed at random as JSON: nodes taken away, doubled, swapped, or replaced by others. The generator never fails, and
/// whatever it emits is C#. <c>TYPEDWEBHOOKS_FUZZ</c> is the number of documents, 300 unless it is set; the seed is fixed.
/// </summary>
public sealed class MutatedDocumentTests(ITestOutputHelper output)
{
    /// <summary>Of so many documents what is emitted is parsed as well; of every one it has to be emitted without an exception.</summary>
    private const int ParsedEach = 20;

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
        int wanted = int.TryParse(Environment.GetEnvironmentVariable("TYPEDWEBHOOKS_FUZZ"), CultureInfo.InvariantCulture, out int asked) ? asked / 5 : 60;
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

            SchemaText[] changed = [new SchemaText(files[0].Path, mutant.ToJsonString(), ("Provider", name)), .. files.Skip(1)];
            GeneratorRunResult result = GeneratorHarness.CreateDriver(changed).RunGenerators(GeneratorHarness.Compile("Consumer", [])).GetRunResult().Results.Single();
            Assert.True(result.Exception is null, $"{result.Exception}\n{mutant.ToJsonString()}");
            emitted += result.GeneratedSources.Length;
            said += result.Diagnostics.Length;
            Assert.All(result.Diagnostics, static diagnostic => Assert.True(diagnostic.Location.GetLineSpan().IsValid));
            if (i % ParsedEach == 0)
            {
                Assert.All(result.GeneratedSources, source => Assert.DoesNotContain(
                    CSharpSyntaxTree.ParseText(source.SourceText, GeneratorHarness.ParseOptions).GetDiagnostics(),
                    static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
            }
        }

        output.WriteLine($"{wanted} documents: {emitted} files emitted, {said} messages");
        Assert.True(emitted > 0 && said > 0);
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
