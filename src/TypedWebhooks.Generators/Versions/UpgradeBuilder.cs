using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Versions;

/// <summary>Works out how the events of one version become those of the next one: what can be copied, and what only the user can say.</summary>
internal sealed class UpgradeBuilder
{
    private readonly EventCatalog _old;
    private readonly EventCatalog _new;
    private readonly TypePairs _pairs;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<TypePair, MethodReference> _methods = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { "Upgrade" };
    private readonly Queue<TypePair> _pending = new();
    private readonly List<OwnConversion> _own = [];
    private readonly List<TypeConversion> _conversions = [];

    private UpgradeBuilder(EventCatalog older, EventCatalog newer, EventKeyPart versionFrom, CancellationToken cancellationToken)
    {
        _old = older;
        _new = newer;
        _pairs = new(older, newer, versionFrom);
        _cancellationToken = cancellationToken;
    }

    /// <param name="versionFrom">Where a delivery says which version it is of.</param>
    public static UpgradeModel Build(EventCatalog older, EventCatalog newer, EventKeyPart versionFrom, CancellationToken cancellationToken) =>
        new UpgradeBuilder(older, newer, versionFrom, cancellationToken).Build();

    private UpgradeModel Build()
    {
        StringComparer comparer = _old.Provider.IgnoreCase || _new.Provider.IgnoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        Dictionary<string, EventModel> newer = new(comparer);
        foreach (EventModel e in _new.Events)
        {
            newer[e.EventType] = e;
        }

        HashSet<string> known = new(_new.All.Select(static e => e.EventType), comparer);
        List<EventUpgrade> events = [];
        foreach (EventModel e in _old.Events)
        {
            events.Add(new(
                e.Record,
                newer.TryGetValue(e.EventType, out EventModel? same) ? Resolve(new(e.Record, same.Record))
                : known.Contains(e.EventType) ? null
                : Gone(e)));
        }

        while (_pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Convert(_pending.Dequeue());
        }

        return new(
            _old.Provider.Version!,
            _new.Provider.Version!,
            events.ToEquatableArray(),
            _own.OrderBy(static own => own.Method.Text, StringComparer.Ordinal).ToEquatableArray(),
            _conversions.ToEquatableArray());
    }

    /// <summary>Who makes the one type of the other. Each pair is looked at once.</summary>
    private MethodReference Resolve(TypePair pair)
    {
        if (!_methods.TryGetValue(pair, out MethodReference? method))
        {
            _methods.Add(pair, method = new(Name(pair.Old == pair.New ? pair.Old.Text : pair.Old.Text + "To" + pair.New.Text), _pairs.Breaks(pair).Count > 0));
            _pending.Enqueue(pair);
        }

        return method;
    }

    private MethodReference Gone(EventModel e)
    {
        CSharpName method = Name(e.Record.Text);
        _own.Add(new(method, e.Record, _new.Provider.Root, IsEvent: true, new[] { $"The event '{e.EventType}' is gone." }.ToEquatableArray(), Copy: null));
        return new(method, IsOwn: true);
    }

    private CSharpName Name(string types)
    {
        string name = new CSharpName(types).After("Upgrade").Text;
        string free = name;
        for (int i = 2; !_names.Add(free); i++)
        {
            free = new CSharpName(name).With(i.ToString(System.Globalization.CultureInfo.InvariantCulture)).Text;
        }

        return new(free);
    }

    /// <summary>
    /// What a pair is made of. Also where the user makes the one of the other, what both have is paired: he has methods for it, and what
    /// is broken in there is another thing to say.
    /// </summary>
    private void Convert(TypePair pair)
    {
        MethodReference method = _methods[pair];
        TypeConversion? conversion = _pairs.Convert(pair, method.Name, Resolve);
        if (method.IsOwn)
        {
            // What can be copied of a record all the same, is copied for the user; he adds what he alone knows.
            RecordConversion? rest = conversion as RecordConversion;
            CSharpName? copy = rest is null ? null : new CSharpName(method.Name.Text.Substring("Upgrade".Length)).After("Copy");
            _own.Add(new(method.Name, pair.Old, pair.New, _pairs.IsEvent(pair), _pairs.Breaks(pair), copy));
            if (rest is not null)
            {
                _conversions.Add(rest with { Method = copy!.Value, IsPartial = true });
            }
        }
        else
        {
            _conversions.Add(conversion!);
        }
    }
}
