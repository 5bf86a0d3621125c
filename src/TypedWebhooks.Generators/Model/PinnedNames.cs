using System;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Model;

/// <summary>
/// What a provider's baseline says of names in C# and of enums' numbers, and nothing else of it: while that is the same, nothing is read
/// anew. These names are taken before any that are made of the schema.
/// </summary>
internal sealed record PinnedNames(
    EquatableArray<PinnedEvent> Events,
    EquatableArray<PinnedType> Types,
    EquatableArray<PinnedMember> Members,
    EquatableArray<PinnedValue> Values)
{
    public static readonly PinnedNames None = new(EquatableArray<PinnedEvent>.Empty, EquatableArray<PinnedType>.Empty, EquatableArray<PinnedMember>.Empty, EquatableArray<PinnedValue>.Empty);

    /// <summary>
    /// A name as the rules that make names could have made it; null of any other text. So nothing comes into code that was written
    /// into a baseline by hand and is a keyword, or what only emitted code is called.
    /// </summary>
    public static CSharpName? TryName(string text)
    {
        if (!CSharpName.IsValid(text) || Letters.IsLower(text[0]) || (text[0] == '_' && (text.Length == 1 || !char.IsDigit(text[1]))))
        {
            return null;
        }

        CSharpName name = new(text);
        return string.Equals(name.Identifier, text, StringComparison.Ordinal) ? name : null;
    }
}

/// <summary>What an event is called.</summary>
/// <param name="Constant">The constant of its name; empty where that is not said.</param>
internal sealed record PinnedEvent(string EventType, string Constant, string Record);

/// <summary>What a type is called, by the place of its schema.</summary>
/// <param name="Place">Its place; empty where it has none.</param>
/// <param name="Base">The record that it derives from, whose members it has; empty where there is none.</param>
/// <param name="IsGroup">Whether it is what several events have in common.</param>
internal sealed record PinnedType(string Name, string Place, string Base, bool IsGroup);

/// <summary>What a member of a record is called.</summary>
internal sealed record PinnedMember(string Record, string WireName, string Name);

/// <summary>What a value of an enum is called, and its number.</summary>
internal sealed record PinnedValue(string Enum, string WireName, string Name, int Number);
