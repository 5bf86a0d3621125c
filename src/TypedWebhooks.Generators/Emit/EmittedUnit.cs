using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using TypedWebhooks.Generators.Model;
using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Emit;

/// <summary>What one emitted file is made of, and nothing more: while it is equal, the file is not emitted again.</summary>
/// <param name="TypeName">The type after which the file is called.</param>
internal abstract record EmittedUnit(ProviderModel Provider, CSharpName TypeName)
{
    /// <summary>
    /// The file's name to the compiler: <c>Telia.SignatorySignedEvent.g.cs</c>. Providers and their types differ in more
    /// than case, so that these do too; one that is long or not ASCII is made unique.
    /// </summary>
    public string HintName
    {
        get
        {
            string name = Provider.FullName + "." + TypeName.Text + Suffix;
            string ascii = string.Concat(name.Select(static c => c < 128 ? c.ToString() : "U" + ((int)c).ToString("X4", CultureInfo.InvariantCulture)));
            return ascii.Length <= 90 && ascii.Length == name.Length ? name + ".g.cs"
                : ascii.Substring(0, Math.Min(ascii.Length, 80)) + "." + StableHash.Text(name) + ".g.cs";
        }
    }

    protected virtual string Suffix => "";

    /// <summary>All files of a catalogue.</summary>
    public static IEnumerable<EmittedUnit> Of(EventCatalog catalog, ProjectFeatures features)
    {
        ProviderModel provider = catalog.Provider with { UsesClosed = features.HasClosedTypes };
        Dictionary<CSharpName, CSharpName> bases = catalog.Records
            .Where(static record => record.Base is not null)
            .ToDictionary(static record => record.Name, static record => record.Base!.Value);
        yield return new RootUnit(provider, catalog.Description, catalog.Events);
        yield return new ReceivingUnit(provider, HaveTime(catalog));
        yield return new UnrecognizedUnit(provider, provider.IsSelective ? catalog.Events.Count : 0);
        if (catalog.Batch is { } batch)
        {
            yield return new BatchUnit(provider, batch);
        }

        yield return new EventTypesUnit(provider, catalog.All, catalog.Events);
        yield return new HandlerUnit(provider, catalog.Events);
        yield return new DispatcherUnit(provider, catalog.Events.Select(e => Lineage(bases, provider.Root, e.Record)).ToEquatableArray());
        if (features.HasServiceCollection)
        {
            yield return new RegistrationUnit(provider, features.HasReceiver);
            if (features.HasReceiver)
            {
                yield return new EndpointsUnit(provider);
            }
        }

        if (features.HasHttpContext && BindingEmitter.CanBind(provider.Key))
        {
            yield return new BindingUnit(provider, Bound(catalog).ToEquatableArray());
        }

        if (catalog.HasJsonSchema ?? features.HasOpenApi)
        {
            yield return new JsonSchemaUnit(catalog);
            if (features.HasOpenApi)
            {
                yield return new OpenApiUnit(provider);
            }
        }

        yield return new JsonContextUnit(provider, Objects(catalog).Concat(catalog.Enums.Select(static values => values.Name)).ToEquatableArray(), (catalog.Batch is null ? 2 : 3) + catalog.Records.Count(static record => record.Kind is RecordKind.Event or RecordKind.Group));
        yield return new JsonConverterUnit(provider, Objects(catalog).ToEquatableArray(), catalog.Enums.Select(static values => values.Name).ToEquatableArray());
        foreach (TypesUnit file in TypeFiles.Of(provider, catalog))
        {
            yield return file;
        }
    }

    public abstract SourceWriter Emit();

    /// <summary>Whether each event says when it was, so that two of them never have one body. Of those that are not selected nothing is known.</summary>
    private static bool HaveTime(EventCatalog catalog) =>
        catalog.All.Count == catalog.Events.Count
        && catalog.Records.Where(static record => record.Kind == RecordKind.Event).All(static record => record.Members.Any(static member =>
            member is { IsRequired: true, Type: ScalarType { Kind: ScalarKind.DateTimeOffset or ScalarKind.UnixSeconds or ScalarKind.UnixMilliseconds } }));

    /// <summary>The groups and events, the unrecognized one among them.</summary>
    private static IEnumerable<CSharpName> Bound(EventCatalog catalog) => catalog.Records
        .Where(static record => record.Kind is RecordKind.Event or RecordKind.Group)
        .Select(static record => record.Name)
        .Append(catalog.Provider.Unrecognized);

