using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>What the items of one provider ask for.</summary>
/// <param name="Key">Where an event's name stands; null where the map or the schema is to tell.</param>
/// <param name="IgnoreCase">Whether event names are compared ignoring case; null where the dialect decides.</param>
/// <param name="AllOptional">Whether nothing is required, for a provider whose payloads break their own schema.</param>
/// <param name="SharesObjects">Whether objects of a body that are byte for byte equal become one instance.</param>
/// <param name="HasJsonSchema">Whether the JSON Schemas of the types are emitted; null where that depends on the project.</param>
/// <param name="Events">The patterns that choose events; empty where the map is to tell.</param>
/// <param name="NamePrefixes">What the names of events begin with that their names in C# do not have; empty where the map is to tell.</param>
/// <param name="NumbersAreText">Whether integers of 64 bits are strings; null where the map decides.</param>
/// <param name="Dates">How a date-time is written; null where the map decides.</param>
/// <param name="PrintsValues">Whether the records' <c>ToString</c> has their members' values.</param>
/// <param name="Version">Which of the provider's versions this is; null where it has but one.</param>
/// <param name="IsFrozen">Whether the provider does not change it any more.</param>
/// <param name="Baseline">What is said of changes that are not accepted; null where the project decides.</param>
internal sealed record ProviderSettings(
    CSharpName Name,
    CSharpNamespace Namespace,
    EventKey? Key,
    bool? IgnoreCase,
    bool IsPublic,
    bool AllOptional,
    bool SharesObjects,
    bool PrintsValues,
    bool? HasJsonSchema,
    StatedEvents Events,
    StatedEvents NamePrefixes,
    bool? NumbersAreText,
    DateForm? Dates,
    ProviderVersion? Version,
    bool IsFrozen,
    BaselineChoice? Baseline)
{
    public static ProviderSettings Read(ProviderFiles files, SchemaDiagnostics diagnostics)
    {
        CSharpName name = new(files.Name);

        foreach (ItemContradiction contradiction in ItemContradiction.Find(files.Documents, files.Version is not null))
        {
            contradiction.Report(diagnostics);
        }

        // Of several items of one provider, the first that states something is followed.
        SchemaDocument? Stating(Func<SchemaMetadata, string> read) => files.Documents.FirstOrDefault(document => read(document.File.Metadata).Length > 0);

        string Value(Func<SchemaMetadata, string> read) => Stating(read) is { } document ? read(document.File.Metadata) : "";

        void Refuse(string metadata, Func<SchemaMetadata, string> read, string why) => diagnostics.Report(
            Descriptors.TWH2011_InvalidMetadata,
            Stating(read)!.At(default(TextSpan)),
            $"{metadata}=\"{Value(read)}\"",
            "WebhookSchema",
            why);

        bool Choose(string metadata, Func<SchemaMetadata, string> read, string yes, string no)
        {
            string value = Value(read);
            if (value.Length > 0 && !Is(value, yes) && !Is(value, no))
            {
                Refuse(metadata, read, $"it is {yes} or {no}");
            }

            return Is(value, yes);
        }

        // Versions that stand side by side have their namespaces in that of the provider, which any of them may state.
        string stated = files.Versions?.Namespace ?? Value(static metadata => metadata.Namespace);
        if (!ProviderFiles.TryGetNamespace(stated, files.RootNamespace, name, out CSharpNamespace target) && Value(static metadata => metadata.Namespace).Length > 0)
        {
            Refuse("Namespace", static metadata => metadata.Namespace, "it is identifiers with dots between them");
        }

        string eventType = Value(static metadata => metadata.EventType);
        if (!EventKeyText.TryParse(eventType, out EventKey? key))
        {
            Refuse("EventType", static metadata => metadata.EventType, "it is a JSON pointer into the body, such as /type, or header, or several of these with spaces between");
        }

        DateForm? dates = null;
        string statedDates = Value(static metadata => metadata.Dates);
        if (statedDates.Length > 0)
        {
            dates = DateForms.TryParse(statedDates);
            if (dates is null)
            {
                Refuse("Dates", static metadata => metadata.Dates, $"it is {DateForms.Names}");
            }
        }

        BaselineChoice? baseline = null;
        string statedBaseline = Value(static metadata => metadata.Baseline);
        if (statedBaseline.Length > 0)
        {
            baseline = BaselineChoice.TryParse(statedBaseline);
            if (baseline is null)
            {
                Refuse("Baseline", static metadata => metadata.Baseline, $"it is {BaselineChoice.Words}");
            }
        }

        SchemaDocument? prefixing = files.Documents.FirstOrDefault(static document => EventPatterns.Split(document.File.Metadata.NamePrefix).Any());
        SchemaDocument? choosing = files.Documents.FirstOrDefault(static document => EventPatterns.Split(document.File.Metadata.Events).Any());
        bool ignoreCase = Choose("EventTypeComparison", static metadata => metadata.EventTypeComparison, "OrdinalIgnoreCase", "Ordinal");
        return new(
            name,
            files.Version is null ? target : target.Inner(files.Version.Name),
            key,
            ignoreCase ? true : Is(Value(static metadata => metadata.EventTypeComparison), "Ordinal") ? false : null,
            IsPublic: !Choose("Access", static metadata => metadata.Access, "internal", "public"),
            AllOptional: Choose("RequiredMembers", static metadata => metadata.RequiredMembers, "Optional", "Strict"),
            SharesObjects: !Choose("EqualObjects", static metadata => metadata.EqualObjects, "Separate", "Shared"),
            PrintsValues: !Choose("Print", static metadata => metadata.Print, "Names", "Values"),
            HasJsonSchema: Choose("JsonSchema", static metadata => metadata.JsonSchema, "true", "false") ? true : Is(Value(static metadata => metadata.JsonSchema), "false") ? false : null,
            Events: choosing is null ? StatedEvents.None : new([.. EventPatterns.Split(choosing.File.Metadata.Events)], choosing),
            NamePrefixes: prefixing is null ? StatedEvents.None : new([.. EventPatterns.Split(prefixing.File.Metadata.NamePrefix)], prefixing),
            NumbersAreText: Choose("Numbers", static metadata => metadata.Numbers, "Text", "Plain") ? true : Is(Value(static metadata => metadata.Numbers), "Plain") ? false : null,
            Dates: dates,
            Version: files.Version,
            IsFrozen: Choose("Frozen", static metadata => metadata.Frozen, "true", "false"),
            Baseline: baseline);
    }

    private static bool Is(string value, string choice) => string.Equals(value, choice, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The events that an item chooses, or what it says of their names.</summary>
/// <param name="Patterns">Patterns of their names; none where it chooses all.</param>
/// <param name="Document">The first file whose item says so.</param>
internal sealed record StatedEvents(IReadOnlyList<string> Patterns, SchemaDocument? Document)
{
    public static readonly StatedEvents None = new([], null);
}
