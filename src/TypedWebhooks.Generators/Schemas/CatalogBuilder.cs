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
        FindNarrowed();
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

        MemberNameScope constants = MemberNameScope.ForConstants(_provider);
        MemberNameScope parameters = MemberNameScope.ForParameters();
        List<EventModel> events = [];
        foreach (EventShape e in _shape.Events)
        {
            Vocabulary own = new();
            Learn(own, e);
            CSharpName wanted = WireName.ToPascalCase(own.TryCut(e.EventType) ?? whole.TryCut(e.EventType) ?? e.EventType);
            CSharpName constant = constants.Take(wanted);
            CSharpName wantedRecord = constant.Text.EndsWith("Event", StringComparison.Ordinal) ? constant : constant.With("Event");
            CSharpName record = _types.Take(wantedRecord);
            string? why = constant != wanted ? $"'{wanted.Text}' is taken or reserved"
                : record != wantedRecord ? $"'{wantedRecord.Text}' is taken"
                : WireName.Objection(e.EventType);
            ReportRename(e.Location, e.EventType, record, why);
            events.Add(new(e.EventType, constant, record, parameters.Take(constant.ToCamelCase())));
        }

        return events;
    }

    private void ReportRename(SchemaLocation location, string wireName, CSharpName name, string? why)
    {
        if (why is not null)
        {
            _diagnostics.Report(Descriptors.TWH2006_NameChanged, location, wireName, name.Text, why);
        }
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

    private static CSharpName Stem(CSharpName record) =>
        record.Text.Length > 5 && record.Text.EndsWith("Event", StringComparison.Ordinal) ? new(record.Text.Substring(0, record.Text.Length - 5)) : record;
}
