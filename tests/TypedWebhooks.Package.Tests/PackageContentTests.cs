using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using Xunit;

namespace TypedWebhooks.Package.Tests;

[Collection(OnePackage.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void Entries_AreExactlyThese()
    {
        string[] expected =
        [
            "README.md",
            "TypedWebhooks.nuspec",
            "analyzers/dotnet/cs/TypedWebhooks.CodeFixes.dll",
            "analyzers/dotnet/cs/TypedWebhooks.Generators.dll",
            "build/TypedWebhooks.Baseline.targets",
            "build/TypedWebhooks.Items.targets",
            "build/TypedWebhooks.props",
            "build/TypedWebhooks.targets",
            "buildMultiTargeting/TypedWebhooks.targets",
            "buildTransitive/TypedWebhooks.Baseline.targets",
            "buildTransitive/TypedWebhooks.Items.targets",
            "buildTransitive/TypedWebhooks.props",
            "buildTransitive/TypedWebhooks.targets",
            "lib/net8.0/TypedWebhooks.dll",
            "lib/net8.0/TypedWebhooks.xml",
            "schemas/event-map.schema.json",
            "schemas/prix/prix.schema.json",
            "schemas/quicklysign/quicklysign.schema.json",
            "schemas/telia/hooks.json",
        ];

        using ZipArchive nupkg = ZipFile.OpenRead(package.Nupkg);
        string[] entries = [.. nupkg.Entries
            .Select(static entry => entry.FullName)
            .Where(static name => !IsContainerPart(name))
            .Order(StringComparer.Ordinal)];

        Assert.Equal(expected, entries);
    }

    [Fact]
    public void Nuspec_NamesLicenseReadmeAndNoDependency()
    {
        XElement metadata = XDocument.Parse(Encoding.UTF8.GetString(Read("TypedWebhooks.nuspec")).TrimStart('\uFEFF')).Root!.Elements().Single();
        XElement Element(string name) => metadata.Elements().Single(e => e.Name.LocalName == name);

        Assert.Equal("TypedWebhooks", Element("id").Value);
        Assert.Equal("MIT", Element("license").Value);
        Assert.Equal("expression", Element("license").Attribute("type")!.Value);
        Assert.Equal("README.md", Element("readme").Value);
        Assert.StartsWith("https://", Element("repository").Attribute("url")!.Value, StringComparison.Ordinal);
        XElement group = Assert.Single(Element("dependencies").Elements());
        Assert.Equal("net8.0", group.Attribute("targetFramework")!.Value);
        Assert.Empty(group.Elements());
    }

    [SkippableTheory]
    [InlineData("lib/net8.0/TypedWebhooks.dll")]
    [InlineData("analyzers/dotnet/cs/TypedWebhooks.Generators.dll")]
    [InlineData("analyzers/dotnet/cs/TypedWebhooks.CodeFixes.dll")]
    public void Symbols_AreInTheDllAndHoldNoPathOfThisMachine(string dll)
    {
        Skip.IfNot(Path.Exists(Path.Combine(PackedPackage.RepositoryRoot, ".git")), "Without source control the build knows no root that it could take off.");
        using PEReader pe = new(new MemoryStream(Read(dll)));
        DebugDirectoryEntry symbols = Assert.Single(pe.ReadDebugDirectory(), static entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = pe.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
        MetadataReader reader = provider.GetMetadataReader();

        string[] documents = [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];

        Assert.NotEmpty(documents);
        Assert.All(documents, static document => Assert.StartsWith("/_", document, StringComparison.Ordinal));
    }

    [Fact]
    public void XmlDocumentation_CoversEveryPublicType()
    {
        string xml = Encoding.UTF8.GetString(Read("lib/net8.0/TypedWebhooks.xml"));

        Assert.Contains("T:TypedWebhooks.IWebhookEventHandler`1", xml, StringComparison.Ordinal);
        Assert.Contains("T:TypedWebhooks.UnrecognizedReason", xml, StringComparison.Ordinal);
        Assert.Contains("T:TypedWebhooks.WebhookEventsAttribute", xml, StringComparison.Ordinal);
    }

    /// <summary>The parts of the container format, some of which have random names.</summary>
    private static bool IsContainerPart(string name) =>
        name is "[Content_Types].xml" or "_rels/.rels" || name.StartsWith("package/", StringComparison.Ordinal);

    private byte[] Read(string entry)
    {
        using ZipArchive nupkg = ZipFile.OpenRead(package.Nupkg);
        using Stream stream = nupkg.GetEntry(entry)!.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
