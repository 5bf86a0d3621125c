using System.ComponentModel;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <summary>What all generated records have in common: the members that their schema does not know, and how they are written.</summary>
public abstract record WebhookObject
{
    /// <summary>The members of the JSON object that the schema does not know; null when there are none. They are written back.</summary>
    public EquatableDictionary<JsonElement>? AdditionalProperties { get; init; }

    /// <summary>Writes the object as JSON, under the names that the schema gives to its members.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <exception cref="JsonException">It has a value that cannot be written; the message tells which.</exception>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    public abstract void WriteTo(Utf8JsonWriter writer);

    /// <summary>Writes the members that are there, for <see cref="object.ToString"/>; of those that the schema does not know only the names.</summary>
    /// <param name="builder">Where they go.</param>
    /// <returns>Whether there are any.</returns>
    protected virtual bool PrintMembers(StringBuilder builder) =>
        new MemberText(builder, hasAny: false).Names(nameof(AdditionalProperties), AdditionalProperties).HasAny;

    // A serializer that does not ask System.Text.Json's attributes would write C#'s names. Where it calls back, it is stopped.
    [OnSerializing]
    private void RefuseToBeWritten(StreamingContext context) => throw OtherSerializer.Refuse(GetType());

    [OnDeserializing]
    private void RefuseToBeRead(StreamingContext context) => throw OtherSerializer.Refuse(GetType());
}

/// <summary>A generated record of which a member's JSON can say more than the member's value.</summary>
public abstract record InexactWebhookObject : WebhookObject
{
    /// <summary>
    /// The JSON of those members whose value says more than its type can hold, such as one of an enum that the schema does not
    /// list; null when there are none. It is written back while the member has the value that was read.
    /// </summary>
    public EquatableDictionary<JsonElement>? OriginalValues { get; init; }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) =>
        new MemberText(builder, base.PrintMembers(builder)).Names(nameof(OriginalValues), OriginalValues).HasAny;
}
