using System.Collections.Generic;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits the provider's <c>JsonSerializerContext</c>, complete in itself: a partial one for System.Text.Json's generator to
/// fill in would stay empty, because generators do not see each other's output (dotnet/runtime#93439).
/// </summary>
internal static class JsonContextEmitter
{
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<CSharpName> types)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($$"""
            {{DocText.Summary($"What System.Text.Json needs to know to read and write {provider.Name}'s events and their parts without reflection.")}}
            /// <remarks>Use it alone, in a <c>TypeInfoResolverChain</c>, or in ASP.NET Core's <c>ConfigureHttpJsonOptions</c>.</remarks>
            """);
        EmittedFile.Mark(code);
        code.Write($$"""
            {{Keyword.Access(provider)}} sealed partial class {{provider.JsonContext}} :
                global::System.Text.Json.Serialization.JsonSerializerContext,
                global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver
            {
                private static readonly global::System.Text.Json.JsonSerializerOptions s_defaultOptions = new();

                /// <summary>Makes a context with the default options.</summary>
                public {{provider.JsonContext}}()
                    : base(null)
                {
                }

                /// <summary>Makes a context with options of one's own.</summary>
                /// <param name="options">The options, which belong to this context from then on.</param>
                public {{provider.JsonContext}}(global::System.Text.Json.JsonSerializerOptions options)
                    : base(options)
                {
                }

                /// <summary>The context with the default options.</summary>
                public static {{provider.JsonContext}} Default { get; } = new(new global::System.Text.Json.JsonSerializerOptions(s_defaultOptions));

                /// <inheritdoc/>
                protected override global::System.Text.Json.JsonSerializerOptions? GeneratedSerializerOptions => s_defaultOptions;

            """);
        code.Indent();
        foreach (CSharpName type in types)
        {
            code.Write($"""
                {DocText.Summary($"How <see cref=\"global::{provider.Namespace}.{type}\"/> is read and written.")}
                public global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}> {type} =>
                    (global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}>)Options.GetTypeInfo(typeof({type}));

                """);
        }

        code.Write($$"""
            /// <inheritdoc/>
            public override global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(global::System.Type type)
            {
                Options.TryGetTypeInfo(type, out global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? typeInfo);
                return typeInfo;
            }

            global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver.GetTypeInfo(
                global::System.Type type,
                global::System.Text.Json.JsonSerializerOptions options)
            {
            """);
        code.Indent();
        foreach (CSharpName type in types)
        {
            code.Write($$"""
                if (type == typeof({{type}}))
                {
                    return global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.CreateValueInfo<{{type}}>(options, new {{type.Bare}}JsonConverter());
                }

                """);
        }

        code.Write($"return null;");
        code.Close();
        code.Close();
        return code;
    }
}
