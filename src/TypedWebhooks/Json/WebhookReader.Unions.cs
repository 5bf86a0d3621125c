using System;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Values of several types, and values that may be of any although the schema means one.</content>
public ref partial struct WebhookReader
{
    /// <summary>How many members came that the schema does not know: of several types, the one with the fewest fits best.</summary>
    private int _unknownMembers;

    /// <summary>Reads a value of one of two types: the first that fits without members that the schema does not know.</summary>
    /// <typeparam name="T1">The first type.</typeparam>
    /// <typeparam name="T2">The second type.</typeparam>
    /// <param name="first">Reads the first type.</param>
    /// <param name="second">Reads the second type.</param>
    /// <returns>The value, or a default when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public Union<T1, T2> ReadUnion<T1, T2>(WebhookValueReader<T1> first, WebhookValueReader<T2> second)
    {
        Attempts attempts = new(this);
        Union<T1, T2> result = default;
        attempts.Try(ref this, first, static value => new Union<T1, T2>(value), ref result);
        attempts.Try(ref this, second, static value => new Union<T1, T2>(value), ref result);
        attempts.Finish(ref this);
        return result;
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
        Attempts attempts = new(this);
        Union<T1, T2, T3> result = default;
        attempts.Try(ref this, first, static value => new Union<T1, T2, T3>(value), ref result);
        attempts.Try(ref this, second, static value => new Union<T1, T2, T3>(value), ref result);
        attempts.Try(ref this, third, static value => new Union<T1, T2, T3>(value), ref result);
        attempts.Finish(ref this);
        return result;
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
        Attempts attempts = new(this);
        Union<T1, T2, T3, T4> result = default;
        attempts.Try(ref this, first, static value => new Union<T1, T2, T3, T4>(value), ref result);
        attempts.Try(ref this, second, static value => new Union<T1, T2, T3, T4>(value), ref result);
        attempts.Try(ref this, third, static value => new Union<T1, T2, T3, T4>(value), ref result);
        attempts.Try(ref this, fourth, static value => new Union<T1, T2, T3, T4>(value), ref result);
        attempts.Finish(ref this);
        return result;
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

    private bool KeepIfMisfit(scoped in WebhookReader before)
    {
        if (before.Failed || !Failed)
        {
            return false;
        }

        GoBack(before);
        SkipValue();
        _isInexact = true;
        return true;
    }

    /// <summary>Stands again where a copy of this reader stands.</summary>
    private void GoBack(scoped in WebhookReader before)
    {
        _reader = before._reader;
        _isPeeked = before._isPeeked;
        _isInexact = before._isInexact;
        _mismatch = before._mismatch;
        _path = before._path;
        _unknownMembers = before._unknownMembers;
    }

    /// <summary>Reads one value as one type after the other, always from where it begins.</summary>
    private ref struct Attempts
    {
        private readonly WebhookReader _before;
        private WebhookReader _best;
        private bool _any;

        public Attempts(in WebhookReader reader)
        {
            _before = reader;
            _best = reader;
        }

        public void Try<T, TUnion>(ref WebhookReader reader, WebhookValueReader<T> read, Func<T, TUnion> hold, ref TUnion result)
        {
            ArgumentNullException.ThrowIfNull(read);

            // Nothing fits better than what knows every member.
            if (_before.Failed || (_any && _best._unknownMembers == _before._unknownMembers))
            {
                return;
            }

            reader.GoBack(_before);
            T value = read(ref reader);
            if (!reader.Failed && (!_any || reader._unknownMembers < _best._unknownMembers))
            {
                (_any, _best, result) = (true, reader, hold(value));
            }
        }

        public readonly void Finish(ref WebhookReader reader)
        {
            if (_before.Failed)
            {
                return;
            }

            reader.GoBack(_any ? _best : _before);
            if (!_any)
            {
                reader.PeekToken();
                reader.FailExpecting("one of the types that the schema allows");
            }
        }
    }
}
