using System;
using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.EventMaps;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>The names that an event map gives to schemas. They come before those that the schemas have for themselves.</summary>
internal sealed class GivenNames(EventMap map, SchemaSet schemas, SchemaDiagnostics diagnostics)
{
    private readonly Dictionary<string, string> _places = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<ShapeName> Give(SchemaNames names)
    {
        List<ShapeName> given = [];
        foreach ((JsonString reference, JsonString name) in map.Types)
        {
            if (schemas.Locate(map.Document, reference) is not { } target)
            {
                string? nearest = Nearest(reference.Value, names);
                Say(reference, $"'{reference.Value}' leads nowhere: none of the provider's schemas has it" + (nearest is null ? "" : $"; did you mean '{nearest}'?"));
            }
            else if (names.Of(target.Node) is not null)
            {
                Say(reference, $"What '{reference.Value}' leads to has a name by another entry already");
            }
            else if (_places.TryGetValue(name.Value, out string? place))
            {
                Say(name, $"Two types are called '{name.Value}'; the first one is '{place}'");
            }
            else
            {
                ShapeName shape = new(name.Value) { Given = new CSharpName(name.Value) };
                _places.Add(name.Value, reference.Value);
                names.Add(target.Node, shape);
                given.Add(shape);
            }
        }

        return given;
    }

    /// <summary>The definition that was probably meant, referred to in the same way.</summary>
    private static string? Nearest(string reference, SchemaNames names)
    {
        int slash = reference.LastIndexOf('/');
        return slash < 0 || reference.IndexOf('#') < 0 ? null
            : NearestName.Find(reference.Substring(slash + 1), names.Definitions.Select(static definition => definition.Key)) is { } key
                ? reference.Substring(0, slash + 1) + key
                : null;
    }

    private void Say(JsonString place, string message) =>
        diagnostics.Report(Descriptors.TWH2012_InvalidEventMap, map.Document.At(place), message);
}
