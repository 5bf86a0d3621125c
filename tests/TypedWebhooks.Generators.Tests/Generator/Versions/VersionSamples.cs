using TypedWebhooks.Generators.Tests.Harness;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>A shop whose version 4 differs from version 3 in all ways that matter.</summary>
internal static class VersionSamples
{
    private const string Folder = "tests/TypedWebhooks.Generators.Tests/Generator/Samples/";

    public static SchemaText V3(params (string Name, string Value)[] metadata) => Of("3", metadata);

    public static SchemaText V4(params (string Name, string Value)[] metadata) => Of("4", metadata);

    /// <summary>A version of a provider Acme.</summary>
    public static SchemaText Acme(string version, string text, params (string Name, string Value)[] metadata) =>
        new($"/consumer/schemas/acme/{System.Uri.EscapeDataString(version)}.json", text, [("Provider", "Acme"), ("Version", version), .. metadata]);

    private static SchemaText Of(string version, (string Name, string Value)[] metadata) =>
        GeneratorHarness.Known($"{Folder}shop-v{version}.schema.json", [("Provider", "Shop"), ("Version", version), ("VersionFrom", "/api_version"), .. metadata]);
}
