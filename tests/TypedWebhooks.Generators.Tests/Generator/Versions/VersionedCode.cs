using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Json;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>The emitted code of a provider with versions, and code that uses it, compiled and called.</summary>
internal sealed class VersionedCode
{
    private readonly Assembly _assembly;

    /// <param name="use">The consumer's code, with a class <c>Use</c> whose functions are called by their names.</param>
    public VersionedCode(IReadOnlyList<SchemaText> schemas, string use)
    {
        Generated = GeneratorHarness.Run(schemas, ["#nullable enable\nusing System; using System.Text; using System.Text.Json; using TypedWebhooks; " + use]);
        _assembly = Generated.Load();
    }

    public Generated Generated { get; }

    public object? Call(string function, params object?[] arguments)
    {
        try
        {
            return _assembly.GetType("Use", throwOnError: true)!.GetMethod(function)!.Invoke(null, arguments);
        }
        catch (TargetInvocationException e) when (e.InnerException is JsonException inner)
        {
            throw inner;
        }
    }

    /// <summary>The type of an event and the JSON that it is written as: <c>V4.PingEvent {"type":"ping"}</c>.</summary>
    public string Text(string function, params object?[] arguments) => Text(Call(function, arguments));

    public static string Text(object? e) => e is null ? "null" : $"{e.GetType().FullName!.Split('.', 3)[2]} {JsonSerializer.Serialize(e, e.GetType(), s_relaxed)}";

    /// <summary>The methods that the user has to write, each with what it takes and gives.</summary>
    public IEnumerable<string> Methods(string @interface) => Methods(_assembly, @interface);

    private static IEnumerable<string> Methods(Assembly assembly, string @interface) => assembly.GetTypes()
        .Where(type => type.Name == @interface)
        .SelectMany(static type => type.GetMethods())
        .Select(static method => $"{method.Name}({method.GetParameters()[0].ParameterType.Name}) : {method.ReturnType.Name}")
        .Order(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Why an event was not recognized.</summary>
    public static (UnrecognizedReason Reason, string? Path, string? Message, string Json) Why(object? e)
    {
        dynamic unrecognized = (WebhookObject)e!;
        return (unrecognized.Reason, unrecognized.JsonPath, unrecognized.Message, ((JsonElement)unrecognized.Json).GetRawText());
    }
}
