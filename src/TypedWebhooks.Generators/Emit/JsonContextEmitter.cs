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
    private const int TypesInMethod = 100;

    /// <param name="types">All types of the provider, events first.</param>
    /// <param name="events">How many of them are events. Of very many types only these have a property each; the others are found by type.</param>
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<CSharpName> types, int events)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($$"""
            {{DocText.Summary($"What System.Text.Json needs to know to read and write {provider.Name}'s events and their parts without reflection.")}}
            /// <remarks>Use it alone, in a <c>TypeInfoResolverChain</c>, or in ASP.NET Core's <c>ConfigureHttpJsonOptions</c>.</remarks>
            """);
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
        foreach (CSharpName type in types.Take(types.Count <= TypesInMethod ? types.Count : events))
        {
            code.Write($"""
                private global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}>? _infoOf{type.Bare};

                {DocText.Summary($"How <see cref=\"global::{provider.Namespace}.{type}\"/> is read and written.")}
                public global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}> {type} => _infoOf{type.Bare} ??=
                    (global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}>)Options.GetTypeInfo(typeof({type}));

                """);
        }

        EmitResolver(code, types);
        code.Close();
        return code;
    }

    /// <summary>Looks a type up, some hundred in each method: longer ones the JIT compiles without care.</summary>
    private static void EmitResolver(SourceWriter code, IReadOnlyList<CSharpName> types)
    {
        code.Write($$"""
            /// <inheritdoc/>
            public override global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? GetTypeInfo(global::System.Type type)
            {
                Options.TryGetTypeInfo(type, out global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? typeInfo);
                return typeInfo;
            }

            global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver.GetTypeInfo(
                global::System.Type type,
                global::System.Text.Json.JsonSerializerOptions options){{Keyword.If(types.Count > TypesInMethod, Keyword.Arrow)}}
            """);
        if (types.Count <= TypesInMethod)
        {
            EmitLookup(code, types);
            return;
        }

        int methods = ((types.Count - 1) / TypesInMethod) + 1;
        code.Indent();
        for (int i = 0; i < methods; i++)
        {
            code.Write($"{Keyword.If(i > 0, Keyword.Otherwise)}Resolve{i}(type, options){Keyword.If(i + 1 == methods, Keyword.Semicolon)}");
        }

        code.Unindent();
        for (int i = 0; i < methods; i++)
        {
            code.Write($$"""

                private static global::System.Text.Json.Serialization.Metadata.JsonTypeInfo? Resolve{{i}}(
                    global::System.Type type,
                    global::System.Text.Json.JsonSerializerOptions options)
                """);
            EmitLookup(code, types.Skip(i * TypesInMethod).Take(TypesInMethod));
        }
    }

    private static void EmitLookup(SourceWriter code, IEnumerable<CSharpName> types)
    {
        code.Open();
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
    }
}
