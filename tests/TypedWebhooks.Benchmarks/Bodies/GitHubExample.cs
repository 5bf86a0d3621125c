using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TypedWebhooks.Benchmarks.Bodies;

/// <summary>One of the payloads that GitHub has published, compact as its servers send them.</summary>
/// <param name="Event">The event's name in the header.</param>
/// <param name="Body">The payload.</param>
/// <param name="Copy">The type that System.Text.Json is told to make of it, where it is told.</param>
internal sealed record GitHubExample(string Event, byte[] Body, string Copy = "")
{
    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads all that are valid by their schema.</summary>
    public static IEnumerable<GitHubExample> ReadAll(string folder)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "examples", "manifest.json")));
        foreach (JsonElement example in manifest.RootElement.EnumerateArray())
        {
            string path = Path.Combine(folder, example.GetProperty("file").GetString()!);
            yield return new GitHubExample(
                example.GetProperty("headers").GetProperty("X-GitHub-Event").GetString()!,
                JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(File.ReadAllText(path)), s_compact));
        }
    }

    /// <summary>Writes examples to a file, for a process that must not have read any JSON before it is measured.</summary>
    public static void Save(IReadOnlyList<GitHubExample> examples, string path)
    {
        using BinaryWriter writer = new(File.Create(path), Encoding.UTF8);
        writer.Write(examples.Count);
        foreach ((string name, byte[] body, string copy) in examples)
        {
            writer.Write(name);
            writer.Write(copy);
            writer.Write(body.Length);
            writer.Write(body);
        }
    }

    /// <summary>Reads what <see cref="Save"/> has written.</summary>
    public static GitHubExample[] Load(string path)
    {
        using BinaryReader reader = new(File.OpenRead(path), Encoding.UTF8);
        GitHubExample[] examples = new GitHubExample[reader.ReadInt32()];
        for (int i = 0; i < examples.Length; i++)
        {
            (string name, string copy) = (reader.ReadString(), reader.ReadString());
            examples[i] = new GitHubExample(name, reader.ReadBytes(reader.ReadInt32()), copy);
        }

        return examples;
    }
}
