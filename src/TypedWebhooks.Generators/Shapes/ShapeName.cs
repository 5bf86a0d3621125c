using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Shapes;

/// <summary>
/// What the schemas call a shape: the name of a definition or file or, for what stands inside of one, the way to it from
/// there. It is the same whichever event asks for the shape first, and whichever others there are.
/// </summary>
/// <param name="text">The name of the definition, file or member.</param>
/// <param name="owner">What the member is in; null for a file, and for a definition unless other documents have another one of its name.</param>
/// <param name="items">How many lists and maps lie around it: it is called by the singular.</param>
internal sealed class ShapeName(string text, ShapeName? owner = null, int items = 0)
{
    public string Text { get; } = text;

    public ShapeName? Owner { get; } = owner;

    public int Items { get; } = items;

    /// <summary>What the event map calls it; null where its name is made of the schemas'.</summary>
    public Model.CSharpName? Given { get; init; }

    /// <summary>Whether it is a definition, and not a member of what it is called after.</summary>
    public bool IsDefinition { get; init; }

    /// <summary>Whether it is what a whole definition or file is called, and nothing has to stand before it.</summary>
    public bool IsWhole => Owner is null && Items == 0;

    /// <summary>Where the schemas have it: its definition or file and, of what stands in one, the members that lead to it. Baselines say it.</summary>
    public string Place => Owner is null ? Last : PlaceIn(Owner.Place, this);

    private string Last => Text + string.Concat(System.Linq.Enumerable.Repeat("[]", Items));

    /// <summary>The place of something in what stands at a place.</summary>
    public static string PlaceIn(string owner, ShapeName name) => owner + (name.IsDefinition ? "#" : "/") + name.Last;

    /// <summary>The name of what a member is, where that has no name of its own.</summary>
    public ShapeName Member(string name) => new(name, this);

    /// <summary>The name of one item or value.</summary>
    public ShapeName Item() => new(Text, Owner, Items + 1) { IsDefinition = IsDefinition };

    /// <summary>
    /// Gives a name to what has none, and to all that stands in place in it. The cases of a hierarchy are called after what
    /// tells them apart.
    /// </summary>
    public void GiveTo(Shape shape)
    {
        if (shape.Name is not null || shape is DeferredShape)
        {
            return;
        }

        shape.Name = this;
        switch (shape)
        {
            case NullableShape nullable:
                GiveTo(nullable.Inner);
                break;
            case LooseShape loose:
                GiveTo(loose.Inner);
                break;
            case ListShape list:
                Item().GiveTo(list.Item);
                break;
            case MapShape map:
                Item().GiveTo(map.Value);
                break;
            case UnionShape union:
                foreach (Shape alternative in union.Alternatives)
                {
                    GiveTo(alternative);
                }

                break;
            case ObjectShape o:
                foreach (MemberShape member in o.Members)
                {
                    member.Call(Member(member.Name));
                }

                break;
        }
    }
}
