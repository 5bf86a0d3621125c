using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>Whole requests, in a project that references ASP.NET Core: the headers say the version and the event's name.</summary>
public sealed class VersionRequestTests
{
    private const string Use = """
        #nullable enable
        using Consumer.Acme;
        static class Use
        {
            public static object? Newest(Microsoft.AspNetCore.Http.HttpRequest request) => AcmeWebhook.TryParseAsync(request).AsTask().Result;
            public static object? Sent(Microsoft.AspNetCore.Http.HttpRequest request) => AcmeWebhook.TryParseVersionedAsync(request).AsTask().Result?.Event;
        }
        """;

    private static readonly string s_ping = Schema.Event("ping", "\"id\": { \"type\": \"integer\" }");

    [Theory]
    [InlineData("header X-Version", "3", """{"type":"ping","id":1}""", "V3.PingEvent")]
    [InlineData("header X-Version", "4", """{"type":"ping","id":1}""", "V4.PingEvent")]
    [InlineData("header X-Version", "5", """{"type":"ping","id":1}""", "V4.UnrecognizedAcmeEvent")]
    [InlineData("header X-Version", null, """{"type":"ping","id":1}""", "V4.UnrecognizedAcmeEvent")]
    [InlineData("header X-Version", "3", "[]", null)]
    [InlineData("/v", null, """{"type":"ping","v":"3"}""", "V3.PingEvent")]
    [InlineData("/v", "3", """{"type":"ping","v":"4"}""", "V4.PingEvent")]
    public void Request_SaysTheVersion(string from, string? header, string json, string? type)
    {
        Assembly assembly = Load(Use, VersionSamples.Acme("3", s_ping, ("VersionFrom", from)), VersionSamples.Acme("4", s_ping));
        Assert.Equal(type, Call(assembly, "Sent", json, ("X-Version", header)));
        Assert.Equal(type?.Replace("V3.", "V4."), Call(assembly, "Newest", json, ("X-Version", header)));
    }

    [Fact]
    public void HeaderThatNamesTheEventOfOneVersion_IsReadForIt()
    {
        SchemaText map = new("/consumer/schemas/acme/old.map.json", """{ "eventType": "header X-Event", "events": { "ping": "3.json" } }""", ("Schema", "map"), ("Provider", "Acme"), ("Version", "3"));
        Assembly assembly = Load(Use, VersionSamples.Acme("3", """{ "type": "object", "properties": { "id": { "type": "integer" } } }""", ("VersionFrom", "/v")), map, VersionSamples.Acme("4", s_ping));
        Assert.Equal("V3.PingEvent", Call(assembly, "Sent", """{"v":"3"}""", ("X-Event", "ping")));
        Assert.Equal("V4.PingEvent", Call(assembly, "Newest", """{"v":"3"}""", ("X-Event", "ping")));
        Assert.Equal("V4.PingEvent", Call(assembly, "Newest", """{"v":"4","type":"ping"}"""));
    }

    /// <summary>Where whoever parses says the version, a request does not.</summary>
    [Fact]
    public void Caller_HasNoSuchFunction() =>
        Assert.DoesNotContain("HttpRequest", Run("", VersionSamples.Acme("3", s_ping), VersionSamples.Acme("4", s_ping))["Acme.AcmeWebhook.g.cs"]);

    private static string? Call(Assembly assembly, string function, string json, params (string Name, string? Value)[] headers)
    {
        DefaultHttpContext context = new();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        foreach ((string name, string? value) in headers.Where(static header => header.Value is not null))
        {
            context.Request.Headers[name] = value;
        }

        return assembly.GetType("Use")!.GetMethod(function)!.Invoke(null, [context.Request])?.GetType().FullName!.Split('.', 3)[2];
    }

    private static Assembly Load(string source, params SchemaText[] schemas) => Run(source, schemas).Load();

    private static Generated Run(string source, params SchemaText[] schemas)
    {
        IEnumerable<MetadataReference> web = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("Microsoft.Extensions.", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path));
        GeneratorDriver driver = GeneratorHarness.CreateDriver(schemas)
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile("Web" + Guid.NewGuid().ToString("N"), [source]).AddReferences(web), out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        return new(
            diagnostics,
            driver.GetRunResult().Results.Single().GeneratedSources.ToImmutableSortedDictionary(static file => file.HintName, static file => file.SourceText.ToString(), StringComparer.Ordinal),
            (CSharpCompilation)output);
    }
}
