using System;
using System.Collections.Generic;
using System.Text.Json;

namespace TypedWebhooks.Json;

/// <content>Batches: several events in one body, each of them read for itself.</content>
public ref partial struct WebhookReader
{
    /// <summary>
    /// Reads a batch. Whatever JSON it is, there is an event for each of its items, or one for all of it where it has no items
    /// in the place; what does not fit one of them costs none of the others.
    /// </summary>
    /// <typeparam name="TBatch">The batch.</typeparam>
    /// <typeparam name="TEvent">The root of the provider's events.</typeparam>
    /// <param name="path">Where the events stand.</param>
    /// <returns>The batch.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public TBatch ReadBatch<TBatch, TEvent>(BatchPath path)
        where TBatch : WebhookBatch<TEvent>, IWebhookBatch<TBatch, TEvent>, new()
        where TEvent : WebhookObject, IWebhookObject<TEvent>
    {
        ArgumentNullException.ThrowIfNull(path);
        _cursor.Peek();
        int start = _cursor.At;
        JsonCursor array = _cursor;
        if (!BatchSearch.TryFindArray(ref array, path.Array, out _))
        {
            return ReadWithoutEnvelope<TBatch, TEvent>(path, start);
        }

        if (path.Array.Length > 0)
        {
            WebhookReader before = this;
            if (TBatch.ReadEnvelope(ref this) is { } batch)
            {
                return batch;
            }

            // Its own members are not worth an event: the envelope is kept as it is, and the events are read out of it.
            this = before;
        }

        EquatableList<TEvent> events = ReadItems<TBatch, TEvent>(ref array, path.Item, out bool isExact);
        _cursor.Skip();
        return path.Array.Length == 0 && isExact
            ? new TBatch { Events = events }
            : new TBatch { Events = events, Original = ToElement(start, _cursor.At) };
    }

    /// <summary>Reads the member of an envelope in which the events are.</summary>
    /// <typeparam name="TBatch">The batch.</typeparam>
    /// <typeparam name="TEvent">The root of the provider's events.</typeparam>
    /// <param name="path">Where the events stand.</param>
    /// <returns>The events; none when the reader has <see cref="Failed"/>.</returns>
    /// <exception cref="JsonException">The JSON is broken.</exception>
    public EquatableList<TEvent> ReadEvents<TBatch, TEvent>(BatchPath path)
        where TBatch : WebhookBatch<TEvent>, IWebhookBatch<TBatch, TEvent>, new()
        where TEvent : WebhookObject, IWebhookObject<TEvent>
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Failed)
        {
            return EquatableList<TEvent>.Empty;
        }

        JsonCursor array = _cursor;
        if (!BatchSearch.TryFindArray(ref array, path.Array.AsSpan(1), out bool isAlone))
        {
            Fail("There is no array of events.");
            return EquatableList<TEvent>.Empty;
        }

        EquatableList<TEvent> events = ReadItems<TBatch, TEvent>(ref array, path.Item, out bool isExact);

        // What stands around the events, and is not only the way to them, is kept with the original.
        _isInexact = !isExact || !isAlone;
        if (path.Array.Length > 1)
        {
            _cursor.Skip();
        }
        else
        {
            _cursor = array;
        }

        return events;
    }

    /// <summary>A body that has no array of events in the place: an array all the same, or one event.</summary>
    private TBatch ReadWithoutEnvelope<TBatch, TEvent>(BatchPath path, int start)
        where TBatch : WebhookBatch<TEvent>, IWebhookBatch<TBatch, TEvent>, new()
        where TEvent : WebhookObject, IWebhookObject<TEvent>
    {
        if (_cursor.Peek() == '[')
        {
            EquatableList<TEvent> events = ReadItems<TBatch, TEvent>(ref _cursor, path.Item, out bool isExact);
            return isExact
                ? new TBatch { Events = events, Form = WebhookBatchForm.Array }
                : new TBatch { Events = events, Form = WebhookBatchForm.Array, Original = ToElement(start, _cursor.At) };
        }

        _cursor.Skip();
        TEvent only = ReadOne<TBatch, TEvent>(start, _cursor.At, isWrapped: false);
        return new TBatch { Events = new EquatableList<TEvent>([only]), Form = WebhookBatchForm.Event };
    }

    /// <summary>Reads the items of an array.</summary>
    /// <param name="array">Stands at the array; afterwards behind it.</param>
    /// <param name="item">The way from an item to its event.</param>
    /// <param name="isExact">Whether the events are all that the array says.</param>
    private readonly EquatableList<TEvent> ReadItems<TBatch, TEvent>(ref JsonCursor array, byte[][] item, out bool isExact)
        where TBatch : WebhookBatch<TEvent>, IWebhookBatch<TBatch, TEvent>, new()
        where TEvent : WebhookObject, IWebhookObject<TEvent>
    {
        List<TEvent> events = [];
        isExact = true;
        array.Enter();
        while (array.NextItem(isFirst: events.Count == 0))
        {
            array.Peek();
            (int start, int end) = BatchSearch.SkipItem(ref array);
            bool isWrapped = false;
            if (item.Length > 0)
            {
                isWrapped = BatchSearch.TryFindEvent(_json[start..end], item, _maxDepth, out Range found, out bool isAlone);
                isExact &= isWrapped && isAlone;
                (start, end) = isWrapped ? (start + found.Start.Value, start + found.End.Value) : (start, end);
            }

            events.Add(ReadOne<TBatch, TEvent>(start, end, isWrapped || item.Length == 0));
        }

        return events.Count == 0 ? EquatableList<TEvent>.Empty : new EquatableList<TEvent>(events.ToArray());
    }

    /// <summary>Reads one event, for itself: whatever it is, it takes no other one down. It is wrapped where it stands as an event should.</summary>
    private readonly TEvent ReadOne<TBatch, TEvent>(int start, int end, bool isWrapped)
        where TBatch : WebhookBatch<TEvent>, IWebhookBatch<TBatch, TEvent>, new()
        where TEvent : WebhookObject, IWebhookObject<TEvent>
    {
        string message = isWrapped ? "An event is a JSON object, and this is none." : "There is no array of events here, nor an event.";
        if (_json[start] == '{')
        {
            try
            {
                WebhookReader reader = new(_json[start..end], _maxDepth) { EventName = EventName };
                TEvent e = TBatch.ReadItem(ref reader);
                reader.EndDocument();
                return e;
            }
            catch (JsonException e)
            {
                // It is whole JSON, and still no event: its type is there twice.
                message = e.Message;
            }
        }

        return TBatch.Unrecognized(new UnrecognizedBody("", ToElement(start, end), UnrecognizedReason.SchemaMismatch, "$", message));
    }
}
