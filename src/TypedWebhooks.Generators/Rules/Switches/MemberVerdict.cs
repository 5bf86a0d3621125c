namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>What a switch does with one event.</summary>
internal enum MemberVerdict
{
    /// <summary>It is named, and all of it is handled.</summary>
    Handled,

    /// <summary>It is handled under a condition only, and nothing takes the rest.</summary>
    Conditional,

    /// <summary>It is handled under a condition only, and a catch-all takes the rest.</summary>
    ConditionalThenSwallowed,

    /// <summary>Only a catch-all takes it.</summary>
    Swallowed,

    /// <summary>Nothing takes it.</summary>
    Unhandled,
}
