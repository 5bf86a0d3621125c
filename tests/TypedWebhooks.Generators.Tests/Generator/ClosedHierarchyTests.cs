using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Where C# has closed hierarchies, the compiler itself knows when all events are handled.</summary>
public sealed class ClosedHierarchyTests
{
    private const string Complete = """
        #nullable enable
        using Consumer.Telia;
        class C
        {
            int Switch(TeliaEvent e) => e switch
            {
                SignatureRequestCompletedEvent => 1,
                SignatorySignedEvent => 2,
                UnrecognizedTeliaEvent => 3,
            };
        }
        """;

    private const string Grouped = """
        #nullable enable
        using Consumer.QuicklySign;
        class C
        {
            int Switch(QuicklySignEvent e) => e switch
            {
                CallbackEvent => 1,
                UnrecognizedQuicklySignEvent => 2,
            };
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp14)]
    public void EarlierCSharp_RootIsAbstract(LanguageVersion version)
    {
        Generated generated = Run("Telia", "schemas/telia/hooks.json", version);
        Assert.Contains("public abstract partial record TeliaEvent :\n", generated.TypeCode("Telia.TeliaEvent"));
        Assert.Empty(generated.CompilerMessages);
    }

    [Theory]
    [InlineData("Telia", "schemas/telia/hooks.json", Complete)]
    [InlineData("QuicklySign", "schemas/quicklysign/quicklysign.schema.json", Grouped)]
    public void CSharp15_CompleteSwitchNeedsNoDiscard(string provider, string schema, string source)
    {
        Generated generated = Run(provider, schema, LanguageVersion.Preview, source);
        Assert.Contains($"public closed partial record {provider}Event :\n", generated.TypeCode($"{provider}.{provider}Event"));
        Assert.Empty(generated.CompilerMessages);
    }

    [Fact]
    public void CSharp15_MissingEvent_IsTheCompilersWarning()
    {
        Generated generated = Run("Telia", "schemas/telia/hooks.json", LanguageVersion.Preview, Complete.Replace("SignatorySignedEvent => 2,", ""));
        string message = Assert.Single(generated.CompilerMessages);
        Assert.Contains("CS8509", message);
        Assert.Contains("SignatorySignedEvent", message);
    }

    private static Generated Run(string provider, string schema, LanguageVersion version, params string[] sources) => GeneratorHarness.Run(
        [GeneratorHarness.Known(schema, ("Provider", provider))],
        [.. sources],
        GeneratorHarness.ParseOptions.WithLanguageVersion(version));
}
