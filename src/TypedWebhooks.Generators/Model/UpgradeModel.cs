using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Model;

/// <summary>A provider of which several versions stand side by side, from the oldest on.</summary>
/// <param name="Namespace">That of the provider, in which each version has its own.</param>
/// <param name="From">Where a delivery says its version: a way into the body, a header's name, or an empty one where whoever parses says it.</param>
/// <param name="Upgrades">How the events of each version become those of the next one.</param>
internal sealed record VersionedProvider(
    CSharpName Name,
    CSharpNamespace Namespace,
    bool IsPublic,
    EventKeyPart From,
    EquatableArray<PickedVersion> Versions,
    EquatableArray<UpgradeModel> Upgrades)
{
    public PickedVersion Newest => Versions[Versions.Count - 1];

    public const string WebhookSuffix = "Webhook";

    public const string VersionedEventSuffix = "VersionedEvent";

    public CSharpName Webhook => Name.With(WebhookSuffix);

    public CSharpName VersionedEvent => Name.With(VersionedEventSuffix);

    public CSharpName Root => Name.With("Event");

    public CSharpName Unrecognized => Root.After("Unrecognized");
}

/// <summary>What there is to know of a version to hand a body to it.</summary>
/// <param name="TakesName">Whether its parsing is told a name of the event, or a part of one, beside the body.</param>
/// <param name="HasHandshakes">Whether there are bodies that are no events, and may say no version.</param>
/// <param name="IsPlain">Whether a request has all of it: its body is JSON, and a header that names the event is known.</param>
/// <param name="NameHeader">The header that names the event, or a part of its name; null where there is none.</param>
internal sealed record PickedVersion(ProviderVersion Version, bool TakesName, bool HasHandshakes, bool IsPlain, string? NameHeader);

/// <summary>How the events of one version become those of the next one.</summary>
/// <param name="Events">Of each event of the older version, what becomes of it.</param>
/// <param name="Own">What only the user can say, in the order of the names.</param>
/// <param name="Conversions">What is said by the schemas.</param>
internal sealed record UpgradeModel(
    ProviderVersion From,
    ProviderVersion To,
    EquatableArray<EventUpgrade> Events,
    EquatableArray<OwnConversion> Own,
    EquatableArray<TypeConversion> Conversions)
{
    public static CSharpName Converter(CSharpName provider, ProviderVersion from, ProviderVersion to) => provider.With(from.Name.Text + "To" + to.Name.Text);

    public static CSharpName Interface(CSharpName converter) => converter.After("I").With("Upgrade");

    /// <summary>The parameter that takes the user's part.</summary>
    public CSharpName Parameter => From.Name.With("To" + To.Name.Text).ToCamelCase();
}

/// <summary>What becomes of an event of the older version.</summary>
/// <param name="Method">Who makes the newer event of it; null where the newer version knows it by its name only.</param>
internal sealed record EventUpgrade(CSharpName Record, MethodReference? Method);

/// <summary>Who makes a value of a newer type of one of an older type.</summary>
/// <param name="IsOwn">Whether the user does.</param>
internal sealed record MethodReference(CSharpName Name, bool IsOwn);

/// <summary>What the user has to write: a newer value of an older one, where the schemas do not say how.</summary>
/// <param name="New">The newer type; of an event that the newer version does not have, the root of all.</param>
/// <param name="IsEvent">Whether it is an event, which may become any event.</param>
/// <param name="Reasons">Why, in sentences.</param>
/// <param name="Copy">The method that copies what can be copied; null where nothing can.</param>
internal sealed record OwnConversion(CSharpName Method, CSharpName Old, CSharpName New, bool IsEvent, EquatableArray<string> Reasons, CSharpName? Copy);

/// <summary>How a value of a newer type is made of one of an older type.</summary>
internal abstract record TypeConversion(CSharpName Method, CSharpName Old, CSharpName New);

