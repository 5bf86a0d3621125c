using System;
using System.Collections.Generic;

namespace TypedWebhooks.Json;

/// <summary>Which of several types a value is: that is asked of a place in the JSON.</summary>
internal readonly record struct TrialQuestion(int At, Delegate First, Delegate Second, Delegate? Third = null, Delegate? Fourth = null)
{
    /// <summary>The place says nearly all.</summary>
    public override int GetHashCode() => At;
}

/// <summary>What came out of a trial.</summary>
/// <param name="Index">The type that fits best, or -1.</param>
/// <param name="UnknownMembers">How many members it does not know.</param>
/// <param name="End">Where the value ends.</param>
internal readonly record struct Trial(int Index, int UnknownMembers, int End)
{
    public static Trial NoneFits { get; } = new(-1, int.MaxValue, 0);
}

/// <summary>What came out of the trials of a body, until its end; then it is used again for the thread's next one.</summary>
internal sealed class Trials
{
    /// <summary>A body that asks more is so rare that its memory is better given back.</summary>
    private const int MaxKept = 1000;

    [ThreadStatic]
    private static Trials? s_unused;

    private readonly Dictionary<TrialQuestion, Trial> _trials = [];

    public static Trials Rent()
    {
        Trials trials = s_unused ?? new Trials();
        s_unused = null;
        return trials;
    }

    public void Return()
    {
        if (_trials.Count <= MaxKept)
        {
            _trials.Clear();
            s_unused = this;
        }
    }

    public bool TryGet(in TrialQuestion question, out Trial trial) => _trials.TryGetValue(question, out trial);

    public void Set(in TrialQuestion question, in Trial trial) => _trials[question] = trial;
}
