using System;
using System.Collections.Generic;
using System.Globalization;
using TypedWebhooks.Generators.Rules;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// Resolves a <c>$ref</c> within its own document: <c>#</c>, a JSON Pointer fragment (RFC 6901, percent-encoded as RFC
/// 3986 has it), or an <c>$anchor</c>. References into other documents find nothing yet, which is said at the reference.
/// </summary>
internal sealed class SchemaReferences(SchemaDocument document, SchemaDiagnostics diagnostics)
{
    private Dictionary<string, JsonNode>? _anchors;

    /// <summary>The schema that a reference leads to; null, and said so, where it leads nowhere.</summary>
    /// <param name="name">The name under which <c>$defs</c> or <c>definitions</c> has it; null for another place.</param>
    public JsonNode? Resolve(JsonString reference, out string? name)
    {
        name = null;
        string text = reference.Value;
        if (text.Length == 0 || text[0] != '#')
        {
            return Nowhere(reference, "it names another document, and only this one is read");
        }

        string fragment;
        try
        {
            fragment = Uri.UnescapeDataString(text.Substring(1));
        }
        catch (UriFormatException)
        {
            return Nowhere(reference, "its fragment is not percent-encoded text");
        }

        if (fragment.Length == 0)
        {
            return document.Root;
        }

        if (fragment[0] != '/')
        {
            return Anchors.TryGetValue(fragment, out JsonNode? anchored) ? anchored : Nowhere(reference, $"no $anchor is called '{fragment}'");
        }

        JsonNode node = document.Root!;
        string parent = "", last = "";
        foreach (string escaped in fragment.Substring(1).Split('/'))
        {
            string token = escaped.Replace("~1", "/").Replace("~0", "~");
            JsonNode? next = Step(node, token);
            if (next is null)
            {
                return Nowhere(reference, $"{node.Kind} there has no '{token}'");
            }

            (node, parent, last) = (next, last, token);
        }

        name = parent is "$defs" or "definitions" ? last : null;
        return node;
    }

    private Dictionary<string, JsonNode> Anchors
    {
        get
        {
            if (_anchors is null)
            {
                _anchors = new(StringComparer.Ordinal);
                CollectAnchors(document.Root!);
            }

            return _anchors;
        }
    }

    private static JsonNode? Step(JsonNode node, string token) => node switch
    {
        JsonObject o when o.TryGet(token, out JsonNode? value) => value,
        JsonArray a when int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < a.Items.Length => a.Items[index],
        _ => null,
    };

    private JsonNode? Nowhere(JsonString reference, string why)
    {
        diagnostics.Report(Descriptors.TWH2002_ReferenceHasNoTarget, document.At(reference), reference.Value, why);
        return null;
    }

    private void CollectAnchors(JsonNode node)
    {
        if (node is JsonObject o)
        {
            if (o.TryGet("$anchor", out JsonNode? anchor) && anchor is JsonString { Value: var name } && !_anchors!.ContainsKey(name))
            {
                _anchors.Add(name, o);
            }

            foreach (JsonMember member in o.Members)
            {
                CollectAnchors(member.Value);
            }
        }
        else if (node is JsonArray a)
        {
            foreach (JsonNode item in a.Items)
            {
                CollectAnchors(item);
            }
        }
    }
}
