using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>The real schemas of the corpus, as a consumer would declare them, and its payloads.</summary>
internal static class Corpus
{
    public static SchemaText[] GitHub => Load("corpus/github/schema", static _ => true, ("Provider", "GitHub"), ("EventType", "header /action"));

    /// <summary>Beside its events, CDEvents publishes definitions of its terms, and schemas of links that stand alone.</summary>
    public static SchemaText[] CdEvents =>
    [
        .. Load(
            "corpus/cdevents/schema",
            static path => !path.Contains("_defs/", StringComparison.Ordinal) && !path.Contains("registry/", StringComparison.Ordinal)
                && path is not ("schemas/links/linkend.json" or "schemas/links/linkpath.json" or "schemas/links/linkrelation.json" or "schemas/links/linkstart.json"),
            ("Provider", "CdEvents")),

        // A custom event's name is anything of a pattern; the one that the payloads have is mapped.
        new(
            "/consumer/schemas/cdevents.map.json",
            """
            { "eventType": "/context/type", "events": { "dev.cdeventsx.mytool-resource.created.0.1.0": "custom/schema.json" } }
            """,
            ("Provider", "CdEvents"),
            ("Schema", "map")),
    ];

    public static SchemaText[] Load(string folder, Func<string, bool> includes, params (string Name, string Value)[] metadata)
    {
        string root = SharedFiles.InShared(folder);
        return [.. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(includes)
            .Order(StringComparer.Ordinal)
            .Select(path => new SchemaText("/consumer/schemas/" + path, File.ReadAllText(Path.Combine(root, path)), metadata))];
    }

    /// <summary>Whether two texts are the same JSON: members in any order, numbers by value, strings by their text.</summary>
    public static bool AreEqual(string left, string right)
    {
        using JsonDocument one = JsonDocument.Parse(left), other = JsonDocument.Parse(right);
        return JsonElement.DeepEquals(one.RootElement, other.RootElement);
    }

    /// <summary>The same JSON several times, in each another of its strings changed.</summary>
    public static IEnumerable<string> WithEachTextMutated(string json, int limit)
    {
        JsonNode root = JsonNode.Parse(json)!;
        List<JsonNode> texts = [];
        Collect(root, texts);
        int step = Math.Max(1, texts.Count / limit);
        for (int i = 0; i < texts.Count; i += step)
        {
            JsonNode node = texts[i];
            string original = node.GetValue<string>();
            JsonNode mutated = JsonValue.Create(original + "~")!;
            node.ReplaceWith(mutated);
            yield return root.ToJsonString();
            mutated.ReplaceWith(original);
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> texts)
    {
        switch (node)
        {
            case JsonObject o:
                foreach ((_, JsonNode? member) in o)
                {
                    Collect(member, texts);
                }

                break;
            case JsonArray a:
                foreach (JsonNode? item in a)
                {
                    Collect(item, texts);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                texts.Add(value);
                break;
        }
    }
}

/// <summary>A payload of the corpus, and what its manifest says of it.</summary>
internal sealed record Payload(string File, string Event, string? EventName, bool IsValid, bool IsUnknown, string Json);

/// <summary>A provider's emitted code, compiled and loaded.</summary>
internal sealed class Provider(Assembly assembly, string name, IReadOnlyList<Payload> payloads)
{
    public IReadOnlyList<Payload> Payloads { get; } = payloads;

    public Type Root { get; } = assembly.GetType($"Consumer.{name}.{name}Event", throwOnError: true)!;

    public Type Unrecognized { get; } = assembly.GetType($"Consumer.{name}.Unrecognized{name}Event", throwOnError: true)!;

    public static Provider Load(string name, string folder, SchemaText[] schemas)
    {
        Generated generated = GeneratorHarness.Run(schemas);
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(SharedFiles.InShared(folder + "/examples/manifest.json")));
        List<Payload> payloads = [.. manifest.RootElement.EnumerateArray().Select(entry => new Payload(
            entry.GetProperty("file").GetString()!,
            entry.GetProperty("event").GetString()!,
            entry.TryGetProperty("headers", out JsonElement headers) && headers.TryGetProperty("X-GitHub-Event", out JsonElement header) ? header.GetString() : null,
            entry.TryGetProperty("valid", out JsonElement valid) && valid.GetBoolean(),
            entry.GetProperty("file").GetString()!.StartsWith("examples-not-in-schema", StringComparison.Ordinal),
            File.ReadAllText(SharedFiles.InShared(folder + "/" + entry.GetProperty("file").GetString()))))];
        return new(generated.Load(), name, payloads);
    }

    public object Parse(string? eventName, string json)
    {
        try
        {
            return Root.GetMethod("Parse", [typeof(string), typeof(string)]) is { } withName
                ? withName.Invoke(null, [eventName, json])!
                : Root.GetMethod("Parse", [typeof(string)])!.Invoke(null, [json])!;
        }
        catch (TargetInvocationException e) when (e.InnerException is JsonException inner)
        {
            throw new JsonException(inner.Message, inner);
        }
    }

    /// <summary>The batch that a body is, of a provider that sends such.</summary>
    public object ParseBatch(string json) =>
        assembly.GetType($"Consumer.{name}.{name}Batch", throwOnError: true)!.GetMethod("Parse", [typeof(string)])!.Invoke(null, [json])!;

    /// <summary>How the provider's JSON context reads a type.</summary>
    public JsonTypeInfo Context(Type type)
    {
        Type context = assembly.GetType($"Consumer.{name}.{name}JsonContext", throwOnError: true)!;
        object instance = context.GetProperty("Default")!.GetValue(null)!;
        return ((System.Text.Json.Serialization.JsonSerializerContext)instance).GetTypeInfo(type)!;
    }

    public static T Get<T>(object e, string property) => (T)e.GetType().GetProperty(property)!.GetValue(e)!;

    public static string Describe(object e) => e.GetType().GetProperty("JsonPath") is { } path
        ? $"{path.GetValue(e)} {e.GetType().GetProperty("Message")!.GetValue(e)}"
        : e.GetType().Name;
}
