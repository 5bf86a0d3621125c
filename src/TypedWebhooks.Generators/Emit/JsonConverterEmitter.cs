using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the one converter that all types of a provider name: it finds each one's own, which the library has.</summary>
internal static class JsonConverterEmitter
{
    /// <summary>Longer methods the JIT compiles without care.</summary>
    private const int TypesInMethod = 100;

    /// <param name="objects">The types that are JSON objects.</param>
    /// <param name="enums">The types that are strings.</param>
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<CSharpName> objects, IReadOnlyList<CSharpName> enums)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"{DocText.Summary($"Finds how System.Text.Json reads and writes each of {provider.Name}'s types.")}");
        EmittedFile.MarkHidden(code);
        code.Write($"{Keyword.Access(provider)} sealed class {provider.JsonConverter} : global::TypedWebhooks.Json.WebhookConverterFactory");
        code.Open();
        List<(CSharpName Type, bool IsEnum)> types = [.. objects.Select(static type => (type, false)), .. enums.Select(static type => (type, true))];
        int methods = ((types.Count - 1) / TypesInMethod) + 1;
        code.Write($"/// <inheritdoc/>");
        if (methods == 1)
        {
            code.Write($"protected override global::TypedWebhooks.Json.IWebhookConverter? Find(global::System.Type type) => type switch");
            EmitTypes(code, provider, types);
            code.Close();
            return code;
        }

        code.Write($$"""
            protected override global::TypedWebhooks.Json.IWebhookConverter? Find(global::System.Type type) =>
                type.Assembly != typeof({{provider.Root}}).Assembly ? null
            """);
        code.Indent();
        for (int i = 0; i < methods; i++)
        {
            code.Write($"{Keyword.If(i > 0, Keyword.Otherwise, Keyword.Else)}Find{i}(type){Keyword.If(i + 1 == methods, Keyword.Semicolon)}");
        }

        code.Unindent();
        for (int i = 0; i < methods; i++)
        {
            code.Write($$"""

                private static global::TypedWebhooks.Json.IWebhookConverter? Find{{i}}(global::System.Type type) => type switch
                """);
            EmitTypes(code, provider, types.Skip(i * TypesInMethod).Take(TypesInMethod));
        }

        code.Close();
        return code;
    }

    private static void EmitTypes(SourceWriter code, ProviderModel provider, IEnumerable<(CSharpName Type, bool IsEnum)> types)
    {
        code.Open();
        foreach ((CSharpName type, bool isEnum) in types)
        {
            if (isEnum)
            {
                code.Write($"_ when type == typeof({type}) => new global::TypedWebhooks.Json.WebhookEnumConverter<{type}>({type.Bare}{Keyword.TextsSuffix}.Names),");
            }
            else
            {
                code.Write($"_ when type == typeof({type}) => new global::TypedWebhooks.Json.Webhook{Keyword.If(provider.BatchPath is not null && type == provider.Batch, Keyword.Batch, Keyword.Object)}Converter<{type}>(),");
            }
        }

        code.Write($"_ => null,");
        code.Close(semicolon: true);
    }
}
