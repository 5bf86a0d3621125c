namespace TypedWebhooks.Generators.Schemas;

/// <summary>
/// What the schemas call a shape: the name of a definition or file or, for what stands inside of one, the way to it from
/// there. It is the same whichever event asks for the shape first, and whichever others there are.
/// </summary>
/// <param name="text">The name of the definition, file or member.</param>
/// <param name="owner">What the member is in; null for a definition or file.</param>
/// <param name="items">How many lists and maps lie around it: it is called by the singular.</param>
internal sealed class ShapeName(string text, ShapeName? owner = null, int items = 0)
{
    public string Text { get; } = text;

    public ShapeName? Owner { get; } = owner;

    public int Items { get; } = items;

    /// <summary>Whether it is the name of a whole definition or file.</summary>
    public bool IsWhole => Owner is null && Items == 0;

    /// <summary>The name of what a member is, where that has no name of its own.</summary>
    public ShapeName Member(string name) => new(name, this);

    /// <summary>The name of one item or value.</summary>
    public ShapeName Item() => new(Text, Owner, Items + 1);
}
