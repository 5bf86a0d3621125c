using System;
using System.Collections.Generic;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks;

/// <summary>Prints scores as Markdown, ready for docs/performance.md.</summary>
internal static class Report
{
    /// <param name="title">What was measured.</param>
    /// <param name="rivalName">The method of the third column, in short.</param>
    /// <param name="scores">The scores; the first is the measure of the second column.</param>
    /// <param name="rival">The measure of the third column.</param>
    public static void Print(string title, string rivalName, IReadOnlyList<Score> scores, Score rival)
    {
        Console.WriteLine($"### {title}");
        Console.WriteLine();
        Console.WriteLine($"| | × the first | × {rivalName} | ns | bytes |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
        foreach (Score score in scores)
        {
            Console.WriteLine($"| {score.Name} | {score.Ratio:0.00} | {score.To(rival):0.000} | {score.Nanoseconds:N0} | {score.Bytes:N0} |");
        }

        Console.WriteLine();
    }
}
