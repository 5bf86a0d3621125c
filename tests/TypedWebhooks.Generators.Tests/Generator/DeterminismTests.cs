using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>The same schemas give the same text, whatever the order of the files, the machine's culture, or the process.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void ReversedFiles_GiveTheSameText() => Assert.Equal(Text(Schemas()), Text([.. Schemas().Reverse()]));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ShuffledFiles_GiveTheSameText(int seed)
    {
        SchemaText[] shuffled = Schemas();
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(Text(Schemas()), Text(shuffled));
    }

    /// <summary>Cultures with another minus sign (Swedish, Persian), with marks around it (Persian), and with another lower case of I (Turkish).</summary>
    [Theory]
    [InlineData("sv-SE")]
    [InlineData("fa-IR")]
    [InlineData("tr-TR")]
    public void Culture_MakesNoDifference(string name)
    {
        string expected = Text(Schemas());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
            Assert.True((-1).ToString() != "-1" || CultureInfo.CurrentCulture.TextInfo.ToLower('I') != 'i', "The machine does not know the culture.");
            Assert.Equal(expected, Text(Schemas()));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }
    }

    /// <summary>Another process hashes strings otherwise, which shows where a set's order leaks.</summary>
    [Fact]
    public async Task AnotherProcess_GivesTheSameText()
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", typeof(DeterminismTests).Assembly.Location, HashCommand])
        {
            RedirectStandardOutput = true,
            Environment = { ["LANG"] = "tr_TR.UTF-8", ["TZ"] = "America/New_York" },
        };
        using Process process = Process.Start(start)!;
        string printed = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(Hash(), printed.Trim());
    }

    [Fact]
    public void EmittedText_IsPrintableAsciiWithLineFeeds() => Assert.All(
        GeneratorHarness.Run(Schemas()).Sources,
        static source => Assert.DoesNotContain(source.Value, static c => c is not ('\n' or (>= ' ' and <= '~'))));

    [Fact]
    public void EmittedText_HasNoTrailingSpaceAndNoDoubleBlankLine() => Assert.All(
        GeneratorHarness.Run(Schemas()).Sources,
        static source =>
        {
            Assert.DoesNotContain(" \n", source.Value);
            Assert.DoesNotContain("\n\n\n", source.Value);
            Assert.DoesNotContain("{\n\n", source.Value);
            Assert.DoesNotContain("\n\n}", source.Value);
            Assert.EndsWith("}\n", source.Value, StringComparison.Ordinal);
        });

    /// <summary>The argument that makes the test assembly, run as a program, print <see cref="Hash"/>.</summary>
    internal const string HashCommand = "hash-of-emitted-text";

    internal static string Hash() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text(Schemas()))));

    /// <summary>The known providers, and one with two files and with all that can be renamed.</summary>
    private static SchemaText[] Schemas() =>
    [
        GeneratorHarness.Known("schemas/telia/hooks.json"),
        GeneratorHarness.Known("schemas/prix/prix.schema.json"),
        GeneratorHarness.Known("schemas/quicklysign/quicklysign.schema.json"),
        new("/consumer/acme/a.json", Schema.Of(
            Schema.Event("ID", """ "i": { "$ref": "#/$defs/part" }, "I": { "enum": ["I", "i", "-1"] }, "n": { "type": ["string", "integer"] } """),
            """ "part": { "properties": { "PART": { "properties": { "x": { "type": "integer", "minimum": -5, "maximum": 5 } } } } } """)),
        new("/consumer/acme/b.json", Schema.Of(Schema.Event("Id"), Schema.Event("İ"), Schema.Event("id"), Schema.Event("Acme"))),
    ];

    /// <summary>All that the generator gives, diagnostics included.</summary>
    private static string Text(SchemaText[] schemas)
    {
        Generated generated = GeneratorHarness.Run(schemas);
        return string.Join("\n", generated.Sources.Select(static source => source.Key + "\n" + source.Value).Concat(generated.Printed));
    }
}
