using System.Collections.Generic;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits what a record's <c>ToString</c> says: what is there, and of the members that the schema does not know only the names.
/// The compiler's own would print whole bodies, and into logs.
/// </summary>
internal static class PrintEmitter
{
    /// <param name="declared">The members that the record declares itself.</param>
    public static void Emit(SourceWriter code, ProviderModel provider, RecordModel record, IReadOnlyList<MemberModel> declared)
    {
        Begin(code, isFirst: record.Base is null);
        foreach (MemberModel member in declared)
        {
            code.Write($".{Function(provider, member.Type)}({new StringLiteral(member.Name.Bare.Text)}, {member.Name})");
        }

        if (record is { Kind: RecordKind.Payload, Base: null } or { Kind: RecordKind.Case })
        {
            code.Write($".Names(\"AdditionalProperties\", AdditionalProperties)");
        }

        if (WireSpelling.DeclaresOriginalValues(record) || (record.Base is null && WireSpelling.HasOriginalValues(record)))
        {
            code.Write($".Names(\"OriginalValues\", OriginalValues)");
        }

        End(code);
    }

    /// <summary>The head of the function, and the text that the calls behind it add to.</summary>
    /// <param name="isFirst">Whether nothing of the base record's stands before: of those that all records have, the names come last.</param>
    public static void Begin(SourceWriter code, bool isFirst)
    {
        code.Write($$"""

            /// <inheritdoc/>
            protected override bool PrintMembers(global::System.Text.StringBuilder builder) =>
            """);
        code.Indent();
        code.Write($"new global::TypedWebhooks.Json.MemberText(builder, {Keyword.If(isFirst, Keyword.False, Keyword.BaseMembers)})");
        code.Indent();
    }

    public static void End(SourceWriter code)
    {
        code.Write($".HasAny;");
        code.Unindent();
        code.Unindent();
    }

    /// <summary>Where values are not to be printed, those of records still are: they say themselves what is in them.</summary>
    private static Keyword Function(ProviderModel provider, TypeModel type) =>
        provider.PrintsValues || Speaks(type) ? Keyword.PrintValue : Keyword.PrintName;

    private static bool Speaks(TypeModel type) => TypeReference.Inner(type) switch
    {
        RecordType or HierarchyType => true,
        ListType list => Speaks(list.Item),
        _ => false,
    };
}
