using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Items;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Schemas.JsonSchema;
using TypedWebhooks.Generators.Shapes;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Catalogs;

/// <summary>
/// Makes the catalogue of shapes: decides what everything is called in C#, which shape becomes a record of its own, and
/// what each member is.
/// </summary>
internal sealed partial class CatalogBuilder
{
    private readonly ProviderSettings _settings;
    private readonly ProviderShape _shape;
    private readonly NamePrefixes _prefixes;
    private readonly SchemaDiagnostics _diagnostics;
    private readonly CancellationToken _cancellationToken;
    private readonly ProviderModel _provider;
    private readonly TypeNameScope _types;
    private readonly Dictionary<Shape, CSharpName> _names = [];
    private readonly List<RecordModel> _records = [];
    private readonly List<HierarchyModel> _hierarchies = [];
    private readonly List<EnumModel> _enums = [];
    private readonly Queue<Action> _pending = new();

    /// <summary>What each type and member is made of.</summary>
    public CatalogOrigins Origins { get; } = new();

    public CatalogBuilder(ProviderSettings settings, PinnedNames pins, ProviderShape shape, NamePrefixes prefixes, SchemaDiagnostics diagnostics, CancellationToken cancellationToken)
    {
        _settings = settings;
        _pins = new(pins);
        _shape = shape;
        _prefixes = prefixes;
        _diagnostics = diagnostics;
        _cancellationToken = cancellationToken;
        _provider = new(
            settings.Name,
            settings.Namespace,
            settings.IsPublic,
            shape.Key!,
            settings.IgnoreCase ?? shape.IgnoreCase,
            settings.SharesObjects,
            shape is { IsCloudEvents: true, Key.HasHeader: false } ? CloudEvent.Model(shape.Events) : null,
            PrintsValues: settings.PrintsValues)
        {
            Version = settings.Version,
            FurtherKeys = shape.FurtherKeys.ToEquatableArray(),
            IsNamedOutside = shape.Events.Exists(static e => e.IsNamedOutside),
            Handshakes = Handshakes(shape).ToEquatableArray(),
            Body = shape.Body,
            BatchPath = BatchPath(shape),
        };
        _types = new(_provider);
    }

    public EventCatalog Build()
    {
        FindShared();
        FindNarrowed();
        NameGiven();
        List<EventModel> events = NameEvents();
        NameOwners(events);
        AddEvents(events);
        RecordModel? batch = Batch();
        HashSet<CSharpName> bases = [.. _records.Where(static record => record.Base is not null).Select(static record => record.Base!.Value)];
        return new(
            _provider,
            _shape.Description,
            events.ToEquatableArray(),
            events.ToEquatableArray(),
            _records.Select(record => record with { IsSealed = !bases.Contains(record.Name) }).ToEquatableArray(),
            _hierarchies.ToEquatableArray(),
            _enums.OrderBy(static e => e.Name.Text, StringComparer.Ordinal).ToEquatableArray(),
            _settings.HasJsonSchema)
        {
            Batch = batch,
        };
    }

    /// <summary>
    /// The parts of a body that have come up so far. They follow their event at once: an event that is put behind the others
    /// then changes neither their order nor their names.
    /// </summary>
    private void AddPayloads()
    {
        while (_pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _pending.Dequeue()();
        }
    }

    /// <summary>An event is called after its name on the wire; one without word boundaries is cut into words.</summary>
    private List<EventModel> NameEvents()
    {
        MemberNameScope constants = MemberNameScope.ForConstants(_provider);
        MemberNameScope parameters = MemberNameScope.ForParameters();
        List<EventModel> events = [];
        PinEvents(constants);
        PinFirstLevels();
        PinTypes();
        foreach (EventShape e in _shape.Events)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            _pinnedEvents.TryGetValue(e, out (CSharpName? Constant, CSharpName? Record) pin);
            CSharpName wanted = e.Name is not null
                ? new(e.Name)
                : WireName.ToPascalCase(EventWords.TryCut(e, _prefixes.Cut(e.EventType)) ?? _prefixes.Cut(e.EventType));
            CSharpName constant = pin.Constant ?? constants.Take(wanted);
            CSharpName record = pin.Record ?? _types.Take(EventName(constant));
            string? why = pin.Record is not null ? null
                : constant != wanted ? $"'{wanted.Text}' is taken or reserved"
                : record != EventName(constant) ? Why(EventName(constant))
                : e.Name is null ? WireName.Objection(_prefixes.Cut(e.EventType)) : null;
            ReportRename(e.Location, e.EventType, record, why);
            events.Add(new(e.EventType, e.Parts.ToEquatableArray(), constant, record, parameters.Take(constant.ToCamelCase())));
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

    /// <summary>The name of a record that is an event. It ends in that word once: before a version, as in <c>PaidEvent1</c>, it goes to the end.</summary>
    private static CSharpName EventName(CSharpName name)
    {
        string text = name.Text;
        int end = text.Length;
        while (end > 0 && text[end - 1] is (>= '0' and <= '9') or '_')
        {
            end--;
        }

        int word = (end < text.Length && end > 0 && text[end - 1] is 'V' or 'v' ? end - 1 : end) - "Event".Length;
        return text.EndsWith("Event", StringComparison.Ordinal) ? name
            : end < text.Length && word > 0 && string.CompareOrdinal(text, word, "Event", 0, "Event".Length) == 0 ? new CSharpName(text.Remove(word, "Event".Length)).With("Event")
            : name.With("Event");
    }

    private static CSharpName Stem(CSharpName record) =>
        record.Text.Length > 5 && record.Text.EndsWith("Event", StringComparison.Ordinal) ? new(record.Text.Substring(0, record.Text.Length - 5)) : record;
}
