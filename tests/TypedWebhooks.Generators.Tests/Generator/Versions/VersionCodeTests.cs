using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

public sealed class VersionCodeTests
{
    [Fact]
    public void Dump()
    {
        Generated generated = GeneratorHarness.Run(VersionSamples.V3(), VersionSamples.V4());
        System.IO.Directory.CreateDirectory("/tmp/verdump");
        foreach (var (k, v) in generated.Sources) { System.IO.File.WriteAllText("/tmp/verdump/" + k, v); }
        System.IO.File.WriteAllLines("/tmp/verdump/printed.txt", generated.Printed);
        generated.AssertCompiles();
    }
}
