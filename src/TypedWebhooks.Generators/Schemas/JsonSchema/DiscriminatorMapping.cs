using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>OpenAPI's <c>discriminator</c> (3.1, clause 4.8.25): the member that says which schema an object has, and its values.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Entries">The values that the document lists, each with a reference to its schema; none where the schemas' names are the values.</param>
internal sealed record DiscriminatorMapping(string Member, IReadOnlyList<(string Value, JsonString Reference)> Entries)
{
    public static DiscriminatorMapping? Of(JsonObject schema)
    {
        if (schema.Get("discriminator") is not { } discriminator || discriminator.Text("propertyName") is not { } member)
        {
            return null;
        }

        List<(string, JsonString)> entries = [];
        foreach (JsonMember entry in discriminator.Members("mapping"))
        {
            if (entry.Value is JsonString target)
            {
                entries.Add((entry.Name, Reference(target)));
            }
        }

        return new(member, entries);
    }

    /// <summary>The references of a schema's mapping, which lead to schemas like any others.</summary>
    public static IEnumerable<JsonString> References(JsonObject schema) => Of(schema)?.Entries.Select(static entry => entry.Reference) ?? [];

    /// <summary>A value of the mapping as a reference: it may be the bare name of one of the document's components.</summary>
    private static JsonString Reference(JsonString target) =>
        target.Value.IndexOfAny(['#', '/', '.']) >= 0 ? target : new(target.Span, "#/components/schemas/" + JsonPointer.Escape(target.Value));
}
