using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

internal enum CommandKind
{
    Accept,
    Verify,
    Describe,
}

/// <summary>What a build's target asks of the generator in place of code. Equal while it is the same.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Provider">The provider that is meant, or a version of one; empty where all are.</param>
/// <param name="Changes">The fingerprints of the changes that are meant; none where all are.</param>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="Baseline">What the project says of its baselines as a whole.</param>
internal sealed record CommandRequest(CommandKind Kind, string Folder, string Provider, EquatableArray<string> Changes, string RootNamespace, string Baseline)
{
    private const int Fields = 4;
    private const char BetweenFields = '\u001f';

    /// <summary>What the target asks; null in every other build.</summary>
    public static CommandRequest? TryRead(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property._TypedWebhooksCommand", out string? encoded) && encoded.Length > 0
        && Decode(encoded.Trim()) is { Length: Fields } fields && Enum.TryParse(fields[0], out CommandKind kind)
            ? new(kind, SchemaPath.Normalize(fields[1].Trim()), fields[2].Trim(), Words(fields[3]).ToEquatableArray(), Get(options, "RootNamespace"), Get(options, "_TypedWebhooksBaseline"))
            : null;

    private static IEnumerable<string> Words(string text) => text.Split(['+', ';', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(static word => word.Trim()).Where(static word => word.Length > 0);

    private static string Get(AnalyzerConfigOptions options, string name) => options.TryGetValue("build_property." + name, out string? value) ? value : "";

    private static string[] Decode(string encoded)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(encoded)).Split(BetweenFields);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
