using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Model;

/// <summary>
/// All that is emitted for one provider. Immutable and equal by value through and through, without positions, paths or
/// symbols: two catalogues that are equal emit the same code.
/// </summary>
/// <param name="Description">What the provider's schema says of itself.</param>
/// <param name="All">All events that the schema names, in its order.</param>
/// <param name="Events">Those of them that are selected, and have types.</param>
/// <param name="HasJsonSchema">Whether the JSON Schemas of the types are emitted; null where that depends on the project.</param>
internal sealed record EventCatalog(
    ProviderModel Provider,
    string? Description,
    EquatableArray<EventModel> All,
    EquatableArray<EventModel> Events,
    EquatableArray<RecordModel> Records,
    EquatableArray<HierarchyModel> Hierarchies,
    EquatableArray<EnumModel> Enums,
    bool? HasJsonSchema = null)
{
    /// <summary>For how many events there are functions that take one function for each of them.</summary>
    public const int MaxMatchedEvents = 32;

    /// <summary>A body that holds several events; null where the provider has none.</summary>
    public RecordModel? Batch { get; init; }
}

/// <summary>A provider, and how its events name themselves.</summary>
/// <param name="Name">The stem of its types: <c>Telia</c>.</param>
/// <param name="Namespace">Where its types live.</param>
/// <param name="IsPublic">Whether its types are public.</param>
/// <param name="Key">Where an event's name stands.</param>
/// <param name="UsesClosed">Whether the project's C# has closed hierarchies.</param>
/// <param name="IgnoreCase">Whether event names are compared ignoring case.</param>
/// <param name="SharesObjects">Whether objects of a body that are byte for byte equal become one instance.</param>
/// <param name="PrintsValues">Whether the records' <c>ToString</c> has their members' values.</param>
/// <param name="IsSelective">Whether some events of the schema are not selected, and known by their names only.</param>
/// <param name="CloudEvents">How its events are CloudEvents; null where they are none.</param>
internal sealed record ProviderModel(
    CSharpName Name,
    CSharpNamespace Namespace,
    bool IsPublic,
    EventKey Key,
    bool IgnoreCase,
    bool SharesObjects,
    CloudEventsModel? CloudEvents,
    bool UsesClosed = false,
    bool PrintsValues = true,
    bool IsSelective = false)
{
    /// <summary>Which of the provider's versions this is; null where it has but one.</summary>
    public ProviderVersion? Version { get; init; }

    /// <summary>What names it among all providers, and among the versions of one: <c>Telia</c>, <c>Acme.V4</c>.</summary>
    public string FullName => Version is null ? Name.Text : Name.Text + "." + Version.Name.Text;

    /// <summary>Further places of names: where those before have none, each is tried in its turn.</summary>
    public EquatableArray<EventKey> FurtherKeys { get; init; } = EquatableArray<EventKey>.Empty;

    /// <summary>Whether an event's body has no place for its name, so that whoever hands it over may have to say it.</summary>
    public bool IsNamedOutside { get; init; }

    /// <summary>Whether parsing is told a name, or a part of one, beside the body.</summary>
    public bool TakesName => Key.HasHeader || IsNamedOutside;

    /// <summary>Names that come like those of events and are none.</summary>
    public EquatableArray<HandshakeModel> Handshakes { get; init; } = EquatableArray<HandshakeModel>.Empty;

    /// <summary>What the body of a request is.</summary>
    public BodyForm Body { get; init; } = BodyForm.Json;

    /// <summary>Where the events of a batch stand; null where the provider has no batches.</summary>
    public BatchModel? BatchPath { get; init; }

    public CSharpName Root => Name.With("Event");

    public CSharpName Batch => Name.With("Batch");

    public CSharpName Unrecognized => Root.After("Unrecognized");

    public CSharpName EventTypes => Name.With("EventTypes");

    public CSharpName Handler => Root.After("I").With("Handler");

    public CSharpName Dispatcher => Root.With("Dispatcher");

    public CSharpName Registration => Name.With("WebhookRegistration");

    public CSharpName Endpoints => Name.With("WebhookEndpoints");

    /// <summary>
    /// What extension methods are called after: several versions of a provider have theirs in namespaces that one file may both import.
    /// </summary>
    public CSharpName MethodStem => Version is null ? Name : Name.With(Version.Name.Text);

    public CSharpName Binding => Root.With("Binding");

    public CSharpName JsonSchema => Name.With("JsonSchema");

    public CSharpName OpenApi => Name.With("OpenApi");

    public CSharpName JsonConverter => Name.With("JsonConverter");

    public CSharpName JsonContext => Name.With("JsonContext");
}

/// <summary>One event.</summary>
/// <param name="EventType">Its name on the wire.</param>
/// <param name="Parts">The parts of that name, one a part of the provider's key; empty for one that it has not.</param>
/// <param name="Name">Its name among the constants: <c>SignatorySigned</c>.</param>
/// <param name="Record">Its record: <c>SignatorySignedEvent</c>.</param>
/// <param name="Parameter">Its function among those that dispatchers take: <c>signatorySigned</c>.</param>
internal sealed record EventModel(string EventType, EquatableArray<string> Parts, CSharpName Name, CSharpName Record, CSharpName Parameter);

/// <summary>A name that comes like that of an event and is none.</summary>
internal sealed record HandshakeModel(string Value, CSharpName Name);

/// <summary>Where the events of a batch stand.</summary>
/// <param name="Array">The way to the array of them; empty where the body is the array.</param>
/// <param name="Item">The way from an item of the array to the event; empty where the item is the event.</param>
internal sealed record BatchModel(EquatableArray<string> Array, EquatableArray<string> Item);

/// <summary>What there is to know of a provider's CloudEvents to read them in binary mode as well.</summary>
/// <param name="PlainAttributes">The attributes that are numbers or booleans, which come as texts in headers.</param>
internal sealed record CloudEventsModel(EquatableArray<string> PlainAttributes);
