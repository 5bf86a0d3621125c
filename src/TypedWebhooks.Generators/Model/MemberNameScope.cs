using System;
using System.Collections.Generic;
using System.Globalization;

namespace TypedWebhooks.Generators.Model;

/// <summary>The names within one type. Each is taken once; a name that C# or the type itself needs is not given out.</summary>
internal sealed class MemberNameScope
{
    /// <summary>What every record, or the emitted root of the events, has already.</summary>
    private static readonly HashSet<string> s_recordMembers = new(StringComparer.Ordinal)
    {
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone",
        "PrintMembers", "ReferenceEquals", "ToString",
        "AdditionalProperties", "DispatchAsync", "DispatchCoreAsync", "HasEqualMembers", "HashMembers", "Visit", "EventType", "Match", "OriginalValues", "Parse",
        "BelongsHere", "ParseAsync", "ReadBody", "ReadEvent", "ReadFrom", "RefuseToBeRead", "RefuseToBeWritten", "Switch", "TryParse", "TryParseAsync", "WriteTo",
    };

    private static readonly HashSet<string> s_none = [];

    private readonly HashSet<string> _reserved;
    private readonly HashSet<string> _taken;

    private MemberNameScope(HashSet<string> reserved, params string[] taken)
    {
        _reserved = reserved;
        _taken = new(taken, StringComparer.Ordinal);
    }

    /// <summary>
    /// The properties of a record. None may have the record's own name (CS0542), nor hide the class of the event names,
    /// which the record refers to.
    /// </summary>
    public static MemberNameScope ForRecord(ProviderModel provider, CSharpName record) =>
        new(s_recordMembers, [record.Text, provider.EventTypes.Text, .. provider.Body.Field.Length > 0 ? new[] { "BodyField" } : []]);

    /// <summary>The properties of a batch, beside those that every batch has.</summary>
    public static MemberNameScope ForBatch(ProviderModel provider, CSharpName batch) =>
        new(s_recordMembers, batch.Text, provider.EventTypes.Text, "DispatchEachAsync", "Events", "Form", "Original", "Path", "ToUtf8Lines", "WriteEnvelope", "s_batch", "s_members");

    /// <summary>The constants of the handshakes' names, beside the members of their class.</summary>
    public static MemberNameScope ForHandshakes() => new(s_none, "Equals", "Finalize", "GetHashCode", "GetType", "Handshakes", "MemberwiseClone", "Names", "ReferenceEquals", "ToString");

    /// <summary>The locals that collect a record's members, beside those that every converter has.</summary>
    public static MemberNameScope ForLocals() => new(s_none, "item", "json", "members", "present", "reader", "value", "writer");

    /// <summary>The functions that dispatchers take, one an event; within them each event is <c>e</c>.</summary>
    public static MemberNameScope ForParameters() => new(s_none, "e", "unrecognized");

    public static MemberNameScope ForEnum() => new(s_none, "Unrecognized", "value__");

    /// <summary>The constants of the event names, beside the members of their class.</summary>
    public static MemberNameScope ForConstants(ProviderModel provider) => new(
        s_none,
        [provider.EventTypes.Text, "All", "Equals", "Finalize", "GetHashCode", "GetType", "IsKnown", "MemberwiseClone", "Names", "ReferenceEquals", "Selected", "ToString", .. provider.Handshakes.Count > 0 ? new[] { "Handshakes" } : []]);

    /// <summary>Takes a name that a base record gives out.</summary>
    public void Inherit(CSharpName name) => _taken.Add(name.Text);

    /// <summary>Takes a name that was chosen before, and not made of the schema; false where it is not to be had.</summary>
    public bool TryTake(CSharpName name) => IsFree(name) && _taken.Add(name.Text);

    private bool IsFree(CSharpName name) => !_reserved.Contains(name.Text) && !name.Text.EndsWith(EnumModel.TextsSuffix, StringComparison.Ordinal);

    /// <summary>The name itself or, where it is not to be had, the name with <c>Value</c> or a number behind it.</summary>
    public CSharpName Take(CSharpName wanted)
    {
        CSharpName name = wanted;
        for (int i = 1; !IsFree(name) || !_taken.Add(name.Text); i++)
        {
            name = wanted.With(i == 1 ? "Value" : "Value" + i.ToString(CultureInfo.InvariantCulture));
        }

        return name;
    }
}
