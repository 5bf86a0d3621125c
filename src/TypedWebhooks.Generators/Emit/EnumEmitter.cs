using System.Collections.Generic;
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
        List<EnumMemberModel> members = [.. model.Members.OrderBy(static member => member.Number)];
        foreach (EnumMemberModel member in members)
        {
            code.Write($"""

                {DocText.Summary($"<c>{member.WireName}</c>")}
                {member.Name} = {member.Number},
                """);
        }

        code.Close();
        code.Line();
        EmittedFile.Mark(code);
        code.Write($"internal static class {model.Name.Bare}{Keyword.TextsSuffix}");
        code.Open();
        if (members[members.Count - 1].Number == members.Count)
        {
            code.Write($"// The texts of the values from 1 on.");
            code.Write($"internal static readonly global::TypedWebhooks.Json.Utf8Names Names = new(");
        }
        else
        {
            code.Write($"// The values and their texts.");
            code.Write($"internal static readonly global::TypedWebhooks.Json.Utf8Names Names = global::TypedWebhooks.Json.Utf8Names.Numbered({NumberList.Of([.. members.Select(static member => member.Number)])},");
        }

        NameLines.Write(code, [.. members.Select(static member => member.WireName)]);
        code.Close();
    }
}
