using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Diagnostics;

/// <summary>What can be wrong with a schema. Each is reported at its place inside the schema file.</summary>
internal static partial class Descriptors
{
    private const string Schema = "TypedWebhooks.Schema";

    public static readonly DiagnosticDescriptor TWH2001_SchemaIsNotJson = Create(
        "TWH2001",
        "The schema file is not valid JSON",
        "The schema is not valid JSON: {0}",
        Schema,
        DiagnosticSeverity.Error,
        "Schemas are read as strict JSON (RFC 8259): no comments, no trailing commas, no member twice.");

    public static readonly DiagnosticDescriptor TWH2002_ReferenceHasNoTarget = Create(
        "TWH2002",
        "A $ref leads nowhere",
        "The reference '{0}' leads nowhere: {1}",
        Schema,
        DiagnosticSeverity.Error,
        "A $ref is resolved within the declared schema files only; nothing is fetched.");

    public static readonly DiagnosticDescriptor TWH2003_UnknownPayloadType = Create(
        "TWH2003",
        "The schema names a type that is not known",
        "'{0}' is not a known type{1}",
        Schema,
        DiagnosticSeverity.Error,
        "The member is emitted as JsonElement until its type is corrected.");

    public static readonly DiagnosticDescriptor TWH2004_DuplicateEvent = Create(
        "TWH2004",
        "Two events have one name",
        "The event '{0}' is declared twice; the first declaration is at {1}",
        Schema,
        DiagnosticSeverity.Error,
        "An event name belongs to one event. The first declaration is used.");

    public static readonly DiagnosticDescriptor TWH2005_EventTypeNotFound = Create(
        "TWH2005",
        "The schema does not say where an event's name stands",
        "{0}",
        Schema,
        DiagnosticSeverity.Error,
        "An event is known by its name, which stands in a member of the body: one with a constant value in each event's schema, or the one that the item's EventType metadata points at.");

    public static readonly DiagnosticDescriptor TWH2006_NameChanged = Create(
        "TWH2006",
        "A name had to be changed for C#",
        "'{0}' is called '{1}' in C#: {2}",
        Schema,
        DiagnosticSeverity.Info,
        "The name on the wire stays as it is.");

    public static readonly DiagnosticDescriptor TWH2007_ShapeIsJson = Create(
        "TWH2007",
        "A value is typed as JsonElement",
        "'{0}' is typed as JsonElement: {1}",
        Schema,
        DiagnosticSeverity.Info,
        "The schema allows here what C# has no one type for.");

    public static readonly DiagnosticDescriptor TWH2008_LimitExceeded = Create(
        "TWH2008",
        "The schema passes a limit",
        "{0}",
        Schema,
        DiagnosticSeverity.Error,
        "Limits keep a hostile or broken schema from stalling the build.");

    public static readonly DiagnosticDescriptor TWH2009_UnknownFormat = Create(
        "TWH2009",
        "The schema is in no known format",
        "{0}",
        Schema,
        DiagnosticSeverity.Error,
        "Normally the format of a file is recognised from its content; Format on the item states it.");

    public static readonly DiagnosticDescriptor TWH2010_InvalidSchema = Create(
        "TWH2010",
        "The schema is not built as its format wants",
        "{0}",
        Schema,
        DiagnosticSeverity.Error,
        "The part in question is left out; the rest is emitted.");

    public static readonly DiagnosticDescriptor TWH2011_InvalidMetadata = Create(
        "TWH2011",
        "A WebhookSchema item has metadata that means nothing",
        "{0} of this {1} item is not valid: {2}",
        Schema,
        DiagnosticSeverity.Error,
        "What means nothing is left out, and of two items that contradict each other the first is followed.");

    public static readonly DiagnosticDescriptor TWH2013_SchemaIsNoEvent = Create(
        "TWH2013",
        "A schema is neither an event nor a part of one",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "Other schemas of the provider name their events in a place where this one has no constant, or this one is no object, and none refers to it. Leave it out of the item, or name its event in an event map.");

    public static readonly DiagnosticDescriptor TWH2012_InvalidEventMap = Create(
        "TWH2012",
        "The event map does not fit",
        "{0}",
        Schema,
        DiagnosticSeverity.Error,
        "An event map says of a provider's events what the schemas do not. Each of its keys has to mean something, and each of its entries has to match something.");
}
