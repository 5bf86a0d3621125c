using System.Collections.Generic;
using System.Collections.Immutable;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>The arms that a member of the set can reach, in order: few each, where a switch has an arm for each of thousands.</summary>
internal sealed class ArmsByMember
{
    private readonly List<EventArm>[] _arms;

    public ArmsByMember(ImmutableArray<EventArm> arms, EventSubject subject)
    {
        _arms = new List<EventArm>[subject.Set.Members.Length];
        for (int i = 0; i < _arms.Length; i++)
        {
            _arms[i] = new List<EventArm>();
        }

        foreach (EventArm arm in arms)
        {
            if (subject.MayBe(arm.Formula) is { } members)
            {
                foreach (int member in members)
                {
                    _arms[member].Add(arm);
                }
            }
            else
            {
                foreach (List<EventArm> all in _arms)
                {
                    all.Add(arm);
                }
            }
        }
    }

    public IReadOnlyList<EventArm> For(int member) => _arms[member];
}
