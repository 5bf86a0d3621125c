using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NJsonSchema;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Schemas.Oracle;

/// <summary>
/// The schemas of GitHub and CDEvents, read by NJsonSchema too: properties, which are required, which may be null, types, and
/// the values of enums are the same in both, save for what is listed.
/// </summary>
public sealed class NJsonSchemaTests(ITestOutputHelper output)
{
    /// <summary>The kinds of difference that are explained, and how many of them there are.</summary>
    private static readonly Dictionary<(string Provider, string Kind), (int Count, string Why)> s_explained = new()
    {
        [("GitHub", "a union")] = (16, Union),
        [("GitHub", "not typed by ours")] = (35, "only null is valid there, or anything is"),
        [("GitHub", "enum")] = (25, Narrowed),
        [("GitHub", "None in theirs, DateTimeOffset in ours")] = (11, Narrowed),
        [("GitHub", "None in theirs, String in ours")] = (2, Narrowed),
        [("GitHub", "stated several times")] = (10, Narrowed),
        [("GitHub", "nullable in ours")] = (22, Narrowed),
        [("GitHub", "required in theirs")] = (13, Narrowed),
        [("GitHub", "one record for several objects")] = (1, "a oneOf of objects that nothing tells apart is one record with the members of all"),
        [("GitHub", "only ours")] = (18, "two events are a oneOf themselves, and theirs has no members but in its branches"),
        [("CdEvents", "a union")] = (48, Union),
        [("CdEvents", "enum")] = (7, "an anyOf of listed values and any string: ours knows the listed ones, and keeps what is not"),
    };

    private const string Narrowed = "an allOf only narrows a type that other events share: ours is that shared type, theirs a type of its own";

    private const string Union = "ours is one of several types, and theirs has only the first";

    [SharedTheory("corpus")]
    [InlineData("GitHub", "header /action")]
    [InlineData("CdEvents", "")]
    public async Task EveryType_IsAsTheOracleReadsIt(string name, string eventType)
    {
        SchemaText[] schemas = name == "GitHub" ? Corpus.GitHub : [.. Corpus.CdEvents.Where(static schema => !schema.Path.EndsWith(".map.json", StringComparison.Ordinal))];
        OracleSchemas oracle = await OracleSchemas.ReadAsync([.. schemas.Select(static schema => (schema.Path, schema.GetText()!.ToString()))]);
        SchemaDocument[] documents = [.. schemas.Select(schema => SchemaDocument.Read(
            new(schema.Path, schema.GetText()!.ToString(), IsMap: false, new(name, "", "", eventType, "", "", "", "", "", "", "")),
            CancellationToken.None))];
        EventCatalog catalog = ProviderReader.Read(ProviderFiles.Group(documents, "Consumer").Single(), CancellationToken.None).Catalog!;
        Dictionary<string, string> places = Places(schemas, name);

        TypeComparison comparison = new(catalog);
        foreach (EventModel e in catalog.Events)
        {
            comparison.Compare(catalog.Records.Single(record => record.Event == e), oracle[places[e.EventType]]);
        }

        output.WriteLine($"{name}: {catalog.Events.Count} events, {comparison.Records.Count} of {catalog.Records.Count} records, {comparison.Enums.Count} of {catalog.Enums.Count} enums, {comparison.Members} members compared");
        List<string> unexplained = [];
        foreach (IGrouping<string, (string Kind, string Where)> kind in comparison.Differences.GroupBy(static d => d.Kind))
        {
            string[] where = [.. kind.Select(static d => d.Where).Distinct().Order(StringComparer.Ordinal)];
            output.WriteLine($"{kind.Key}: {where.Length}");
            if (!s_explained.TryGetValue((name, kind.Key), out (int Count, string Why) explained) || explained.Count != where.Length)
            {
                unexplained.AddRange(where.Take(40).Select(place => $"{kind.Key}: {place}"));
            }
        }

        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained));
    }

    /// <summary>The file of each event, by the name that the provider's conventions give it.</summary>
    private static Dictionary<string, string> Places(SchemaText[] schemas, string name)
    {
        Dictionary<string, string> places = [];
        foreach (SchemaText schema in schemas)
        {
            string[] path = schema.Path.Split('/');
            System.Text.Json.Nodes.JsonNode root = System.Text.Json.Nodes.JsonNode.Parse(schema.GetText()!.ToString())!;
            if (name == "GitHub")
            {
                string stem = path[^1][..path[^1].IndexOf('.', StringComparison.Ordinal)];
                places[stem == "event" ? path[^2] : $"{path[^2]}.{stem}"] = schema.Path;
            }
            else if (root["properties"]?["context"]?["properties"]?["type"]?["enum"]?[0] is { } type)
            {
                places[(string)type!] = schema.Path;
            }
        }

        return places;
    }
}
