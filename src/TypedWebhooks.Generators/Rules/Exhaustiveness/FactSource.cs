using System.Collections.Generic;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>What is known about values before any test, remembered for one question.</summary>
/// <param name="relations">What types are to each other.</param>
/// <param name="sets">What is closed.</param>
/// <param name="assumptions">Which values count as possible.</param>
/// <param name="nullable">Values that can be null although their declaration does not say so.</param>
internal sealed class FactSource(TypeRelations relations, ClosedSets sets, Assumptions assumptions, ISet<ValuePath>? nullable = null)
{
    private readonly Dictionary<ValuePath, PathFact> _facts = new();

    public PathFact Of(ValuePath path)
    {
        if (!_facts.TryGetValue(path, out PathFact? fact))
        {
            fact = PathFact.Of(path, path.MayBeNull || nullable?.Contains(path) == true, relations, sets, assumptions);
            _facts.Add(path, fact);
        }

        return fact;
    }
}
