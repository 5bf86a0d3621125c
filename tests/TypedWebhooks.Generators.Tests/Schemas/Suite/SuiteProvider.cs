using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Schemas.Suite;

/// <summary>Several groups of the suite as the events of one provider: what they accept is the data of an event.</summary>
internal sealed class SuiteProvider(string name, IReadOnlyList<SuiteGroup> groups)
{
    private readonly string _name = string.Concat(name.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    public IReadOnlyList<SuiteGroup> Groups { get; } = groups;

    /// <summary>Groups share a provider with the others of their file, unless the names in them might be another group's.</summary>
    public static IReadOnlyList<SuiteProvider> Of(IReadOnlyList<SuiteGroup> groups) =>
    [
        .. groups.Where(static group => !group.Names)
            .GroupBy(static group => group.Set)
            .Select(static file => new SuiteProvider("P" + file.Key, [.. file])),
        .. groups.Where(static group => group.Names)
            .Select(static group => new SuiteProvider(FormattableString.Invariant($"P{group.Set}_{group.Index}"), [group])),
    ];

    public IEnumerable<SchemaText> Files()
    {
        (string, string)[] metadata = [("Provider", _name), ("Format", "json-schema")];
        foreach (SuiteGroup group in Groups)
        {
            yield return new(group.Folder + "schema.json", group.Schema, metadata);
            yield return new(group.Folder + "event.json", Event(group.EventType), metadata);
        }

        yield return new(
            Groups[0].Folder + "suite.map.json",
            """{ "eventType": "/type", "discover": { "schemas": "*/event.json" } }""",
            ("Provider", _name),
            ("Schema", "map"));
        foreach ((string path, string text) in Groups[0].Names ? Groups[0].Remotes() : [])
        {
            yield return new(path, text, metadata);
        }
    }

    /// <summary>What the generator holds against a group, notes apart.</summary>
    public IReadOnlyList<Diagnostic> Objections(SuiteGroup group, ImmutableArray<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Where(d => d.Severity > DiagnosticSeverity.Info
            && d.Location.GetLineSpan().Path is var path
            && (path.StartsWith(group.Folder, StringComparison.Ordinal) || (path.StartsWith("http:", StringComparison.Ordinal) && Groups[0].Names))),
    ];

    /// <summary>What is wrong with how an event with these data is read and written back; null where nothing is.</summary>
    public string? Misread(Assembly assembly, SuiteGroup group, SuiteTest test)
    {
        Type root = assembly.GetType($"Consumer.{_name}.{_name}Event", throwOnError: true)!;
        string json = $$"""{"type":"{{group.EventType}}","data":{{test.Data}}}""";
        object e;
        try
        {
            e = root.GetMethod("Parse", [typeof(string)])!.Invoke(null, [json])!;
        }
        catch (TargetInvocationException thrown)
        {
            return "threw " + thrown.InnerException;
        }

        if (test.IsValid && e.GetType().Name.StartsWith("Unrecognized", StringComparison.Ordinal))
        {
            return Provider.Describe(e);
        }

        string written = JsonSerializer.Serialize(e, root);
        return Corpus.AreEqual(json, written) ? null : "written as " + written;
    }

    private static string Event(string eventType) => $$"""
        {
          "type": "object",
          "required": ["type", "data"],
          "properties": { "type": { "const": "{{eventType}}" }, "data": { "$ref": "schema.json" } }
        }
        """;
}
