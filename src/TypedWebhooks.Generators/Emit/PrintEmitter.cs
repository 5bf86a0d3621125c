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
        Begin(code, record.Base is not null, record.IsSealed);
        foreach (MemberModel member in declared)
        {
            code.Write($".{Function(provider, member.Type)}({new StringLiteral(member.Name.Bare.Text)}, {member.Name})");
        }

        if (record is { Kind: RecordKind.Payload, Base: null } or { Kind: RecordKind.Case })
        {
            code.Write($".Names(\"AdditionalProperties\", AdditionalProperties)");
        }

        if (WireSpelling.DeclaresOriginalValues(record))
        {
            code.Write($".Names(\"OriginalValues\", OriginalValues)");
        }

        End(code);
    }

    /// <summary>The head of the function, and the text that the calls behind it add to.</summary>
    public static void Begin(SourceWriter code, bool hasBase, bool isSealed)
    {
        code.Write($$"""

            /// <summary>Writes the members that are there, for <c>ToString</c>.</summary>
            /// <param name="builder">Where they go.</param>
            /// <returns>Whether there are any.</returns>
            {{Keyword.If(hasBase, Keyword.ProtectedOverride, Keyword.If(isSealed, Keyword.Private, Keyword.ProtectedVirtual))}}bool PrintMembers(global::System.Text.StringBuilder builder) =>
            """);
        code.Indent();
        code.Write($"new global::TypedWebhooks.Json.MemberText(builder, {Keyword.If(hasBase, Keyword.BaseMembers, Keyword.False)})");
        code.Indent();
    }

    public static void End(SourceWriter code)
    {
        code.Write($".HasAny;");
        code.Unindent();
        code.Unindent();
    }

    /// <summary>Emits the functions that stop other serializers, in a record that no other one of the provider is the base of.</summary>
    public static void EmitRefusals(SourceWriter code, CSharpName record) => code.Write($$"""

        [global::System.Runtime.Serialization.OnSerializing]
        private void RefuseToBeWritten(global::System.Runtime.Serialization.StreamingContext context) =>
            throw global::TypedWebhooks.Json.OtherSerializer.Refuse(typeof({{record}}));

        [global::System.Runtime.Serialization.OnDeserializing]
        private void RefuseToBeRead(global::System.Runtime.Serialization.StreamingContext context) =>
            throw global::TypedWebhooks.Json.OtherSerializer.Refuse(typeof({{record}}));
        """);

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
