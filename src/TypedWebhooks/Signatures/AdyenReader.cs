using System;
using System.Text.Json;

namespace TypedWebhooks;

/// <summary>
/// Reads the items of Adyen's classic notifications: of each the fields that are signed. Where two readers could read one differently, because
/// a member is there twice, it finds a fault.
/// </summary>
/// <param name="json">The body.</param>
/// <param name="scratch">Space for <see cref="ScratchLength"/> bytes.</param>
internal ref struct AdyenReader(ReadOnlySpan<byte> json, Span<byte> scratch)
{
    private Utf8JsonReader _reader = new(json);
    private readonly Span<byte> _scratch = scratch;
    private bool _isStarted;
    private bool _isAmong;
    private bool _isSeen;

    /// <summary>The present item.</summary>
    public AdyenItem Item { get; } = new();

    /// <summary>Whether the body is not of the form.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>Fields are no longer decoded than written, and are copied once, with colons between them.</summary>
    public static int ScratchLength(int length) => (2 * length) + AdyenItem.Fields;

    /// <summary>Goes to the next item.</summary>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    /// <exception cref="InvalidOperationException">A text is no Unicode.</exception>
    public bool Next()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            _reader.Read();
            if (_reader.TokenType != JsonTokenType.StartObject)
            {
                return Fault();
            }
        }

        while (true)
        {
            if (_isAmong)
            {
                _reader.Read();
                if (_reader.TokenType != JsonTokenType.EndArray)
                {
                    return ReadItem();
                }

                _isAmong = false;
            }

            _reader.Read();
            if (_reader.TokenType == JsonTokenType.EndObject)
            {
                // Nothing but white space is behind it.
                return _reader.Read() && Fault();
            }

            bool isItems = _reader.ValueTextEquals("notificationItems"u8);
            _reader.Read();
            if (!isItems)
            {
                _reader.Skip();
            }
            else if (_isSeen || _reader.TokenType != JsonTokenType.StartArray)
            {
                return Fault();
            }
            else
            {
                _isSeen = _isAmong = true;
            }
        }
    }

    private bool ReadItem()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return Fault();
        }

        Item.Clear();
        bool isSeen = false;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isItem = _reader.ValueTextEquals("NotificationRequestItem"u8);
            _reader.Read();
            if (!isItem)
            {
                _reader.Skip();
            }
            else if (isSeen || _reader.TokenType != JsonTokenType.StartObject || !ReadFields())
            {
                return Fault();
            }
            else
            {
                isSeen = true;
            }
        }

        return isSeen || Fault();
    }

    private bool ReadFields()
    {
        Item.Start = (int)_reader.BytesConsumed;
        Item.IsEmpty = true;
        bool hasAmount = false;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            Item.IsEmpty = false;
            int field = _reader.ValueTextEquals("pspReference"u8) ? 0
                : _reader.ValueTextEquals("originalReference"u8) ? 1
                : _reader.ValueTextEquals("merchantAccountCode"u8) ? 2
                : _reader.ValueTextEquals("merchantReference"u8) ? 3
                : _reader.ValueTextEquals("eventCode"u8) ? 6
                : _reader.ValueTextEquals("success"u8) ? 7
                : -1;
            bool isAmount = field < 0 && _reader.ValueTextEquals("amount"u8);
            bool isData = field < 0 && _reader.ValueTextEquals("additionalData"u8);
            _reader.Read();
            bool isRight = field >= 0 ? ReadField(field)
                : isAmount ? !hasAmount && ReadAmount()
                : !isData || (Item.DataStart == 0 && ReadData());
            hasAmount |= isAmount;
            if (!isRight)
            {
                return false;
            }

            _reader.Skip();
        }

        return true;
    }

    private bool ReadAmount()
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            int field = _reader.ValueTextEquals("value"u8) ? AdyenItem.Value : _reader.ValueTextEquals("currency"u8) ? AdyenItem.Currency : -1;
            _reader.Read();
            if (field >= 0 && !ReadField(field))
            {
                return false;
            }

            _reader.Skip();
        }

        return true;
    }

    private bool ReadData()
    {
        Item.IsDataNull = _reader.TokenType == JsonTokenType.Null;
        if (Item.IsDataNull)
        {
            Item.DataStart = (int)_reader.TokenStartIndex;
            return true;
        }

        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        Item.DataStart = (int)_reader.BytesConsumed;
        Item.IsDataEmpty = true;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            Item.IsDataEmpty = false;
            bool isSignature = _reader.ValueTextEquals("hmacSignature"u8);
            _reader.Read();
            if (isSignature)
            {
                if (!ReadField(AdyenItem.Signature))
                {
                    return false;
                }

                Item.SignatureStart = (int)_reader.TokenStartIndex;
                Item.SignatureEnd = (int)_reader.BytesConsumed;
            }

            _reader.Skip();
        }

        return true;
    }

    /// <returns>False where it is no single value, or is there twice.</returns>
    private bool ReadField(int field)
    {
        Span<byte> space = _scratch[Item.Used..];
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                return Item.Add(field, _reader.CopyString(space));
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                _reader.ValueSpan.CopyTo(space);
                return Item.Add(field, _reader.ValueSpan.Length);
            case JsonTokenType.Null:
                return Item.Add(field, 0);
            default:
                return false;
        }
    }

    private bool Fault()
    {
        IsFaulty = true;
        return false;
    }
}
