using System;

namespace TypedWebhooks.Generators.Model;

/// <summary>What one item of a list is called, where the list has an English plural for a name.</summary>
internal static class EnglishPlural
{
    /// <summary><c>Signatories</c> is a list of <c>Signatory</c>, <c>Boxes</c> of <c>Box</c>; what is no plural stays, with <c>Item</c> behind it.</summary>
    public static CSharpName ToSingular(CSharpName plural)
    {
        string text = plural.Text;
        return text switch
        {
            _ when Ends(text, "ies") && text.Length > 4 => new(text.Substring(0, text.Length - 3) + "y"),
            _ when Ends(text, "sses") || Ends(text, "xes") || Ends(text, "ches") || Ends(text, "shes") => new(text.Substring(0, text.Length - 2)),
            _ when Ends(text, "s") && !Ends(text, "ss") && !Ends(text, "us") && !Ends(text, "is") && text.Length > 2 => new(text.Substring(0, text.Length - 1)),
            _ => plural.With("Item"),
        };
    }

    private static bool Ends(string text, string ending) => text.EndsWith(ending, StringComparison.Ordinal);
}
