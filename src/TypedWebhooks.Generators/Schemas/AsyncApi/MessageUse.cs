using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Schemas.Documents;

namespace TypedWebhooks.Generators.Schemas.AsyncApi;

/// <summary>A message where something is said to be sent or received.</summary>
/// <param name="Key">What it is called there.</param>
/// <param name="Place">Where that is.</param>
/// <param name="Message">The message, or a reference to it.</param>
/// <param name="Operation">The operation that has this message alone, and so speaks of it; null where there is none.</param>
internal sealed record MessageUse(string Key, SchemaLocation Place, LocatedNode Message, LocatedNode? Operation)
{
    /// <summary>The messages in what may be one, several by <c>oneOf</c>, several by their keys, or an operation or channel that has them.</summary>
    /// <param name="key">What that is called.</param>
    /// <param name="place">Where.</param>
    /// <param name="references">Follows what is between; messages themselves stay references, which say what they are called.</param>
    public static IEnumerable<MessageUse> In(LocatedNode at, string key, SchemaLocation place, LocatedNode? operation, DocumentReferences references, int depth = 0)
    {
        const int MaxDepth = 8;
        LocatedNode target = references.FollowOrStay(at);
        if (depth > MaxDepth || target.Node is not JsonObject || target.Node.Get("payload") is not null)
        {
            return [Named(at, key, place, operation)];
        }

        IEnumerable<MessageUse> Several(IEnumerable<LocatedNode> nodes, LocatedNode? of)
        {
            List<LocatedNode> all = [.. nodes];
            return all.SelectMany(node => In(node, key, place, all.Count == 1 ? of : null, references, depth + 1));
        }

        return target.Node.Get("message") is { } message ? Several([target.In(message)], target)
            : target.Node.Get("oneOf") is JsonArray ? Several(target.Node.Items("oneOf").Select(target.In), operation)
            : target.Node.Get("messages") is JsonArray ? Several(target.Node.Items("messages").Select(target.In), target)
            : target.Node.Get("messages") is JsonObject ? target.Node.Members("messages").SelectMany(member => In(target.In(member.Value), member.Name, target.Document.At(member.NameSpan), null, references, depth + 1))
            : [Named(at, key, place, operation)];
    }

    /// <summary>A message by the key under which a reference finds it or, where it stands in place, by that of the place.</summary>
    private static MessageUse Named(LocatedNode at, string key, SchemaLocation place, LocatedNode? operation) =>
        at.Node.Get("$ref") is JsonString reference && KeyOf(reference.Value) is { } own ? new(own, at.Document.At(reference), at, operation) : new(key, place, at, operation);

    private static string? KeyOf(string reference)
    {
        (string file, string? fragment) = SchemaUri.Split(reference);
        string last = fragment is not null
            ? JsonPointer.TryParse(fragment, out IReadOnlyList<string> tokens) && tokens.Count > 0 ? tokens[tokens.Count - 1] : ""
            : System.IO.Path.GetFileNameWithoutExtension(SchemaUri.Unescape(file).Replace('\\', '/').Split('/').Last().Replace("\0", ""));

        // That of an array is none.
        return last.Length == 0 || JsonPointer.IsIndex(last) ? null : last;
    }
}
