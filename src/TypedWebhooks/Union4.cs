using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>A value of one of four types.</summary>
/// <typeparam name="T1">The first type.</typeparam>
/// <typeparam name="T2">The second type.</typeparam>
/// <typeparam name="T3">The third type.</typeparam>
/// <typeparam name="T4">The fourth type.</typeparam>
/// <remarks><see cref="Value"/> is there to be switched on. The default value is the first type's default.</remarks>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructors are the alternates.")]
public readonly struct Union<T1, T2, T3, T4> : IEquatable<Union<T1, T2, T3, T4>>
{
    private readonly byte _index;
    private readonly T1 _first;
    private readonly T2 _second;
    private readonly T3 _third;
    private readonly T4 _fourth;

    /// <summary>Holds a value of the first type.</summary>
    /// <param name="value">The value.</param>
    public Union(T1 value) => (_index, _first, _second, _third, _fourth) = (0, value, default!, default!, default!);

    /// <summary>Holds a value of the second type.</summary>
    /// <param name="value">The value.</param>
    public Union(T2 value) => (_index, _first, _second, _third, _fourth) = (1, default!, value, default!, default!);

    /// <summary>Holds a value of the third type.</summary>
    /// <param name="value">The value.</param>
    public Union(T3 value) => (_index, _first, _second, _third, _fourth) = (2, default!, default!, value, default!);

    /// <summary>Holds a value of the fourth type.</summary>
    /// <param name="value">The value.</param>
    public Union(T4 value) => (_index, _first, _second, _third, _fourth) = (3, default!, default!, default!, value);

    /// <summary>The value, whichever type it has.</summary>
    public object? Value => _index switch
    {
        0 => _first,
        1 => _second,
        2 => _third,
        _ => _fourth,
    };

    /// <summary>Holds a value of the first type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Union<T1, T2, T3, T4>(T1 value) => new(value);

    /// <summary>Holds a value of the second type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Union<T1, T2, T3, T4>(T2 value) => new(value);

    /// <summary>Holds a value of the third type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Union<T1, T2, T3, T4>(T3 value) => new(value);

    /// <summary>Holds a value of the fourth type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Union<T1, T2, T3, T4>(T4 value) => new(value);

    /// <summary>Tells whether two are of the same type and value.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they are.</returns>
    public static bool operator ==(Union<T1, T2, T3, T4> left, Union<T1, T2, T3, T4> right) => left.Equals(right);

    /// <summary>Tells whether two differ in type or value.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether they do.</returns>
    public static bool operator !=(Union<T1, T2, T3, T4> left, Union<T1, T2, T3, T4> right) => !left.Equals(right);

    /// <summary>Makes something of the value, with a function for each type.</summary>
    /// <typeparam name="TResult">What is made.</typeparam>
    /// <param name="first">For a value of the first type.</param>
    /// <param name="second">For a value of the second type.</param>
    /// <param name="third">For a value of the third type.</param>
    /// <param name="fourth">For a value of the fourth type.</param>
    /// <returns>What the function returned.</returns>
    public TResult Match<TResult>(Func<T1, TResult> first, Func<T2, TResult> second, Func<T3, TResult> third, Func<T4, TResult> fourth)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        return _index switch
        {
            0 => first(_first),
            1 => second(_second),
            2 => third(_third),
            _ => fourth(_fourth),
        };
    }

    /// <inheritdoc/>
    public bool Equals(Union<T1, T2, T3, T4> other) => _index == other._index && _index switch
    {
        0 => EqualityComparer<T1>.Default.Equals(_first, other._first),
        1 => EqualityComparer<T2>.Default.Equals(_second, other._second),
        2 => EqualityComparer<T3>.Default.Equals(_third, other._third),
        _ => EqualityComparer<T4>.Default.Equals(_fourth, other._fourth),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Union<T1, T2, T3, T4> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value?.GetHashCode() ?? 0;

    /// <summary>The value's text.</summary>
    /// <returns>The text; empty where there is none.</returns>
    public override string ToString() => MemberVisitor.Describe(Value);

    [OnSerializing]
    private void RefuseToBeWritten(StreamingContext context) => throw OtherSerializer.Refuse(typeof(Union<T1, T2, T3, T4>));

    /// <summary>Does something with the value, with a function for each type; unlike lambdas for <c>Match</c> it allocates nothing.</summary>
    internal void Switch<TState>(TState state, Action<TState, T1> first, Action<TState, T2> second, Action<TState, T3> third, Action<TState, T4> fourth)
    {
        switch (_index)
        {
            case 0:
                first(state, _first);
                break;
            case 1:
                second(state, _second);
                break;
            case 2:
                third(state, _third);
                break;
            default:
                fourth(state, _fourth);
                break;
        }
    }
}
