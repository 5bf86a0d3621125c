using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Tests.Prix;
using TypedWebhooks.Tests.QuicklySign;
using TypedWebhooks.Tests.Telia;
using Xunit;

namespace TypedWebhooks.Tests.Providers;

/// <summary>The example payloads that stand beside the schemas of the known providers.</summary>
internal static class Examples
{
    private static readonly string s_root = FindRoot();

    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Path.Combine(s_root, "schemas"), "*.json", SearchOption.AllDirectories)
        .Where(static path => path.Contains("examples", StringComparison.Ordinal))
        .Select(static path => Path.GetRelativePath(s_root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    public static string Read(string path) => File.ReadAllText(Path.Combine(s_root, path));

    /// <summary>The event of an example, as its provider's root.</summary>
    public static object Parse(string path, string json) => path.Split('/')[1] switch
    {
        "telia" => TeliaEvent.Parse(json),
        "prix" => PrixEvent.Parse(json),
        "quicklysign" => QuicklySignEvent.Parse(json),
        var other => throw new InvalidOperationException($"No provider {other}."),
    };

    public static Type Root(object e)
    {
        Type type = e.GetType();
        while (type.BaseType != typeof(TypedWebhooks.Json.InexactWebhookObject))
        {
            type = type.BaseType!;
        }

        return type;
    }

    public static bool AreEqual(string left, string right)
    {
        using JsonDocument one = JsonDocument.Parse(left), other = JsonDocument.Parse(right);
        return JsonElement.DeepEquals(one.RootElement, other.RootElement);
    }

    private static string FindRoot()
    {
        string? at = AppContext.BaseDirectory;
        while (at is not null && !File.Exists(Path.Combine(at, "Generators.sln")))
        {
            at = Path.GetDirectoryName(at);
        }

        return at ?? throw new DirectoryNotFoundException("No Generators.sln above the tests.");
    }
}
