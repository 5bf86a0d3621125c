using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhooks.Generators.Rules.Handlers;

/// <summary>
/// The identifiers that stand in a file. They hang on its tree, which an editor keeps from one compilation to the next
/// while nobody edits it: so only the edited file is looked through again.
/// </summary>
internal static class SourceWords
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> s_words = new();

    public static HashSet<string> Of(SyntaxTree tree) => s_words.GetValue(tree, static each => new HashSet<string>(
        each.GetRoot().DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText),
        StringComparer.Ordinal));

    /// <summary>The names that the file gives to types everywhere in the project.</summary>
    public static IEnumerable<string> GlobalAliases(SyntaxTree tree) => tree.GetRoot() is CompilationUnitSyntax unit
        ? unit.Usings.Where(static each => each.Alias is not null && !each.GlobalKeyword.IsKind(SyntaxKind.None)).Select(static each => each.Alias!.Name.Identifier.ValueText)
        : Enumerable.Empty<string>();
}
