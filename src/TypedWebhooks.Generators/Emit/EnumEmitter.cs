using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits a closed set of strings as an enum, and the texts of its values.</summary>
internal static class EnumEmitter
{
    public static void Emit(SourceWriter code, ProviderModel provider, EnumModel model)
    {
        code.Write($"""
            {DocText.Summary(model.Description, $"One of the values that the schema lists.")}
            """);
        EmittedFile.MarkConverter(code, provider);
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
        string[] texts = [.. model.Members.Select(static member => member.WireName)];
        code.Line();
        EmittedFile.Mark(code);
        code.Write($"internal static class {model.Name.Bare}{Keyword.TextsSuffix}");
        code.Open();
        code.Write($"// The texts of the values from 1 on.");
        code.Write($"internal static readonly global::TypedWebhooks.Json.Utf8Names Names = new(");
        code.Indent();
        if (NameLines.CanHold(texts))
        {
            code.Write($"{NameLines.Of(texts.Select(static text => (text, default(Keyword))))});");
        }
        else
        {
            code.Write($"new string[]");
            code.Open();
            foreach (string text in texts)
            {
                code.Write($"{new StringLiteral(text)},");
            }

            code.Close(parenthesis: true, semicolon: true);
        }

        code.Unindent();
        code.Close();
    }
}
