using System;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

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

    public static byte[] WithUnknown { get; private set; } = [];

    public static void Load()
    {
        if (Compact.Length > 0 || Folder is null)
        {
            return;
        }

        JsonNode body = new SchemaSample(Path.Combine(Folder, "examples")).Make(Path.Combine(Folder, "schema", "pull_request", "opened.schema.json"))!;
        Compact = JsonSerializer.SerializeToUtf8Bytes(body, s_compact);
        Pretty = JsonSerializer.SerializeToUtf8Bytes(body, s_pretty);
        Shuffled = JsonSerializer.SerializeToUtf8Bytes(Shuffle(body, new Random(5)), s_compact);
        WithUnknown = JsonSerializer.SerializeToUtf8Bytes(AddUnknown(body), s_compact);
    }

    private static JsonNode? Shuffle(JsonNode? node, Random random)
    {
        switch (node)
        {
            case JsonObject members:
                var entries = members.Select(entry => (entry.Key, Value: Shuffle(entry.Value, random))).ToArray();
                random.Shuffle(entries);
                return new JsonObject(entries.Select(static entry => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(entry.Key, entry.Value)));
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Shuffle(item, random))]);
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
