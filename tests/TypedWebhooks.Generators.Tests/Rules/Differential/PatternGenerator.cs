using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedWebhooks.Generators.Tests.Rules.Differential;

/// <summary>Random patterns that can stand for a value of a type, of all kinds that C# has.</summary>
internal sealed class PatternGenerator(Random random, Hierarchy hierarchy)
{
    private int _names;

    /// <param name="type">The static type of the value.</param>
    /// <param name="depth">How deep sub-patterns may go.</param>
    /// <param name="canDeclare">Whether a variable may be declared here; under <c>or</c> and <c>not</c> it may not.</param>
    public string Of(string type, int depth, bool canDeclare)
    {
        int kind = random.Next(20);
        if (kind == 0)
        {
            return "_";
        }

        if (kind == 1 && canDeclare)
        {
            return "var v" + _names++;
        }

        if (depth > 0 && kind is 2 or 3)
        {
            return $"({Of(type, depth - 1, canDeclare: false)} or {Of(type, depth - 1, canDeclare: false)})";
        }

        if (depth > 0 && kind == 4)
        {
            return $"({Of(type, depth - 1, canDeclare)} and {Of(type, depth - 1, canDeclare)})";
        }

        if (kind is 5 or 6)
        {
            return "not " + Parenthesized(Of(type, Math.Max(0, depth - 1), canDeclare: false));
        }

        return Simple(type, depth, canDeclare);
    }

    /// <summary>Two patterns of which always exactly one matches, null apart.</summary>
    public (string First, string Second) Complementary(string type, int depth)
    {
        switch (type.TrimEnd('?'))
        {
            case "bool":
                return ("true", "false");
            case "int" or "byte" or "double" when random.Next(2) == 0:
                string bound = Number(type);
                return type.StartsWith("double", StringComparison.Ordinal) ? ("< " + bound, ">= " + bound + " or double.NaN") : ("< " + bound, ">= " + bound);
            case "int[]" or "bool[]":
                if (random.Next(3) == 0)
                {
                    string last = Of(type.TrimEnd('?')[..^2], 0, canDeclare: false);
                    return ($"[] or [_, _, ..] or [{last}]", $"[.., not ({last})]");
                }

                int length = random.Next(3);
                string items = string.Join(", ", Enumerable.Repeat("_", length));
                return ($"{{ Length: <= {length} }}", $"[{items}{(length > 0 ? ", " : "")}_, ..]");
            case "U":
                return ("U.X", "U.Y or U.Z");
            default:
                string one = Of(type, depth, canDeclare: false);
                return (one, "not " + Parenthesized(one));
        }
    }

    private static string Parenthesized(string pattern) => "(" + pattern + ")";

    private string Simple(string type, int depth, bool canDeclare)
    {
        bool nullable = type.EndsWith('?');
        if (nullable && random.Next(4) == 0)
        {
            return random.Next(2) == 0 ? "null" : "not null";
        }

        switch (type.TrimEnd('?'))
        {
            case "bool":
                return random.Next(2) == 0 ? "true" : "false";
            case "int" or "byte" or "double":
                return random.Next(3) switch
                {
                    0 => Number(type),
                    1 => Relational() + " " + Number(type),
                    _ => $"({Relational()} {Number(type)} {(random.Next(2) == 0 ? "and" : "or")} {Relational()} {Number(type)})",
                };
            case "string":
                return random.Next(5) switch
                {
                    0 => $"{{ Length: {Of("int", 0, canDeclare)} }}",
                    1 => "['a', ..]",
                    _ => "\"" + (char)('x' + random.Next(3)) + "\"",
                };
            case "U":
                return "U." + "XYZ"[random.Next(3)];
            case "Nested":
                return Nested(depth, canDeclare);
            case "int[]" or "bool[]":
                return ListOf(type.TrimEnd('?')[..^2], depth, canDeclare);
            case "(bool, U)":
                return $"({Of("bool", depth - 1, canDeclare)}, {Of("U", depth - 1, canDeclare)})";
            case "object":
                return random.Next(5) switch
                {
                    0 => Number("int"),
                    1 => "\"x\"",
                    2 => "true",
                    3 => "Nested",
                    _ => Event("Ev", depth, canDeclare),
                };
            default:
                return Event(type.TrimEnd('?'), depth, canDeclare);
        }
    }