/// <summary>A record, member by member.</summary>
/// <param name="Given">The members that cannot be copied, which whoever has the rest copied gives; none where all can.</param>
/// <param name="NewMembers">The names of those that the older record does not have, and may have kept among what it did not know.</param>
/// <param name="NewValues">The names of those that can be more than before, and may have been kept as what they were.</param>
/// <param name="KeepsOriginals">Whether both keep what their members' types cannot hold.</param>
/// <param name="KeepsEventType">Whether both keep in which case the event's name came.</param>
/// <param name="Format">What becomes of the spelling that the older one keeps; null where there is none to keep.</param>
internal sealed record RecordConversion(
    CSharpName Method,
    CSharpName Old,
    CSharpName New,
    EquatableArray<MemberConversion> Members,
    EquatableArray<GivenMember> Given,
    EquatableArray<string> NewMembers,
    EquatableArray<string> NewValues,
    bool KeepsOriginals,
    bool KeepsEventType,
    FormatConversion? Format) : TypeConversion(Method, Old, New)
{
    /// <summary>Whether it is what can be copied of a record of which the user makes the rest.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>A member that both records have.</summary>
/// <param name="Old">The property of the older record.</param>
/// <param name="New">That of the newer one.</param>
internal sealed record MemberConversion(CSharpName Old, CSharpName New, ValueConversion Value);

/// <summary>A member of the newer record that the older one does not say.</summary>
internal sealed record GivenMember(string WireName, CSharpName Name, CSharpName Parameter, TypeModel Type);

/// <summary>Where the newer record keeps what the older one keeps of the spelling of its members.</summary>
/// <param name="IsSame">Whether each place is the same.</param>
/// <param name="Dates">For each of the newer record's places, that in the older one; -1 where there is none.</param>
/// <param name="Nulls">The same for nulls; <see cref="AlwaysNull"/> where a null always came as one.</param>
internal sealed record FormatConversion(bool IsSame, EquatableArray<int> Dates, EquatableArray<int> Nulls)
{
    public const int AlwaysNull = -2;
}

/// <summary>An enum, value by value.</summary>
internal sealed record EnumConversion(CSharpName Method, CSharpName Old, CSharpName New, EquatableArray<EnumValueConversion> Values) : TypeConversion(Method, Old, New);

internal sealed record EnumValueConversion(CSharpName Old, CSharpName New);

/// <summary>A closed set of records, case by case.</summary>
internal sealed record HierarchyConversion(
    CSharpName Method,
    CSharpName Old,
    CSharpName New,
    EquatableArray<CaseConversion> Cases,
    CSharpName OldUnrecognized,
    CSharpName NewUnrecognized) : TypeConversion(Method, Old, New);

internal sealed record CaseConversion(CSharpName Record, MethodReference Method);

/// <summary>How a value is made of an older one.</summary>
internal abstract record ValueConversion;

/// <summary>It is the same, or C# widens it without being asked.</summary>
internal sealed record CopiedValue : ValueConversion;

/// <summary>It is a number that becomes another kind of number, or an item that may be null from now on.</summary>
/// <param name="Value">What is cast.</param>
internal sealed record CastValue(TypeModel Type, ValueConversion Value) : ValueConversion;

/// <summary>It is always the same text, which the newer type does not say.</summary>
internal sealed record ConstantValue(string Text) : ValueConversion;

/// <summary>It is the newer version, which the member says.</summary>
/// <param name="Text">As a text; null where it is a number.</param>
/// <param name="Number">As a number, in plain digits.</param>
internal sealed record StatedVersion(string? Text, string? Number, bool IsNullable) : ValueConversion;

/// <summary>It is the newer version, which the member says as the value of an enum.</summary>
internal sealed record StatedEnumVersion(CSharpName Enum, CSharpName Value, bool IsNullable) : ValueConversion;

/// <summary>A method makes it.</summary>
/// <param name="IsNullable">Whether there may be nothing to make it of.</param>
/// <param name="IsValueType">Whether the older type is one that has a value beside null.</param>
/// <param name="Type">The newer type.</param>
internal sealed record MadeValue(MethodReference Method, bool IsNullable, bool IsValueType, TypeModel Type) : ValueConversion;

/// <summary>A list or a map, item by item.</summary>
internal sealed record ItemsConversion(ValueConversion Item, bool IsNullable) : ValueConversion;

/// <summary>One of several types, each by itself.</summary>
internal sealed record UnionConversion(UnionType Type, EquatableArray<ValueConversion> Alternatives, bool IsNullable) : ValueConversion;
