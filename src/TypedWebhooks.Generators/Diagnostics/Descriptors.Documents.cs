using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Diagnostics;

/// <summary>What can be wrong with a document that declares events, or is worth knowing of it. Each is reported at its place inside of it.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor TWH2014_NoEvents = Create(
        "TWH2014",
        "No event is found in a document",
        "{0}",
        Schema,
        DiagnosticSeverity.Error,
        "A document that may declare events declares none. Its schemas can be made events by an event map.");

    public static readonly DiagnosticDescriptor TWH2015_DocumentNotRead = Create(
        "TWH2015",
        "A document is of a version or format that is not read",
        "{0}",
        Schema,
        DiagnosticSeverity.Error,
        "The compiler reads JSON: OpenAPI 3.0 to 3.2, AsyncAPI 2 and 3, and JSON Schema of every draft.");

    public static readonly DiagnosticDescriptor TWH2016_BodyIsForm = Create(
        "TWH2016",
        "The body of an event is a form",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "The JSON of an event may be one field of a form. Which one, an event map has to say.");

    public static readonly DiagnosticDescriptor TWH2017_NoPlaceForName = Create(
        "TWH2017",
        "The body of an event has no place for its name",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "Other events of the provider have their names in the body. This one is known only where the caller says its name.");

    public static readonly DiagnosticDescriptor TWH2018_UnusualOperation = Create(
        "TWH2018",
        "An event is sent by an unusual method",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "Webhooks are sent by POST or PUT. An operation by another method may be no event.");

    public static readonly DiagnosticDescriptor TWH2019_SeveralBodies = Create(
        "TWH2019",
        "An event has several bodies",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "Of several media types of JSON with different schemas the first one is followed.");

    public static readonly DiagnosticDescriptor TWH2020_KeyNotListed = Create(
        "TWH2020",
        "The key of an event is not among the names that its schema lists",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "The keys of other events are among the values that their schemas list, so they are names. The key is followed.");

    public static readonly DiagnosticDescriptor TWH2021_KeyIsNotName = Create(
        "TWH2021",
        "The key of an event is not its name",
        "{0}",
        Schema,
        DiagnosticSeverity.Info,
        "A document calls an event otherwise than its schema does. The schema says what is on the wire.");

    public static readonly DiagnosticDescriptor TWH2022_ExampleOfAnotherEvent = Create(
        "TWH2022",
        "An example has the name of another event",
        "{0}",
        Schema,
        DiagnosticSeverity.Info,
        "The schema is followed.");

    public static readonly DiagnosticDescriptor TWH2023_CallbacksNotRead = Create(
        "TWH2023",
        "The callbacks of a document are not read",
        "{0}",
        Schema,
        DiagnosticSeverity.Info,
        "Callbacks are events only where an event map says so.");

    public static readonly DiagnosticDescriptor TWH2024_UntypedName = Create(
        "TWH2024",
        "A listed name has no schema",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "An event map lists more names than its events have schemas. Those without one are untyped.");

    public static readonly DiagnosticDescriptor TWH2025_ReachesMuch = Create(
        "TWH2025",
        "An event reaches very many schemas",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "All schemas that an event reaches become types. Choosing fewer events, or leaving an event untyped, leaves them out.");

    public static readonly DiagnosticDescriptor TWH2026_MessageBothWays = Create(
        "TWH2026",
        "A message is sent and received",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "A message that the document uses in both directions may never be sent to us.");

    public static readonly DiagnosticDescriptor TWH2027_UntypedData = Create(
        "TWH2027",
        "The data of events has no schema",
        "{0}",
        Schema,
        DiagnosticSeverity.Info,
        "The member is a JsonElement until the event map names a schema.");

    public static readonly DiagnosticDescriptor TWH2028_CatalogueIsNotWhole = Create(
        "TWH2028",
        "A catalogue of event types is not whole",
        "{0}",
        Schema,
        DiagnosticSeverity.Warning,
        "An API gives its event types by the page. What stands on the other pages is no event until they are items too.");
}
