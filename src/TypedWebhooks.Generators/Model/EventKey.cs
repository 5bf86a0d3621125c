using System.Linq;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Model;

/// <summary>Where the name of an event stands: in one place, or in several that make it up together.</summary>
/// <param name="Parts">The places, in the order in which they make up the name.</param>
/// <param name="Separator">What stands between two parts of a name.</param>
internal sealed record EventKey(EquatableArray<EventKeyPart> Parts, string Separator)
{
    public static readonly EventKey None = new(EquatableArray<EventKeyPart>.Empty, ".");

    /// <summary>Whether a part comes from outside the body, so that parsing has to be told it.</summary>
    public bool HasHeader => Parts.Any(static part => part.Header is not null);

    /// <summary>Whether the name is the value of one member at the top of the body, and nothing else.</summary>
    public bool IsOneMember => Parts.Count == 1 && Parts[0].Path.Count == 1;

    /// <summary>The part that a member at the top of the body is; -1 where it is none.</summary>
    public int PartOf(string member)
    {
        for (int i = 0; i < Parts.Count; i++)
        {
            if (Parts[i].Path.Count == 1 && string.Equals(Parts[i].Path[0], member, System.StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    public static EventKey Member(string name) => new(new[] { new EventKeyPart(null, new[] { name }.ToEquatableArray(), IsOptional: false) }.ToEquatableArray(), ".");
}

/// <summary>One of the places.</summary>
/// <param name="Header">What brings it from outside the body: the name of a header, or nothing in particular; null where it stands in the body.</param>
/// <param name="Path">The names of the members that lead to it in the body, from the outermost on.</param>
/// <param name="IsOptional">Whether it may be absent, and is then no part of the name.</param>
internal sealed record EventKeyPart(string? Header, EquatableArray<string> Path, bool IsOptional);
