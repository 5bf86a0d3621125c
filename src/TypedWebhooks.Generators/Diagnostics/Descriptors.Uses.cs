using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Diagnostics;

/// <summary>What is said where the consumer's code uses something that an update of a schema has changed without the compiler noticing.</summary>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor TWH3901_MemberAmongAdditional = OfUse(
        "TWH3901",
        "A member is looked for among the additional properties",
        "AdditionalProperties holds what has no property. What has got one is found there no more.");

    public static readonly DiagnosticDescriptor TWH3902_ValueHasName = OfUse(
        "TWH3902",
        "An enum has gained a value that this took as Unrecognized",
        "Code that asks for Unrecognized no longer gets the value; code that takes whatever is left still does, under its name.");

    public static readonly DiagnosticDescriptor TWH3903_NullableMember = OfUse(
        "TWH3903",
        "A member that may be null now is used as if it never were",
        "Nullable warnings are off here, so that the compiler does not say it.");

    public static readonly DiagnosticDescriptor TWH3904_GoneText = OfUse(
        "TWH3904",
        "A text is compared with a name or value that is gone",
        "The provider's schema does not have the text any more, or writes it otherwise: the comparison never holds.");

    public static readonly DiagnosticDescriptor TWH3905_EnumAsNumber = OfUse(
        "TWH3905",
        "An enum whose numbers have moved is taken as a number",
        "A number that was stored before, or is stored now and read by code built before, means another value.");

    public static readonly DiagnosticDescriptor TWH3906_KnownEvent = OfUse(
        "TWH3906",
        "An event that has a type is looked for among the unrecognized ones",
        "Deliveries of it come as that type. Only one whose body does not fit the schema is unrecognized still.");

    private static DiagnosticDescriptor OfUse(string id, string title, string description) =>
        Create(id, title, "{0}", Evolution, DiagnosticSeverity.Warning, description);
}
