namespace TypedWebhooks.Json;

/// <summary>
/// Where a member's name stands among those of its object, and which member is expected behind it. At first that is the
/// next one of the schema, then the one that came last; so whatever order a sender has is known from its second body on.
/// </summary>
internal struct ExpectedMember
{
    /// <summary>Where the name begins in those of the <see cref="MemberNames"/>. It ends where the next one begins.</summary>
    public int Start;

    /// <summary>The index of the member. Threads may change it at the same time; whatever stands here is a guess, which is checked.</summary>
    public int Follower;
}
