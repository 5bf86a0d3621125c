using System;
using System.Collections.Generic;
using System.Linq;

namespace TypedWebhooks.Generators.Tests.Evolution;

/// <summary>What <see cref="Receiver.Read"/> says of a body, for people.</summary>
internal static class ReadingInWords
{
    public static string Of(string reading)
    {
        string[] parts = reading.Split(';', StringSplitOptions.TrimEntries);
        string[] facts = parts[0].Split(", ");
        List<string> said = parts[0] == "ok" ? [] : [.. facts.Select(Fact)];
        said.AddRange(parts[1..].Select(Answer));
        return said.Count == 0 ? "the event, whole" : (facts[0].StartsWith('U') ? "" : "the event: ") + string.Join(", ", said);
    }

    private static string Fact(string fact)
    {
        string what = fact[(fact.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        return fact[..fact.IndexOf(' ', StringComparison.Ordinal)] switch
        {
            "U" => $"`UnrecognizedAcmeEvent`, because of `{what}`",
            "E0" => $"`{what}` is `Unrecognized`, and its text is kept",
            "AP" => $"`{what}` is among the additional properties",
            "null" => $"`{what}` is null",
            "kept" => $"`{what}` is read, and its text is kept",
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, null),
        };
    }

    private static string Answer(string answer)
    {
        string[] sides = answer.Split(" = ", 2);
        return sides[0] == "type" ? $"it is `{sides[1]}`"
            : sides[0].EndsWith(".type", StringComparison.Ordinal) ? $"`{sides[0][..^5]}` is `{sides[1]}`"
            : sides[0].EndsWith('#') ? $"the number of `{sides[0][..^1]}` is {sides[1]}"
            : $"`{sides[0]}` is `{sides[1]}`";
    }
}
