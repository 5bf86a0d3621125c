using System.Collections.Generic;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits how a record goes through its members, once for its equality, its hash code and its text. The compiler's own functions
/// say it three times, and their text has whole bodies, which then get into logs.
/// </summary>
internal static class VisitEmitter
{
    /// <param name="declared">The members that the record declares itself.</param>
    public static void Emit(SourceWriter code, ProviderModel provider, RecordModel record, IReadOnlyList<MemberModel> declared)
    {
        // Of the members that all records have, only names are printed: behind those that say something.
        bool isFirst = record.Base is null && record.Kind != RecordKind.Batch;
        bool hasOriginals = WireSpelling.DeclaresOriginalValues(record);
        if (declared.Count > 0 || hasOriginals)
        {
            bool isOne = declared.Count + (hasOriginals ? 1 : 0) == 1;
            Begin(code, record.Name, isFirst, isOne);
            foreach (MemberModel member in declared)
            {
                code.Write($"{Visitor(isOne)}.{Function(provider, member.Type)}({new StringLiteral(member.Name.Bare.Text)}, {member.Name}, that.{member.Name})");
            }

            if (hasOriginals)
            {
                code.Write($"{Visitor(isOne)}.AddNames(\"OriginalValues\", OriginalValues, that.OriginalValues)");
            }

            End(code, isFirst, isOne);
        }

        EmitEquality(code, record.Name, record.IsSealed);
    }

    /// <summary>What the compiler would emit at length were it not there.</summary>
    public static void EmitEquality(SourceWriter code, CSharpName record, bool isSealed) => code.Write($$"""

        /// <inheritdoc/>
        public {{Keyword.If(!isSealed, Keyword.Virtual)}}bool Equals({{record}}? other) => HasEqualMembers(other);

        /// <inheritdoc/>
        public override int GetHashCode() => HashMembers();

        /// <inheritdoc/>
        protected override bool PrintMembers(global::System.Text.StringBuilder builder) => base.PrintMembers(builder);
        """);

    /// <summary>What a line that tells the visitor a member begins with: of several, each goes on behind the one before.</summary>
    public static Keyword Visitor(bool isOne) => Keyword.If(isOne, Keyword.Members);

    /// <summary>The head of the function; the members are told to the visitor one behind the other.</summary>
    /// <param name="isFirst">Whether the members of the base record come last.</param>
    /// <param name="isOne">Whether there is only one member.</param>
    public static void Begin(SourceWriter code, CSharpName record, bool isFirst, bool isOne)
    {
        code.Write($$"""

            /// <inheritdoc/>
            protected override void Visit(global::TypedWebhooks.Json.MemberVisitor members, global::TypedWebhooks.Json.WebhookObject other)
            {
            """);
        code.Indent();
        if (!isFirst)
        {
            code.Write($"base.Visit(members, other);");
        }

        code.Write($"{record} that = ({record})other;");
        if (!isOne)
        {
            code.Write($"{Keyword.Members}");
            code.Indent();
        }
    }

    public static void End(SourceWriter code, bool isFirst, bool isOne)
    {
        if (!isOne)
        {
            code.Unindent();
        }

        code.EndStatement();
        if (isFirst)
        {
            code.Write($"base.Visit(members, other);");
        }

        code.Close();
    }

    /// <summary>Where values are not to be printed, those of records still are: they say themselves what is in them.</summary>
    private static Keyword Function(ProviderModel provider, TypeModel type) =>
        provider.PrintsValues || Speaks(type) ? Keyword.AddValue : Keyword.AddName;

    private static bool Speaks(TypeModel type) => TypeReference.Inner(type) switch
    {
        RecordType or HierarchyType => true,
        ListType list => Speaks(list.Item),
        _ => false,
    };
}
