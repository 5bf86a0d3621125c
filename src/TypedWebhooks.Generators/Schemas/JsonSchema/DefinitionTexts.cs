using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>
/// What definitions say, so that those which say the same have the same text: white space, escapes, and how a reference is
/// written do not count. The definitions that one refers to stand beside its text.
/// </summary>
internal sealed class DefinitionTexts
{
    private readonly IReadOnlyList<SchemaDefinition> _definitions;
    private readonly SchemaSet _schemas;
    private readonly CancellationToken _cancellationToken;

    /// <summary>The definition that an object is in, and the how manieth of it: 0 is the definition itself.</summary>
    private readonly Dictionary<JsonNode, (int Definition, int Place)> _places = [];

    /// <summary>A number for each schema that is referred to and is in none of the definitions.</summary>
    private readonly Dictionary<JsonNode, int> _others = [];

    private readonly HashSet<JsonNode> _anchored;

    public DefinitionTexts(IReadOnlyList<SchemaDefinition> definitions, SchemaSet schemas, CancellationToken cancellationToken)
    {
        _definitions = definitions;
        _schemas = schemas;
        _cancellationToken = cancellationToken;
        _anchored = [.. schemas.Resources.SelectMany(static resource => resource.Anchors.Values)];
        for (int i = 0; i < definitions.Count; i++)
        {
            _places.Add(definitions[i].Schema.Node, (i, 0));
        }

        for (int i = 0; i < definitions.Count; i++)
        {
            AddPlaces(i);
        }
    }

    private void AddPlaces(int index)
    {
        JsonNode definition = _definitions[index].Schema.Node;
        int place = 0;
        Stack<JsonNode> open = new([definition]);
        while (open.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            JsonNode node = open.Pop();
            if (node != definition && _places.ContainsKey(node))
            {
                continue;
            }

            if (node is JsonObject o)
            {
                _places[o] = (index, place++);
                Push(open, o.Members.Select(static member => member.Value));
            }
            else if (node is JsonArray array)
            {
                Push(open, array.Items);
            }
        }
    }

    /// <summary>The text of a definition, and the definitions that it refers to or has in it, in their order.</summary>
    public (string Text, List<int> Targets) Of(int index)
    {
        SchemaNode definition = _definitions[index].Schema;
        StringBuilder text = new();
        Append(text, _definitions[index].Name.ToUpperInvariant());
        text.Append(definition.Resource.RefHasSiblings);
        List<int> targets = [];
        Stack<JsonNode> open = new([definition.Node]);
        while (open.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            JsonNode node = open.Pop();
            if (node != definition.Node && _places.TryGetValue(node, out (int Definition, int Place) inner) && inner.Place == 0)
            {
                text.Append('^');
                targets.Add(inner.Definition);
            }
            else if (_anchored.Contains(node) || _schemas.BeginsResource(node))
            {
                // It has a name of its own, and what refers to that does not mean the others.
                return (index.ToString(CultureInfo.InvariantCulture), []);
            }
            else
            {
                Append(text, definition.In(node), targets);
                Push(open, node switch
                {
                    JsonObject o => o.Members.Where(static member => !ShapeReader.IsReference(member)).Select(static member => member.Value),
                    JsonArray array => array.Items,
                    _ => [],
                });
            }
        }

        return (text.ToString(), targets);
    }

    /// <summary>What a node says itself. What is in it follows, and how much that is stands before it, so that no text is another's.</summary>
    private void Append(StringBuilder text, SchemaNode schema, List<int> targets)
    {
        switch (schema.Node)
        {
            case JsonObject o:
                text.Append('{').Append(o.Members.Length);
                foreach (JsonMember member in o.Members)
                {
                    Append(text, member.Name);
                    if (ShapeReader.IsReference(member))
                    {
                        AppendTarget(text, schema, (JsonString)member.Value, targets);
                    }
                }

                break;
            case JsonArray array:
                text.Append('[').Append(array.Items.Length);
                break;
            case JsonString value:
                Append(text, value.Value);
                break;
            case JsonNumber number:
                text.Append('#').Append(number.RawText);
                break;
            default:
                text.Append(schema.Node.Kind);
                break;
        }
    }

    private void AppendTarget(StringBuilder text, SchemaNode from, JsonString reference, List<int> targets)
    {
        if (_schemas.TryResolve(from, reference) is not { Node: var target })
        {
            text.Append('?');
            Append(text, reference.Value);
        }
        else if (_places.TryGetValue(target, out (int Definition, int Place) found))
        {
            text.Append('^').Append(found.Place);
            targets.Add(found.Definition);
        }
        else
        {
            if (!_others.TryGetValue(target, out int other))
            {
                _others.Add(target, other = _others.Count);
            }

            text.Append('>').Append(other);
        }
    }

    private static void Append(StringBuilder text, string value) => text.Append('"').Append(value.Length).Append('"').Append(value);

    private static void Push(Stack<JsonNode> open, IEnumerable<JsonNode> nodes)
    {
        foreach (JsonNode node in nodes.Reverse())
        {
            open.Push(node);
        }
    }
}
