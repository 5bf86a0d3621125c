using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Generators.Items;

/// <summary>A place in one of the provider's schema files.</summary>
internal readonly record struct SchemaLocation(SchemaFile File, TextSpan Span);
