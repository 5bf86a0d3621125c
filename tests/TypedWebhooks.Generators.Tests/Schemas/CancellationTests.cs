using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Emit;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.JsonSchema;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas;

/// <summary>
/// A build that is broken off. An editor does that at each key, so every stage looks at the token, again and again in those
/// that go through as much as a schema holds. That is told by what a stage still asks for once the token is cancelled.
/// </summary>
public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public void Dispose() => _source.Dispose();

    [Fact]
    public void CancelledWhileAFileIsRead_GivesNothing()
    {
        SchemaText schema = new("/consumer/schemas/acme/hooks.json", Schema.Of(Schema.Event("ping"))) { OnRead = _source.Cancel };
        GeneratorDriver driver = GeneratorHarness.CreateDriver([schema]);
        AssertSeen(() => driver.RunGenerators(GeneratorHarness.Compile("Consumer", []), _source.Token), isCancelled: false);
    }

    [Fact]
    public void CancelledToken_IsSeenWhereJsonIsRead() => AssertSeen(() => JsonNodeReader.TryRead("[]", _source.Token, out _, out _));

    /// <summary>Of several documents those are no events that another one refers to; one alone is looked into for branches.</summary>
    [Theory]
    [InlineData("a", "b")]
    [InlineData("a")]
    public void CancelledToken_IsSeenWhereTheEventsAreSought(params string[] documents)
    {
        JsonSchemaReader reader = new([.. documents.Select(Document)], [], null, new ProviderShape(), new SchemaDiagnostics(), _source.Token);
        AssertSeen(reader.Read);
    }

    [Fact]
    public void CancelledToken_IsSeenWhereDefinitionsAreCompared()
    {
        SchemaSet schemas = Set(Document("a"), Document("b"));
        SchemaDefinition[] definitions = [.. schemas.Roots.Select(static root => new SchemaDefinition("A", root))];
        AssertSeen(() => EqualDefinitions.Find(definitions, schemas, _source.Token));
    }

    [Fact]
    public void CancelledToken_IsSeenWhereShapesAreRead()
    {
        SchemaSet schemas = Set(Document("a"));
        AssertSeen(() => new ShapeReader(schemas, new SchemaDiagnostics(), _source.Token).Read(schemas.Roots[0]));
    }

    [Fact]
    public void CancelledToken_IsSeenWhereTheEventsNamesAreSought()
    {
        SchemaSet schemas = Set(Document("a"), Document("b"));
        ShapeReader shapes = new(schemas, new SchemaDiagnostics(), CancellationToken.None);
        EventCandidate[] candidates = [.. schemas.Roots.Select(root => new EventCandidate(root, Objects.In(shapes.Read(root))!))];
        AssertSeen(() => EventKeyFinder.Find(candidates, _source.Token));
    }

    [Fact]
    public void CancelledToken_IsSeenWhereTheCatalogueIsBuilt()
    {
        ProviderShape shape = new() { Key = EventKey.Member("type") };
        shape.Events.Add(new("ping", new ObjectShape(), default));
        ProviderFiles files = new("Acme", "Consumer", EquatableArray<SchemaDocument>.Empty);
        SchemaDiagnostics diagnostics = new();
        AssertSeen(() => new CatalogBuilder(ProviderSettings.Read(files, diagnostics), PinnedNames.None, shape, NamePrefixes.None, diagnostics, _source.Token).Build());
    }

    [Fact]
    public void CancelledWhileDocumentsAreIndexed_AsksForNoOther()
    {
        int given = 0;
        AssertSeen(() => _ = new SchemaSet(Cancelling(Enumerable.Repeat(Document("a"), 10), () => given++), [], map: null, new SchemaDiagnostics(), _source.Token), isCancelled: false);
        Assert.Equal(2, given);
    }

    [Fact]
    public void CancelledWhileObjectsAreUnited_AsksForNoOtherMember()
    {
        int asked = 0;
        Shape Either(List<Shape> shapes)
        {
            asked++;
            _source.Cancel();
            return shapes[0];
        }

        AssertSeen(() => Objects.Unite([Object(ScalarKind.String), Object(ScalarKind.Boolean)], Either, _source.Token), isCancelled: false);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void CancelledWhileUnitsAreMade_AsksForNoOther()
    {
        ProviderModel provider = new(new("Acme"), default, IsPublic: true, EventKey.None, IgnoreCase: false, SharesObjects: true, CloudEvents: null);
        int given = 0;
        AssertSeen(() => UnitBuckets.Of(Cancelling(Enumerable.Repeat(new UnrecognizedUnit(provider, 0), 10), () => given++), _source.Token), isCancelled: false);
        Assert.Equal(2, given);
    }

    private void AssertSeen(Action stage, bool isCancelled = true)
    {
        if (isCancelled)
        {
            _source.Cancel();
        }

        Assert.Throws<OperationCanceledException>(stage);
    }

    /// <summary>The items, with the token cancelled before the second of them is given.</summary>
    private IEnumerable<T> Cancelling<T>(IEnumerable<T> items, Action count)
    {
        int i = 0;
        foreach (T item in items)
        {
            if (++i == 2)
            {
                _source.Cancel();
            }

            count();
            yield return item;
        }
    }

    private static ObjectShape Object(ScalarKind kind)
    {
        ObjectShape shape = new();
        shape.Members.AddRange(Enumerable.Range(0, 10).Select(i => new MemberShape(FormattableString.Invariant($"m{i}"), new ScalarShape(kind), isRequired: false, default)));
        return shape;
    }

    private static SchemaSet Set(params SchemaDocument[] documents) => new(documents, [], map: null, new SchemaDiagnostics(), CancellationToken.None);

    private static SchemaDocument Document(string name) => SchemaDocument.Read(
        new($"/schemas/{name}.json", Schema.Of([Schema.Event(name), Schema.Event(name + "2")]), IsMap: false, new("Acme", "", "", "", "", "", "", "", "", "", "")),
        CancellationToken.None);
}
