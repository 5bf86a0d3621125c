using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.Names;

/// <summary>Types called like one that every C# file sees are called otherwise, so that neither is ambiguous.</summary>
public sealed class ImplicitUsingTests
{
    [Fact]
    public void List_HasAllTypesOfTheReferenceAssemblies()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../packs"));
        string[] files = !Directory.Exists(root) ? [] : [.. ((string[])["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"])
            .Where(pack => Directory.Exists(Path.Combine(root, pack)))
            .SelectMany(pack => Directory.EnumerateFiles(Path.Combine(root, pack), "*.dll", SearchOption.AllDirectories))
            .Where(static path => Path.GetDirectoryName(path)!.Split(Path.DirectorySeparatorChar).Contains("ref"))];

        // A machine that has no reference assemblies has those that the tests run on.
        files = files.Length > 0 ? files : [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) && Path.GetFileName(path) != "System.Private.CoreLib.dll")];
        string[] types = [.. files.SelectMany(PublicTypes).Concat(typeof(WebhookEventsAttribute).Assembly.GetExportedTypes().Where(static type => type.Namespace == "TypedWebhooks" && !type.IsGenericType).Select(static type => type.Name)).Distinct()];
        Assert.Contains("Task", types);
        Assert.Empty(types.Except(ImplicitUsings.Types));
    }

    [Theory]
    [InlineData("Task", "AcmeTask")]
    [InlineData("task", "AcmeTask")]
    [InlineData("File", "AcmeFile")]
    [InlineData("Range", "AcmeRange")]
    [InlineData("time_span", "AcmeTimeSpan")]
    [InlineData("Attribute", "AcmeAttribute")]
    [InlineData("UnrecognizedReason", "AcmeUnrecognizedReason")]
    [InlineData("Endpoint", "AcmeEndpoint")]
    [InlineData("HttpRequestMessage", "AcmeHttpRequestMessage")]
    [InlineData("List", "List")]
    [InlineData("Union", "Union")]
    [InlineData("Tasks", "Tasks")]
    [InlineData("Customer", "Customer")]
    public void TypeCalledLikeOneThatFilesSee_HasTheProvidersNameBeforeIt(string key, string expected)
    {
        foreach (string definition in (string[])["""{ "type": "object", "properties": { "id": { "type": "string" } } }""", """{ "enum": ["a", "b"] }"""])
        {
            SchemaText schema = GeneratorHarness.Acme(Schema.Of(Schema.Event("ping", $$""" "m": { "$ref": "#/$defs/{{key}}" } """), $$""" "{{key}}": {{definition}} """));
            Generated generated = GeneratorHarness.Run([schema], [$$"""
                using System; using System.Collections.Generic; using System.IO; using System.Linq; using System.Net.Http; using System.Threading; using System.Threading.Tasks;
                using TypedWebhooks; using Consumer.Acme;
                class C { Task? t; List<int>? l; Range r; TimeSpan s; Union<int, string> u; UnrecognizedReason q; string F() => File.ReadAllText("x"); [Obsolete] {{expected}}? M; public Attribute? a; public HttpRequestMessage? h;
                  public object?[] All() => [t, l, r, s, u, q, M]; }
                """.Replace("=> [t, l, r, s, u, q, M]", "=> new object?[] { t, l, r, s, u, q, M }", StringComparison.Ordinal)]);
            Assert.DoesNotContain(generated.CompilerMessages, static message => message.Contains("error", StringComparison.Ordinal));
            Assert.Equal(
                expected == key || !expected.StartsWith("Acme", StringComparison.Ordinal) ? [] : [$"hooks.json(2,49): TWH2006: '{key}' is called '{expected}' in C#: '{expected["Acme".Length..]}' is a type that C# files see without a using of their own"],
                generated.Printed);
        }
    }

    [Fact]
    public void EventCalledLikeOneThatFilesSee_HasTheProvidersNameBeforeIt()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(Schema.Of(Schema.Event("countdown"))));
        generated.AssertCompiles();
        Assert.Contains("Acme.AcmeCountdownEvent", generated.TypeNames);
        Assert.Contains("TWH2006", generated.Printed.Single());
    }

    private static IEnumerable<string> PublicTypes(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            yield break;
        }

        MetadataReader metadata = file.GetMetadataReader();
        foreach (TypeDefinition type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            string name = metadata.GetString(type.Name);
            if ((type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public && !name.Contains('`') && ImplicitUsings.Namespaces.Contains(metadata.GetString(type.Namespace)))
            {
                yield return name;
            }
        }
    }
}
