using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.AsyncApi;

/// <summary>
/// An object and its traits, as JSON Merge Patch (RFC 7396) puts them together. Nothing is copied, so that each value is still where it
/// stands: what is asked for is looked up in the one after the other, and null takes away what those behind it say.
/// </summary>
/// <param name="layers">The values that are merged, the one that counts most first.</param>
internal sealed class MergedObject(IReadOnlyList<LocatedNode> layers)
{
    /// <summary>What is merged, the one that counts most first.</summary>
    public IReadOnlyList<LocatedNode> Layers { get; } = layers;

    /// <summary>The value, with the others merged into it where it is an object.</summary>
    public LocatedNode First => Layers[0];

    /// <summary>A message or operation with its traits. In version 2 a trait counts more than what has it, in version 3 less; of several traits the last counts most.</summary>
    public static MergedObject Of(LocatedNode node, bool traitsCountMore, DocumentReferences references)
    {
        List<LocatedNode> traits = [.. node.Node.Items("traits").Reverse().Select(trait => references.FollowOrStay(node.In(trait))).Where(static trait => trait.Node is JsonObject)];
        return new(traitsCountMore ? [.. traits, node] : [node, .. traits]);
    }

    /// <summary>A member, merged; null where there is none.</summary>
    public MergedObject? Get(string name)
    {
        List<LocatedNode> found = [];
        foreach (LocatedNode layer in Layers)
        {
            if (layer.Node.Get(name) is not { } value)
            {
                continue;
            }

            bool isObject = value is JsonObject;
            if (value is not JsonNull && (isObject || found.Count == 0))
            {
                found.Add(layer.In(value));
            }

            if (!isObject)
            {
                break;
            }
        }

        return found.Count == 0 ? null : new(found);
    }

    public string? Text(string name) => Get(name)?.First.Node is JsonString { Value: { Length: > 0 } text } ? text : null;

    public bool IsTrue(string name) => Get(name)?.First.Node is JsonBoolean { Value: true };

    /// <summary>The items of a member that is an array; arrays are not merged but replaced.</summary>
    public IEnumerable<LocatedNode> Items(string name) =>
        Get(name) is { First: { Node: JsonArray array } first } ? array.Items.Select(first.In) : [];
}
