using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>A schema that is an event, whatever its name.</summary>
internal sealed record EventCandidate(SchemaNode Schema, ObjectShape Body)
{
    /// <summary>Whether it is one of the branches of a document that are all events.</summary>
    public bool IsBranch { get; init; }

    /// <summary>The strings that the value at a place in the body can be; null where the schema does not list them.</summary>
    public IReadOnlyList<string>? ConstantsAt(IReadOnlyList<string> path) => MemberAt(path) is { } member ? Constants.Of(member.Shape) : null;

    /// <summary>What a part of the key that stands in the body can be. One of several may be a number, such as a version.</summary>
    public IReadOnlyList<string>? ConstantsAt(EventKey key, EventKeyPart part) =>
        key.Parts.Count == 1 ? ConstantsAt(part.Path) : MemberAt(part.Path) is { } member ? Constants.OrNumbersOf(member.Shape) : null;

    public MemberShape? MemberAt(IReadOnlyList<string> path)
    {
        ObjectShape? at = Body;
        MemberShape? member = null;
        foreach (string name in path)
        {
            member = at is null ? null : Objects.Find(at, name);
            at = member is null ? null : Objects.In(member.Shape);
        }

        return member;
    }
}
