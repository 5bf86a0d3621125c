using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Catalogs;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Support;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>One state of GitHub's schemas: the commit that made it, and its files.</summary>
internal sealed record GitHubState(string Commit, string Subject, IReadOnlyList<string> Tags, IReadOnlyDictionary<string, string> Blobs);

/// <summary>The states of GitHub's schemas from 2021 on, in their order, each file by what it holds.</summary>
internal static class GitHubHistory
{
    public const string Folder = "corpus/github-history";

    private static readonly Lazy<IReadOnlyList<GitHubState>> s_states = new(Load);
    private static readonly Dictionary<string, SchemaDocument> s_documents = [];
    private static readonly Lock s_gate = new();

    public static IReadOnlyList<GitHubState> States => s_states.Value;

    /// <summary>The last state of a tag, or that of a commit.</summary>
    public static GitHubState Find(string name) => States.Last(state => state.Tags.Contains(name) || state.Commit == name);

    public static GitHubState Before(GitHubState state) => States[States.ToList().IndexOf(state) - 1];

    /// <summary>What a state's types look like; names and numbers are those of an earlier one, as a project has them that accepts each state.</summary>
    public static LocatedBaseline Read(GitHubState state, Baseline? before = null)
    {
        ProviderFiles files = new("GitHub", "Consumer", state.Blobs.Where(static file => file.Key.EndsWith(".json", StringComparison.Ordinal)).Select(static file => Document(file.Key, file.Value)).OrderBy(static document => document.File.Address, StringComparer.Ordinal).ToEquatableArray());
        files = before is null ? files : files with { Pins = PinnedNamesReader.Read(before) };
        return CatalogBaseline.Of(ProviderReader.ReadOriginal(files, CancellationToken.None), CancellationToken.None)!;
    }

    /// <summary>The files of a state, as a project has them.</summary>
    public static SchemaText[] Files(GitHubState state) =>
        [.. state.Blobs.Where(static file => file.Key.EndsWith(".json", StringComparison.Ordinal)).Select(static file => new SchemaText("/consumer/schemas/" + file.Key, Text(file.Value), ("Provider", "GitHub"), ("EventType", "header /action")))];

    private static SchemaDocument Document(string path, string blob)
    {
        lock (s_gate)
        {
            if (!s_documents.TryGetValue(path + blob, out SchemaDocument? document))
            {
                SchemaMetadata metadata = new("GitHub", "", "", "header /action", "", "", "", "", "", "", "");
                s_documents.Add(path + blob, document = SchemaDocument.Read(new("/consumer/schemas/" + path, Text(blob), IsMap: false, metadata), CancellationToken.None));
            }

            return document;
        }
    }

    private static string Text(string blob) => File.ReadAllText(Directory.GetFiles(SharedFiles.InShared(Folder + "/blobs"), blob + "*").Single());

    private static List<GitHubState> Load()
    {
        List<GitHubState> states = [];
        Dictionary<string, string> files = [];
        using JsonDocument index = JsonDocument.Parse(File.ReadAllText(SharedFiles.InShared(Folder + "/index.json")));
        foreach (JsonElement entry in index.RootElement.EnumerateArray())
        {
            files = new(files);
            foreach (JsonProperty file in entry.GetProperty("changed").EnumerateObject())
            {
                if (file.Value.GetString() is { } blob)
                {
                    files[file.Name] = blob;
                }
                else
                {
                    files.Remove(file.Name);
                }
            }

            string[] tags = entry.TryGetProperty("tags", out JsonElement named) ? [.. named.EnumerateArray().Select(static tag => tag.GetString()!)] : [];
            states.Add(new(entry.GetProperty("commit").GetString()!, entry.GetProperty("subject").GetString()!, tags, files));
        }

        return states;
    }
}
