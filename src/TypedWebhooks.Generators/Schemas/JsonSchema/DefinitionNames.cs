using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Names the definitions, each after its key. Where documents have different definitions of one key, or of keys that are one name in
/// C#, the one that several of them have is called so, and each of the others after its document too.
/// </summary>
internal sealed class DefinitionNames(SchemaNames names, SchemaSet schemas)
{
    public void Give()
    {
        List<SchemaDefinition> definitions = names.Definitions.Where(definition => schemas.At(definition.Schema).Node == definition.Schema.Node).ToList();
        HashSet<JsonNode> ambiguous = FindAmbiguous();
        foreach (SchemaDefinition definition in definitions.Where(definition => !ambiguous.Contains(definition.Schema.Node)))
        {
            names.Add(definition.Schema.Node, new(definition.Key));
        }

        // What a document is about comes before what is called after it.
        foreach (SchemaDefinition definition in definitions.Where(definition => ambiguous.Contains(definition.Schema.Node)).OrderBy(definition => IsSubject(definition.Schema) ? 0 : 1))
        {
            SchemaNode owner = IsSubject(definition.Schema) ? Root(definition.Schema) : Subject(definition.Schema);
            names.Add(definition.Schema.Node, new(definition.Key, schemas.NameOf(owner) ?? schemas.NameOf(Root(definition.Schema))) { IsDefinition = true });
        }

        names.OfDefinitions = [.. definitions.Select(definition => names.Of(definition.Schema.Node)!)];
    }

    /// <summary>The definitions whose key is not their name. One with an <c>$id</c> has it: all documents mean the same by that.</summary>
    private HashSet<JsonNode> FindAmbiguous()
    {
        HashSet<JsonNode> ambiguous = [];
        foreach (IGrouping<string, SchemaDefinition> named in names.Definitions
            .Where(definition => !schemas.BeginsResource(definition.Schema.Node))
            .GroupBy(static definition => definition.Name, StringComparer.OrdinalIgnoreCase)
            .Where(AreOfSeveralDocuments))
        {
            List<IGrouping<JsonNode, SchemaDefinition>> different = [.. named.GroupBy(definition => schemas.At(definition.Schema).Node)];

            // Of two that are shared neither has the key: it would be the other's as soon as a file of the one is gone.
            List<IGrouping<JsonNode, SchemaDefinition>> shared = different.FindAll(AreOfSeveralDocuments);
            ambiguous.UnionWith(different.Where(equal => shared.Count != 1 || equal != shared[0]).Select(static equal => equal.Key));
        }

        return ambiguous;
    }

    private static bool AreOfSeveralDocuments(IEnumerable<SchemaDefinition> definitions)
    {
        JsonNode first = definitions.First().Schema.Resource.Top;
        return definitions.Any(definition => definition.Schema.Resource.Top != first);
    }

    private bool IsSubject(SchemaNode definition) => definition.Node == Subject(definition).Node;

    /// <summary>What a schema's document is about: its root or, where that is only a reference within the document, its target.</summary>
    private SchemaNode Subject(SchemaNode schema)
    {
        SchemaNode root = Root(schema);
        return ShapeReader.OnlyReference(root) is { } reference && schemas.TryResolve(root, reference) is { } target && target.Resource.Document == root.Resource.Document
            ? target
            : root;
    }

    private SchemaNode Root(SchemaNode schema) => schemas.At(schema.In(schema.Resource.Top));
}
