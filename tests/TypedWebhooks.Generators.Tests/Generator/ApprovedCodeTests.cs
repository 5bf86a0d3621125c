using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using TypedWebhooks.Generators.Tests.Generator.Receiving;
using TypedWebhooks.Generators.Tests.Generator.Versions;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>
/// The code emitted for the known providers, and for a sample, as it was read and approved. A change of it shows in the diff of a commit,
/// where it can be read again. What is emitted now lies beside it as <c>*.received.cs</c> until it is accepted.
/// </summary>
public sealed class ApprovedCodeTests
{
    private const string Samples = "tests/TypedWebhooks.Generators.Tests/Generator/Samples/";

    /// <summary>Set to 1, the tests accept what is emitted.</summary>
    private const string Approve = "TYPEDWEBHOOKS_APPROVE";

    [Theory]
    [InlineData("Telia", "schemas/telia/hooks.json")]
    [InlineData("Prix", "schemas/prix/prix.schema.json")]
    [InlineData("QuicklySign", "schemas/quicklysign/quicklysign.schema.json")]
    public void KnownProvider_EmitsTheApprovedCode(string provider, string schema) =>
        AssertApproved(provider, GeneratorHarness.Known(schema, ("Provider", provider), ("JsonSchema", "true")));

    /// <summary>What the known providers do not have: lists, maps, unions, names in several parts.</summary>
    [Fact]
    public void Sample_EmitsTheApprovedCode() => AssertApproved(
        "Parcels",
        GeneratorHarness.Known(Samples + "parcels.schema.json", ("Provider", "Parcels"), ("JsonSchema", "true")),
        GeneratorHarness.Known(Samples + "parcels.map.json", ("Provider", "Parcels"), ("Schema", "map")));

    /// <summary>What stands beside the versions of a provider; each of them for itself is emitted like any other.</summary>
    [Fact]
    public void Versions_EmitTheApprovedCode()
    {
        Generated generated = GeneratorHarness.Run(VersionSamples.V3(), VersionSamples.V4());
        AssertApproved("Shop", generated with { Sources = generated.Sources.RemoveRange(generated.Sources.Keys.Where(static name => name.StartsWith("Shop.V", StringComparison.Ordinal))) });
    }

    /// <summary>What a project has beside that which receives deliveries.</summary>
    [Fact]
    public void Receiver_EmitsTheApprovedCode()
    {
        Generated generated = ReceivingProject.Run(hasPackage: true, "", GeneratorHarness.Known("schemas/telia/hooks.json", ("Provider", "Telia")));
        AssertApproved("Receiver", generated with { Sources = generated.Sources.RemoveRange(generated.Sources.Keys.Where(static name => name is not ("Telia.TeliaWebhookEndpoints.g.cs" or "Telia.TeliaWebhookRegistration.g.cs"))) });
    }

    private static void AssertApproved(string provider, params SchemaText[] schemas) => AssertApproved(provider, GeneratorHarness.Run(schemas));

    private static void AssertApproved(string provider, Generated generated)
    {
        string folder = SharedFiles.InProject("tests/TypedWebhooks.Generators.Tests/Generator/Approved/" + provider);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            Accept(generated, folder);
        }

        string[] changed = [.. Compare(generated, folder)];
        Assert.True(changed.Length == 0, $"""
            Not the approved code:
              {string.Join("\n  ", changed)}
            Compare each *.received.cs with its *.approved.cs. To accept all of them, run the tests once with {Approve}=1
            and read the difference that the version control shows.
            """);
    }

    private static void Accept(Generated generated, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        foreach ((string hintName, string code) in generated.Sources)
        {
            File.WriteAllText(Path.Combine(folder, FileName(hintName, "approved")), code, new UTF8Encoding(false));
        }
    }

    /// <summary>What differs; the received files of what does not are removed.</summary>
    private static IEnumerable<string> Compare(Generated generated, string folder)
    {
        Directory.CreateDirectory(folder);
        HashSet<string> approved = [.. Directory.EnumerateFiles(folder, "*.approved.cs").Select(static path => Path.GetFileName(path))];
        foreach ((string hintName, string code) in generated.Sources)
        {
            string received = Path.Combine(folder, FileName(hintName, "received"));
            string name = FileName(hintName, "approved");
            if (approved.Remove(name) && File.ReadAllText(Path.Combine(folder, name)) == code)
            {
                File.Delete(received);
                continue;
            }

            File.WriteAllText(received, code, new UTF8Encoding(false));
            yield return received;
        }

        foreach (string name in approved.Order(StringComparer.Ordinal))
        {
            yield return $"{Path.Combine(folder, name)} (no longer emitted)";
        }
    }

    private static string FileName(string hintName, string state) => hintName.Replace(".g.cs", $".{state}.cs", StringComparison.Ordinal);
}
