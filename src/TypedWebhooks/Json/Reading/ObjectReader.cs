using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// How far the reading of one JSON object has come, and what of it has no member of its own in the record. Generated
/// code holds it in a local beside the <see cref="WebhookReader"/> that moves it on.
/// </summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A cursor; nobody compares it.")]
public struct ObjectReader
{
    /// <summary>The object's members; <see langword="null"/> when there was no object to be read.</summary>
    internal MemberNames? Names;

    /// <summary>Where the object's opening brace is in the JSON.</summary>
    internal int Start;

    /// <summary>The index of the last member that the schema knows, or <see cref="MemberNames.None"/> before the first.</summary>
    internal int Last;

    /// <summary>The index of the member that is expected now. It is looked up early, so that nobody has to wait for it.</summary>
    internal int Expected;

    /// <summary>Where the value of the current member begins in the JSON; 0 before the first.</summary>
    internal int ValueStart;

    /// <summary>Where the name of the last member that the schema does not know begins in the JSON, behind its quotation mark; 0 before the first.</summary>
    internal int NameStart;
    internal int NameLength;
    internal bool IsNameEscaped;

    /// <summary>What the reader knew of the member in which this object stands when it began.</summary>
    internal bool OuterInexact;

    /// <summary>How many unknown members the reader had met before this object.</summary>
    internal int UnknownBefore;

    /// <summary>How many known members came where another one was expected.</summary>
    internal int Surprises;

    private ulong _seen0;
    private ulong _seen1;
    private ulong[]? _seenBeyond;

    /// <summary>The index of the member that is to be read now, or -1 when the schema does not know it.</summary>
    public int Current { readonly get; internal set; }

    /// <summary>The members that the schema does not know, or <see langword="null"/> when there were none.</summary>
    public EquatableDictionary<JsonElement>? AdditionalProperties { readonly get; internal set; }

    /// <summary>The members whose JSON says more than their value in the record does, or <see langword="null"/> when there are none.</summary>
    public EquatableDictionary<JsonElement>? OriginalValues { readonly get; internal set; }

    /// <summary>How dates and nulls were spelled.</summary>
    public WireFormat Format { readonly get; internal set; }

    /// <summary>How the event type was spelled.</summary>
    public EventTypeText EventTypeText { readonly get; internal set; }

    /// <summary>Whether a member has not come before.</summary>
    internal readonly bool IsNew(int index)
    {
        ulong bit = 1UL << index; // the lower six bits of the index count
        return index < 64 ? (_seen0 & bit) == 0
            : index < 128 ? (_seen1 & bit) == 0
            : _seenBeyond is null || (_seenBeyond[index / 64] & bit) == 0;
    }

    /// <summary>Notes that a member has come, which is now the current one.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="valueStart">Where its value begins.</param>
    internal void Begin(int member, int valueStart)
    {
        ValueStart = valueStart;
        Current = member;
        Last = member;
        Expected = Names!.Follower(member);
        ulong bit = 1UL << member; // the lower six bits count here too
        if (member < 64)
        {
            _seen0 |= bit;
        }
        else if (member < 128)
        {
            _seen1 |= bit;
        }
        else
        {
            MarkBeyond(member, bit);
        }
    }

    /// <summary>The first required member that has not come, or -1.</summary>
    internal readonly int FirstMissing()
    {
        ulong[] required = Names!.Required;
        for (int word = 0; word < required.Length; word++)
        {
            ulong seen = word == 0 ? _seen0 : word == 1 ? _seen1 : _seenBeyond is null ? 0 : _seenBeyond[word];
            ulong missing = required[word] & ~seen;
            if (missing != 0)
            {
                return (word * 64) + BitOperations.TrailingZeroCount(missing);
            }
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MarkBeyond(int index, ulong bit)
    {
        _seenBeyond ??= new ulong[(Names!.None / 64) + 1];
        _seenBeyond[index / 64] |= bit;
    }
}
