using System;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Objects, member by member.</content>
public ref partial struct WebhookReader
{
    private const int NameBuffer = 128;

    /// <summary>In an object with more surprises than these there is no order to be learnt.</summary>
    private const int LearntSurprises = 4;

    /// <summary>Begins an object.</summary>
    /// <param name="names">The members that the schema gives to it.</param>
    /// <param name="members">How far its reading has come, to be kept in a local and given to <see cref="NextMember"/>.</param>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void StartObject(MemberNames names, out ObjectReader members)
    {
        ArgumentNullException.ThrowIfNull(names);
        members = default;
        if (TryEnterObject())
        {
            members.Names = names;
            members.Last = names.None;
            members.Expected = names.Follower(names.None);
            members.Current = -1;
            members.Start = _cursor.At - 1;
            members.UnknownBefore = _unknownMembers;
            members.OuterInexact = _isInexact;
            _isInexact = false;
        }
    }

    /// <summary>Goes on to the object's next member; <see cref="ObjectReader.Current"/> then tells which it is.</summary>
    /// <param name="members">The object.</param>
    /// <returns><see langword="false"/> at the end of the object, and when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken, or the object names its event type twice.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool NextMember(ref ObjectReader members)
    {
        if (Failed)
        {
            return false;
        }

        // Senders keep to an order, and leave no space: the comma and the name are compared with what should come now.
        // No method is called and returned from on this way, so no register has to be saved for it.
        int member = members.Expected;
        int isFirst = members.ValueStart == 0 ? 1 : 0;
        if (_isInexact
            || _cursor.At == members.ValueStart
            || !members.IsNew(member)
            || !_cursor.TryReadToAdjacentValue(members.Names!.Quoted(member)[isFirst..]))
        {
            return NextUnexpectedMember(ref members);
        }

        members.Begin(member, _cursor.At);
        return true;
    }

    /// <summary>Keeps the current member, for which the record has no property, among the additional properties.</summary>
    /// <param name="members">The object.</param>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public void KeepMember(ref ObjectReader members)
    {
        if (Failed)
        {
            return;
        }

        bool isKnown = members.Current >= 0;
        _unknownMembers += isKnown ? 0 : 1;
        if (_isTrial)
        {
            _cursor.Skip();
            return;
        }

        string name = isKnown ? members.Names![members.Current] : JsonText.ToUtf16(_json.Slice(members.NameStart, members.NameLength), members.IsNameEscaped);
        members.AdditionalProperties ??= new EquatableDictionary<JsonElement>();
        if (!members.AdditionalProperties.TryAdd(name, ReadJson()))
        {
            FailTwice(members);
        }
    }

    /// <summary>Ends an object.</summary>
    /// <param name="members">The object.</param>
    /// <returns>Whether it is whole, and a record is to be made of it: nothing in it failed, and no required member is absent.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
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
            FailMissing(members.Names[missing]);
            return false;
        }

        _isInexact = members.OuterInexact;
        return !_isTrial;
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

    /// <summary>Goes on to the next member where it is not the expected one, or something is left to be done for the last one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool NextUnexpectedMember(ref ObjectReader members)
    {
        // Before the first member neither is so.
        if (_isInexact || _cursor.At == members.ValueStart)
        {
            EndMember(ref members);
        }

        if (!TryReadName(ref members, out int member))
        {
            return false;
        }

        if (member < 0)
        {
            members.ValueStart = _cursor.At;
            members.Current = -1;
            return true;
        }

        bool isNew = members.IsNew(member);
        members.Begin(member, _cursor.At);
        if (!isNew)
        {
            FailTwice(members);
        }

        return isNew;
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
            if (_isTrial)
            {
                return;
            }

            members.OriginalValues ??= new EquatableDictionary<JsonElement>();
            members.OriginalValues.TryAdd(members.Names![members.Current], ToElement(members.ValueStart, _cursor.At));
        }
    }

    /// <summary>Reads the next name, whichever it is and however it is spaced, and goes to its value.</summary>
    /// <param name="members">The object; of a name that the schema does not know it is told where that stands.</param>
    /// <param name="member">The member's index; -1 when the schema does not know it.</param>
    /// <returns><see langword="false"/> at the end of the object, and when the reader has <see cref="Failed"/>.</returns>
    private bool TryReadName(ref ObjectReader members, out int member)
    {
        MemberNames names = members.Names!;
        member = members.Expected;
        if (!_cursor.NextName(isFirst: members.ValueStart == 0))
        {
            return false;
        }

        // There may have been white space before the expected one.
        if (_cursor.TryReadToValue(names.Quoted(member)[1..]))
        {
            return true;
        }

        int start = _cursor.At + 1;
        ReadOnlySpan<byte> name = _cursor.ReadName(out bool isEscaped);
        _cursor.Peek();
        member = isEscaped ? IndexOfEscapedName(names, name) : names.IndexOf(name);
        if (member >= 0)
        {
            if (members.Surprises++ < LearntSurprises)
            {
                names.Follower(members.Last) = member;
            }

            return true;
        }

        members.Current = -1;
        members.NameStart = start;
        members.NameLength = name.Length;
        members.IsNameEscaped = isEscaped;
        return !Failed;
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
            throw _cursor.Fault(EventTypeTwice);
        }

        Fail("The member occurs twice.");
    }

    private void FailUndecodable(string what) => Fail(_isTrial ? what : $"The {what} holds half a surrogate pair, which is no text.");
}
