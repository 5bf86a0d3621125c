using System.Linq;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits the JSON Schemas of a provider's types, as the records have them and not as the provider wrote them: one text, a line a
/// type, which a program that does not ask for it is trimmed of.
/// </summary>
internal static class JsonSchemaEmitter
{
    public static SourceWriter Emit(EventCatalog catalog)
    {
        ProviderModel provider = catalog.Provider;
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"{DocText.Summary($"The JSON Schemas of {provider.Name}'s events and their parts, for those who describe an API: System.Text.Json sees none in a type that has a converter.")}");
        EmittedFile.Mark(code);
        code.Write($$"""
            {{Keyword.Access(provider)}} static class {{provider.JsonSchema}}
            {
                internal static readonly global::TypedWebhooks.Json.JsonSchemas Schemas = new(typeof({{provider.Root}}), static () => Text);

            """);
        code.Indent();
        code.Write($"private static global::System.ReadOnlySpan<byte> Text =>");
        code.Indent();
        code.Write($"\"\"\"");
        code.Write($"{{");
        SchemaLines lines = new(catalog);
        int last = lines.Count - 1;
        foreach ((CSharpName name, SchemaJson schema) in lines.All)
        {
            code.Write($"{SchemaJson.Text(name.Bare.Text)}:{schema}{Keyword.If(last-- > 0, Keyword.Comma)}");
        }

        code.Write($"}}");
        code.Write($"\"\"\"u8;");
        code.Unindent();
        code.Write($$"""

            /// <summary>The schema of a type, complete in itself.</summary>
            /// <param name="type">An event, a group of events, or a part of one.</param>
            /// <returns>The schema, which is the caller's to change; null where the type is none of these.</returns>
            public static global::System.Text.Json.Nodes.JsonObject? Of(global::System.Type type) => Schemas.Of(type);

            /// <summary>
            /// Puts the schema of a type in the place of the one that <c>JsonSchemaExporter</c> has found:
            /// <c>TransformSchemaNode = (context, schema) => {{provider.JsonSchema.Bare}}.Transform(context.TypeInfo.Type, context.Path, schema)</c>.
            /// </summary>
            /// <param name="type">The type that the exporter has come to.</param>
            /// <param name="path">Where in the whole schema that is.</param>
            /// <param name="schema">What the exporter has found, for types that are others.</param>
            /// <returns>The schema.</returns>
            public static global::System.Text.Json.Nodes.JsonNode Transform(
                global::System.Type type,
                global::System.ReadOnlySpan<string> path,
                global::System.Text.Json.Nodes.JsonNode schema) => Schemas.Transform(type, path, schema);
            """);
        code.Close();
        return code;
    }
}
