using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Member = System.Collections.Generic.KeyValuePair<string, System.Text.Json.Nodes.JsonNode?>;

namespace TypedWebhooks.Benchmarks.Bodies;

/// <summary>
/// A body of pull_request.opened, made from its schema with the values of GitHub's other published examples, of which
/// the copy beside the repository has none of this event; and the same body in other guises.
/// </summary>
internal static class GitHubBodies
{
    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions s_pretty = new(s_compact) { WriteIndented = true };

    /// <summary>The folder of schemas and examples; null where there is no copy of it.</summary>
    public static string? Folder { get; } = FindFolder();

    public static byte[] Compact { get; private set; } = [];

    public static byte[] Pretty { get; private set; } = [];

    public static byte[] Shuffled { get; private set; } = [];

    /// <summary>The members of all objects in the order of the alphabet, as some languages' dictionaries write them.</summary>
    public static byte[] Alphabetical { get; private set; } = [];

    public static byte[] WithUnknown { get; private set; } = [];

    /// <summary>No two objects of it are equal, so that none is read once for all.</summary>
    public static byte[] Distinct { get; private set; } = [];

    public static void Load()
    {
        if (Compact.Length > 0 || Folder is null)
        {
            return;
        }

        JsonNode body = new SchemaSample(Path.Combine(Folder, "examples")).Make(Path.Combine(Folder, "schema", "pull_request", "opened.schema.json"))!;
        Compact = JsonSerializer.SerializeToUtf8Bytes(body, s_compact);
        Pretty = JsonSerializer.SerializeToUtf8Bytes(body, s_pretty);
        Random random = new(5);
        Shuffled = JsonSerializer.SerializeToUtf8Bytes(Reorder(body, members => InAnyOrder(members, random)), s_compact);
        Alphabetical = JsonSerializer.SerializeToUtf8Bytes(Reorder(body, static members => members.OrderBy(static member => member.Key, StringComparer.Ordinal)), s_compact);
        WithUnknown = JsonSerializer.SerializeToUtf8Bytes(AddUnknown(body), s_compact);
        int count = 0;
        Distinct = JsonSerializer.SerializeToUtf8Bytes(Distinguish(body, ref count), s_compact);
    }

    private static Member[] InAnyOrder(IEnumerable<Member> members, Random random)
    {
        Member[] shuffled = [.. members];
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static JsonNode? Reorder(JsonNode? node, Func<IEnumerable<Member>, IEnumerable<Member>> order) => node switch
    {
        JsonObject members => new JsonObject(order(members.Select(member => new Member(member.Key, Reorder(member.Value, order))))),
        JsonArray items => new JsonArray([.. items.Select(item => Reorder(item, order))]),
        _ => node?.DeepClone(),
    };

    /// <summary>Gives each object a number of its own, in the first of those members that it has.</summary>
    private static JsonNode? Distinguish(JsonNode? node, ref int count)
    {
        switch (node)
        {
            case JsonObject members:
                JsonObject made = [];
                foreach ((string name, JsonNode? value) in members)
                {
                    made[name] = Distinguish(value, ref count);
                }

                foreach (string name in (string[])["id", "node_id", "href", "sha", "url", "key", "name"])
                {
                    if (made[name] is JsonValue value)
                    {
                        count++;
                        made[name] = value.GetValueKind() == JsonValueKind.Number ? 1_000_000 + count : $"{value}{count:0000}";
                        break;
                    }
                }

                return made;
            case JsonArray items:
                JsonArray list = [];
                foreach (JsonNode? item in items)
                {
                    list.Add(Distinguish(item, ref count));
                }

                return list;
            default:
                return node?.DeepClone();
        }
    }

    /// <summary>After every nine members one that the schema does not know.</summary>
    private static JsonNode? AddUnknown(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                JsonObject made = [];
                int count = 0;
                foreach ((string name, JsonNode? value) in members)
                {
                    made[name] = AddUnknown(value);
                    if (++count % 9 == 0)
                    {
                        made[$"new_member_{count}"] = "https://api.github.com/repos/Codertocat/Hello-World/new";
                    }
                }

                return made;
            case JsonArray items:
                return new JsonArray([.. items.Select(AddUnknown)]);
            default:
                return node?.DeepClone();
        }
    }

    private static string? FindFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string corpus = Path.Combine(folder.FullName, "shared", "corpus", "github");
            if (Directory.Exists(Path.Combine(corpus, "schema")))
            {
                return corpus;
            }
        }

        return null;
    }
}
