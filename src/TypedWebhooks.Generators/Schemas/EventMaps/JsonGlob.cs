using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.EventMaps;

/// <summary>What a glob matches in a document.</summary>
/// <param name="Name">The last token of the way to it.</param>
internal readonly record struct GlobMatch(string Name, JsonNode Node);

/// <summary>Selects parts of a document by a JSON pointer in whose tokens <c>*</c> stands for any run of characters.</summary>
internal static class JsonGlob
{
    public static IEnumerable<GlobMatch> Select(JsonNode root, IReadOnlyList<string> tokens)
    {
        IEnumerable<GlobMatch> found = [new("", root)];
        foreach (string token in tokens)
        {
            found = found.SelectMany(match => Step(match.Node, token));
        }

        return found;
    }

    private static IEnumerable<GlobMatch> Step(JsonNode node, string token) => node switch
    {
        JsonObject o => o.Members.Where(member => Glob.MatchesName(token, member.Name)).Select(static member => new GlobMatch(member.Name, member.Value)),
        JsonArray array when token == "*" => array.Items.Select(static item => new GlobMatch("", item)),
        JsonArray array when JsonPointer.Step(array, token) is { } item => [new(token, item)],
        _ => [],
    };
}
