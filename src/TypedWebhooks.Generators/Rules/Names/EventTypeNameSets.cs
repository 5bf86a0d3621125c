using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Rules.Events;
using TypedWebhooks.Generators.Rules.Switches;

namespace TypedWebhooks.Generators.Rules.Names;

/// <summary>Finds the event types that a text in the code can be meant as. One for a compilation.</summary>
internal sealed class EventTypeNameSets(ClosedSets sets)
{
    private const string Marker = "WebhookEventTypesAttribute";
    private const string NotSelected = "NotSelectedEventTypeAttribute";
    private const string Member = "EventType";
    private const string Handshakes = "Handshakes";

    private readonly ConcurrentDictionary<INamedTypeSymbol, EventTypeNames?> _byRoot = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, EventTypeNames?> _byClass = new(SymbolEqualityComparer.Default);

    /// <summary>Whose event type the expression reads: <c>e.EventType</c>.</summary>
    public EventTypeNames? OfProperty(IOperation? expression) =>
        SetOf(expression) is { } set ? _byRoot.GetOrAdd(set.Root.OriginalDefinition, OfRoot) : null;

    /// <summary>The group or event whose event type the expression reads, where what that is always has a type; null where it may be an event without.</summary>
    public ITypeSymbol? OnlyTyped(IOperation? expression) =>
        SetOf(expression) is { EventTypes.Count: > 0 } set && set.Members.All(set.EventTypes.ContainsKey) ? TypeOf((IPropertyReferenceOperation)SameVariable.Unwrapped(expression)!) : null;

    /// <summary>Whose constant the expression is, or is made of.</summary>
    public EventTypeNames? OfConstant(IOperation expression) => expression.DescendantsAndSelf()
        .OfType<IFieldReferenceOperation>()
        .Where(static reference => reference.Field is { HasConstantValue: true, Type.SpecialType: SpecialType.System_String })
        .Select(reference => _byClass.GetOrAdd(reference.Field.ContainingType, OfClass))
        .FirstOrDefault(static names => names is not null);

    private ClosedSet? SetOf(IOperation? expression) =>
        SameVariable.Unwrapped(expression) is IPropertyReferenceOperation { Property: { Name: Member, Type.SpecialType: SpecialType.System_String } } reference
        && sets.Find(TypeOf(reference)) is { IsEnum: false, IsMarked: true } set
            ? set
            : null;

    private static ITypeSymbol TypeOf(IPropertyReferenceOperation reference) => reference.Instance?.Type ?? reference.Property.ContainingType;

    /// <summary>The event types of a root. Their class is in its namespace, as a rule under the root's own name.</summary>
    public static EventTypeNames? OfRoot(INamedTypeSymbol root)
    {
        const string suffix = "Event";
        string stem = root.Name.EndsWith(suffix, System.StringComparison.Ordinal) ? root.Name.Substring(0, root.Name.Length - suffix.Length) : root.Name;
        return root.ContainingNamespace.GetTypeMembers(stem + "EventTypes")
            .Concat(root.ContainingNamespace.GetTypeMembers())
            .Where(static candidate => candidate.IsStatic)
            .Select(OfClass)
            .FirstOrDefault(names => names is not null && SymbolEqualityComparer.Default.Equals(names.Root.OriginalDefinition, root));
    }

    private static EventTypeNames? OfClass(INamedTypeSymbol type)
    {
        AttributeData? marker = type.GetAttributes().FirstOrDefault(static attribute => IsOurs(attribute, Marker));
        if (marker is null || marker.ConstructorArguments.Length == 0 || marker.ConstructorArguments[0].Value is not INamedTypeSymbol root)
        {
            return null;
        }

        ImmutableArray<IFieldSymbol> constants = ConstantsOf(type);
        ImmutableArray<IFieldSymbol> handshakes = type.GetTypeMembers(Handshakes).SelectMany(static nested => ConstantsOf(nested)).ToImmutableArray();
        bool ignoreCase = marker.NamedArguments.Any(static argument => argument is { Key: "IgnoreCase", Value.Value: true });
        ILookup<bool, IFieldSymbol> byMark = constants.ToLookup(static constant => constant.GetAttributes().Any(static attribute => IsOurs(attribute, NotSelected)));
        return new EventTypeNames(root, byMark[false].ToImmutableArray(), byMark[true].ToImmutableArray(), handshakes, ignoreCase);
    }

    private static ImmutableArray<IFieldSymbol> ConstantsOf(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(static field => field is { HasConstantValue: true, ConstantValue: string, DeclaredAccessibility: not Accessibility.Private })
        .ToImmutableArray();

    private static bool IsOurs(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: "TypedWebhooks", ContainingNamespace.IsGlobalNamespace: true } } type && type.Name == name;
}
