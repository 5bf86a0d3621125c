using System;
using System.Linq;
using TypedWebhooks.Generators.Items;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Baselines;

/// <summary>Which lock file is whose, and what is said of all of them.</summary>
public sealed class LockFileTests
{
    private static readonly LockFiles s_files = LockFiles.Of(
    [
        new LockFile("/linked/Acme.webhooks.lock", "", IsLinked: true),
        new LockFile("/app/schemas/acme.webhooks.lock", "", IsLinked: false),
        new LockFile("/app/Acme.webhooks.lock", "", IsLinked: false),
        new LockFile("/app/Acme.4.webhooks.lock", "", IsLinked: false),
        new LockFile("/linked/Stranger.webhooks.lock", "", IsLinked: true),
        new LockFile("/app/Lonely.webhooks.lock", "", IsLinked: false),
    ]);

    [Theory]
    [InlineData("Acme", "", "/app/Acme.webhooks.lock")]
    [InlineData("ACME", "", "/app/Acme.webhooks.lock")]
    [InlineData("Acme", "4", "/app/Acme.4.webhooks.lock")]
    [InlineData("Acme", "3", null)]
    [InlineData("Acm", "", null)]
    [InlineData("Stranger", "", "/linked/Stranger.webhooks.lock")]
    public void LockFile_IsThatOfItsName(string provider, string version, string? path) => Assert.Equal(path, s_files.Find(provider, version)?.Path);

    [Fact]
    public void FurtherAndOrphanedOnes_AreTold()
    {
        Assert.Equal(["/app/schemas/acme.webhooks.lock"], s_files.Further("Acme", "").Select(static file => file.Path));
        Assert.Equal(["/app/Lonely.webhooks.lock"], s_files.Orphans([("Acme", ""), ("Acme", "4")]).Select(static file => file.Path));
    }

    [Theory]
    [InlineData("Stripe", "2024-06-20.acacia", "Stripe.2024-06-20.acacia.webhooks.lock")]
    [InlineData("Acme", "1/2 \u00e9", "Acme.1-2--.webhooks.lock")]
    [InlineData("Acme", "", "Acme.webhooks.lock")]
    public void Name_IsThatOfAFile(string provider, string version, string name) => Assert.Equal(name, LockFile.NameOf(provider, version));

    [Theory]
    [InlineData("", "Report", "Source Silent Wire")]
    [InlineData("strict", "Strict", "Source Silent Wire")]
    [InlineData(" Report ; silent,Wire ", "Report", "Silent Wire")]
    [InlineData("Source", "Report", "Source")]
    [InlineData("OFF", "Off", "Source Silent Wire")]
    public void Choice_IsWords(string text, string mode, string classes)
    {
        BaselineChoice choice = BaselineChoice.TryParse(text)!;
        Assert.Equal(mode, choice.Mode.ToString());
        Assert.Equal(classes, string.Join(' ', new[] { choice.Source ? "Source" : "", choice.Silent ? "Silent" : "", choice.Wire ? "Wire" : "" }.Where(static word => word.Length > 0)));
    }

    [Theory]
    [InlineData("Strikt")]
    [InlineData("1")]
    [InlineData("Report Strict")]
    [InlineData("StrictOff")]
    public void ChoiceOfOtherWords_IsNone(string text) => Assert.Null(BaselineChoice.TryParse(text));
}
