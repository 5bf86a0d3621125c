using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.Documents;
using TypedWebhooks.Generators.Shapes;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>A schema that is an event, whatever its name.</summary>
internal sealed record EventCandidate(SchemaNode Schema, ObjectShape Body)
{
    /// <summary>Whether it is one of the branches of a document that are all events.</summary>
    public bool IsBranch { get; init; }

    /// <summary>Where a document declares it as an event; null where it is found among schemas.</summary>
    public DeclaredEvent? Declared { get; init; }

    /// <summary>The strings that the value at a place in the body can be; null where the schema does not list them.</summary>
    public IReadOnlyList<string>? ConstantsAt(IReadOnlyList<string> path) => At(path) is { } place ? Constants.Of(place.Shape) : null;

    /// <summary>The names that the value at a place gives the event: where a document declares it under one of several, that one.</summary>
    public IReadOnlyList<string>? NamesAt(IReadOnlyList<string> path) =>
        ConstantsAt(path) is { } constants && Declared is { } declared && constants.Count > 1 && constants.Contains(declared.Name, System.StringComparer.Ordinal) ? [declared.Name] : ConstantsAt(path);

    /// <summary>What a part of the key that stands in the body can be. One of several may be a number, such as a version.</summary>
    public IReadOnlyList<string>? ConstantsAt(EventKey key, EventKeyPart part) =>
        key.Parts.Count == 1 ? ConstantsAt(part.Path) : At(part.Path) is { } place ? Constants.OrNumbersOf(place.Shape) : null;

    /// <summary>What stands at a place in the body, and the member that it is or is in; null where the schema has nothing there.</summary>
    public (Shape Shape, MemberShape Member)? At(IReadOnlyList<string> path)
    {
        Shape at = Body;
        MemberShape? member = null;
        foreach (string token in path)
        {
            if (Objects.In(at) is { } o)
            {
                member = Objects.Find(o, token);
                if (member is null)
                {
                    return null;
                }

                at = member.Shape;
            }
            else if (Lists.In(at) is { } list && JsonPointer.IsIndex(token))
            {
                at = list.Item;
            }
            else
            {
                return null;
            }
        }

        return member is null ? null : (at, member);
    }
}

/// <summary>What is common to shapes that are lists, however they are wrapped.</summary>
internal static class Lists
{
    /// <summary>The list in a shape that is one, or may be one; null where there is none.</summary>
    public static ListShape? In(Shape shape) => shape switch
    {
        ListShape list => list,
        LooseShape loose => In(loose.Inner),
        NullableShape nullable => In(nullable.Inner),
        DeferredShape { Target: { } target } => In(target),
        _ => null,
    };
}
