namespace TypedWebhooks;

/// <summary>Why a webhook body became the provider's <c>Unrecognized…Event</c>.</summary>
/// <remarks>The values are all there are: a <c>switch</c> over them needs no discard.</remarks>
public enum UnrecognizedReason
{
    /// <summary>The body names an event type that the schema does not have.</summary>
    UnknownEventType,

    /// <summary>The body names no event type: the member is absent, or is not a string.</summary>
    MissingEventType,

    /// <summary>The event type is known, but the body does not fit the schema of that event.</summary>
    SchemaMismatch,

    /// <summary>The schema has the event type, but the project has not selected it: the event is known by its name only, and has no type.</summary>
    NotSelected,

    /// <summary>
    /// The body is no event and is meant to be none: the provider tries the receiver, or confirms something, and may want an answer.
    /// Only a provider whose event map has <c>handshakes</c> has such bodies, and no handler is asked for them.
    /// </summary>
    Handshake,

    /// <summary>
    /// The body is of a version that the project has no schema of, or does not say which version it is of. Only a provider of which several
    /// versions stand side by side has such bodies, and only where its <c>…Webhook</c> class picks the version.
    /// </summary>
    UnknownVersion,
}
