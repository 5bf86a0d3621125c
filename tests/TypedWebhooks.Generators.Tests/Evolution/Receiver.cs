using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>A consumer's project with one version of the schema: its code is compiled, and bodies are read with its types.</summary>
internal sealed partial class Receiver
{
    private const string Undocumented = "CS1591";

    private readonly Generated _generated;
    private readonly SyntaxTree _code;
    private Type? _root;

    private Receiver(Generated generated, SyntaxTree code)
    {
        _generated = generated;
        _code = code;
    }

    public static Receiver Of(SchemaText[] schemas, string code)
    {
        string source = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using System.Text.Json;
            using System.Threading;
            using System.Threading.Tasks;
            using Consumer.Acme;
            using TypedWebhooks;
            sealed class Receiver
            {
            {{WithoutMarks(code)}}
            }
            """;
        Generated generated = GeneratorHarness.Run(schemas, [source]);
        Assert.DoesNotContain(generated.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error);
        return new(generated, generated.Compilation.SyntaxTrees.Single(static tree => tree.FilePath == "/consumer/Source0.cs"));
    }

    /// <summary>The consumer's code, each line with what the compiler and the rules say to it behind it.</summary>
    public async Task<string> Judge(string code)
    {
        ILookup<int, string> byLine = (await Said(code))
            .Where(d => d.Location.SourceTree == _code && !d.IsSuppressed && d.Severity >= DiagnosticSeverity.Warning && d.Id != Undocumented)
            .ToLookup(static d => d.Location.GetLineSpan().StartLinePosition.Line, static d => d.Id);
        const int FirstLine = 10;
        return string.Join('\n', WithoutMarks(code).Split('\n').Select((line, i) => string.Join(' ', [line.Trim(), .. byLine[FirstLine + i].Distinct().Order(StringComparer.Ordinal).Select((id, n) => (n == 0 ? " // " : "") + id)])));
    }

    /// <summary>The rules speak of switches and handlers only, and silence the compiler nowhere else: where there are none, it is asked alone.</summary>
    private async Task<IEnumerable<Diagnostic>> Said(string code) =>
        code.Contains(" switch ", StringComparison.Ordinal) || code.Contains("Handler", StringComparison.Ordinal)
            ? await AnalyzerHarness.AnalyzeAsync(_generated.Compilation)
            : _generated.Compilation.GetSemanticModel(_code).GetDiagnostics();

    /// <summary>
    /// What is read of a body. Members alone are those of an event <c>paid</c>; a body with <c>name|</c> before it has the event's name from outside.
    /// <para>
    /// <c>ok</c>, or all that is lost or not what it seems: <c>U $.id</c> where the event is unrecognized, with the place that does not fit or
    /// the reason; <c>E0 Status</c> for an enum's value that is not listed, <c>AP note</c> for an additional property, <c>kept X</c> for a value
    /// that is only in the original values, <c>null X</c>. What the expectation asks for with <c>X = …</c> follows.
    /// </para>
    /// </summary>
    public string Read(string body, string expected)
    {
        object e = Parse(body);
        e = e.GetType().Name == "AcmeBatch" ? ((IEnumerable)Get(e, "Events")!).Cast<object>().Single() : e;
        List<string> facts = [];
        if (e.GetType().Name == "UnrecognizedAcmeEvent")
        {
            UnrecognizedReason reason = (UnrecognizedReason)Get(e, "Reason")!;
            facts.Add("U " + (reason == UnrecognizedReason.SchemaMismatch ? Get(e, "JsonPath") : reason.ToString()));
        }
        else
        {
            Add(facts, "", e);
        }

        List<string> answers = [.. expected.Split(';', StringSplitOptions.TrimEntries)
            .Where(static part => part.Contains(" = ", StringComparison.Ordinal))
            .Select(part => part[..part.IndexOf(" = ", StringComparison.Ordinal)])
            .Select(path => $"{path} = {Follow(e, path)}")];
        return string.Join("; ", [facts.Count == 0 ? "ok" : string.Join(", ", facts), .. answers]);
    }

    private static string WithoutMarks(string code) => Mark().Replace(code, "");

    [GeneratedRegex(@"[ ]*// (CS|TWH)\d+( (CS|TWH)\d+)*[ ]*$", RegexOptions.Multiline)]
    private static partial Regex Mark();

    private object Parse(string body)
    {
        int bar = body.IndexOf('|', StringComparison.Ordinal);
        string? name = bar >= 0 && !body[..bar].Contains('{', StringComparison.Ordinal) ? body[..bar] : null;
        string json = name is null ? body : body[(bar + 1)..];
        json = json.TrimStart().StartsWith('{') || json.TrimStart().StartsWith('[') ? json : json.Trim().Length == 0 ? """{"type":"paid"}""" : $$"""{"type":"paid",{{json}}}""";
        _root ??= Load();
        return _root.GetMethod("Parse", [typeof(string), typeof(string)]) is { } withName
            ? withName.Invoke(null, [name, json])!
            : _root.GetMethod("Parse", [typeof(string)])!.Invoke(null, [json])!;
    }

    private Type Load()
    {
        // The consumer's own code need not compile with these types for bodies to be read.
        using MemoryStream image = new();
        Assert.True(_generated.Compilation.RemoveSyntaxTrees(_code).Emit(image).Success);
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext(name: null, isCollectible: true).LoadFromStream(image);
        return assembly.GetTypes().SingleOrDefault(static type => type.Name == "AcmeBatch") ?? assembly.GetTypes().Single(static type => type.Name == "AcmeEvent");
    }

    private static void Add(List<string> facts, string path, object? value)
    {
        switch (value)
        {
            case null:
                facts.Add("null " + path);
                break;
            case Enum when value.ToString() == "Unrecognized":
                facts.Add("E0 " + path);
                break;
            case JsonElement or string:
                break;
            case WebhookObject record:
                AddMembers(facts, path, record);
                break;
            case IEnumerable<KeyValuePair<string, JsonElement>>:
                break;
            case IEnumerable items:
                int i = 0;
                foreach (object? item in items)
                {
                    Add(facts, $"{path}[{i++}]", item?.GetType() is { IsGenericType: true } pair && pair.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) ? Get(item, "Value") : item);
                }

                break;
            case { } other when other.GetType().Name.StartsWith("Union`", StringComparison.Ordinal):
                Add(facts, path, Get(other, "Value"));
                break;
        }
    }

    private static void AddMembers(List<string> facts, string path, WebhookObject record)
    {
        string prefix = path.Length == 0 ? "" : path + ".";
        int before = facts.Count;
        foreach (PropertyInfo property in record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static p => p.Name is not ("AdditionalProperties" or "OriginalValues" or "EventType" or "EqualityContract" or "Json")))
        {
            Add(facts, prefix + property.Name, property.GetValue(record));
        }

        if (record.AdditionalProperties is { } additional)
        {
            facts.AddRange(additional.Select(pair => $"AP {prefix}{pair.Key}").Order(StringComparer.Ordinal));
        }

        // What is kept of an enum's value is said by the value already.
        if (record is InexactWebhookObject { OriginalValues: { } originals } && !facts.Skip(before).Any(static fact => fact.StartsWith("E0", StringComparison.Ordinal)))
        {
            facts.AddRange(originals.Select(pair => $"kept {prefix}{pair.Key}").Order(StringComparer.Ordinal));
        }
    }

    private static string Follow(object e, string path)
    {
        object? value = e;
        if (path == "type")
        {
            return e.GetType().Name;
        }

        foreach (string step in path.TrimEnd('#').Split('.'))
        {
            value = value is null ? null : step == "type" ? value.GetType().Name : Get(value, step);
        }

        return path.EndsWith('#')
            ? Convert.ToInt32(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : value is null ? "null" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }

    private static object? Get(object value, string name) => value.GetType().GetProperty(name)?.GetValue(value) ?? null;
}
