using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>What schemas refer to: a schema that another one refers to is a part, and no event.</summary>
internal sealed class SchemaReferences(SchemaSet schemas, CancellationToken cancellationToken)
{
    /// <summary>All that is referred to from another document.</summary>
    public HashSet<JsonNode> BetweenDocuments()
    {
        HashSet<JsonNode> referenced = [.. schemas.ReachedFromDeclaring.Select(static schema => schema.Node)];
        if (schemas.Roots.Count > 1)
        {
            foreach (SchemaNode root in schemas.Roots.Where(static root => root.Resource.IsWhole))
            {
                Add(root, referenced, onlyToOthers: true);
            }
        }

        return referenced;
    }

    /// <summary>The documents that schemas refer to, or to something in them, from another document.</summary>
    public HashSet<SchemaDocument> DocumentsReferredTo(IEnumerable<SchemaNode> from)
    {
        HashSet<SchemaDocument> documents = [];
        foreach (SchemaNode schema in from)
        {
            Add(schema, [], onlyToOthers: true, documents);
        }

        return documents;
    }

    /// <summary>All that is referred to from within a schema.</summary>
    public HashSet<JsonNode> In(SchemaNode schema)
    {
        HashSet<JsonNode> referenced = [];
        Add(schema, referenced, onlyToOthers: false);
        return referenced;
    }

    private void Add(SchemaNode schema, HashSet<JsonNode> referenced, bool onlyToOthers, HashSet<SchemaDocument>? documents = null)
    {
        Stack<SchemaNode> open = new([schema]);
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SchemaNode node = schemas.At(open.Pop());
            if (node.Object is { } o)
            {
                if (o.TryGet("$ref", out JsonNode? reference) && reference is JsonString text
                    && (!onlyToOthers || schemas.LeadsToAnotherDocument(node, text)) && schemas.TryResolve(node, text) is { } target)
                {
                    referenced.Add(target.Node);
                    documents?.Add(target.Resource.Document);
                }

                foreach (JsonMember member in o.Members)
                {
                    open.Push(node.In(member.Value));
                }
            }
            else if (node.Node is JsonArray array)
            {
                foreach (JsonNode item in array.Items)
                {
                    open.Push(node.In(item));
                }
            }
        }
    }
}
