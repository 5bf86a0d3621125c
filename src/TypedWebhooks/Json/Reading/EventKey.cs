using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace TypedWebhooks.Json;

/// <summary>
/// Where the event types of a provider stand, where that is not simply one member at the top of the body: several places
/// whose texts together are the event type, or one that lies deeper.
/// </summary>
/// <param name="separator">What stands between two parts of an event type, such as <c>.</c>.</param>
/// <param name="parts">The places, in the order in which they make up the event type.</param>
public sealed class EventKey(string separator, params EventKeyPart[] parts)
{
    internal byte[] Separator { get; } = Encoding.UTF8.GetBytes(separator);

    internal EventKeyPart[] Parts { get; } = parts;

    /// <summary>Where else the event type stands, in a body that has none here.</summary>
    internal EventKey? Next { get; private init; }

    /// <summary>Whether all of it comes from outside the body, so that it says which event it is where the body says none that is known.</summary>
    internal bool IsOutside => Array.TrueForAll(Parts, static part => part.Path.Length == 0);

    /// <summary>What is missing where there is no event type, for people.</summary>
    internal string Description => string.Join(" and ", Parts.Select(static part => part.ToString())) + (Next is null or { IsOutside: true } ? "" : " or " + Next.Description);

    /// <summary>The same places, and further ones for a body that has none of them.</summary>
    /// <param name="further">The further places.</param>
    /// <returns>Both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="further"/> is <see langword="null"/>.</exception>
    public EventKey Or(EventKey further)
    {
        ArgumentNullException.ThrowIfNull(further);
        return new EventKey(separator, Parts) { Next = Next?.Or(further) ?? further };
    }
}

/// <summary>One place in which an event type, or a part of it, stands.</summary>
public sealed class EventKeyPart
{
    private EventKeyPart(byte[][] path, bool isOptional) => (Path, IsOptional) = (path, isOptional);

    /// <summary>The names that lead to it in the body, from the outermost on; empty where it comes from outside.</summary>
    internal byte[][] Path { get; }

    internal bool IsOptional { get; }

    /// <summary>A place outside the body, such as a header, whose text the caller of <c>Parse</c> brings.</summary>
    /// <param name="isOptional">Whether it may be absent.</param>
    /// <returns>The place.</returns>
    public static EventKeyPart Outside(bool isOptional = false) => new([], isOptional);

    /// <summary>A place in the body.</summary>
    /// <param name="isOptional">Whether it may be absent, and is then no part of the event type.</param>
    /// <param name="path">The names of the members that lead to it, from the outermost on; in an array the index of the item.</param>
    /// <returns>The place.</returns>
    public static EventKeyPart Member(bool isOptional, params string[] path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new([.. path.Select(Encoding.UTF8.GetBytes)], isOptional);
    }

    /// <summary>The JSON pointer, or <c>header</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Path.Length == 0
        ? "the header"
        : "'/" + string.Join("/", (IEnumerable<string>)Path.Select(static name => Encoding.UTF8.GetString(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))) + "'";
}
