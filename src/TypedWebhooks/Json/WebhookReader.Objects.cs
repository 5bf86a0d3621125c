using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Objects: member by member, and maps.</content>
public ref partial struct WebhookReader
{
    private const int NameBuffer = 128;

    /// <summary>Begins an object.</summary>
    /// <param name="names">The members that the schema gives to it.</param>
    /// <returns>How far its reading has come, to be kept in a local and given to <see cref="NextMember"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public ObjectReader StartObject(MemberNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        if (!TryEnterObject())
        {
            return default;
        }

        ObjectReader members = new(names, _isInexact) { Start = _cursor.At - 1, UnknownBefore = _unknownMembers };
        _isInexact = false;
        return members;
    }

    /// <summary>Goes on to the object's next member; <see cref="ObjectReader.Current"/> then tells which it is.</summary>
    /// <param name="members">The object.</param>
    /// <returns><see langword="false"/> at the end of the object, and when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken, or the object names its event type twice.</exception>
    public bool NextMember(ref ObjectReader members)
    {
        if (Failed)
        {
            return false;
        }

        bool isFirst = members.NameStart == 0;
        if (!isFirst && (_isInexact || _cursor.At == members.ValueStart))
        {
            EndMember(ref members);
        }

        // Senders keep to an order, and leave no space: the comma and the name are first compared with what should come now.
        int expected = members.Names!.Following(members.Last);
        ReadOnlySpan<byte> quoted = members.Names.Quoted(expected);
        quoted = isFirst && !quoted.IsEmpty ? quoted[1..] : quoted;
        if (!quoted.IsEmpty && _cursor.TryRead(quoted))
        {
            members.NameLength = quoted.Length - (isFirst ? 3 : 4);
            members.NameStart = _cursor.At - 2 - members.NameLength;
            members.IsNameEscaped = false;
        }
        else if (!TryReadName(ref members, isFirst, out expected))
        {
            return false;
        }

        _cursor.Peek();
        members.ValueStart = _cursor.At;
        members.Current = expected;
        if (expected >= 0)
        {
            members.Last = expected + 1;
            if (!members.TryMarkSeen(expected))
            {
                FailTwice(members);
                return false;
            }
        }

        return true;
    }

    /// <summary>Keeps the current member, which the schema does not know, among the additional properties.</summary>
    /// <param name="members">The object.</param>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public void KeepMember(ref ObjectReader members)
    {
        if (Failed)
        {
            return;
        }

        _unknownMembers++;
        string name = JsonText.ToUtf16(_json.Slice(members.NameStart, members.NameLength), members.IsNameEscaped);
        members.AdditionalProperties ??= new EquatableDictionary<JsonElement>();
        if (!members.AdditionalProperties.TryAdd(name, ReadJson()))
        {
            FailTwice(members);
        }
    }

    /// <summary>Ends an object.</summary>
    /// <param name="members">The object.</param>
    /// <returns>Whether it is whole: nothing in it failed, and no required member is absent.</returns>
    public bool EndObject(ref ObjectReader members)
    {
        if (members.Names is null)
        {
            return false;
        }

        if (Failed)
        {
            PrependCurrentName(members);
            return false;
        }

        int missing = members.FirstMissing();
        if (missing >= 0)
        {
            Fail("The required member is missing.");
            PrependName(members.Names[missing]);
            return false;
        }

        _isInexact = members.OuterInexact;
        return true;
    }

    /// <summary>Reads an object whose members are no fixed ones.</summary>
    /// <typeparam name="TValue">The type of their values.</typeparam>
    /// <param name="readValue">Reads one value.</param>
    /// <returns>The members; empty when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public EquatableDictionary<TValue> ReadMap<TValue>(WebhookValueReader<TValue> readValue)
    {
        ArgumentNullException.ThrowIfNull(readValue);
        if (!TryEnterObject())
        {
            return EquatableDictionary<TValue>.Empty;
        }

        EquatableDictionary<TValue> map = new();
        for (bool isFirst = true; _cursor.NextName(isFirst); isFirst = false)
        {
            ReadOnlySpan<byte> raw = _cursor.ReadName(out bool isEscaped);
            if (!TryDecode(raw, isEscaped, out string name))
            {
                FailUndecodable("name");
                return EquatableDictionary<TValue>.Empty;
            }

            TValue value = readValue(ref this);
            if (!Failed && !map.TryAdd(name, value))
            {
                Fail("The member occurs twice.");
            }

            if (Failed)
            {
                PrependName(name);
                return EquatableDictionary<TValue>.Empty;
            }
        }

        return map.Count == 0 ? EquatableDictionary<TValue>.Empty : map;
    }

    private bool TryEnterObject()
    {
        if (Failed)
        {
            return false;
        }

        if (_cursor.Peek() != '{')
        {
            FailExpecting("an object");
            return false;
        }

        _cursor.Enter();
        return true;
    }

    /// <summary>Ends the member before the next one: what its value cannot say is kept, and what nobody read is stepped over.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EndMember(ref ObjectReader members)
    {
        if (_cursor.At == members.ValueStart)
        {
            _cursor.Skip();
        }

        if (_isInexact)
        {
            _isInexact = false;
            members.OriginalValues ??= new EquatableDictionary<JsonElement>();
            members.OriginalValues.TryAdd(members.Names![members.Current], ToElement(members.ValueStart, _cursor.At));
        }
    }

    /// <summary>Reads the next name, whichever it is and however it is spaced.</summary>
    /// <returns><see langword="false"/> at the end of the object, and when the reader has <see cref="Failed"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadName(ref ObjectReader members, bool isFirst, out int index)
    {
        int before = _cursor.At;
        index = -1;
        if (!_cursor.NextName(isFirst))
        {
            return false;
        }

        members.NameStart = _cursor.At + 1;
        if (_cursor.At - before > 1)
        {
            // There was white space: the name may still be the expected one.
            int expected = members.Names!.Following(members.Last);
            ReadOnlySpan<byte> quoted = members.Names.Quoted(expected);
            if (!quoted.IsEmpty && _cursor.TryRead(quoted[1..]))
            {
                index = expected;
                members.NameLength = quoted.Length - 4;
                members.IsNameEscaped = false;
                return true;
            }
        }

        ReadOnlySpan<byte> name = _cursor.ReadName(out bool isEscaped);
        members.NameLength = name.Length;
        members.IsNameEscaped = isEscaped;
        if (isEscaped)
        {
            index = IndexOfEscapedName(members.Names!, name);
            return !Failed;
        }

        index = members.Names!.IndexOf(name);
        if (index >= 0)
        {
            members.Names.Learn(members.Last, index);
        }

        return true;
    }

    private int IndexOfEscapedName(MemberNames names, scoped ReadOnlySpan<byte> escaped)
    {
        using DecodedText name = new(escaped, stackalloc byte[NameBuffer]);
        if (!name.IsText)
        {
            FailUndecodable("name");
            return -1;
        }

        return names.IndexOf(name.Utf8);
    }

    private void FailTwice(in ObjectReader members)
    {
        if (members.Current >= 0 && members.Current == members.Names!.EventType)
        {
            throw EventTypeTwice();
        }

        Fail("The member occurs twice.");
    }

    private void FailUndecodable(string what) => Fail($"The {what} holds half a surrogate pair, which is no text.");
}
