using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// All JSON Schema documents of a provider, by what they can be referred to with: their <c>$id</c>, absolute or relative,
/// and their path. A reference that leads out of them is an error; nothing is fetched.
/// </summary>
internal sealed partial class SchemaSet
{
    private readonly Dictionary<string, SchemaResource> _byUri = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonNode, SchemaResource> _resources = [];
    private readonly SchemaNames _names = new();
    private readonly Dictionary<JsonNode, SchemaNode> _representatives = [];

    /// <summary>What relative references were found to lead to: they are followed several times, and a URI is long in the making.</summary>
    private readonly Dictionary<(SchemaResource From, string Relative), SchemaResource?> _found = [];
    private readonly SchemaDiagnostics _diagnostics;
    private bool _isSilent;

    /// <param name="documents">The documents that are schemas.</param>
    /// <param name="declaring">The documents that have schemas in them, among other things.</param>
    public SchemaSet(IEnumerable<SchemaDocument> documents, IReadOnlyList<DeclaringDocument> declaring, EventMap? map, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        _diagnostics = diagnostics;
        SchemaIndexer indexer = new(_byUri, _resources, _names, cancellationToken);
        List<SchemaNode> roots = [.. documents.Select(document => new SchemaNode(document.Root!, indexer.Index(document)))];
        roots.AddRange(declaring.Select(document => new SchemaNode(document.Document.Root!, indexer.Index(document))));
        Roots = roots;

        // A path yields to an $id of the same spelling, so paths come last.
        foreach (SchemaNode root in roots)
        {
            Add(PathOf(root.Resource.Document), root.Resource);
        }

        if (declaring.Count > 0)
        {
            AddReached(indexer, declaring, map);
        }

        _representatives = EqualDefinitions.Find(_names.Definitions, this, cancellationToken);
        GivenNames = map is null ? [] : new GivenNames(map, this, diagnostics).Give(_names);
        foreach (DeclaredEvent e in declaring.SelectMany(static document => document.Events))
        {
            if (e is { IsOwnDocument: true, Schema: { } schema })
            {
                _names.Add(schema, new(e.Version is null ? e.Name : e.Name + " " + e.Version));
            }
        }

        DocumentNames.Give(_names, roots.Where(static root => root.Resource.IsWhole || ReferenceEquals(root.Node, root.Resource.Document.Root)));
        new DefinitionNames(_names, this).Give();
        foreach ((SchemaNode from, JsonString reference) in _names.References)
        {
            NameTarget(from, reference);
        }
    }

    /// <summary>The names that the event map gives.</summary>
    public IReadOnlyList<ShapeName> GivenNames { get; }

    /// <summary>The documents, in the order in which they were given.</summary>
    public IReadOnlyList<SchemaNode> Roots { get; }

    /// <summary>All resources: the documents, and those that begin inside of them.</summary>
    public IReadOnlyCollection<SchemaResource> Resources => _resources.Values;

    /// <summary>The names of the definitions, in the order of the documents; equal definitions have one.</summary>
    public IReadOnlyList<ShapeName> Definitions => _names.OfDefinitions;

    /// <summary>What the schemas call a schema; null where it stands in place.</summary>
    public ShapeName? NameOf(SchemaNode schema) => _names.Of(schema.Node);

    /// <summary>
    /// A schema as it is to be read: of equal definitions the first one, and with the resource that it itself begins, if it does.
    /// </summary>
    public SchemaNode At(SchemaNode schema) =>
        _representatives.TryGetValue(schema.Node, out SchemaNode representative) ? representative
        : _resources.TryGetValue(schema.Node, out SchemaResource? own) ? new(schema.Node, own)
        : schema;

    public bool BeginsResource(JsonNode schema) => _resources.ContainsKey(schema);

    /// <summary>The schema that a reference leads to; null, and said so, where it leads nowhere.</summary>
    public SchemaNode? Resolve(SchemaNode from, JsonString reference)
    {
        (string relative, string? fragment) = SchemaUri.Split(reference.Value);
        SchemaResource? resource = FindResource(from.Resource, relative);
        if (resource is null)
        {
            string full = SchemaUri.Resolve(from.Resource.BaseUri, relative);
            return SchemaUri.IsMetaSchema(full) ? null : Nowhere(from, reference, "none of the provider's WebhookSchema items has this $id or path");
        }

        if (fragment is null)
        {
            return new(resource.Root, resource);
        }

        if (fragment[0] != '/')
        {
            return resource.Anchors.TryGetValue(fragment, out JsonNode? anchored) ? new(anchored, resource) : Nowhere(from, reference, $"no $anchor is called '{fragment}'");
        }

        return Walk(from, reference, new(resource.Root, resource), fragment);
    }

