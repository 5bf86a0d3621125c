using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.JsonSchema;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Random;

/// <summary>Definitions that refer to one another at random, in several documents: those are one that the plainest refinement leaves together.</summary>
public sealed class RandomDefinitionTests
{
    private const int Documents = 5, Keys = 8;

    [Fact]
    public void RandomDefinitions_AreOneWhereNothingTellsThemApart()
    {
        System.Random random = new(20241115);
        int merged = 0, apart = 0;
        for (int i = 0; i < 500; i++)
        {
            // Copies of one document, with a few differences.
            List<Definition> original = [.. Enumerable.Range(0, Keys).Select(key => new Definition(key, 0, [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(Keys))]))];
            List<Definition> all = [.. Enumerable.Range(0, Documents).SelectMany(_ => original)];
            for (int changes = random.Next(4); changes > 0; changes--)
            {
                int at = random.Next(all.Count);
                all[at] = random.Next(2) == 0
                    ? all[at] with { Text = random.Next(3) }
                    : all[at] with { Targets = [.. all[at].Targets.Select(_ => random.Next(Keys))] };
            }

            int[] expected = Refine(all);
            JsonNode[] found = Find(all);
            for (int one = 0; one < all.Count; one++)
            {
                for (int other = 0; other < one; other++)
                {
                    Assert.True((expected[one] == expected[other]) == (found[one] == found[other]), FormattableString.Invariant($"{i}: {one} and {other} in {string.Join("; ", all)}"));
                    _ = expected[one] == expected[other] ? merged++ : all[one].Key == all[other].Key ? apart++ : 0;
                }
            }
        }

        Assert.InRange(merged, 1000, int.MaxValue);
        Assert.InRange(apart, 1000, int.MaxValue);
    }

    private static int[] Refine(List<Definition> definitions)
    {
        int[] classes = Number(definitions.Select(static d => FormattableString.Invariant($"{d.Key} {d.Text} {d.Targets.Length}")));
        while (true)
        {
            int[] finer = Number(definitions.Select((d, i) => classes[i] + ":" + string.Join(" ", d.Targets.Select(target => classes[(i / Keys * Keys) + target]))));
            if (finer.Max() == classes.Max())
            {
                return classes;
            }

            classes = finer;
        }
    }

    private static int[] Number(IEnumerable<string> texts)
    {
        Dictionary<string, int> numbers = [];
        return [.. texts.Select(text => numbers.TryGetValue(text, out int known) ? known : numbers[text] = numbers.Count)];
    }

    /// <summary>The schema that each definition is read as.</summary>
    private static JsonNode[] Find(List<Definition> definitions)
    {
        SchemaDocument[] documents = [.. definitions.Chunk(Keys).Select(static (some, i) => SchemaDocument.Read(
            new(FormattableString.Invariant($"/schemas/{i}.json"), $$"""{ "$defs": { {{string.Join(",", some.Select(static d => d.Print()))}} } }""", IsMap: false, new("Acme", "", "", "", "", "", "", "", "", "", "")),
            CancellationToken.None))];
        SchemaSet schemas = new(documents, [], map: null, new SchemaDiagnostics(), CancellationToken.None);
        return [.. definitions.Select((definition, i) => schemas.TryResolve(schemas.Roots[i / Keys], new JsonString(default, FormattableString.Invariant($"#/$defs/D{definition.Key}")))!.Value.Node)];
    }

    private sealed record Definition(int Key, int Text, int[] Targets)
    {
        public string Print() => FormattableString.Invariant($$"""
            "D{{Key}}": { "title": "{{Text}}", "allOf": [{{string.Join(",", Targets.Select(static target => FormattableString.Invariant($$"""{ "$ref": "#/$defs/D{{target}}" }""")))}}] }
            """);

        public override string ToString() => FormattableString.Invariant($"{Key}.{Text} -> {string.Join(",", Targets)}");
    }
}
