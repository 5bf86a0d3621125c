using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.Documents;

/// <summary>
/// An event that a document declares beside its schemas: one of OpenAPI's webhooks, a message of AsyncAPI, an entry of a catalogue.
/// What its body is, is said in JSON Schema's words.
/// </summary>
/// <param name="Key">What the document calls it, which may be its name on the wire.</param>
/// <param name="Place">Where it does.</param>
/// <param name="Document">The document in which its schema stands, which may be another one.</param>
/// <param name="Schema">The schema of its body; null where there is none.</param>
internal sealed record DeclaredEvent(string Key, SchemaLocation Place, SchemaDocument Document, JsonNode? Schema)
{
    /// <summary>The key without the slash that those have in front who take webhooks for paths.</summary>
    public string Name { get; } = Key.Length > 1 && Key[0] == '/' ? Key.Substring(1) : Key;

    /// <summary>Whether the key is the name on the wire wherever the body does not say otherwise.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The version that its schema describes; null where names have none.</summary>
    public string? Version { get; init; }

    /// <summary>Whether its schema is a document of its own, so that references in it are relative to that and not to the file.</summary>
    public bool IsOwnDocument { get; init; }

    public string? Description { get; init; }

    public bool IsObsolete { get; init; }

    /// <summary>The headers that come with it.</summary>
    public IReadOnlyList<DeclaredHeader> Headers { get; init; } = [];

    /// <summary>Bodies that the document gives as examples.</summary>
    public IReadOnlyList<JsonNode> Examples { get; init; } = [];

    /// <summary>Whether the schema is that of one line of a body of many.</summary>
    public bool IsLine { get; init; }

    /// <summary>The kind of form that the body is, as an event map names it; null where it is JSON.</summary>
    public string? Form { get; init; }

    /// <summary>Where the document says what kind of body it is.</summary>
    public SchemaLocation BodyPlace { get; init; } = Place;
}

/// <summary>A header that comes with an event.</summary>
/// <param name="Values">What it can be, where its schema lists that; none where it does not.</param>
/// <param name="Example">What the document has for an example; null where it has none.</param>
internal sealed record DeclaredHeader(string Name, IReadOnlyList<string> Values, string? Example)
{
    /// <param name="schema">Its schema; null where there is none.</param>
    /// <param name="example">An example beside the schema; null where there is none.</param>
    public static DeclaredHeader Of(string name, JsonNode? schema, string? example)
    {
        string[] listed = schema.Text("const") is { } constant ? [constant] : [.. schema.Items("enum").OfType<JsonString>().Select(static value => value.Value)];
        return new(name, listed, example ?? schema.Text("example") ?? (schema.Items("examples").FirstOrDefault() as JsonString)?.Value);
    }
}

/// <summary>A document that declares events, and how the schemas in it are meant.</summary>
/// <param name="BaseUri">The base of its references, where the document states one.</param>
/// <param name="RefHasSiblings">Whether keywords beside a <c>$ref</c> count.</param>
internal sealed record DeclaringDocument(SchemaDocument Document, string? BaseUri, bool RefHasSiblings, IReadOnlyList<DeclaredEvent> Events)
{
    /// <summary>Where the document says what it is.</summary>
    public SchemaLocation Place { get; init; } = Document.At(Document.Root!);

    /// <summary>What it is in which such documents declare events, to be put into a sentence where this one has none.</summary>
    public string Lacks { get; init; } = "the document declares none";

    /// <summary>Where in such documents an event map may find events, to begin with.</summary>
    public string Candidates { get; init; } = "#/components/schemas/*Event";
}