    /// <summary>The schema that a reference leads to; null, and nothing said, where it leads nowhere.</summary>
    public SchemaNode? TryResolve(SchemaNode from, JsonString reference)
    {
        _isSilent = true;
        SchemaNode? found = Resolve(from, reference);
        _isSilent = false;
        return found;
    }

    /// <summary>Whether a reference is to another document, be it that what it leads to has an equal in its own.</summary>
    public bool LeadsToAnotherDocument(SchemaNode from, JsonString reference) =>
        FindResource(from.Resource, SchemaUri.Split(reference.Value).Resource) is { } resource && resource.Document != from.Resource.Document;

    /// <summary>The schema that an event map refers to: relative to the map, or a place in any of the documents.</summary>
    public SchemaNode? Locate(SchemaDocument map, JsonString reference)
    {
        SchemaNode self = new(map.Root!, new(map, map.Root!, PathOf(map), refHasSiblings: true));
        if (!reference.Value.StartsWith("#", StringComparison.Ordinal))
        {
            return TryResolve(self, reference);
        }

        return Roots.Select(root => TryResolve(root, reference)).FirstOrDefault(static found => found is not null);
    }

    /// <summary>Follows a JSON Pointer (RFC 6901), through resources that begin on its way.</summary>
    private SchemaNode? Walk(SchemaNode from, JsonString reference, SchemaNode at, string pointer)
    {
        if (!JsonPointer.TryParse(pointer, out IReadOnlyList<string> tokens))
        {
            return Nowhere(from, reference, $"'{pointer}' is no JSON pointer, in which 0 or 1 follows each ~");
        }

        foreach (string token in tokens)
        {
            if (JsonPointer.Step(at.Node, token) is not { } next)
            {
                return Nowhere(from, reference, $"{at.Node.Kind} there has no '{token}'");
            }

            at = At(at.In(next));
        }

        return at;
    }

    /// <summary>
    /// Names what a reference leads to, where that stands in place in something else: as it would be called there. Inside of
    /// one of several alternatives, as the events of a document are, it is called after its members alone.
    /// </summary>
    private void NameTarget(SchemaNode from, JsonString reference)
    {
        (string relative, string? fragment) = SchemaUri.Split(reference.Value);
        if (FindResource(from.Resource, relative) is not { } resource)
        {
            return;
        }

        if (fragment is null)
        {
            _names.Add(resource.Root, new(resource.Name));
            return;
        }

        if (fragment[0] != '/')
        {
            if (resource.Anchors.TryGetValue(fragment, out JsonNode? anchored))
            {
                _names.Add(anchored, new(fragment));
            }

            return;
        }

        SchemaNode at = new(resource.Root, resource);
        if (!JsonPointer.TryParse(fragment, out IReadOnlyList<string> tokens))
        {
            return;
        }

        ShapeName? name = tokens[0] is "oneOf" or "anyOf" ? null : NameOf(at);
        string keyword = "";
        foreach (string token in tokens)
        {
            if (JsonPointer.Step(at.Node, token) is not { } next)
            {
                return;
            }

            at = At(at.In(next));
            (name, keyword) = NameOf(at) is { } own ? (own, "") : keyword switch
            {
                "properties" => (name is null ? new(token) : name.Member(token), ""),
                "patternProperties" => (name?.Item(), ""),
                "oneOf" or "anyOf" => (name?.Member(token), ""),
                _ when token is "items" or "additionalProperties" => (name?.Item(), ""),
                _ => (name, token),
            };
        }

        if (name is not null)
        {
            _names.Add(at.Node, name);
        }
    }

    private SchemaResource? FindResource(SchemaResource from, string relative)
    {
        if (relative.Length == 0)
        {
            return from;
        }

        if (!_found.TryGetValue((from, relative), out SchemaResource? found))
        {
            found = Find(SchemaUri.Resolve(from.BaseUri, relative)) ?? Find(SchemaUri.Resolve(PathOf(from.Document), relative)) ?? Find(relative)
                ?? Find(SchemaPath.Normalize(PathOf(from.Document) + "/../" + SchemaUri.Unescape(relative)));
            _found.Add((from, relative), found);
        }

        return found;
    }

    private SchemaResource? Find(string uri) =>
        _byUri.TryGetValue(uri, out SchemaResource? found) || _byUri.TryGetValue(SchemaUri.Unescape(uri), out found) ? found : null;

    private SchemaNode? Nowhere(SchemaNode from, JsonString reference, string why)
    {
        if (!_isSilent)
        {
            _diagnostics.Report(Descriptors.TWH2002_ReferenceHasNoTarget, from.Resource.Document.At(reference), reference.Value, why);
        }

        return null;
    }

    private void Add(string uri, SchemaResource resource)
    {
        if (!_byUri.ContainsKey(uri))
        {
            _byUri.Add(uri, resource);
        }
    }

    private static string PathOf(SchemaDocument document) => document.File.Address;
}
