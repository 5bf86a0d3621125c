using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedWebhooks.Benchmarks.Building;

/// <summary>Emitted files with one thing taken away or changed. What is meant is found by its name, wherever it stands.</summary>
internal static partial class EmittedVariants
{
    private static readonly string[] s_json = ["Read", "Write"];

    public static IEnumerable<(string Name, string Options, IReadOnlyList<string> Sources)> Of(IReadOnlyList<SyntaxNode> files)
    {
        string[] texts = [.. files.Select(static file => file.ToFullString())];
        yield return ("as emitted", "", texts);
        yield return ("nullable annotations only", "", Nullable(texts, "enable annotations"));
        yield return ("nullable annotations and warnings", "", Nullable(texts, "enable"));
        yield return ("nullable off", "", Nullable(texts, "disable"));
        yield return ("Read and Write empty", "", Rewrite(files, new Emptied(static method => s_json.Contains(method.Identifier.Text, StringComparer.Ordinal))));
        yield return ("PrintMembers empty", "", Rewrite(files, new Emptied(static method => method.Identifier.Text == "PrintMembers")));
        yield return ("records' equality empty", "", Rewrite(files, new Equal()));
        yield return ("methods outside records empty", "", Rewrite(files, new Emptied(static method => method.Parent is not RecordDeclarationSyntax)));
        yield return ("all methods empty", "", Rewrite(files, new Emptied(static _ => true)));
        yield return ("no documentation", "", [.. texts.Select(static text => Documentation().Replace(text, ""))]);
        yield return ("with a documentation file", "-doc:Emitted.xml", texts);
        yield return ("no global::", "", [.. texts.Select(static text => text.Replace("global::", "", StringComparison.Ordinal))]);
        yield return ("one file", "", [Join(files)]);
    }

    private static string[] Nullable(string[] texts, string setting) => [.. texts.Select(text => NullableDirective().Replace(text, "#nullable " + setting))];

    private static string[] Rewrite(IEnumerable<SyntaxNode> files, CSharpSyntaxRewriter rewriter) => [.. files.Select(file => rewriter.Visit(file).ToFullString())];

    /// <summary>The members of each file's namespace behind one another, below the first file's head.</summary>
    private static string Join(IReadOnlyList<SyntaxNode> files)
    {
        FileScopedNamespaceDeclarationSyntax[] namespaces = [.. files.SelectMany(static file => file.DescendantNodes().OfType<FileScopedNamespaceDeclarationSyntax>())];
        return namespaces[0].WithMembers(SyntaxFactory.List(namespaces.SelectMany(static part => part.Members))).ToFullString();
    }

    [GeneratedRegex("^#nullable .*$", RegexOptions.Multiline)]
    private static partial Regex NullableDirective();

    [GeneratedRegex("^ *///.*\n", RegexOptions.Multiline)]
    private static partial Regex Documentation();

    /// <summary>Makes methods throw instead of what they do.</summary>
    private sealed class Emptied(Func<MethodDeclarationSyntax, bool> isMeant) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
            (node.Body is null && node.ExpressionBody is null) || !isMeant(node) ? node : node
                .WithModifiers([.. node.Modifiers.Where(static modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword))])
                .WithBody(null)
                .WithExpressionBody(SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression("throw null!")))
                .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(SyntaxFactory.LineFeed));
    }

    /// <summary>Gives each record an equality of its own that does nothing, in place of the one that the compiler makes.</summary>
    private sealed class Equal : CSharpSyntaxRewriter
    {
        private readonly HashSet<string> _records = new(StringComparer.Ordinal);

        public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node)
        {
            string name = node.Identifier.Text;
            if (!_records.Add(name))
            {
                return node;
            }

            string opened = node.Modifiers.Any(SyntaxKind.SealedKeyword) ? "" : "virtual ";
            string[] made = [$"public {opened}bool Equals({name}? other) => false;\n", "public override int GetHashCode() => 0;\n"];
            return node.AddMembers([.. made
                .Where((_, i) => !node.Members.OfType<MethodDeclarationSyntax>().Any(method => method.Identifier.Text == (i == 0 ? "Equals" : "GetHashCode")))
                .Select(static text => SyntaxFactory.ParseMemberDeclaration(text)!)]);
        }
    }
}
