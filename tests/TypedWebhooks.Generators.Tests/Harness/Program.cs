using System;
using TypedWebhooks.Generators.Tests.Generator;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>The test assembly as a program, which a test starts to have the same done by another process.</summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        if (arguments is [DeterminismTests.HashCommand])
        {
            Console.WriteLine(DeterminismTests.Hash());
        }
    }
}
