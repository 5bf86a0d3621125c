using System.Collections.Generic;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.JsonSchema;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>
/// Cuts the names of events that are written without word boundaries: by the words of the event's own description and
/// members, so that other events do not rename it, and only failing that by those of the whole schema. Most names have
/// boundaries, so words are learnt when a name first asks for them.
/// </summary>
internal sealed class EventWords(IReadOnlyList<EventShape> events, CancellationToken cancellationToken)
{
    /// <summary>Of an event with more objects in one another than this, the first ones say enough.</summary>
    private const int MaxObjects = 100;

    private Lesson? _whole;

    /// <summary>The event's name with its words set apart by spaces; null where it is not to be cut.</summary>
    public string? TryCut(EventShape e)
    {
        if (!Vocabulary.MayCut(e.EventType))
        {
            return null;
        }

        Lesson own = new();
        own.Learn(e);
        return own.Words.TryCut(e.EventType) ?? Whole().Words.TryCut(e.EventType);
    }

    private Lesson Whole()
    {
        if (_whole is null)
        {
            _whole = new();
            foreach (EventShape e in events)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _whole.Learn(e);
            }
        }

        return _whole;
    }

    /// <summary>The words of some events. An object that several of them have is read once.</summary>
    private sealed class Lesson
    {
        private readonly Dictionary<ObjectShape, List<ObjectShape>> _inner = [];

        public Vocabulary Words { get; } = new();

        public void Learn(EventShape e)
        {
            Words.Add(e.Description);
            Learn(e.Body, []);
        }

        private void Learn(ObjectShape shape, HashSet<ObjectShape> seen)
        {
            if (!seen.Add(shape))
            {
                return;
            }

            foreach (ObjectShape inner in Read(shape))
            {
                if (seen.Count < MaxObjects)
                {
                    Learn(inner, seen);
                }
            }
        }

        /// <summary>Takes up the words of an object's members, and finds the objects among these.</summary>
        private List<ObjectShape> Read(ObjectShape shape)
        {
            if (_inner.TryGetValue(shape, out List<ObjectShape>? inner))
            {
                return inner;
            }

            _inner.Add(shape, inner = []);
            foreach (MemberShape member in Objects.Flatten(shape))
            {
                Words.Add(member.Name);
                Words.Add(member.Description);
                if (Objects.In(member.Shape) is { } o)
                {
                    inner.Add(o);
                }
            }

            return inner;
        }
    }
}
