using System;
using System.Text;
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
        if (!TryTake(JsonTokenType.StartObject, "an object"))
        {
            return default;
        }

        ObjectReader members = new(names, _isInexact);
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

        EndMember(ref members);
        if (NextToken() == JsonTokenType.EndObject)
        {
            return false;
        }

        int expected = members.Current + 1;
        NoteName(ref members);
        members.Current = _reader.ValueIsEscaped
            ? IndexOfEscapedName(members.Names!)
            : members.Names!.IndexOf(_reader.ValueSpan, expected);
        if (Failed)
        {
            return false;
        }

        if (members.Current >= 0 && !members.TryMarkSeen(members.Current))
        {
            FailTwice(members);
            return false;
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
        if (!TryTake(JsonTokenType.StartObject, "an object"))
        {
            return EquatableDictionary<TValue>.Empty;
        }

        EquatableDictionary<TValue> map = new();
        while (NextToken() != JsonTokenType.EndObject)
        {
            if (!TryGetText(out string name))
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

    /// <summary>Ends the member before the next one: what its value cannot say is kept, and what nobody read is stepped over.</summary>
    private void EndMember(ref ObjectReader members)
    {
        if (_isPeeked || _reader.TokenType == JsonTokenType.PropertyName)
        {
            SkipValue();
        }

        if (_isInexact)
        {
            _isInexact = false;
            Utf8JsonReader value = new(_json[members.ValueStart..(int)_reader.BytesConsumed]);
            members.OriginalValues ??= new EquatableDictionary<JsonElement>();
            members.OriginalValues.TryAdd(members.Names![members.Current], JsonElement.ParseValue(ref value));
        }
    }

    private void NoteName(ref ObjectReader members)
    {
        members.NameStart = (int)_reader.TokenStartIndex + 1;
        members.NameLength = _reader.ValueSpan.Length;
        members.IsNameEscaped = _reader.ValueIsEscaped;
        members.ValueStart = (int)_reader.BytesConsumed;
    }

    private int IndexOfEscapedName(MemberNames names)
    {
        using DecodedText name = new(_reader.ValueSpan, stackalloc byte[NameBuffer]);
        if (!name.IsText)
        {
            FailUndecodable("name");
            return -1;
        }

        return names.IndexOf(name.Utf8, -1);
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
