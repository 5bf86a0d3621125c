namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>Which values count as possible.</summary>
/// <param name="NullsOccur">Whether a value that is annotated as nullable can be null.</param>
/// <param name="OnlyNamedEnumValues">Whether an enum of the user's own has only the values that it names.</param>
internal readonly record struct Assumptions(bool NullsOccur, bool OnlyNamedEnumValues);
