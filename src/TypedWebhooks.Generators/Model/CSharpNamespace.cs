using System;
using System.Linq;

namespace TypedWebhooks.Generators.Model;

/// <summary>A C# namespace: identifiers with dots between them.</summary>
internal readonly record struct CSharpNamespace
{
    private readonly string? _text;

    private CSharpNamespace(string text) => _text = text;

    /// <summary>As people read it, with the <c>@</c> of keywords.</summary>
    public string Identifier => _text ?? "TypedWebhooks";

    /// <summary>As it stands in code, in ASCII.</summary>
    public string Text => Written(Identifier, static name => name.ToString());

    /// <summary>Takes a namespace as a project file states it; false where it is none.</summary>
    public static bool TryCreate(string text, out CSharpNamespace result)
    {
        string[] segments = text.Trim().Split('.');
        if (!segments.All(CSharpName.IsValid))
        {
            result = default;
            return false;
        }

        result = new(Written(text.Trim(), static name => name.Identifier));
        return true;
    }

    /// <summary>A namespace within this one.</summary>
    public CSharpNamespace Inner(CSharpName name) => new(Identifier + "." + name.Identifier);

    public bool Has(string segment) =>
        Identifier.Split('.').Any(part => string.Equals(part.TrimStart('@'), segment, StringComparison.Ordinal));

    public override string ToString() => Text;

    private static string Written(string text, Func<CSharpName, string> write) =>
        string.Join(".", text.Split('.').Select(segment => write(new(segment.TrimStart('@')))));
}
