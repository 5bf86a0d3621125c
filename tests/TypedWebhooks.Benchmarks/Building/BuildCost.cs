using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks.Building;

/// <summary>
/// What a user's build takes after a change of any C# file: <c>dotnet build</c> of projects that reference the library and the
/// generator as the package would, beside one that does not. The projects take turns within a round.
/// </summary>
internal sealed class BuildCost
{
    /// <summary>From there on the compiler server's own code is compiled as well as it will be.</summary>
    private const int WarmingRounds = 6;

    private readonly Toolchain _dotnet = new();
    private readonly int _rounds;

    private BuildCost(int rounds) => _rounds = rounds;

    /// <param name="options"><c>--with FOLDER</c>: other binaries beside the repository's own, as often as one likes; <c>--rounds N</c>; <c>--linear</c>: growing parts of GitHub; <c>--only NAME</c>: the projects whose names have that in them, beside the plain one.</param>
    /// <returns>Whether the options were understood.</returns>
    public static bool Print(string[] options)
    {
        List<Binaries> binaries = [Binaries.Built()];
        int rounds = 5;
        bool isLinear = false;
        string only = "";
        for (int i = 0; i < options.Length; i++)
        {
            string? value = i + 1 < options.Length ? options[i + 1] : null;
            switch (options[i])
            {
                case "--linear":
                    isLinear = true;
                    break;
                case "--only" when value is not null:
                    only = value;
                    i++;
                    break;
                case "--with" when value is not null && Directory.Exists(value):
                    binaries.Insert(binaries.Count - 1, Binaries.In(value));
                    i++;
                    break;
                case "--rounds" when int.TryParse(value, CultureInfo.InvariantCulture, out int given) && given > 0:
                    rounds = given;
                    i++;
                    break;
                default:
                    Console.Error.WriteLine("Behind --build: --with FOLDER, --rounds NUMBER, --linear, --only PART_OF_A_NAME.");
                    return false;
            }
        }

        string root = Directory.CreateTempSubdirectory("typed-webhooks-build-").FullName;
        try
        {
            new BuildCost(rounds).Print([.. ConsumerProjects.Write(root, binaries, isLinear).Where((project, i) => i == 0 || project.Name.Contains(only, StringComparison.Ordinal))]);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }

        return true;
    }

    private void Print(IReadOnlyList<ConsumerProject> projects)
    {
        foreach (ConsumerProject project in projects)
        {
            _dotnet.Execute(project.Folder, "restore", "-v:q");
            _dotnet.Execute(project.Folder, "build", "--no-restore", "-v:q", "-p:UseSharedCompilation=false", "-p:EmitCompilerGeneratedFiles=true");
            project.CountEmitted();
        }

        try
        {
            Print("with the compiler server", projects, WarmingRounds, isShared: true);
        }
        finally
        {
            _dotnet.EndCompilerServer();
        }

        Print("without a compiler server", projects, warmingRounds: 1, isShared: false);
    }

    private void Print(string how, IReadOnlyList<ConsumerProject> projects, int warmingRounds, bool isShared)
    {
        Dictionary<ConsumerProject, List<double>> times = projects.ToDictionary(static project => project, static _ => new List<double>());
        for (int round = -warmingRounds; round < _rounds; round++)
        {
            foreach (ConsumerProject project in projects)
            {
                double time = Build(project, isShared);
                if (round >= 0)
                {
                    times[project].Add(time);
                }
            }
        }

        List<double> plain = times[projects[0]];
        Console.WriteLine($"### A build after a change of a C# file, {how}, medians of {_rounds} rounds");
        Console.WriteLine();
        Console.WriteLine("| | seconds | added | assembly, kB | files emitted | kB emitted |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (ConsumerProject project in projects)
        {
            double added = Median.Of([.. times[project].Zip(plain, static (mine, theirs) => mine - theirs)]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {project.Name} | {Median.Of(times[project]):0.00} | {added:0.00} | {project.AssemblyBytes / 1000.0:N0} | {project.EmittedFiles:N0} | {project.EmittedBytes / 1000.0:N0} |"));
        }

        Console.WriteLine();
    }

    private double Build(ConsumerProject project, bool isShared)
    {
        project.Change();
        return _dotnet.Execute(project.Folder, ["build", "--no-restore", "-v:q", .. _dotnet.Compiler(isShared)]).Wall.TotalSeconds;
    }
}
