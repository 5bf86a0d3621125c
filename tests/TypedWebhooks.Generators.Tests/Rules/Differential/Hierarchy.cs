using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace TypedWebhooks.Generators.Tests.Rules.Differential;

/// <summary>A random set of three to eight events, some of them in groups, as an open root that is marked and as a <c>closed</c> one.</summary>
internal sealed class Hierarchy
{
    private static readonly string[] s_parameters = ["int Q", "bool R", "string? W", "U V", "Nested N", "string Z", "byte Y", "double D"];

    public Hierarchy(Random random)
    {
        int leaves = random.Next(3, 9);
        int groups = random.Next(0, 3);
        Groups = [.. Enumerable.Range(0, groups).Select(static i => "G" + i)];
        for (int i = 0; i < leaves; i++)
        {
            // A group without events would be complete by itself; the first ones get one each.
            string parent = i < groups ? Groups[i] : random.Next(3) == 0 && groups > 0 ? Groups[random.Next(groups)] : "Ev";
            int count = random.Next(0, 4);
            string[] parameters = [.. s_parameters.OrderBy(_ => random.Next()).Take(count)];
            Leaves.Add(new Leaf("L" + i, parent, parameters));
        }
    }

    public string[] Groups { get; }

    public List<Leaf> Leaves { get; } = [];

    /// <summary>Members of the root: their types and names.</summary>
    public static IReadOnlyList<(string Type, string Name)> RootMembers { get; } =
        [("int", "P"), ("string", "Id"), ("Nested", "Inner"), ("Nested?", "Opt"), ("U", "Kind"), ("bool", "Flag"), ("int[]", "Items"), ("bool[]", "Bits"), ("object", "Any"), ("Ev?", "Next"), ("int?", "Maybe"), ("(bool, U)", "Pair")];

    public string Declare(bool closed)
    {
        StringBuilder code = new();
        string modifier = closed ? "closed" : "abstract";
        code.AppendLine(closed
            ? "namespace System.Runtime.CompilerServices { [System.AttributeUsage(System.AttributeTargets.Class)] public sealed class IsClosedTypeAttribute : System.Attribute { } }"
            : "");
        code.AppendLine("namespace N {");
        code.AppendLine("public enum U { X, Y, Z }");
        code.AppendLine("public sealed record Nested(int A, bool B) { public string? T { get; init; } }");
        code.AppendLine(closed ? "" : $"[TypedWebhooks.WebhookEvents({string.Join(", ", Leaves.Select(static leaf => $"typeof({leaf.Name})"))})]");
        code.AppendLine($"public {modifier} record Ev {{ {string.Concat(RootMembers.Select(static member => $"public {member.Type} {member.Name} {{ get; init; }} = default!; "))} }}");
        foreach (string group in Groups)
        {
            code.AppendLine($"public {modifier} record {group} : Ev {{ public int Grouped {{ get; init; }} }}");
        }

        foreach (Leaf leaf in Leaves)
        {
            code.AppendLine(leaf.Declaration);
        }

        return code.AppendLine("}").ToString();
    }
}

/// <summary>An event of the set.</summary>
/// <param name="Name">Its type.</param>
/// <param name="Parent">The root or a group.</param>
/// <param name="Parameters">Type and name of each positional member.</param>
internal sealed record Leaf(string Name, string Parent, string[] Parameters)
{
    public string Declaration => $"public sealed record {Name}({string.Join(", ", Parameters)}) : {Parent};";
}
