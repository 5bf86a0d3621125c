using System.Collections.Generic;
using TypedWebhooks.Generators.Items;

namespace TypedWebhooks.Generators.Shapes;

/// <summary>
/// What a schema says beside what a value looks like: its documentation, and what restricts it. Nothing of it is emitted; it is read
/// only where a schema is compared with an earlier one.
/// </summary>
internal abstract class SchemaFacts
{
    /// <summary>Where the schema stands.</summary>
    public abstract SchemaLocation Location { get; }

    /// <summary>The facts by their names, those of what the schema refers to among them where that is no type of its own.</summary>
    /// <param name="isNamed">Whether what the schema refers to has entries of its own.</param>
    public abstract IReadOnlyDictionary<string, string> Read(bool isNamed);

    /// <summary>Where one of the values stands that the schema lists; null where it lists none such.</summary>
    public abstract SchemaLocation? Find(string value);
}
