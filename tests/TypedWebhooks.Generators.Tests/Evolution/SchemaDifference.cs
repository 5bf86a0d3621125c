using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>What differs between two JSON documents, as a person would show it: one member a line, small values in one, and the lines around.</summary>
internal static class SchemaDifference
{
    /// <summary>Lines of what stays around what changes.</summary>
    private const int Around = 3;

    private const int Width = 92;

    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines of a difference; none where there is nothing.</summary>
    public static string[] Of(string old, string now) => OfLines(Print(old), Print(now));

    /// <summary>A document in one line.</summary>
    public static string InLine(string json) => InLine(JsonNode.Parse(json));

    public static string[] OfLines(string[] old, string[] now)
    {
        List<(char Mark, string Line)> all = Align(old, now);
        bool[] near = [.. all.Select((_, i) => Enumerable.Range(i - Around, (2 * Around) + 1).Any(j => j >= 0 && j < all.Count && all[j].Mark != ' '))];
        List<string> lines = [];
        for (int i = 0; i < all.Count; i++)
        {
            if (near[i])
            {
                lines.AddRange(i > 0 && !near[i - 1] && lines.Count > 0 ? [" ..."] : []);
                lines.Add($"{all[i].Mark}{all[i].Line}");
            }
        }

        return [.. lines];
    }

    /// <summary>Old and new lines in one order, with as many in common as there can be. A comma at the end of a line is no difference.</summary>
    private static List<(char Mark, string Line)> Align(string[] old, string[] now)
    {
        int[,] common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = Same(old[i], now[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<(char, string)> lines = [];
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && Same(old[i], now[j]))
            {
                lines.Add((' ', now[j].Length > old[i].Length ? now[j] : old[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', old[i++]));
            }
            else
            {
                lines.Add(('+', now[j++]));
            }
        }

        return lines;
    }

    private static bool Same(string a, string b) => a.TrimEnd(',') == b.TrimEnd(',');

    private static string[] Print(string json)
    {
        List<string> lines = [];
        Print(lines, "", "", JsonNode.Parse(json), "");
        return [.. lines];
    }

    private static void Print(List<string> lines, string indent, string name, JsonNode? node, string end)
    {
        if (node is null or JsonValue || (indent.Length > 0 && !HasMembers(node) && indent.Length + name.Length + InLine(node).Length <= Width))
        {
            lines.Add(indent + name + InLine(node) + end);
            return;
        }

        (string Name, JsonNode? Node)[] parts = node is JsonObject members
            ? [.. members.Where(static member => member is not { Key: "$defs", Value: JsonObject { Count: 0 } }).Select(static member => (Quote(member.Key) + ": ", member.Value))]
            : [.. node.AsArray().Select(static item => ("", item))];
        lines.Add(indent + name + (node is JsonObject ? "{" : "["));
        for (int i = 0; i < parts.Length; i++)
        {
            Print(lines, indent + "  ", parts[i].Name, parts[i].Node, i < parts.Length - 1 ? "," : "");
        }

        lines.Add(indent + (node is JsonObject ? "}" : "]") + end);
    }

    /// <summary>Whether members are described in it, each of which has a line of its own.</summary>
    private static bool HasMembers(JsonNode? node) => node switch
    {
        JsonObject members => members.Any(static member => member.Key is "properties" or "$defs" || HasMembers(member.Value)) || (node.GetPropertyNameOrNull() is "properties" or "$defs" && members.Count > 0),
        JsonArray items => items.Any(HasMembers),
        _ => false,
    };

    private static string? GetPropertyNameOrNull(this JsonNode node) => node.Parent is JsonObject ? node.GetPropertyName() : null;

    private static string InLine(JsonNode? node) => node switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject members => "{ " + string.Join(", ", members.Select(static member => Quote(member.Key) + ": " + InLine(member.Value))) + " }",
        JsonArray items => "[" + string.Join(", ", items.Select(InLine)) + "]",
        null => "null",
        _ => node.ToJsonString(s_plain),
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text, s_plain);
}
