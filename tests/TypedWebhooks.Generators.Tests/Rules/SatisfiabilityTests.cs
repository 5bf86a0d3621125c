using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Exhaustiveness;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>The engine by itself, on formulas that no pattern is needed for.</summary>
public sealed class SatisfiabilityTests
{
    [Theory]
    [InlineData(3, false)]
    [InlineData(5, false)]
    [InlineData(12, null)] // Case by case it takes longer than the universe has time.
    public void PigeonsWithTooFewHoles_ImpossibleOrGivenUp(int pigeons, bool? expected) =>
        Assert.Equal(expected, Holds(Housed(pigeons, pigeons - 1)));

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void PigeonsWithEnoughHoles_Possible(int pigeons) => Assert.True(Holds(Housed(pigeons, pigeons)));

    [Fact]
    public void QuestionAndItsOpposite_Impossible()
    {
        Formula question = new Formula.FreeTest();
        Assert.False(Holds(Formula.And(question, Formula.Not(question))));
        Assert.True(Holds(Formula.Or(question, Formula.Not(question))));
        Assert.True(Holds(Formula.And(question, Formula.Not(new Formula.FreeTest()))));
    }

    [Fact]
    public void DeepNesting_GivenUpWithoutCrash()
    {
        Formula formula = new Formula.FreeTest();
        for (int i = 0; i < 200_000; i++)
        {
            formula = Formula.Not(Formula.And(formula, new Formula.FreeTest()));
        }

        Assert.Throws<InsufficientExecutionStackException>(() => Holds(formula));
    }

    private static Formula Housed(int pigeons, int holes)
    {
        Formula[,] sits = new Formula[pigeons, holes];
        for (int pigeon = 0; pigeon < pigeons; pigeon++)
        {
            for (int hole = 0; hole < holes; hole++)
            {
                sits[pigeon, hole] = new Formula.FreeTest();
            }
        }

        List<Formula> rules = [.. Enumerable.Range(0, pigeons).Select(pigeon => Formula.Or(Enumerable.Range(0, holes).Select(hole => sits[pigeon, hole]).ToList()))];
        for (int hole = 0; hole < holes; hole++)
        {
            for (int one = 0; one < pigeons; one++)
            {
                for (int other = one + 1; other < pigeons; other++)
                {
                    rules.Add(Formula.Not(Formula.And(sits[one, hole], sits[other, hole])));
                }
            }
        }

        return Formula.And(rules);
    }

    private static bool? Holds(Formula formula)
    {
        TypeRelations relations = new(CSharpCompilation.Create("Empty", references: AnalyzerHarness.References));
        FactSource source = new(relations, new ClosedSets(relations), new Assumptions(NullsOccur: true, OnlyNamedEnumValues: false));
        return new Satisfiability(new Effort(), default).Of(formula, new PartFacts(source));
    }
}
