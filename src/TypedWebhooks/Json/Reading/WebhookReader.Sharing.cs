using System;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Objects that a body has several times. Records are immutable, so one instance does for all.</content>
public ref partial struct WebhookReader
{
    /// <summary>Steps over an object that is, byte for byte, the one of its kind that was read last in this body.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="names">The members that the schema gives to it.</param>
    /// <param name="equal">What became of the earlier one.</param>
    /// <returns>Whether it is the same; if not, nothing is consumed.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public bool TryShare<T>(MemberNames names, [NotNullWhen(true)] out T? equal)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(names);
        equal = null;
        if (_shared is null || Failed)
        {
            return false;
        }

        _cursor.Peek();
        ref SharedObjects.Slot last = ref _shared.Of(names);
        if (last.Names != names
            || !_cursor.HasRoomFor(last.Height)
            || !_cursor.Rest.StartsWith(_json.Slice(last.Start, last.Length))
            || last.Value is not T value)
        {
            return false;
        }

        _cursor.Jump(_cursor.At + last.Length, last.Height);
        _unknownMembers += last.UnknownMembers;
        equal = value;
        return true;
    }

    /// <summary>Remembers an object that has been read, for <see cref="TryShare"/>.</summary>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="members">The object, ended.</param>
    /// <param name="value">What became of it.</param>
    /// <returns><paramref name="value"/>.</returns>
    public T Share<T>(ref ObjectReader members, T value)
        where T : class
    {
        if (members.Names is { } names)
        {
            _shared ??= SharedObjects.Rent();
            _shared.Of(names) = new()
            {
                Names = names,
                Value = value,
                Start = members.Start,
                Length = _cursor.At - members.Start,
                Height = _cursor.Height,
                UnknownMembers = _unknownMembers - members.UnknownBefore,
            };
        }

        return value;
    }
}
