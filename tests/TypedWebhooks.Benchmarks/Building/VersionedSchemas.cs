using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace TypedWebhooks.Benchmarks.Building;

/// <summary>
/// A made-up provider of the kind that gives each version of an event a schema of its own: ten families of twenty versions,
/// each of some sixty members, of which a version changes a few.
/// </summary>
internal static class VersionedSchemas
{
    private const int Families = 10;
    private const int Versions = 20;

    private static readonly string[] s_types =
    [
        """{ "type": "string" }""",
        """{ "type": "integer" }""",
        """{ "type": "boolean" }""",
        """{ "type": "string", "format": "date-time" }""",
        """{ "type": ["string", "null"] }""",
        """{ "type": "string", "format": "uuid" }""",
        """{ "type": "number" }""",
        """{ "type": "array", "items": { "type": "string" } }""",
    ];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (int family in Enumerable.Range(1, Families))
        {
            foreach (int version in Enumerable.Range(1, Versions))
            {
                File.WriteAllText(Path.Combine(folder, $"family{family}.v{version}.schema.json"), Schema(family, version));
            }
        }
    }

    /// <summary>Forty members at the top, and twenty in objects below it. Each version drops one member, adds one, and gives one another type.</summary>
    private static string Schema(int family, int version)
    {
        List<string> members =
        [
            $$""" "type": { "const": "family{{family}}.changed.v{{version}}" } """,
            .. Enumerable.Range(version, 36).Select(i => Member($"family{family}_value{i}", i + family + (i == version + 20 ? 1 : 0))),
            $$""" "state": { "enum": ["draft", "sent", "done", "state{{family}}"] } """,
            $$""" "customer": {{Object("customer", 8, version / 10)}} """,
            $$""" "address": {{Object("address", 8, family)}} """,
            $$""" "lines": { "type": "array", "items": {{Object("line", 4, 0)}} } """,
        ];
        return $$"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Family {{family}} changed, version {{version}}",
              "type": "object",
              "required": ["type", "state", "customer", "lines"],
              "properties": {
                {{string.Join(",\n    ", members)}}
              }
            }
            """;
    }

    private static string Object(string name, int members, int seed) =>
        $$"""{ "type": "object", "required": ["{{name}}_id"], "properties": { "{{name}}_id": { "type": "string" }, {{string.Join(", ", Enumerable.Range(1, members - 1).Select(i => Member($"{name}_value{i}", i + seed)))}} } }""";

    private static string Member(string name, int type) => $"\"{name}\": {s_types[type % s_types.Length]}";
}
