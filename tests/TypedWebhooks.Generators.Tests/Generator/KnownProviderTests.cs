using System.IO;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

public sealed class KnownProviderTests
{
    [Theory]
    [InlineData("Telia", "schemas/telia/hooks.json")]
    [InlineData("Prix", "schemas/prix/prix.schema.json")]
    [InlineData("QuicklySign", "schemas/quicklysign/quicklysign.schema.json")]
    public void KnownProvider_CompilesWithoutAWarning(string provider, string path)
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Known(path, ("Provider", provider)));
        Assert.Empty(generated.Printed);
        Assert.Empty(generated.CompilerMessages);
    }
}
