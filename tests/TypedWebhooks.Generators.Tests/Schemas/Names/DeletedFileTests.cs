using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.EventMaps;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>Each of a provider's files is deleted in turn: what the others have keeps its names.</summary>
public sealed class DeletedFileTests
{
    /// <summary>Files that are called alike, each with another definition of one key, and each the schema of several events.</summary>
    [Theory]
    [InlineData("BackupData", "created|deleted|failed")]
    [InlineData("backup_data", "v1/created|v2/created|v3/created")]
    [InlineData("Data", "a/x/parts|b/x/parts|c/x/parts")]
    public void FilesThatAreCalledAlike_KeepTheirNames(string key, string folders)
    {
        string[] files = folders.Split('|');
        SchemaText[] all = Mapped(files, static (file, i, key) => $$"""
            { "type": "object", "properties": { "data": { "$ref": "#/$defs/{{key}}" } }, "$defs": { "{{key}}": { "type": "object", "properties": { "m{{(char)('a' + i)}}": { "type": "object", "properties": { "x": { "type": "string" } } } } } } }
            """, key);
        string[] types = [.. Names(all).Where(static name => name.Key.EndsWith(" type", StringComparison.Ordinal)).Select(static name => name.Value).Distinct()];
        string pascal = string.Concat(key.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));
        Assert.DoesNotContain(types, type => type.Contains("Payload", StringComparison.Ordinal) || type.EndsWith('2') || type.Contains(pascal + pascal, StringComparison.Ordinal));
        AssertNothingIsRenamed(all);
    }

    [Fact]
    public void DefinitionsOfFilesThatNoEventOwns_KeepTheirNames()
    {
        SchemaText[] parts = [.. ((string[])["a", "b", "c"]).Select(static (folder, i) =>
            new SchemaText($"/consumer/schemas/acme/{folder}/parts.json", $$"""{ "$defs": { "Data": { "type": "object", "properties": { "m{{i}}": { "type": "string" } } } } }""", ("Provider", "Acme"), ("Format", "json-schema")))];
        SchemaText[] events = [.. ((string[])["a", "b", "c"]).Select(static folder => BundledProvider.Event("order." + folder, "", folder + "/parts.json#/$defs/Data"))];
        Assert.Equal("APartsData BPartsData CPartsData", BundledProvider.Types([.. parts, .. events]));
        foreach (int i in (int[])[0, 1, 2])
        {
            Assert.Equal(
                string.Join(" ", ((string[])["APartsData", "BPartsData", "CPartsData"]).Where((_, j) => j != i)),
                BundledProvider.Types([.. parts.Where((_, j) => j != i), .. events.Where((_, j) => j != i)]));
        }
    }

    /// <summary>Keys that differ in case only are one name in C#.</summary>
    [Fact]
    public void KeysThatAreOneNameInCSharp_AreCalledAfterTheirFiles()
    {
        SchemaText[] all =
        [
            BundledProvider.Event("order.paid", Money("MoneyType", "integer"), "#/$defs/MoneyType"),
            BundledProvider.Event("order.lost", Money("moneyType", "string"), "#/$defs/moneyType"),
            BundledProvider.Event("order.made", Money("money_type", "boolean"), "#/$defs/money_type"),
        ];
        Assert.Equal("OrderLostMoneyType OrderMadeMoneyType OrderPaidMoneyType", BundledProvider.Types(all));
        AssertNothingIsRenamed(all);
    }

    [Fact]
    public void EqualDefinitionsOfKeysThatAreOneNameInCSharp_AreOneType() => Assert.Equal(
        "MoneyType",
        BundledProvider.Types(
            BundledProvider.Event("order.paid", Money("MoneyType", "integer"), "#/$defs/MoneyType"),
            BundledProvider.Event("order.lost", Money("moneyType", "integer"), "#/$defs/moneyType")));

    private static string Money(string key, string type) => $$""" "{{key}}": { "type": "object", "properties": { "amount": { "type": "{{type}}" } } } """;

    private static SchemaText[] Mapped(string[] files, Func<string, int, string, string> schema, string key) => MappedProvider.Of(
        $$"""
        { "eventType": "/type", "names": [{{string.Join(", ", files.SelectMany(static (_, i) => new[] { $"\"e{i}.a\"", $"\"e{i}.b\"" }))}}],
          "events": { {{string.Join(", ", files.Select(static (file, i) => $"\"e{i}.*\": \"{file}.json\""))}} } }
        """,
        [.. files.Select((file, i) => (file + ".json", schema(file, i, key)))]);

    private static void AssertNothingIsRenamed(SchemaText[] all)
    {
        SortedDictionary<string, string> names = Names(all);
        foreach (SchemaText deleted in all.Where(static schema => !schema.Path.EndsWith(".map.json", StringComparison.Ordinal)))
        {
            foreach ((string place, string name) in Names([.. all.Where(schema => schema != deleted)]))
            {
                Assert.Equal(names[place], name);
            }
        }
    }

    /// <summary>All that is called something, by where it stands. Of an event whose schema is gone nothing is left to compare.</summary>
    private static SortedDictionary<string, string> Names(SchemaText[] schemas)
    {
        SortedDictionary<string, string> names = new(StringComparer.Ordinal);
        foreach ((string e, SortedDictionary<string, string> places) in CatalogNames.Of(schemas).Where(static e => e.Value.Keys.Any(static place => place.Contains("/data", StringComparison.Ordinal))))
        {
            foreach ((string place, string name) in places)
            {
                names.Add(e + place, name);
            }
        }

        return names;
    }
}
