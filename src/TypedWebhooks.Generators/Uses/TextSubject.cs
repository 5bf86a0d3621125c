using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Uses;

internal enum SubjectKind
{
    /// <summary>A text of which nothing is known.</summary>
    Unknown,

    /// <summary>The event type of the type's events.</summary>
    EventType,

    /// <summary>The name of an enum's value.</summary>
    EnumName,

    /// <summary>A property of an emitted record.</summary>
    Property,

    /// <summary>What a record keeps of JSON that has no property.</summary>
    Kept,

    /// <summary>What a record keeps of values that have no name.</summary>
    KeptValue,

    /// <summary>A value of raw JSON.</summary>
    Json,
}

/// <summary>What a text is compared with.</summary>
/// <param name="Type">The type whose event type it is, or the enum.</param>
/// <param name="Property">The property of a record.</param>
/// <param name="Member">The member of raw JSON; null where it is not known.</param>
internal sealed record TextSubject(SubjectKind Kind, ITypeSymbol? Type = null, IPropertySymbol? Property = null, string? Member = null)
{
    public static readonly TextSubject Unknown = new(SubjectKind.Unknown);

    public static TextSubject Of(IOperation? value)
    {
        switch (Origins.Of(value))
        {
            case IPropertyReferenceOperation { Property: { Name: "EventType", Type.SpecialType: SpecialType.System_String } property } reference
                when (reference.Instance?.Type ?? property.ContainingType) is INamedTypeSymbol type && IsOfRoot(type):
                return new(SubjectKind.EventType, type);
            case IPropertyReferenceOperation { Property: { Type.SpecialType: SpecialType.System_String, IsIndexer: false } property } when IsEmitted(property.ContainingType):
                return new(SubjectKind.Property, Property: property);
            case IInvocationOperation { TargetMethod: { Name: "ToString" }, Instance: { } instance } when EnumOf(instance.Type) is { } type:
                return new(SubjectKind.EnumName, type);
            case IInvocationOperation { TargetMethod: { Name: "GetName", ContainingType.SpecialType: SpecialType.System_Enum } } call
                when call.Arguments.Select(static argument => EnumOf(Origins.Of(argument.Value)?.Type)).FirstOrDefault(static type => type is not null) is { } type:
                return new(SubjectKind.EnumName, type);
            case { } origin when Widest(origin) is var other && other.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(static kept => kept.Property.Name is "OriginalValues" or "AdditionalProperties" && IsEmitted(kept.Property.ContainingType)):
                return new(
                    other.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(static kept => kept.Property.Name == "OriginalValues") ? SubjectKind.KeptValue : SubjectKind.Kept,
                    Member: MemberIn(other));
            case { } other when other.DescendantsAndSelf().FirstOrDefault(static part => part.Type is { ContainingNamespace: var space } && IsJson(space)) is not null:
                return new(SubjectKind.Json, Member: MemberIn(other));
            default:
                return Unknown;
        }
    }

    /// <summary>An expression with what stands before its question marks.</summary>
    private static IOperation Widest(IOperation value)
    {
        while (value.Parent is IConditionalAccessOperation access && ReferenceEquals(access.WhenNotNull, value))
        {
            value = access;
        }

        return value;
    }

    /// <summary>The member of JSON that an expression reads; null where that cannot be told.</summary>
    private static string? MemberIn(IOperation value) => value.DescendantsAndSelf()
        .Select(static part => part switch
        {
            IInvocationOperation { TargetMethod.Name: "GetProperty", Arguments: { Length: 1 } arguments } => Constant(arguments[0].Value),
            IPropertyReferenceOperation { Arguments: { Length: 1 } arguments } => Constant(arguments[0].Value),
            _ => null,
        })
        .FirstOrDefault(static name => name is not null);

    private static string? Constant(IOperation value) => value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static bool IsJson(INamespaceSymbol? space) => space?.ToDisplayString() is "System.Text.Json" or "System.Text.Json.Nodes";

    private static bool IsOfRoot(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (EventRoot.Leaves(at) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type derives from the library's record, of which all emitted records are.</summary>
    private static bool IsEmitted(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at is { Name: "WebhookObject", ContainingNamespace: { Name: "Json", ContainingNamespace.Name: "TypedWebhooks" } })
            {
                return true;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? EnumOf(ITypeSymbol? type)
    {
        ITypeSymbol? plain = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return plain is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? named : null;
    }
}
