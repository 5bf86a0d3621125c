using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Values of several types, and values that may be of any although the schema means one.</content>
public ref partial struct WebhookReader
{
    /// <summary>Reads a value of one of two types: the first that fits without members that the schema does not know.</summary>
    /// <typeparam name="T1">The first type.</typeparam>
    /// <typeparam name="T2">The second type.</typeparam>
    /// <param name="first">Reads the first type.</param>
    /// <param name="second">Reads the second type.</param>
    /// <returns>The value, or a default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public Union<T1, T2> ReadUnion<T1, T2>(WebhookValueReader<T1> first, WebhookValueReader<T2> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (TryTake(first, out T1 value))
        {
            return new(value);
        }

        Span<int> misfits = stackalloc int[2];
        misfits.Fill(int.MaxValue);
        bool perfect = FitsPerfectly(first, out misfits[0])
            || FitsPerfectly(second, out misfits[1]);
        return BestFit(misfits, perfect) switch
        {
            0 => new(first(ref this)),
            1 => new(second(ref this)),
            _ => default,
        };
    }

    /// <summary>Reads a value of one of three types: the first that fits without members that the schema does not know.</summary>
    /// <typeparam name="T1">The first type.</typeparam>
    /// <typeparam name="T2">The second type.</typeparam>
    /// <typeparam name="T3">The third type.</typeparam>
    /// <param name="first">Reads the first type.</param>
    /// <param name="second">Reads the second type.</param>
    /// <param name="third">Reads the third type.</param>
    /// <returns>The value, or a default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public Union<T1, T2, T3> ReadUnion<T1, T2, T3>(WebhookValueReader<T1> first, WebhookValueReader<T2> second, WebhookValueReader<T3> third)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        if (TryTake(first, out T1 value))
        {
            return new(value);
        }

        Span<int> misfits = stackalloc int[3];
        misfits.Fill(int.MaxValue);
        bool perfect = FitsPerfectly(first, out misfits[0])
            || FitsPerfectly(second, out misfits[1])
            || FitsPerfectly(third, out misfits[2]);
        return BestFit(misfits, perfect) switch
        {
            0 => new(first(ref this)),
            1 => new(second(ref this)),
            2 => new(third(ref this)),
            _ => default,
        };
    }

    /// <summary>Reads a value of one of four types: the first that fits without members that the schema does not know.</summary>
    /// <typeparam name="T1">The first type.</typeparam>
    /// <typeparam name="T2">The second type.</typeparam>
    /// <typeparam name="T3">The third type.</typeparam>
    /// <typeparam name="T4">The fourth type.</typeparam>
    /// <param name="first">Reads the first type.</param>
    /// <param name="second">Reads the second type.</param>
    /// <param name="third">Reads the third type.</param>
    /// <param name="fourth">Reads the fourth type.</param>
    /// <returns>The value, or a default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public Union<T1, T2, T3, T4> ReadUnion<T1, T2, T3, T4>(
        WebhookValueReader<T1> first,
        WebhookValueReader<T2> second,
        WebhookValueReader<T3> third,
        WebhookValueReader<T4> fourth)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        if (TryTake(first, out T1 value))
        {
            return new(value);
        }

        Span<int> misfits = stackalloc int[4];
        misfits.Fill(int.MaxValue);
        bool perfect = FitsPerfectly(first, out misfits[0])
            || FitsPerfectly(second, out misfits[1])
            || FitsPerfectly(third, out misfits[2])
            || FitsPerfectly(fourth, out misfits[3]);
        return BestFit(misfits, perfect) switch
        {
            0 => new(first(ref this)),
            1 => new(second(ref this)),
            2 => new(third(ref this)),
            3 => new(fourth(ref this)),
            _ => default,
        };
    }

    /// <summary>
    /// Reads a value where the schema means one type but lets any other through. What does not fit is kept among the
    /// original values, and read as <see langword="null"/>.
    /// </summary>
    /// <typeparam name="T">The type that is meant.</typeparam>
    /// <param name="read">Reads that type.</param>
    /// <returns>The value, or <see langword="null"/> when it is something else.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public T? ReadLoose<T>(WebhookValueReader<T?> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        WebhookReader before = this;
        T? value = read(ref this);
        return KeepIfMisfit(before) ? null : value;
    }

    /// <inheritdoc cref="ReadLoose{T}(WebhookValueReader{T})"/>
    public T? ReadLooseValue<T>(WebhookValueReader<T> read)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        WebhookReader before = this;
        T value = read(ref this);
        return KeepIfMisfit(before) ? null : value;
    }

    /// <summary>Reads a type if nothing could fit better.</summary>
    private bool TryTake<T>(WebhookValueReader<T> read, out T value)
    {
        WebhookReader attempt = this;
        value = read(ref attempt);
        if (attempt.Failed || attempt._unknownMembers != _unknownMembers)
        {
            return false;
        }

        this = attempt;
        return true;
    }

    /// <summary>Tries a type, on a copy of this reader.</summary>
    /// <param name="read">Reads the type.</param>
    /// <param name="misfit">How many members came that the type does not know; the largest number where it does not fit at all.</param>
    /// <returns>Whether nothing could fit better.</returns>
    private readonly bool FitsPerfectly<T>(WebhookValueReader<T> read, out int misfit)
    {
        WebhookReader attempt = this;
        read(ref attempt);
        misfit = attempt.Failed ? int.MaxValue : attempt._unknownMembers - _unknownMembers;
        return misfit == 0;
    }

    private int BestFit(scoped ReadOnlySpan<int> misfits, bool isPerfect)
    {
        int best = -1;
        for (int i = 0; i < misfits.Length; i++)
        {
            if (misfits[i] < (best < 0 ? int.MaxValue : misfits[best]))
            {
                best = i;
            }
        }

        if (best < 0 && !isPerfect && !Failed)
        {
            FailExpecting("one of the types that the schema allows");
        }

        return Failed ? -1 : best;
    }

    /// <summary>Goes back to where a value began that is none of the type that the schema means, and keeps it as it is.</summary>
    private bool KeepIfMisfit(scoped in WebhookReader before)
    {
        if (before.Failed || !Failed)
        {
            return false;
        }

        _cursor = before._cursor;
        _mismatch = null;
        _found = null;
        _path = before._path;
        _unknownMembers = before._unknownMembers;
        SkipValue();
        _isInexact = true;
        return true;
    }
}
