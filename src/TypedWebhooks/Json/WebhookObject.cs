using System;
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

    /// <summary>Whether another object is of the same record, and its members are equal.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Whether they are equal.</returns>
    public virtual bool Equals(WebhookObject? other) => HasEqualMembers(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashMembers();

    /// <summary>The record's name, and the members that are there; of those that the schema does not know only their names.</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString()
    {
        StringBuilder text = new(GetType().Name);
        text.Append(" { ");
        text.Append(PrintMembers(text) ? " }" : "}");
        return text.ToString();
    }

    /// <summary>What <see cref="Equals(WebhookObject)"/> says, for the records derived from this one to have as their own.</summary>
    /// <param name="other">The other object.</param>
    /// <returns>Whether they are equal.</returns>
    protected bool HasEqualMembers(WebhookObject? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || EqualityContract != other.EqualityContract)
        {
            return false;
        }

        MemberVisitor members = MemberVisitor.ForEquality();
        Visit(members, other);
        return members.AreEqual;
    }

    /// <summary>What <see cref="GetHashCode"/> says, for the records derived from this one to have as their own.</summary>
    /// <returns>The hash code.</returns>
    protected int HashMembers()
    {
        MemberVisitor members = MemberVisitor.ForHash();
        Visit(members, this);
        return members.Hash;
    }

    /// <summary>Goes through the members, for equality, hash code and text.</summary>
    /// <param name="members">Takes each of them.</param>
    /// <param name="other">The object that this one is compared with, of the same record; this one itself where it is not.</param>
    protected virtual void Visit(MemberVisitor members, WebhookObject other)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(other);
        members.AddNames(nameof(AdditionalProperties), AdditionalProperties, other.AdditionalProperties);
    }

    /// <summary>Writes the members that are there, for <see cref="ToString"/>.</summary>
    /// <param name="builder">Where they go.</param>
    /// <returns>Whether there are any.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        MemberVisitor members = MemberVisitor.ForText(builder);
        Visit(members, this);
        return members.HasText;
    }

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
    public virtual bool Equals(InexactWebhookObject? other) => HasEqualMembers(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashMembers();

    /// <inheritdoc/>
    protected override void Visit(MemberVisitor members, WebhookObject other)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(other);
        base.Visit(members, other);
        members.AddNames(nameof(OriginalValues), OriginalValues, ((InexactWebhookObject)other).OriginalValues);
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
