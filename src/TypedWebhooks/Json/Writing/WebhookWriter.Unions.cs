using System;
using System.Collections.Generic;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Values of several types, and values that may be of any although the schema means one.</content>
public readonly partial struct WebhookWriter
{
    /// <summary>Writes a value of one of two types.</summary>
    /// <typeparam name="T1">The first type.</typeparam>
    /// <typeparam name="T2">The second type.</typeparam>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The value.</param>
    /// <param name="first">Writes the first type.</param>
    /// <param name="second">Writes the second type.</param>
    public static void WriteUnionValue<T1, T2>(Utf8JsonWriter writer, Union<T1, T2> value, Action<Utf8JsonWriter, T1> first, Action<Utf8JsonWriter, T2> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        value.Switch(writer, first, second);
    }

    /// <summary>Writes a value of one of three types.</summary>
    /// <typeparam name="T1">The first type.</typeparam>
    /// <typeparam name="T2">The second type.</typeparam>
    /// <typeparam name="T3">The third type.</typeparam>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The value.</param>
    /// <param name="first">Writes the first type.</param>
    /// <param name="second">Writes the second type.</param>
    /// <param name="third">Writes the third type.</param>
    public static void WriteUnionValue<T1, T2, T3>(
        Utf8JsonWriter writer,
        Union<T1, T2, T3> value,
        Action<Utf8JsonWriter, T1> first,
        Action<Utf8JsonWriter, T2> second,
        Action<Utf8JsonWriter, T3> third)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        value.Switch(writer, first, second, third);
    }

    /// <summary>Writes a value of one of four types.</summary>
    /// <typeparam name="T1">The first type.</typeparam>
    /// <typeparam name="T2">The second type.</typeparam>
    /// <typeparam name="T3">The third type.</typeparam>
    /// <typeparam name="T4">The fourth type.</typeparam>
    /// <param name="writer">Where it goes.</param>
    /// <param name="value">The value.</param>
    /// <param name="first">Writes the first type.</param>
    /// <param name="second">Writes the second type.</param>
    /// <param name="third">Writes the third type.</param>
    /// <param name="fourth">Writes the fourth type.</param>
    public static void WriteUnionValue<T1, T2, T3, T4>(
        Utf8JsonWriter writer,
        Union<T1, T2, T3, T4> value,
        Action<Utf8JsonWriter, T1> first,
        Action<Utf8JsonWriter, T2> second,
        Action<Utf8JsonWriter, T3> third,
        Action<Utf8JsonWriter, T4> fourth)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(third);
        ArgumentNullException.ThrowIfNull(fourth);
        value.Switch(writer, first, second, third, fourth);
    }

    /// <summary>Writes a member of any type; as it came, while that still means this value.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="member">The member's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="read">Reads it, as it was read.</param>
    public void WriteUnion<T>(int member, T value, Action<Utf8JsonWriter, T> write, WebhookValueReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(read);
        if (_originals is null || !TryWriteOriginal(member, value, read, static (left, right) => EqualityComparer<T>.Default.Equals(left, right)))
        {
            WriteName(member);
            write(_writer, value);
        }
    }

    /// <summary>Writes a member that was of another type than the schema means, just as it came; if there is none, a null or nothing.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="isRequired">Whether it may not be left out.</param>
    public void WriteMisfit(int member, bool isRequired)
    {
        if (_originals is not null && _originals.TryGetValue(_names[member], out JsonElement original))
        {
            WriteName(member);
            WriteRaw(_writer, original);
        }
        else if (isRequired)
        {
            WriteNull(member);
        }
    }
}
