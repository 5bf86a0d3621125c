using System.Collections.Generic;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>What is known about values before any test, remembered for one question.</summary>
internal sealed class FactSource(TypeRelations relations, ClosedSets sets, Assumptions assumptions)
{
    private readonly Dictionary<ValuePath, PathFact> _facts = new();

    public PathFact Of(ValuePath path)
    {
        if (!_facts.TryGetValue(path, out PathFact? fact))
        {
            fact = PathFact.Of(path, relations, sets, assumptions);
            _facts.Add(path, fact);
        }

        return fact;
    }
}
