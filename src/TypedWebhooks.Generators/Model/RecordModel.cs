using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Model;

/// <summary>A record: an event, a group of events, or a part of a body.</summary>
/// <param name="Base">The record that it derives from, if any.</param>
/// <param name="IsSealed">Whether nothing derives from it.</param>
/// <param name="Event">The event that it is; null for a group and for a part of a body.</param>
/// <param name="Members">Its members in the order of the schema, those of its base among them.</param>
/// <param name="Undeclared">The names of what has to be there although the schema does not say what it is: it is kept as an additional property.</param>
internal sealed record RecordModel(
    RecordKind Kind,
    CSharpName Name,
    CSharpName? Base,
    bool IsSealed,
    EventModel? Event,
    string? Description,
    bool IsObsolete,
    EquatableArray<MemberModel> Members,
    EquatableArray<string> Undeclared);

internal enum RecordKind
{
    /// <summary>A part of a body.</summary>
    Payload,

    /// <summary>A sealed event.</summary>
    Event,

    /// <summary>An abstract record that several events are based on.</summary>
    Group,

    /// <summary>One of several parts of a body that are told apart by a member.</summary>
    Case,

    /// <summary>A body that holds several events.</summary>
    Batch,
}

/// <summary>A member of a JSON object, and the property that it becomes.</summary>
/// <param name="Local">What it is called while it is read and written.</param>
/// <param name="Constant">What it always is, so that it needs no property: a part of the event's name, or what tells a case from others. A number is in plain digits.</param>
/// <param name="IsInherited">The base record declares the property.</param>
/// <param name="Format">Where the record keeps how the provider spells the value (a slot of its format); null where there is only one spelling.</param>
/// <param name="NullSlot">Where the record keeps that a null was sent, as against nothing; null where that makes no difference.</param>
internal sealed record MemberModel(
    string WireName,
    CSharpName Name,
    CSharpName Local,
    TypeModel Type,
    bool IsRequired,
    string? Constant,
    bool IsInherited,
    int? Format,
    int? NullSlot,
    string? Description,
    bool IsObsolete)
{
    /// <summary>Whether the property's type admits null.</summary>
    public bool IsNullable => !IsRequired || Type is NullableType or LooseType;

    /// <summary>Whether what it always is is a number, such as an event's version.</summary>
    public bool IsConstantNumber => Constant is not null && Type is ScalarType { Kind: not ScalarKind.String };
}

/// <summary>A closed set of strings.</summary>
internal sealed record EnumModel(CSharpName Name, string? Description, EquatableArray<EnumMemberModel> Members)
{
    /// <summary>What the class with the values' texts is called behind the enum's name.</summary>
    public const string TextsSuffix = "JsonTexts";
}

/// <param name="Number">Its value in C#, from 1 on. There may be gaps: the number of a value that is gone stays free as long as the baseline knows it.</param>
internal sealed record EnumMemberModel(string WireName, CSharpName Name, int Number);

/// <summary>A closed set of records, told apart by a member: an abstract record over them.</summary>
/// <param name="Unrecognized">The case that the schema does not know.</param>
/// <param name="Discriminator">The member's name on the wire.</param>
/// <param name="IsOpen">Whether an object that has a case's value and does not fit it is unrecognized, and takes nothing around it down.</param>
internal sealed record HierarchyModel(CSharpName Name, CSharpName Unrecognized, string Discriminator, string? Description, EquatableArray<CaseModel> Cases, bool IsOpen);

internal sealed record CaseModel(string Value, CSharpName Record);
