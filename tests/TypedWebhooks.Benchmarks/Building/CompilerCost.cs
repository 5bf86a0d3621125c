using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Benchmarks.Bodies;
using TypedWebhooks.Benchmarks.Generating;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks.Building;

/// <summary>
/// Where the compiler's time goes: all that is emitted for GitHub, as plain sources, and the same with one thing taken away or
/// changed. Each run is a compiler process of its own; the variants take turns within a round.
/// </summary>
internal sealed class CompilerCost
{
    private readonly Toolchain _dotnet = new();
    private readonly string _folder;
    private readonly string[] _references;

    private CompilerCost(string folder)
    {
        _folder = folder;
        string pack = Directory.EnumerateDirectories(_dotnet.References, "10.*").MaxBy(static version => Version.Parse(Path.GetFileName(version).Split('-')[0]))!;
        _references = [.. Directory.EnumerateFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll"), Path.Combine(AppContext.BaseDirectory, "TypedWebhooks.dll")];
    }

    /// <param name="options"><c>--rounds N</c>; <c>--only NAME</c>: the variants whose names have that in them, beside the first.</param>
    /// <returns>Whether the options were understood.</returns>
    public static bool Print(string[] options)
    {
        int rounds = 5;
        string only = "";
        for (int i = 0; i < options.Length; i += 2)
        {
            string? value = i + 1 < options.Length ? options[i + 1] : null;
            if (options[i] == "--rounds" && int.TryParse(value, CultureInfo.InvariantCulture, out rounds) && rounds > 0)
            {
                continue;
            }

            if (options[i] != "--only" || value is null)
            {
                Console.Error.WriteLine("Behind --compiler: --rounds NUMBER, --only PART_OF_A_NAME.");
                return false;
            }

            only = value;
        }

        if (GitHubBodies.Folder is not { } gitHub)
        {
            Console.WriteLine("GitHub: not measured, its schemas are not at ../shared/corpus/github beside the repository.");
            return true;
        }

        string folder = Directory.CreateTempSubdirectory("typed-webhooks-compiler-").FullName;
        try
        {
            new CompilerCost(folder).Print(Emit(gitHub), rounds, only);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return true;
    }

    private static SyntaxNode[] Emit(string gitHub)
    {
        Compiler.CreateDriver(GitHubSchemas.Read(gitHub)).RunGeneratorsAndUpdateCompilation(Compiler.Compile(), out Compilation emitted, out _);
        return [.. emitted.SyntaxTrees.Select(static tree => tree.GetRoot())];
    }

    private void Print(SyntaxNode[] emitted, int rounds, string only)
    {
        List<Variant> variants = [.. EmittedVariants.Of(emitted)
            .Where((variant, i) => i == 0 || variant.Name.Contains(only, StringComparison.Ordinal))
            .Select(variant => Write(variant.Name, variant.Options, variant.Sources))];
        variants.RemoveAll(variant => !Compiles(variant));
        for (int round = 0; round < rounds; round++)
        {
            foreach (Variant variant in variants)
            {
                variant.Runs.Add(Compile(variant));
            }
        }

        double all = Processor(variants[0]);
        Console.WriteLine($"### The compiler's time on what is emitted for GitHub, medians of {rounds} rounds");
        Console.WriteLine();
        Console.WriteLine("| | processor s | less | wall s | assembly, kB | files | kB of source |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        foreach (Variant variant in variants)
        {
            double processor = Processor(variant);
            double wall = Median.Of([.. variant.Runs.Select(static run => run.Wall.TotalSeconds)]);
            long assembly = new FileInfo(Path.Combine(variant.Folder, "Emitted.dll")).Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {variant.Name} | {processor:0.0} | {all - processor:0.0} | {wall:0.0} | {assembly / 1000.0:N0} | {variant.Files:N0} | {variant.Characters / 1000.0:N0} |"));
        }

        Console.WriteLine();
    }

    private Run Compile(Variant variant) => _dotnet.Execute(variant.Folder, Path.Combine(_dotnet.Roslyn, "csc.dll"), "-noconfig", "@options.rsp");

    /// <summary>What is emitted may come to be such that a variant makes no sense of it; the others are measured all the same.</summary>
    private bool Compiles(Variant variant)
    {
        try
        {
            Compile(variant);
            return true;
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine($"Left out, since it does not compile: {variant.Name}. {e.Message.Split('\n').FirstOrDefault(static line => line.Contains("error ", StringComparison.Ordinal))}");
            return false;
        }
    }

    private static double Processor(Variant variant) => Median.Of([.. variant.Runs.Select(static run => run.Processor.TotalSeconds)]);

    private Variant Write(string name, string options, IReadOnlyList<string> sources)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, $"variant{Directory.EnumerateDirectories(_folder).Count()}")).FullName;
        foreach ((string source, int i) in sources.Select(static (source, i) => (source, i)))
        {
            File.WriteAllText(Path.Combine(folder, $"{i:0000}.cs"), source);
        }

        File.WriteAllLines(Path.Combine(folder, "options.rsp"),
        [
            // What dotnet build says as well, and warnings that only a variant can have.
            $"-nologo -target:library -out:Emitted.dll -langversion:14 -deterministic -debug:portable -optimize- -nullable:enable -nowarn:CS1591,CS1701,CS1702,CS8618,CS8632,CS8907 {options}",
            .. _references.Select(static reference => $"-r:\"{reference}\""),
            .. Enumerable.Range(0, sources.Count).Select(static i => $"{i:0000}.cs"),
        ]);
        return new(name, folder, sources.Count, sources.Sum(static source => (long)source.Length), []);
    }

    private sealed record Variant(string Name, string Folder, int Files, long Characters, List<Run> Runs);
}
