using System;
using System.Linq;

namespace TypedWebhooks.Generators.Model;

/// <summary>A C# namespace: identifiers with dots between them.</summary>
internal readonly record struct CSharpNamespace
{
    private readonly string? _text;

    private CSharpNamespace(string text) => _text = text;

    public string Text => _text ?? "TypedWebhooks";

    /// <summary>Takes a namespace as a project file states it; false where it is none.</summary>
    public static bool TryCreate(string text, out CSharpNamespace result)
    {
        string[] segments = text.Trim().Split('.');
        if (!segments.All(CSharpName.IsValid))
        {
            result = default;
            return false;
        }

        result = new(string.Join(".", segments.Select(static segment => new CSharpName(segment).ToString())));
        return true;
    }

    public bool Has(string segment) =>
        Text.Split('.').Any(part => string.Equals(part.TrimStart('@'), segment, StringComparison.Ordinal));

    public override string ToString() => Text;
}
