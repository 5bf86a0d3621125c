using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>What a member that is part of an event's name always holds: the constant of the name or, of a part, its text.</summary>
internal readonly struct EventTypePart
{
    private readonly string? _code;

    private EventTypePart(string code) => _code = code;

    public static EventTypePart Of(ProviderModel provider, EventModel e, MemberModel member) => new(
        string.Equals(member.Constant, e.EventType, System.StringComparison.Ordinal)
            ? $"{provider.EventTypes}.{e.Name}"
            : new StringLiteral(member.Constant!).ToString());

    public override string ToString() => _code ?? "";
}

/// <summary>Where a provider's event names stand, as the runtime library is told it.</summary>
internal readonly struct EventKeyExpression
{
    private readonly string? _code;

    private EventKeyExpression(string code) => _code = code;

    /// <summary>The declaration of the key, where looking at one member at the top of the body is not all.</summary>
    public static void EmitField(SourceWriter code, ProviderModel provider)
    {
        if (IsOneMember(provider))
        {
            return;
        }

        System.Collections.Generic.List<EventKey> keys = [provider.Key, .. provider.FurtherKeys];
        if (provider.IsNamedOutside)
        {
            keys.Add(new(Support.EquatableArrayExtensions.ToEquatableArray([new EventKeyPart("", Support.EquatableArray<string>.Empty, IsOptional: false)]), provider.Key.Separator));
        }

        code.Write($"internal static readonly global::TypedWebhooks.Json.EventKey s_eventKey = new{Keyword.If(keys.Count > 1, Keyword.EventKey)}(");
        for (int i = 0; i < keys.Count; i++)
        {
            code.Indent();
            if (i > 0)
            {
                code.Write($".Or(new global::TypedWebhooks.Json.EventKey(");
                code.Indent();
            }

            EmitParts(code, keys[i], isFirst: i == 0, isLast: i + 1 == keys.Count);
            if (i > 0)
            {
                code.Unindent();
            }

            code.Unindent();
        }

        code.Line();
    }

    private static void EmitParts(SourceWriter code, EventKey key, bool isFirst, bool isLast)
    {
        code.Write($"{new StringLiteral(key.Separator)},");
        for (int i = 0; i < key.Parts.Count; i++)
        {
            Keyword end = isLast ? Keyword.If(isFirst, Keyword.EndOfCall, Keyword.EndOfCalls) : Keyword.If(isFirst, Keyword.Parenthesis, Keyword.Parentheses);
            code.Write($"{Part(key.Parts[i])}{Keyword.If(i + 1 < key.Parts.Count, Keyword.Comma, end)}");
        }
    }

    /// <summary>Whether the name is the value of one member at the top of the body, and nothing else is to be looked at.</summary>
    private static bool IsOneMember(ProviderModel provider) => provider is { Key.IsOneMember: true, FurtherKeys.Count: 0, IsNamedOutside: false };

    /// <summary>The arguments that say where to look.</summary>
    public static EventKeyExpression Arguments(ProviderModel provider) => new(
        IsOneMember(provider) ? new StringLiteral(provider.Key.Parts[0].Path[0]) + "u8"
        : $"s_eventKey, {(provider.TakesName ? "eventName" : "null")}");

    private static EventKeyExpression Part(EventKeyPart part)
    {
        string optional = Keyword.Bool(part.IsOptional).ToString();
        return new(part.Header is not null
            ? $"global::TypedWebhooks.Json.EventKeyPart.Outside(isOptional: {optional})"
            : $"global::TypedWebhooks.Json.EventKeyPart.Member(isOptional: {optional}, {string.Join(", ", System.Linq.Enumerable.Select(part.Path, static name => new StringLiteral(name).ToString()))})");
    }

    public override string ToString() => _code ?? "";
}

/// <summary>The argument that says what the part of an event's name is which does not come in the body.</summary>
internal readonly struct EventNameArgument
{
    private readonly string? _code;

    private EventNameArgument(string code) => _code = code;

    public static EventNameArgument Of(ProviderModel provider, string? eventName) => new(
        !provider.TakesName ? "" : eventName is null ? ", eventName: null" : $", {new StringLiteral(eventName)}");

    public override string ToString() => _code ?? "";
}