    private string Nested(int depth, bool canDeclare) => random.Next(7) switch
    {
        0 => "{ }",
        1 => canDeclare ? "Nested n" + _names++ : "Nested",
        2 => "not null",
        3 => $"Nested {{ T: {Of("string?", depth - 1, canDeclare)} }}",
        4 when depth > 0 => $"({Of("int", depth - 1, canDeclare)}, {Of("bool", depth - 1, canDeclare)})",
        _ => $"{{ A: {Of("int", depth - 1, canDeclare)}, B: {Of("bool", depth - 1, canDeclare)} }}",
    };

    private string ListOf(string item, int depth, bool canDeclare)
    {
        List<string> items = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(2) == 0 ? "_" : Of(item, Math.Max(0, depth - 1), canDeclare))];
        if (random.Next(2) == 0)
        {
            items.Insert(random.Next(items.Count + 1), "..");
        }

        return random.Next(6) == 0 ? $"{{ Length: {Of("int", 0, canDeclare)} }}" : "[" + string.Join(", ", items) + "]";
    }

    private string Event(string type, int depth, bool canDeclare)
    {
        IReadOnlyList<Leaf> leaves = [.. hierarchy.Leaves.Where(leaf => type is "Ev" or "T" || leaf.Parent == type)];
        if (type is "Ev" or "T" && hierarchy.Groups.Length > 0 && random.Next(4) == 0)
        {
            return hierarchy.Groups[random.Next(hierarchy.Groups.Length)];
        }

        Leaf chosen = leaves[random.Next(leaves.Count)];
        switch (random.Next(9))
        {
            case 0 or 1:
                return chosen.Name;
            case 2 when canDeclare:
                return chosen.Name + " x" + _names++;
            case 3 when depth > 0 && chosen.Parameters.Length > 1:
                return $"{chosen.Name}({string.Join(", ", chosen.Parameters.Select(parameter => Of(TypeOf(parameter), depth - 1, canDeclare)))})";
            case 4 when depth > 0 && chosen.Parameters.Length > 0:
                string parameter = chosen.Parameters[random.Next(chosen.Parameters.Length)];
                return $"{chosen.Name} {{ {NameOf(parameter)}: {Of(TypeOf(parameter), depth - 1, canDeclare)} }}";
            case 5:
                return "{ }";
            case 6 when depth > 0:
                return MemberPattern("", depth, canDeclare);
            case 7 when depth > 0:
                return MemberPattern(chosen.Name + " ", depth, canDeclare);
            case 8 when random.Next(3) == 0:
                return "Ev";
            default:
                return chosen.Name;
        }
    }

    private string MemberPattern(string type, int depth, bool canDeclare)
    {
        (string memberType, string name) = Hierarchy.RootMembers[random.Next(Hierarchy.RootMembers.Count)];
        return $"{type}{{ {name}: {Of(memberType, depth - 1, canDeclare)} }}";
    }

    private string Number(string type) => type.StartsWith("double", StringComparison.Ordinal)
        ? new[] { "0.0", "1.5", "-2.0", "double.NaN" }[random.Next(4)]
        : new[] { "0", "1", "5", "7" }[random.Next(4)];

    private string Relational() => new[] { "<", "<=", ">", ">=" }[random.Next(4)];

    private static string TypeOf(string parameter) => parameter[..parameter.LastIndexOf(' ')];

    private static string NameOf(string parameter) => parameter[(parameter.LastIndexOf(' ') + 1)..];

    /// <summary>All of one leaf, in one arm or cut in two by complementary sub-patterns.</summary>
    public IEnumerable<string> Whole(Leaf leaf)
    {
        switch (random.Next(4))
        {
            case 0:
                return [leaf.Name + " x" + _names++];
            case 1:
                (string type, string name) = Hierarchy.RootMembers[random.Next(Hierarchy.RootMembers.Count)];
                (string first, string second) = Complementary(type, 1);
                return [$"{leaf.Name} {{ {name}: {first} }}", $"{leaf.Name} {{ {name}: {second} }}"];
            case 2 when leaf.Parameters.Length > 0:
                string parameter = leaf.Parameters[random.Next(leaf.Parameters.Length)];
                (string one, string other) = Complementary(TypeOf(parameter), 1);
                return random.Next(2) == 0 || leaf.Parameters.Length < 2
                    ? [$"{leaf.Name} {{ {NameOf(parameter)}: {one} }}", $"{leaf.Name} {{ {NameOf(parameter)}: {other} }}"]
                    : [Positional(leaf, parameter, one), Positional(leaf, parameter, other)];
            default:
                return [leaf.Name];
        }
    }

    private static string Positional(Leaf leaf, string parameter, string pattern) =>
        $"{leaf.Name}({string.Join(", ", leaf.Parameters.Select(each => each == parameter ? pattern : "_"))})";
}
