using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Items;

/// <summary>The schema files of one provider, in ordinal order of their paths, each once for each of its items, and the project's root namespace.</summary>
internal sealed record ProviderFiles(string Name, string RootNamespace, EquatableArray<SchemaDocument> Documents)
{
    /// <summary>Which of the provider's versions the files are of; empty where it has one only.</summary>
    public string Version => Documents.Select(static document => document.File.Metadata.Version).FirstOrDefault(static version => version.Length > 0) ?? "";

    /// <summary>The names that the provider's baseline says.</summary>
    public PinnedNames Pins { get; init; } = PinnedNames.None;

    /// <summary>The provider that a file belongs to: what its item says, or else the folder that it lies in.</summary>
    public static CSharpName NameOf(SchemaFile file)
    {
        string name = file.Metadata.Provider;
        if (name.Length == 0)
        {
            string[] path = file.Address.Split('/');
            name = path.Length > 1 ? path[path.Length - 2] : System.IO.Path.GetFileNameWithoutExtension(file.Address);
        }

        // A name that its project chose stands as it is; that of a folder is made a name.
        return CSharpName.IsValid(name) && name[0] is >= 'A' and <= 'Z' ? new(name) : WireName.ToPascalCase(name);
    }

    /// <summary>Groups files by provider, its name in any case: Windows and people do not tell <c>Telia</c> from <c>telia</c>.</summary>
    public static IEnumerable<ProviderFiles> Group(IEnumerable<SchemaDocument> documents, string rootNamespace) => documents
        .GroupBy(static document => NameOf(document.File).Text, StringComparer.OrdinalIgnoreCase)
        .OrderBy(static group => group.Key, StringComparer.OrdinalIgnoreCase)
        .Select(group => new ProviderFiles(
            group.Select(static document => NameOf(document.File).Text).OrderBy(static name => name, StringComparer.Ordinal).First(),
            rootNamespace,
            group.Distinct().OrderBy(static document => document.File.Address, StringComparer.Ordinal).ToEquatableArray()));
}

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
    DateForm? Dates)
{
    /// <summary>Which of the provider's versions this is; empty where it has one only.</summary>
    public string Version { get; init; } = "";

    public static ProviderSettings Read(ProviderFiles files, SchemaDiagnostics diagnostics)
    {
        CSharpName name = new(files.Name);

        foreach (ItemContradiction contradiction in ItemContradiction.Find(files.Documents))
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

        string stated = Value(static metadata => metadata.Namespace);
        if (!CSharpNamespace.TryCreate(stated.Length > 0 ? stated : DefaultNamespace(files.RootNamespace, name), out CSharpNamespace target))
        {
            Refuse("Namespace", static metadata => metadata.Namespace, "it is identifiers with dots between them");
            CSharpNamespace.TryCreate(DefaultNamespace(files.RootNamespace, name), out target);
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

        SchemaDocument? prefixing = files.Documents.FirstOrDefault(static document => EventPatterns.Split(document.File.Metadata.NamePrefix).Any());
        SchemaDocument? choosing = files.Documents.FirstOrDefault(static document => EventPatterns.Split(document.File.Metadata.Events).Any());
        bool ignoreCase = Choose("EventTypeComparison", static metadata => metadata.EventTypeComparison, "OrdinalIgnoreCase", "Ordinal");
        return new(
            name,
            target,
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
            Dates: dates);
    }

    private static string DefaultNamespace(string rootNamespace, CSharpName provider) =>
        CSharpNamespace.TryCreate(rootNamespace, out _) ? rootNamespace + "." + provider.Text : provider.Text;

    private static bool Is(string value, string choice) => string.Equals(value, choice, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The events that an item chooses, or what it says of their names.</summary>
/// <param name="Patterns">Patterns of their names; none where it chooses all.</param>
/// <param name="Document">The first file whose item says so.</param>
internal sealed record StatedEvents(IReadOnlyList<string> Patterns, SchemaDocument? Document)
{
    public static readonly StatedEvents None = new([], null);
}
