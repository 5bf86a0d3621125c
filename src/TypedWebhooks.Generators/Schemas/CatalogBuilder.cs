using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Rules;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Schemas;

/// <summary>
/// Makes the catalogue of shapes: decides what everything is called in C#, which shape becomes a record of its own, and
/// what each member is.
/// </summary>
internal sealed partial class CatalogBuilder
{
    private readonly ProviderSettings _settings;
    private readonly ProviderShape _shape;
    private readonly SchemaDiagnostics _diagnostics;
    private readonly ProviderModel _provider;
    private readonly TypeNameScope _types;
    private readonly Dictionary<Shape, CSharpName> _names = [];
    private readonly List<RecordModel> _records = [];
    private readonly List<EnumModel> _enums = [];
    private readonly Queue<(ObjectShape Shape, CSharpName Name)> _pending = new();

    public CatalogBuilder(ProviderSettings settings, ProviderShape shape, SchemaDiagnostics diagnostics)
    {
        _settings = settings;
        _shape = shape;
        _diagnostics = diagnostics;
        _provider = new(
            settings.Name,
            settings.Namespace,
            settings.IsPublic,
            shape.EventTypeMember,
            settings.IgnoreCase ?? shape.IgnoreCase);
        _types = new(_provider);
    }

    public EventCatalog Build(CancellationToken cancellationToken)
    {
        List<EventModel> events = NameEvents();
        for (int i = 0; i < events.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            AddEvent(events[i], _shape.Events[i]);
        }

        while (_pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (ObjectShape shape, CSharpName name) = _pending.Dequeue();
            _records.Add(new(
                RecordKind.Payload,
                name,
                Base: null,
                Event: null,
                shape.Description,
                shape.IsObsolete,
                Members(Flatten(shape), name, name, RecordKind.Payload, declared: null)));
        }

        return new(
            _provider,
            _shape.Description,
            events.ToEquatableArray(),
            _records.ToEquatableArray(),
            _enums.OrderBy(static e => e.Name.Text, StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>
    /// An event is called after its name on the wire. One without word boundaries is cut by the words of its own
    /// description and members, so that other events do not rename it, and only failing that by those of the whole schema.
    /// </summary>
    private List<EventModel> NameEvents()
    {
        Vocabulary whole = new();
        foreach (EventShape e in _shape.Events)
        {
            Learn(whole, e);
        }

        MemberNameScope constants = MemberNameScope.ForConstants();
        List<EventModel> events = [];
        foreach (EventShape e in _shape.Events)
        {
            Vocabulary own = new();
            Learn(own, e);
            CSharpName wanted = WireName.ToPascalCase(own.TryCut(e.EventType) ?? whole.TryCut(e.EventType) ?? e.EventType);
            CSharpName constant = constants.Take(wanted);
            CSharpName record = _types.Take(constant.Text.EndsWith("Event", StringComparison.Ordinal) ? constant : constant.With("Event"));
            if (constant != wanted)
            {
                _diagnostics.Report(Descriptors.TWH2006_NameChanged, e.Location, e.EventType, record.Text, $"'{wanted.Text}' is taken");
            }

            events.Add(new(e.EventType, constant, record));
        }

        return events;
    }

    private static void Learn(Vocabulary vocabulary, EventShape e)
    {
        vocabulary.Add(e.Description);
        Learn(vocabulary, e.Body, []);
    }

    private static void Learn(Vocabulary vocabulary, Shape shape, HashSet<Shape> seen)
    {
        if (shape is not ObjectShape o || !seen.Add(shape))
        {
            return;
        }

        foreach (MemberShape member in Flatten(o))
        {
            vocabulary.Add(member.Name);
            vocabulary.Add(member.Description);
            Learn(vocabulary, member.Shape, seen);
        }
    }

    /// <summary>The event's record, and the abstract records between it and the root, once each.</summary>
    private void AddEvent(EventModel e, EventShape shape)
    {
        ObjectShape body = shape.Body;
        CSharpName parent = body.Base is null ? _provider.Root : Group(body.Base);
        HashSet<string> declared = new(StringComparer.Ordinal);
        if (body.Base is not null)
        {
            declared.UnionWith(Flatten(body.Base).Select(static member => member.Name));
        }

        _records.Add(new(
            RecordKind.Event,
            e.Record,
            parent,
            e,
            shape.Description ?? body.Description,
            body.IsObsolete,
            Members(Flatten(body), e.Record, Stem(e.Record), RecordKind.Event, declared)));
    }

    private CSharpName Group(ObjectShape shape)
    {
        if (_names.TryGetValue(shape, out CSharpName known))
        {
            return known;
        }

        CSharpName wanted = WireName.ToPascalCase(shape.Name ?? _provider.Name.Text + "Base");
        CSharpName name = _types.Take(wanted.Text.EndsWith("Event", StringComparison.Ordinal) ? wanted : wanted.With("Event"));
        _names.Add(shape, name);
        CSharpName parent = shape.Base is null ? _provider.Root : Group(shape.Base);
        HashSet<string>? declared = shape.Base is null ? null : new(Flatten(shape.Base).Select(static member => member.Name), StringComparer.Ordinal);
        _records.Add(new(
            RecordKind.Group,
            name,
            parent,
            Event: null,
            shape.Description,
            shape.IsObsolete,
            Members(Flatten(shape), name, Stem(name), RecordKind.Group, declared)));
        return name;
    }

    /// <summary>The members of a shape and of all that it extends; its own take the place of those they narrow.</summary>
    private static List<MemberShape> Flatten(ObjectShape shape)
    {
        List<MemberShape> members = [];
        HashSet<ObjectShape> seen = [];
        Stack<ObjectShape> chain = new();
        for (ObjectShape? part = shape; part is not null && seen.Add(part); part = part.Base)
        {
            chain.Push(part);
        }

        foreach (MemberShape member in chain.SelectMany(static part => part.Members))
        {
            int existing = members.FindIndex(m => string.Equals(m.Name, member.Name, StringComparison.Ordinal));
            if (existing < 0)
            {
                members.Add(member);
            }
            else
            {
                members[existing] = Narrow(members[existing], member);
            }
        }

        return members;
    }

    /// <summary>A member stated twice: required where either says so, described by the last one, with the type that says more.</summary>
    private static MemberShape Narrow(MemberShape inherited, MemberShape own) => new(
        inherited.Name,
        own.Shape is AnyShape ? inherited.Shape : own.Shape,
        inherited.IsRequired || own.IsRequired,
        own.Location)
    {
        Description = own.Description ?? inherited.Description,
        IsObsolete = own.IsObsolete || inherited.IsObsolete,
    };

    private static CSharpName Stem(CSharpName record) =>
        record.Text.Length > 5 && record.Text.EndsWith("Event", StringComparison.Ordinal) ? new(record.Text.Substring(0, record.Text.Length - 5)) : record;
}
