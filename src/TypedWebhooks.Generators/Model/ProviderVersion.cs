namespace TypedWebhooks.Generators.Model;

/// <summary>One of the versions of a provider that stand side by side in a project.</summary>
/// <param name="Text">As the project states it and as it comes with a delivery: <c>2024-06-01</c>.</param>
/// <param name="Name">What its namespace is called behind that of the provider: <c>V2024_06_01</c>.</param>
internal sealed record ProviderVersion(string Text, CSharpName Name)
{
    /// <summary>Longer ones would make names that the compiler refuses: two versions stand in the name of what leads from one to the other.</summary>
    private const int MaxLength = 50;

    /// <summary>
    /// Makes a name of a version as one is made of any name on the wire, with a <c>V</c> in front that it may have already: <c>4</c> and
    /// <c>v4</c> are <c>V4</c>, <c>1.2</c> is <c>V1_2</c>, and <c>beta</c> is <c>VBeta</c>.
    /// </summary>
    /// <returns>What is against it; null where there is a version.</returns>
    public static string? TryCreate(string text, out ProviderVersion? version)
    {
        version = null;
        if (text.Length > MaxLength)
        {
            return System.FormattableString.Invariant($"it has {text.Length} characters, and {MaxLength} is the most");
        }

        bool hasPrefix = text.Length > 1 && text[0] is 'v' or 'V' && IsDigit(text[1]);
        CSharpName name = WireName.ToPascalCase("v" + (hasPrefix ? text.Substring(1) : IsDigit(text[0]) ? text : "-" + text));
        if (name.Text == "V")
        {
            return "it has no letter and no digit, of which a namespace could be called";
        }

        version = new(text, name);
        return null;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
