using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>What holds only where a condition does.</summary>
internal sealed partial class ShapeReader
{
    /// <summary>What <c>if</c> decides: members of either branch may come, and where the other one holds they may be anything.</summary>
    private void AddConditional(SchemaNode schema, JsonObject keywords, List<Part> parts)
    {
        if (!keywords.TryGet("if", out _))
        {
            return;
        }

        List<ObjectShape> branches = [];
        foreach (string branch in (string[])["then", "else"])
        {
            if (keywords.TryGet(branch, out JsonNode? consequence)
                && Finished(Read(schema.In(consequence))) is { } shape && Objects.In(shape) is { } members)
            {
                branches.Add(members);
            }
        }

        if (branches.Count > 0)
        {
            parts.Add(new(new LooseShape(Objects.Conditional(OneOfObjects(schema, branches))), IsReference: false));
        }
    }

    /// <summary>A member on which several conditions decide is what any of them says.</summary>
    private void UniteConditional(SchemaNode schema, ObjectShape shape)
    {
        foreach (IGrouping<string, MemberShape> group in shape.Members
            .Where(static member => member.IsConditional)
            .GroupBy(static member => member.Name)
            .Where(static group => group.Skip(1).Any())
            .ToList())
        {
            List<Shape> stated = [.. group.Select(static member => member.Shape is LooseShape loose ? loose.Inner : member.Shape).Distinct()];
            if (stated.Count > 1)
            {
                MemberShape first = group.First();
                Shape either = Objects.Conditional(Either(schema, stated));
                int place = shape.Members.IndexOf(first);
                shape.Members.RemoveAll(group.Contains);
                shape.Members.Insert(place, new(first.Name, either, isRequired: false, first.Location) { Description = first.Description, IsObsolete = first.IsObsolete });
            }
        }
    }
}
