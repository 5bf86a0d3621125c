using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules;

/// <summary>Every diagnostic that the rules have: the id is in the name, the page is behind the help link.</summary>
internal static partial class Descriptors
{
    private const string Category = "TypedWebhooks";

    private static string HelpLink(string id) => "https://github.com/typedwebhooks/typedwebhooks/blob/main/docs/rules/" + id + ".md";
}