    /// <summary>The types that are JSON objects, events first.</summary>
    private static IEnumerable<CSharpName> Objects(EventCatalog catalog) =>
        ((CSharpName[])[catalog.Provider.Root, catalog.Provider.Unrecognized, .. catalog.Batch is null ? [] : new[] { catalog.Batch.Name }])
        .Concat(catalog.Records.Where(static record => record.Kind is RecordKind.Event or RecordKind.Group).Select(static record => record.Name))
        .Concat(catalog.Records.Where(static record => record.Kind is not (RecordKind.Event or RecordKind.Group)).Select(static record => record.Name))
        .Concat(catalog.Hierarchies.SelectMany(static hierarchy => new[] { hierarchy.Name, hierarchy.Unrecognized }));

    /// <summary>A record and the groups that it is in, up to the root, which is left out.</summary>
    private static EquatableArray<CSharpName> Lineage(Dictionary<CSharpName, CSharpName> bases, CSharpName root, CSharpName record)
    {
        List<CSharpName> lineage = [record];
        while (bases.TryGetValue(lineage[lineage.Count - 1], out CSharpName parent) && parent != root)
        {
            lineage.Add(parent);
        }

        return lineage.ToEquatableArray();
    }
}

internal sealed record RootUnit(ProviderModel Provider, string? Description, EquatableArray<EventModel> Events)
    : EmittedUnit(Provider, Provider.Root)
{
    public override SourceWriter Emit() => RootEmitter.Emit(Provider, Description, Events);
}

internal sealed record ReceivingUnit(ProviderModel Provider, bool EventsHaveTime) : EmittedUnit(Provider, Provider.Root)
{
    protected override string Suffix => ".Receiving";

    public override SourceWriter Emit() => ReceivingEmitter.Emit(Provider, EventsHaveTime);
}

internal sealed record UnrecognizedUnit(ProviderModel Provider, int Selected) : EmittedUnit(Provider, Provider.Unrecognized)
{
    public override SourceWriter Emit() => UnrecognizedEmitter.Emit(Provider, Selected);
}

internal sealed record BatchUnit(ProviderModel Provider, RecordModel Batch) : EmittedUnit(Provider, Batch.Name)
{
    public override SourceWriter Emit() => BatchEmitter.Emit(Provider, Batch);
}

internal sealed record EventTypesUnit(ProviderModel Provider, EquatableArray<EventModel> All, EquatableArray<EventModel> Events) : EmittedUnit(Provider, Provider.EventTypes)
{
    public override SourceWriter Emit() => EventTypesEmitter.Emit(Provider, All, Events);
}

internal sealed record HandlerUnit(ProviderModel Provider, EquatableArray<EventModel> Events) : EmittedUnit(Provider, Provider.Handler)
{
    public override SourceWriter Emit() => HandlerEmitter.Emit(Provider, Events);
}

internal sealed record DispatcherUnit(ProviderModel Provider, EquatableArray<EquatableArray<CSharpName>> Lineages) : EmittedUnit(Provider, Provider.Dispatcher)
{
    public override SourceWriter Emit() => DispatcherEmitter.Emit(Provider, Lineages);
}

internal sealed record BindingUnit(ProviderModel Provider, EquatableArray<CSharpName> Bound) : EmittedUnit(Provider, Provider.Root)
{
    protected override string Suffix => ".Binding";

    public override SourceWriter Emit() => BindingEmitter.Emit(Provider, Bound);
}

internal sealed record RegistrationUnit(ProviderModel Provider, bool HasReceiver) : EmittedUnit(Provider, Provider.Registration)
{
    public override SourceWriter Emit() => RegistrationEmitter.Emit(Provider, HasReceiver);
}

internal sealed record EndpointsUnit(ProviderModel Provider) : EmittedUnit(Provider, Provider.Endpoints)
{
    public override SourceWriter Emit() => EndpointsEmitter.Emit(Provider);
}

internal sealed record JsonContextUnit(ProviderModel Provider, EquatableArray<CSharpName> Types, int Events) : EmittedUnit(Provider, Provider.JsonContext)
{
    public override SourceWriter Emit() => JsonContextEmitter.Emit(Provider, Types, Events);
}

internal sealed record JsonSchemaUnit(EventCatalog Catalog) : EmittedUnit(Catalog.Provider, Catalog.Provider.JsonSchema)
{
    public override SourceWriter Emit() => JsonSchemaEmitter.Emit(Catalog);
}

internal sealed record OpenApiUnit(ProviderModel Provider) : EmittedUnit(Provider, Provider.OpenApi)
{
    public override SourceWriter Emit() => OpenApiEmitter.Emit(Provider);
}

internal sealed record JsonConverterUnit(ProviderModel Provider, EquatableArray<CSharpName> Objects, EquatableArray<CSharpName> Enums) : EmittedUnit(Provider, Provider.JsonConverter)
{
    public override SourceWriter Emit() => JsonConverterEmitter.Emit(Provider, Objects, Enums);
}
