using System;
using System.Linq;
using System.Text;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>A project file in memory, with the list of its items as the package's build files hand it to the compiler.</summary>
internal static class ProjectText
{
    private static readonly string[] s_metadata = ["Provider", "Namespace", "Format", "EventType", "EventTypeComparison", "Access", "RequiredMembers", "EqualObjects", "Print", "Events", "JsonSchema", "NamePrefix", "Numbers", "Dates", "Version", "Frozen", "VersionFrom", "Baseline"];

    /// <summary>An item: a kind, a file, and metadata.</summary>
    public static string Item(string kind, string path, params (string Name, string Value)[] metadata) => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(
        '\u001f',
        (string[])[kind, path, .. s_metadata.Select(name => metadata.FirstOrDefault(m => m.Name == name).Value ?? "")])));

    public static SchemaText Of(string xml, params string[] items) =>
        new("/consumer/Consumer.csproj", xml, ("Schema", "project"), ("Items", string.Join(",", items)));
}
