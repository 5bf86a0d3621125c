using System;
using System.Collections.Generic;
using System.Globalization;

namespace TypedWebhooks.Generators.Model;

/// <summary>The names within one type. Each is taken once; a name that C# or the type itself needs is not given out.</summary>
internal sealed class MemberNameScope
{
    /// <summary>What every record, or the emitted root of the events, has already.</summary>
    private static readonly string[] s_recordMembers =
    [
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone",
        "PrintMembers", "ReferenceEquals", "ToString",
        "AdditionalProperties", "DispatchAsync", "DispatchCoreAsync", "EventType", "Match", "OriginalValues", "Parse",
        "ParseAsync", "Switch", "TryParse",
    ];

    private readonly HashSet<string> _taken;

    private MemberNameScope(params string[] reserved) => _taken = new(reserved, StringComparer.Ordinal);

    /// <summary>The properties of a record; none may have the record's own name (CS0542).</summary>
    public static MemberNameScope ForRecord(CSharpName record) => new([.. s_recordMembers, record.Text]);

    public static MemberNameScope ForEnum() => new("Unrecognized", "value__");

    /// <summary>The constants of the event names, beside the members of their class.</summary>
    public static MemberNameScope ForConstants() => new("All", "Equals", "Finalize", "GetHashCode", "GetType", "IsKnown", "MemberwiseClone", "Names", "ReferenceEquals", "ToString");

    /// <summary>The name itself or, where it is not to be had, the name with <c>Value</c> or a number behind it.</summary>
    public CSharpName Take(CSharpName wanted)
    {
        CSharpName name = wanted;
        for (int i = 1; !_taken.Add(name.Text); i++)
        {
            name = wanted.With(i == 1 ? "Value" : "Value" + i.ToString(CultureInfo.InvariantCulture));
        }

        return name;
    }
}
