using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using TypedWebhooks.Json;

namespace TypedWebhooks;

/// <summary>Several events in one body: what all generated batches have in common.</summary>
/// <typeparam name="TEvent">The root of the provider's events.</typeparam>
public abstract record WebhookBatch<TEvent> : InexactWebhookObject
    where TEvent : WebhookObject
{
    /// <summary>
    /// The events, in the order of the body. Each item of the body is one, whatever it is: what is no event of the schema is an
    /// unrecognized one, and so is a body in which there are no events. Only an empty array is a batch without events.
    /// </summary>
    public EquatableList<TEvent> Events { get; init; } = EquatableList<TEvent>.Empty;

    /// <summary>How the body came, and is written back.</summary>
    public WebhookBatchForm Form { get; init; }

    /// <summary>
    /// The whole body, where it says more than the members do: an envelope that has a member twice, say, or items with more in
    /// them than an event. It is written back with the events that the batch has now.
    /// </summary>
    internal JsonElement Original { get; init; }

    /// <summary>Writes the batch as it came.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <exception cref="JsonException">An event has a value that cannot be written; the message tells which.</exception>
    public sealed override void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Form == WebhookBatchForm.Event && Events.Count == 1)
        {
            Events[0].WriteTo(writer);
        }
        else if (Form == WebhookBatchForm.Array)
        {
            BatchWriter.Write(writer, Original, [], Path.Item, Events);
        }
        else if (Original.ValueKind != JsonValueKind.Undefined || Path.Array.Length == 0)
        {
            BatchWriter.Write(writer, Original, Path.Array, Path.Item, Events);
        }
        else
        {
            WriteEnvelope(writer);
        }
    }

    /// <inheritdoc/>
    public virtual bool Equals(WebhookBatch<TEvent>? other) => HasEqualMembers(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashMembers();

    /// <summary>Where the events stand.</summary>
    protected abstract BatchPath Path { get; }

    /// <summary>Writes the envelope around the events, where there is one.</summary>
    /// <param name="writer">Where it goes.</param>
    protected abstract void WriteEnvelope(Utf8JsonWriter writer);

    /// <summary>
    /// Hands each event to a function, one after the other and in their order. An event whose handling fails keeps the events
    /// behind it from nothing: all of them are tried, and what has failed is thrown at the end.
    /// </summary>
    /// <param name="dispatch">Handles one event.</param>
    /// <param name="cancellationToken">Gives up what has not begun.</param>
    /// <returns>A task that completes when all events are handled.</returns>
    /// <exception cref="WebhookBatchException">Some events were not handled; it says which, and why.</exception>
    /// <exception cref="OperationCanceledException">It was given up before anything had failed.</exception>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever a handler throws must not keep the next event from its own.")]
    protected async ValueTask DispatchEachAsync(Func<TEvent, CancellationToken, ValueTask> dispatch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        List<WebhookBatchFailure>? failures = null;
        for (int i = 0; i < Events.Count; i++)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                await dispatch(Events[i], cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (failures is null && cancellationToken.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e)
            {
                (failures ??= []).Add(new(i, Events[i], e));
            }
        }

        if (failures is not null)
        {
            throw new WebhookBatchException(failures, Events.Count);
        }
    }

    /// <inheritdoc/>
    protected override void Visit(MemberVisitor members, WebhookObject other)
    {
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(other);
        WebhookBatch<TEvent> that = (WebhookBatch<TEvent>)other;
        members.Add(nameof(Events), Events, that.Events);
        members.Add(nameof(Form), Form, that.Form);
        if (Original.ValueKind != JsonValueKind.Undefined || that.Original.ValueKind != JsonValueKind.Undefined)
        {
            members.AddLength(nameof(Original), Original, that.Original);
        }

        base.Visit(members, other);
    }

    /// <inheritdoc/>
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
