using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits a closed set of strings as an enum, and its converter.</summary>
internal static class EnumEmitter
{
    public static SourceWriter Emit(ProviderModel provider, EnumModel model)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"""
            {DocText.Summary(model.Description, $"One of the values that the schema lists.")}
            [global::System.Text.Json.Serialization.JsonConverter(typeof({model.Name.Bare}JsonConverter))]
            """);
        EmittedFile.Mark(code);
        code.Write($"{Keyword.Access(provider)} enum {model.Name}");
        code.Open();
        code.Write($"""
            /// <summary>A value that the schema does not list. The record that has it keeps its text in <c>OriginalValues</c>.</summary>
            Unrecognized = 0,
            """);
        for (int i = 0; i < model.Members.Count; i++)
        {
            code.Write($"""

                {DocText.Summary($"<c>{model.Members[i].WireName}</c>")}
                {model.Members[i].Name} = {i + 1},
                """);
        }

        code.Close();
        code.Write($"""

            {DocText.Summary($"Reads and writes <see cref=\"{model.Name}\"/> as JSON.")}
            """);
        EmittedFile.MarkHidden(code);
        code.Write($$"""
            {{Keyword.Access(provider)}} sealed class {{model.Name.Bare}}JsonConverter : global::TypedWebhooks.Json.WebhookEnumConverter<{{model.Name}}>
            {
                // The texts of the values from 1 on.
                internal static readonly global::TypedWebhooks.Json.Utf8Names Texts = new(
                    new string[]
                    {
            """);
        code.Indent();
        code.Indent();
        code.Indent();
        foreach (EnumMemberModel member in model.Members)
        {
            code.Write($"{new StringLiteral(member.WireName)},");
        }

        code.Unindent();
        code.Unindent();
        code.Unindent();
        code.Write($$"""
                    });

                /// <summary>Makes the converter.</summary>
                public {{model.Name.Bare}}JsonConverter()
                    : base(Texts)
                {
                }

                internal static {{model.Name}} Read(ref global::TypedWebhooks.Json.WebhookReader reader) => ({{model.Name}})reader.ReadEnum(Texts);
            }
            """);
        return code;
    }
}
