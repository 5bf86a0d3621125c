using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Schemas.Suite;

/// <summary>One schema of the JSON-Schema-Test-Suite, and the data that it accepts or does not.</summary>
/// <param name="Set">The file of the suite that it is in: <c>draft7/allOf</c>.</param>
/// <param name="Index">Its place in that file.</param>
/// <param name="Schema">The schema, as JSON.</param>
/// <param name="Names">Whether it refers to, or is referred to by, absolute names, which another group may have as well.</param>
internal sealed record SuiteGroup(string Draft, string Set, int Index, string Description, string Schema, bool Names, IReadOnlyList<SuiteTest> Tests)
{
    private const string Root = "suites/json-schema";

    /// <summary>How each draft calls itself in <c>$schema</c>.</summary>
    private static readonly Dictionary<string, string> s_dialects = new()
    {
        ["draft4"] = "http://json-schema.org/draft-04/schema#",
        ["draft6"] = "http://json-schema.org/draft-06/schema#",
        ["draft7"] = "http://json-schema.org/draft-07/schema#",
        ["draft2019-09"] = "https://json-schema.org/draft/2019-09/schema",
        ["draft2020-12"] = "https://json-schema.org/draft/2020-12/schema",
    };

    public string EventType => FormattableString.Invariant($"group.{Index}");

    /// <summary>The folder of its schema and of the event that has it for its data.</summary>
    public string Folder => FormattableString.Invariant($"/suite/{Set}/{Index}/");

    public override string ToString() => FormattableString.Invariant($"{Set}[{Index}] {Description}");

    /// <summary>The tests of a draft, the required ones and the optional ones.</summary>
    public static IReadOnlyList<SuiteGroup> Load(string draft)
    {
        string root = SharedFiles.InShared($"{Root}/tests/{draft}");
        return [.. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .SelectMany(name => Load(draft, name))];
    }

    /// <summary>
    /// The documents that the suite expects at <c>http://localhost:1234</c>: those of all drafts, of this one, and of another
    /// that the schema names. They are declared under that very path: nothing is fetched.
    /// </summary>
    public IEnumerable<(string Path, string Text)> Remotes()
    {
        string root = SharedFiles.InShared(Root + "/remotes");
        return Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace('\\', '/'), File: file))
            .Where(remote => IsForMe(remote.Path.Split('/')[0]))
            .OrderBy(static remote => remote.Path, StringComparer.Ordinal)
            .Select(remote => ("http://localhost:1234/" + remote.Path, WithDialect(JsonNode.Parse(File.ReadAllText(remote.File)), Draft)));
    }

    private bool IsForMe(string folder) => folder == Draft
        || (folder.StartsWith("draft", StringComparison.Ordinal) || folder == "v1"
            ? Schema.Contains($"//localhost:1234/{folder}/", StringComparison.Ordinal)
            : Schema.Contains("//localhost:1234", StringComparison.Ordinal));

    private static IEnumerable<SuiteGroup> Load(string draft, string name)
    {
        JsonArray groups = JsonNode.Parse(File.ReadAllText(SharedFiles.InShared($"{Root}/tests/{draft}/{name}")))!.AsArray();
        for (int i = 0; i < groups.Count; i++)
        {
            JsonNode group = groups[i]!;
            string schema = WithDialect(group["schema"], draft);
            yield return new(
                draft,
                $"{draft}/{name[..^".json".Length]}",
                i,
                (string)group["description"]!,
                schema,
                schema.Contains("id\":", StringComparison.Ordinal) || schema.Contains("localhost:1234", StringComparison.Ordinal),
                [.. group["tests"]!.AsArray().Select(static test => new SuiteTest((string)test!["description"]!, test["data"]?.ToJsonString() ?? "null", (bool)test["valid"]!))]);
        }
    }

    /// <summary>The suite says by a file's folder of what draft it is; a schema on its own says it by <c>$schema</c>.</summary>
    private static string WithDialect(JsonNode? schema, string draft)
    {
        if (schema is JsonObject o && !o.ContainsKey("$schema"))
        {
            o.Insert(0, "$schema", s_dialects[draft]);
        }

        return schema!.ToJsonString();
    }
}

/// <summary>Data, and whether the schema accepts them.</summary>
internal sealed record SuiteTest(string Description, string Data, bool IsValid);
