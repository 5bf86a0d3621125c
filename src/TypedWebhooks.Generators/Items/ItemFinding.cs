using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>
/// Something that is wrong with metadata of an item, found when its provider was read. Where in the project file that is, is looked
/// up apart: what a project file says beside it plays no part in the reading.
/// </summary>
/// <param name="Provider">The provider that the item is of.</param>
/// <param name="Value">The metadata's whole value.</param>
/// <param name="Part">The part of a list that is wrong; null where it is the list.</param>
/// <param name="SchemaFile">Where to say it if no project file has the item.</param>
internal sealed record ItemFinding(string Provider, string Metadata, string Value, string? Part, string Why, LocationInfo SchemaFile)
{
    public DiagnosticInfo At(ItemPlace? place) => DiagnosticInfo.Create(
        Descriptors.TWH2011_InvalidMetadata,
        place?.Location ?? SchemaFile,
        $"{Metadata}=\"{Part ?? Value}\"",
        place?.Item ?? "WebhookSchema",
        Why);
}
