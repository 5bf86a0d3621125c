using System;
using BenchmarkDotNet.Running;
using TypedWebhooks.Benchmarks.Building;
using TypedWebhooks.Benchmarks.Careful;
#if GITHUB
using TypedWebhooks.Benchmarks.Receiving;
#endif

namespace TypedWebhooks.Benchmarks;

/// <summary>
/// Without arguments: the table of docs/performance.md, in under a minute. <c>--dispatch</c>: dispatch and name lookup
/// over 5 to 1,000 events. <c>--sharing</c>: equal objects shared or not. <c>--mixed</c>: GitHub's examples in turn. <c>--load</c>: signed deliveries over loopback. <c>--first</c>: a process's first event. <c>--size</c>: IL a property. <c>--generator</c>, <c>--rules</c>, <c>--updates</c>: what the generator, the analyzers and a baseline cost. <c>--build</c>: what a user's build takes. <c>--compiler</c>: where the compiler's time goes. <c>--bdn</c>: BenchmarkDotNet's careful figures.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case []:
                ParsingTable.Print();
                WritingTable.Print();
                ColdStart.Print();
                return 0;
            case ["--parse"]:
                ParsingTable.Print();
                return 0;
            case ["--write"]:
                WritingTable.Print();
                return 0;
            case ["--cold"]:
                ColdStart.Print();
                return 0;
            case [ColdStart.Argument, string way]:
                Console.WriteLine(ColdStart.Measure(way));
                return 0;
            case ["--dispatch"]:
                DispatchTable.Print();
                return 0;
            case ["--sharing"]:
                SharingTable.Print();
                return 0;
#if GITHUB
            case ["--mixed"]:
                MixedTable.Print();
                return 0;
            case [MixedTable.Argument, string way, string bodies, string copies]:
                Console.WriteLine(MixedTable.Measure(way, bodies, copies));
                return 0;
            case ["--load"]:
                LoadTable.PrintAsync().GetAwaiter().GetResult();
                return 0;
            case [LoadServer.Argument, string way]:
                LoadServer.RunAsync(int.Parse(way, System.Globalization.CultureInfo.InvariantCulture)).GetAwaiter().GetResult();
                return 0;
            case ["--first"]:
                FirstTable.Print();
                return 0;
            case [FirstTable.Argument, string way, string assembly, string body]:
                Console.WriteLine(FirstTable.Measure(way, assembly, body));
                return 0;
#endif
            case ["--size"]:
                SizeTable.Print();
                return 0;
            case ["--generator"]:
                GeneratorCost.Print();
                return 0;
            case ["--rules"]:
                RuleCost.Print();
                return 0;
            case ["--updates"]:
                UpdateCost.Print();
                return 0;
            case ["--build", ..]:
                return BuildCost.Print(arguments[1..]) ? 0 : 1;
            case ["--compiler", ..]:
                return CompilerCost.Print(arguments[1..]) ? 0 : 1;
            case ["--bdn", ..]:
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments[1..], InProcess.Config);
                return 0;
            default:
                Console.Error.WriteLine("Arguments: none, --parse, --write, --cold, --dispatch, --sharing, --mixed, --first, --size, --generator, --rules, --updates, --build, --compiler, or --bdn and BenchmarkDotNet's own.");
                return 1;
        }
    }
}
