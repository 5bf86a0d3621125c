using Xunit;

namespace TypedWebhooks.Peers.Tests.Snippets;

public sealed class SnippetTests
{
    /// <summary>Each line of code on the page is one of the files beside this one, which are compiled.</summary>
    [Fact]
    public void CodeOfThePage_IsCompiled()
    {
        HashSet<string> compiled = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Snippets"), "*.cs").SelectMany(File.ReadLines).Select(static line => line.Trim())];
        string[] blocks = [.. File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "migration.md")).Split("```csharp\n").Skip(1).Select(static block => block[..block.IndexOf("```", StringComparison.Ordinal)])];
        Assert.Equal(4, blocks.Length);
        Assert.DoesNotContain(
            blocks.SelectMany(static block => block.Split('\n')).Select(static line => line.Trim()).Where(static line => !line.StartsWith("//", StringComparison.Ordinal)),
            line => !compiled.Contains(line));
    }
}
