using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>A value of one of two types, as where a schema allows a string or a number.</summary>
/// <typeparam name="T1">The first type.</typeparam>
/// <typeparam name="T2">The second type.</typeparam>
/// <remarks>
/// <see cref="Value"/> is there to be switched on: <c>union.Value switch { string s => …, long n => … }</c>. The default
/// value is the first type's default.
/// </remarks>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructors are the alternates.")]
public readonly struct Union<T1, T2> : IEquatable<Union<T1, T2>>
{
    private readonly byte _index;
    private readonly T1 _first;
    private readonly T2 _second;

    /// <summary>Holds a value of the first type.</summary>
    /// <param name="value">The value.</param>
    public Union(T1 value) => (_index, _first, _second) = (0, value, default!);

    /// <summary>Holds a value of the second type.</summary>
    /// <param name="value">The value.</param>
    public Union(T2 value) => (_index, _first, _second) = (1, default!, value);

    /// <summary>The value, whichever type it has.</summary>
    public object? Value => _index == 0 ? _first : _second;

    /// <summary>Holds a value of the first type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Union<T1, T2>(T1 value) => new(value);

    /// <summary>Holds a value of the second type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Union<T1, T2>(T2 value) => new(value);

    /// <summary>Tells whether two are of the same type and value.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are.</returns>
    public static bool operator ==(Union<T1, T2> left, Union<T1, T2> right) => left.Equals(right);

    /// <summary>Tells whether two differ in type or value.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they do.</returns>
    public static bool operator !=(Union<T1, T2> left, Union<T1, T2> right) => !left.Equals(right);

    /// <summary>Makes something of the value, with a function for each type.</summary>
    /// <typeparam name="TResult">What is made.</typeparam>
    /// <param name="first">For a value of the first type.</param>
    /// <param name="second">For a value of the second type.</param>
    /// <returns>What the function returned.</returns>
    public TResult Match<TResult>(Func<T1, TResult> first, Func<T2, TResult> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return _index == 0 ? first(_first) : second(_second);
    }

    /// <inheritdoc/>
    public bool Equals(Union<T1, T2> other) => _index == other._index && (_index == 0
        ? EqualityComparer<T1>.Default.Equals(_first, other._first)
        : EqualityComparer<T2>.Default.Equals(_second, other._second));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Union<T1, T2> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    /// <summary>The value's text.</summary>
    /// <returns>The text; empty where there is none.</returns>
    public override string ToString() => MemberVisitor.Describe(Value);

    [OnSerializing]
    private void RefuseToBeWritten(StreamingContext context) => throw OtherSerializer.Refuse(typeof(Union<T1, T2>));

    /// <summary>Does something with the value, with a function for each type; unlike lambdas for <c>Match</c> it allocates nothing.</summary>
    internal void Switch<TState>(TState state, Action<TState, T1> first, Action<TState, T2> second)
    {
        if (_index == 0)
        {
            first(state, _first);
        }
        else
        {
            second(state, _second);
        }
    }
}
