using System;

namespace TypedWebhooks.Json;

/// <content>Trying which of several types a value is, before it is read as one.</content>
public ref partial struct WebhookReader
{
    /// <summary>Whether an object or array comes next: of all other values a type either knows all or nothing.</summary>
    private bool IsNestedNext() => !Failed && _cursor.Peek() is (byte)'{' or (byte)'[';

    /// <summary>Reads a value that is no object or array as a type, if it fits.</summary>
    private bool TryTake<T>(WebhookValueReader<T> read, out T value)
    {
        WebhookReader attempt = this;
        value = read(ref attempt);
        if (attempt.Failed)
        {
            return false;
        }

        this = attempt;
        return true;
    }

    /// <summary>Tries a type, on a copy of this reader.</summary>
    /// <param name="read">Reads the type.</param>
    /// <param name="index">The type's index.</param>
    /// <param name="best">The type that has fitted best so far.</param>
    /// <returns>Whether nothing could fit better.</returns>
    private bool Try<T>(WebhookValueReader<T> read, int index, ref Trial best)
    {
        WebhookReader attempt = this;
        attempt._isTrial = true;
        read(ref attempt);
        _trials = attempt._trials;
        int unknownMembers = attempt.Failed ? int.MaxValue : attempt._unknownMembers - _unknownMembers;
        if (unknownMembers < best.UnknownMembers)
        {
            best = new Trial(index, unknownMembers, attempt._cursor.At);
        }

        return unknownMembers == 0;
    }

    /// <summary>Looks for what came out when the same was tried before.</summary>
    /// <param name="question">What is to be tried.</param>
    /// <param name="best">What came out, or that nothing has been tried.</param>
    private readonly bool TryRecall(in TrialQuestion question, out Trial best)
    {
        if (_trials is not null && _trials.TryGet(question, out best))
        {
            return true;
        }

        best = Trial.NoneFits;
        return false;
    }

    /// <summary>Ends a trial.</summary>
    /// <param name="question">What was tried.</param>
    /// <param name="best">The type that fits best.</param>
    /// <returns>
    /// The type's index: as that the value is to be read. -1 when there is nothing to read, as no type fits, or all this
    /// is a trial itself.
    /// </returns>
    private int Settle(in TrialQuestion question, in Trial best)
    {
        if (_isTrial)
        {
            // Whatever is tried around it comes here again, at the latest when it is read. Answered anew each time, the
            // question would be asked twice as often with each level.
            _trials ??= Trials.Rent();
            _trials.Set(question, best);
        }

        if (best.Index < 0)
        {
            FailExpecting(OneOfTheTypes);
            return -1;
        }

        if (_isTrial)
        {
            _cursor.Jump(best.End, height: 0);
            _unknownMembers += best.UnknownMembers;
            return -1;
        }

        return best.Index;
    }

    /// <summary>Steps over a string, and makes sure that it is a text.</summary>
    private void CheckString()
    {
        if (TryTakeString("a string", out ReadOnlySpan<byte> raw, out bool isEscaped) && isEscaped && !IsText(raw))
        {
            FailUndecodable("string");
        }
    }
}
