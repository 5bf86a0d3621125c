using System;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>
/// Writes one JSON object for generated code: its members by their index, in the form in which they came. What a
/// member's value cannot say (the text of an unlisted enum value, digits that a number has no room for) is written
/// from the original values, as long as the original still means the value that the record now has.
/// </summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "A cursor; nobody compares it.")]
public readonly partial struct WebhookWriter
{
    private readonly Utf8JsonWriter _writer;
    private readonly MemberNames _names;
    private readonly EquatableDictionary<JsonElement>? _originals;
    private readonly WireFormat _format;

    /// <summary>Makes a writer for one object.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="names">The members that the schema gives to it.</param>
    /// <param name="originalValues">The members whose JSON said more than their values do, when the object was read.</param>
    /// <param name="format">How dates and nulls were spelled, when the object was read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> or <paramref name="names"/> is <see langword="null"/>.</exception>
    public WebhookWriter(
        Utf8JsonWriter writer,
        MemberNames names,
        EquatableDictionary<JsonElement>? originalValues = null,
        WireFormat format = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(names);
        _writer = writer;
        _names = names;
        _originals = originalValues;
        _format = format;
    }

    /// <summary>Writes an element as it was read, without changing a byte of it.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="element">The element; a default one, which is no value, is written as <c>null</c>.</param>
    public static void WriteRaw(Utf8JsonWriter writer, JsonElement element)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteRawValue(element.GetRawText(), skipInputValidation: true);
    }

    /// <summary>Begins the object.</summary>
    public void StartObject() => _writer.WriteStartObject();

    /// <summary>Begins an object of which everything is said by its members' values.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="names">The members that the schema gives to it.</param>
    /// <returns>The writer of its members.</returns>
    public static WebhookWriter Start(Utf8JsonWriter writer, MemberNames names) => Start(writer, names, null, default);

    /// <summary>Begins an object that is written as it came.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="names">The members that the schema gives to it.</param>
    /// <param name="originalValues">The members whose JSON said more than their values do, when the object was read.</param>
    /// <returns>The writer of its members.</returns>
    public static WebhookWriter Start(Utf8JsonWriter writer, MemberNames names, EquatableDictionary<JsonElement>? originalValues) => Start(writer, names, originalValues, default);

    /// <summary>Begins an object that is written as it came, to its dates and nulls.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="names">The members that the schema gives to it.</param>
    /// <param name="originalValues">The members whose JSON said more than their values do, when the object was read.</param>
    /// <param name="format">How dates and nulls were spelled, when the object was read.</param>
    /// <returns>The writer of its members.</returns>
    public static WebhookWriter Start(Utf8JsonWriter writer, MemberNames names, EquatableDictionary<JsonElement>? originalValues, WireFormat format)
    {
        WebhookWriter json = new(writer, names, originalValues, format);
        json.StartObject();
        return json;
    }

    /// <summary>Writes a member's name; its value has to follow.</summary>
    /// <param name="member">The member's index.</param>
    public void WriteName(int member) => _writer.WritePropertyName(_names.Encoded(member));

    /// <summary>Ends the object.</summary>
    /// <param name="additionalProperties">The members that the schema does not know; they are written as they were read.</param>
    /// <exception cref="JsonException">One of them has the name of a member that the schema does know.</exception>
    public void EndObject(EquatableDictionary<JsonElement>? additionalProperties = null)
    {
        for (int i = 0; i < additionalProperties?.Count; i++)
        {
            (string name, JsonElement value) = additionalProperties.EntryAt(i);
            if (_names.Declares(name))
            {
                throw new JsonException($"AdditionalProperties has '{name}', which is a member of its own; set that.");
            }

            _writer.WritePropertyName(name);
            WriteRaw(_writer, value);
        }

        _writer.WriteEndObject();
    }

    /// <summary>Writes the member that names the event type.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="eventType">The event type as the schema spells it.</param>
    public void WriteEventType(int member, string eventType) => _writer.WriteString(_names.Encoded(member), eventType);

    /// <summary>Writes the member that names the event type, in the spelling in which it came.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="eventType">The event type as the schema spells it.</param>
    /// <param name="text">The spelling in which it came.</param>
    public void WriteEventType(int member, string eventType, EventTypeText text) =>
        WriteEventType(member, text.Text ?? eventType);

    /// <summary>Writes the member that is a part of the event type and a number, such as a version.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="number">The number, in plain digits.</param>
    public void WriteEventNumber(int member, string number)
    {
        WriteName(member);
        _writer.WriteRawValue(
            TryGetOriginal(member, out JsonElement original) && original.ValueKind == JsonValueKind.Number && JsonNumber.AreEqual(Encoding.UTF8.GetBytes(original.GetRawText()), Encoding.UTF8.GetBytes(number))
                ? original.GetRawText()
                : number,
            skipInputValidation: true);
    }

    /// <summary>Writes a member as <c>null</c>.</summary>
    /// <param name="member">The member's index.</param>
    public void WriteNull(int member) => _writer.WriteNull(_names.Encoded(member));

    /// <summary>Writes an optional member that has no value: as <c>null</c> if it was an explicit one when it was read.</summary>
    /// <param name="member">The member's index.</param>
    /// <param name="nullSlot">The member's bit in the format.</param>
    public void WriteNullOrAbsent(int member, int nullSlot)
    {
        if (_format.IsNull(nullSlot) || TryGetOriginal(member, out JsonElement original) && original.ValueKind == JsonValueKind.Null)
        {
            WriteNull(member);
        }
    }
}
