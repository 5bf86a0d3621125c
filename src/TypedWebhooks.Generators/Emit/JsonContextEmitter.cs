using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits the provider's <c>JsonSerializerContext</c>, complete in itself: a partial one for System.Text.Json's generator to
/// fill in would stay empty, because generators do not see each other's output (dotnet/runtime#93439).
/// </summary>
internal static class JsonContextEmitter
{
    /// <summary>Of more types than these only the events have a property each; the others are found by type.</summary>
    private const int MaxProperties = 100;

    /// <param name="types">All types of the provider, events first.</param>
    /// <param name="events">How many of them are events.</param>
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<CSharpName> types, int events)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($$"""
            {{DocText.Summary($"What System.Text.Json needs to know to read and write {provider.Name}'s events and their parts without reflection.")}}
            /// <remarks>Use it alone, in a <c>TypeInfoResolverChain</c>, or in ASP.NET Core's <c>ConfigureHttpJsonOptions</c>.</remarks>
            """);
        code.Write($$"""
            {{Keyword.Access(provider)}} sealed partial class {{provider.JsonContext}} : global::TypedWebhooks.Json.WebhookJsonContext
            {
                /// <summary>Makes a context with the default options.</summary>
                public {{provider.JsonContext}}()
                    : base(new {{provider.JsonConverter}}(), null)
                {
                }

                /// <summary>Makes a context with options of one's own.</summary>
                /// <param name="options">The options, which belong to this context from then on.</param>
                public {{provider.JsonContext}}(global::System.Text.Json.JsonSerializerOptions options)
                    : base(new {{provider.JsonConverter}}(), options)
                {
                }

                /// <summary>The context with the default options.</summary>
                public static {{provider.JsonContext}} Default { get; } = new(new global::System.Text.Json.JsonSerializerOptions());
            """);
        code.Indent();
        foreach (CSharpName type in types.Take(types.Count <= MaxProperties ? types.Count : events))
        {
            code.Write($"""

                {DocText.Summary($"How <see cref=\"global::{provider.Namespace}.{type}\"/> is read and written.")}
                """);
            if (type == provider.Root)
            {
                // Asked for with every body.
                code.Write($"""
                    public global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}> {type} => _root ??= TypeInfo<{type}>();

                    private global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}>? _root;
                    """);
            }
            else
            {
                code.Write($"public global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}> {type} => TypeInfo<{type}>();");
            }
        }

        code.Close();
        return code;
    }
}
