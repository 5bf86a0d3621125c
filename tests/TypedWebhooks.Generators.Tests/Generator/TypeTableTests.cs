using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>The tables of docs/types.md: each row's schema gives the C# type that stands beside it.</summary>
public sealed partial class TypeTableTests
{
    private static readonly Lazy<IReadOnlyList<(string Schema, string Type)>> s_rows = new(static () =>
    [
        .. Row().Matches(File.ReadAllText(SharedFiles.InProject("docs/types.md"))).Select(static row => (row.Groups[1].Value, row.Groups[2].Value)),
    ]);

    private static readonly Lazy<EmittedEvents> s_events = new(static () => new(
        "Acme",
        GeneratorHarness.Acme(Schema.Of([.. s_rows.Value.Select(static (row, i) => $$"""
            { "type": "object", "properties": { "type": { "const": "row{{i}}" }, "value": {{row.Schema}} }, "required": ["type", "value"] }
            """)]))));

    public static TheoryData<int, string, string> Rows
    {
        get
        {
            TheoryData<int, string, string> rows = [];
            foreach ((int i, (string schema, string type)) in s_rows.Value.Index())
            {
                rows.Add(i, schema, type);
            }

            return rows;
        }
    }

    [Fact]
    public void Tables_AreFound() => Assert.True(s_rows.Value.Count > 30);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Schema_GivesTheTypeBesideIt(int row, string schema, string type)
    {
        Assert.NotEmpty(schema);
        PropertyInfo property = s_events.Value.Type($"Row{row}Event").GetProperty("Value")!;
        Type actual = property.PropertyType;
        if (type.StartsWith("an enum", StringComparison.Ordinal))
        {
            IEnumerable<string> listed = Enum.GetNames(actual).Select(name => $"`{name} = {(int)Enum.Parse(actual, name)}`");
            Assert.Equal(type, "an enum, " + string.Join(", ", listed));
        }
        else if (type == "a record")
        {
            Assert.NotNull(actual.GetMethod("<Clone>$"));
            Assert.Equal("Consumer.Acme", actual.Namespace);
        }
        else
        {
            Assert.Equal(type, $"`{Name(actual, property)}`");
        }
    }

    /// <summary>The type as one writes it; whether a reference may be null is asked of the property.</summary>
    private static string Name(Type type, PropertyInfo property)
    {
        NullabilityInfo nullability = new NullabilityInfoContext().Create(property);
        return Name(type) + (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "");
    }

    private static string Name(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Name(inner) + "?",
        _ when type.IsGenericType => $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(int) => "int",
        _ when type == typeof(long) => "long",
        _ when type == typeof(ulong) => "ulong",
        _ when type == typeof(double) => "double",
        _ when type == typeof(decimal) => "decimal",
        _ => type.Name,
    };

    [GeneratedRegex(@"^\| `(\{.*?\})` \| (.+?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
