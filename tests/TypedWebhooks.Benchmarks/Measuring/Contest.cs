using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime;
using System.Threading;

namespace TypedWebhooks.Benchmarks.Measuring;

/// <summary>One way of doing the thing that is measured.</summary>
/// <param name="Name">What it is, for the table.</param>
/// <param name="Run">Does it once. What it returns is thrown away.</param>
internal sealed record Method(string Name, Func<object?> Run);

/// <summary>What came out for a method.</summary>
/// <param name="Name">The method.</param>
/// <param name="Nanoseconds">The median time of one run.</param>
/// <param name="Ratios">In each round, the method's time over that of the first method.</param>
/// <param name="Bytes">What one run allocates.</param>
internal sealed record Score(string Name, double Nanoseconds, IReadOnlyList<double> Times, IReadOnlyList<double> Ratios, long Bytes)
{
    public double Ratio => Median.Of(Ratios);

    /// <summary>The median of the rounds' ratios to another method.</summary>
    public double To(Score other) => Median.Of([.. Times.Zip(other.Times, static (mine, theirs) => mine / theirs)]);
}

/// <summary>
/// Measures several ways of doing one thing so that a machine's mood does not decide: they take turns within one process,
/// a millisecond each, and only times of the same round are compared.
/// </summary>
internal static class Contest
{
    private const double SliceSeconds = 0.0008;

    public static IReadOnlyList<Score> Run(IReadOnlyList<Method> methods, int rounds = 101)
    {
        int[] counts = [.. methods.Select(Calibrate)];
        double[][] times = [.. methods.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < methods.Count; turn++)
            {
                // Each round begins with another method, so that none always follows the same one.
                int i = (round + turn) % methods.Count;
                times[i][round] = Time(methods[i].Run, counts[i]) / counts[i];
            }
        }

        return
        [
            .. methods.Select((method, i) => new Score(
                method.Name,
                Median.Of(times[i]) * 1e9,
                times[i],
                [.. times[i].Zip(times[0], static (mine, first) => mine / first)],
                Allocated(method.Run))),
        ];
    }

    /// <summary>
    /// Runs methods until the JIT is through with its last tier, for which it may first have thousands of others to do; best all
    /// that a program is going to measure.
    /// </summary>
    public static void WarmUp(IReadOnlyList<Method> methods)
    {
        const int fewest = 5, most = 60;
        bool isBusy = true;
        for (int pass = 0; pass < fewest || (isBusy && pass < most); pass++)
        {
            foreach (Method method in methods)
            {
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < 40 || (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 15 && i < 20_000); i++)
                {
                    method.Run();
                }
            }

            long compiled = JitInfo.GetCompiledMethodCount();
            Thread.Sleep(300);
            isBusy = JitInfo.GetCompiledMethodCount() > compiled;
        }
    }

    private static int Calibrate(Method method)
    {
        double best = double.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            best = Math.Min(best, Time(method.Run, 8) / 8);
        }

        return Math.Clamp((int)(SliceSeconds / best), 1, 200_000);
    }

    private static double Time(Func<object?> run, int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            run();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static long Allocated(Func<object?> run)
    {
        const int count = 64;
        run();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < count; i++)
        {
            run();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / count;
    }
}

/// <summary>The value in the middle.</summary>
internal static class Median
{
    public static double Of(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
