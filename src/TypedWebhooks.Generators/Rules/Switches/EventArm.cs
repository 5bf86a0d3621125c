using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>One way out of a switch: an arm, a label, a branch of an if-chain.</summary>
/// <param name="formula">When it is taken, its guard included, apart from the arms before it.</param>
/// <param name="label">What stands in the source for it: the pattern, <c>default:</c>, <c>else</c>.</param>
/// <param name="isDefault">Whether it is taken only when no other is, wherever it stands.</param>
internal sealed class EventArm(Formula formula, SyntaxNodeOrToken label, bool isDefault = false)
{
    public bool IsDefault { get; } = isDefault;

    public Formula Formula { get; } = formula;

    public SyntaxNodeOrToken Label { get; } = label;
}
