using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>The emitted code of one provider, compiled and loaded, and called as a consumer would call it.</summary>
internal sealed class EmittedEvents
{
    /// <summary>Without escapes that JSON does not ask for, so that texts can be compared.</summary>
    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _provider;
    private readonly Type _root;

    public EmittedEvents(string provider, params SchemaText[] schemas)
        : this(provider, GeneratorHarness.Run(schemas))
    {
    }

    public EmittedEvents(string provider, Generated generated)
    {
        _provider = provider;
        Assembly = generated.Load();
        _root = Type(provider + "Event");
    }

    public Assembly Assembly { get; }

    public Type Type(string name) => Assembly.GetType($"Consumer.{_provider}.{name}", throwOnError: true)!;

    /// <summary>The event that a body gives; its members are named as in C#.</summary>
    public dynamic Parse(string json) => Call("Parse", [typeof(string)], json)!;

    /// <summary>The event that a body gives whose name, or a part of it, comes from outside of it.</summary>
    public dynamic Parse(string? eventName, string json) => Call("Parse", [typeof(string), typeof(string)], eventName, json)!;

    public async Task<object> ParseAsync(Stream body) =>
        await (dynamic)Call("ParseAsync", [typeof(Stream), typeof(CancellationToken)], body, CancellationToken.None)!;

    public string Write(object e) => JsonSerializer.Serialize(e, _root, s_relaxed);

    /// <summary>The body that an event is written as, after it was read from a body.</summary>
    public string RoundTrip(string json) => Write(Parse(json));

    /// <summary>The names of a type's own public properties, in the order of their declaration.</summary>
    public string[] Properties(string type) => [.. Type(type)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Select(static property => property.Name)];

    private object? Call(string method, Type[] parameters, params object?[] arguments)
    {
        try
        {
            return _root.GetMethod(method, parameters)!.Invoke(null, arguments);
        }
        catch (TargetInvocationException e)
        {
            throw e.InnerException!;
        }
    }
}
