using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Values of several types, and values that may be of any although the schema means one.</content>
public ref partial struct WebhookReader
{
    private const string OneOfTheTypes = "one of the types that the schema allows";

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
        if (!IsNestedNext())
        {
            return TryTake(first, out T1 value1) ? new(value1)
                : TryTake(second, out T2 value2) ? new(value2)
                : NoneOf<Union<T1, T2>>();
        }

        TrialQuestion question = new(_cursor.At, first, second);
        if (!TryRecall(question, out Trial best))
        {
            _ = Try(first, 0, ref best)
                || Try(second, 1, ref best);
        }

        return Settle(question, best) switch
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
        if (!IsNestedNext())
        {
            return TryTake(first, out T1 value1) ? new(value1)
                : TryTake(second, out T2 value2) ? new(value2)
                : TryTake(third, out T3 value3) ? new(value3)
                : NoneOf<Union<T1, T2, T3>>();
        }

        TrialQuestion question = new(_cursor.At, first, second, third);
        if (!TryRecall(question, out Trial best))
        {
            _ = Try(first, 0, ref best)
                || Try(second, 1, ref best)
                || Try(third, 2, ref best);
        }

        return Settle(question, best) switch
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
        if (!IsNestedNext())
        {
            return TryTake(first, out T1 value1) ? new(value1)
                : TryTake(second, out T2 value2) ? new(value2)
                : TryTake(third, out T3 value3) ? new(value3)
                : TryTake(fourth, out T4 value4) ? new(value4)
                : NoneOf<Union<T1, T2, T3, T4>>();
        }

        TrialQuestion question = new(_cursor.At, first, second, third, fourth);
        if (!TryRecall(question, out Trial best))
        {
            _ = Try(first, 0, ref best)
                || Try(second, 1, ref best)
                || Try(third, 2, ref best)
                || Try(fourth, 3, ref best);
        }

        return Settle(question, best) switch
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

    private T NoneOf<T>()
        where T : struct
    {
        if (!Failed)
        {
            FailExpecting(OneOfTheTypes);
        }

        return default;
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
