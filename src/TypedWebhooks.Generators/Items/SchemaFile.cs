
namespace TypedWebhooks.Generators.Items;

/// <summary>A schema file or an event map: its text, and what one item in the project file says of it. Equal while both are.</summary>
/// <param name="Path">Its path as the compiler has it, for whoever is told of a place in it.</param>
/// <param name="Text">Its text; null where the compiler could not read the file.</param>
/// <param name="IsMap">Whether it is an event map, which says of a provider's events what its schemas do not.</param>
internal sealed record SchemaFile(string Path, string? Text, bool IsMap, SchemaMetadata Metadata)
{
    /// <summary>Its path in one form, by which other files refer to it.</summary>
    public string Address { get; } = SchemaPath.Normalize(Path);

    /// <summary>The last part of its path.</summary>
    public string Name => Address.Substring(Address.LastIndexOf('/') + 1);
}

/// <summary>The metadata of a <c>WebhookSchema</c> item, as written; empty where the default is meant.</summary>
internal sealed record SchemaMetadata(
    string Provider,
    string Namespace,
    string Format,
    string EventType,
    string EventTypeComparison,
    string Access,
    string RequiredMembers,
    string EqualObjects,
    string Print,
    string Events,
    string JsonSchema,
    string NamePrefix = "",
    string Numbers = "",
    string Dates = "",
    string Version = "",
    string Frozen = "",
    string VersionFrom = "",
    string Baseline = "");
