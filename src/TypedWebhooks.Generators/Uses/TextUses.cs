using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Rules.Events;

namespace TypedWebhooks.Generators.Uses;

/// <summary>
/// TWH3904 and TWH3906: texts that are compared. One that is gone is never found; the name of an event that has a type now is not found
/// among the unrecognized ones, nor (TWH3902) a value that has a name now among those without.
/// </summary>
internal sealed class TextUses
{
    private readonly UsedProvider _provider;
    private readonly ILookup<string, NewEvent> _events;
    private readonly ILookup<string, TouchedValue> _values;

    private TextUses(UsedProvider provider)
    {
        _provider = provider;
        _events = provider.Touched.Events.ToLookup(static e => e.EventType, provider.Touched.Gone.IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        _values = provider.Touched.Values.ToLookup(static value => value.WireName, StringComparer.Ordinal);
    }

    public static void Register(CompilationStartAnalysisContext start, UsedProvider provider)
    {
        TextUses uses = new(provider);
        if (provider.Touched.Gone.Any || uses._events.Count > 0 || uses._values.Count > 0)
        {
            start.RegisterOperationAction(uses.Look, OperationKind.Literal, OperationKind.FieldReference, OperationKind.LocalReference);
        }
    }

    private void Look(OperationAnalysisContext context)
    {
        IOperation operation = context.Operation;

        // A constant of emitted code follows the schemas by itself.
        if (operation.ConstantValue is not { HasValue: true, Value: string { Length: > 0 } text }
            || operation is IFieldReferenceOperation { Field.ContainingType: { } type } && GeneratedMark.IsOn(type))
        {
            return;
        }

        GoneText[] gone = [.. _provider.Touched.Gone.Find(text)];
        NewEvent? known = _events[text].FirstOrDefault();
        if ((gone.Length == 0 && known is null && !_values.Contains(text)) || TextPlace.Of(operation) is not { } place)
        {
            return;
        }

        if (known is not null && place.Subject is { Kind: SubjectKind.EventType, Type: var subject } && UsedProvider.Is(subject, _provider.Unrecognized) && !AsksForMismatch(operation))
        {
            context.ReportDiagnostic(_provider.Diagnose(
                Descriptors.TWH3906_KnownEvent,
                operation.Syntax,
                $"'{text}' is {known.Record} now: it is {_provider.Unrecognized!.Name} no more, unless its body does not fit the schema",
                known.Change));
        }
        else if (place.Subject is { Kind: SubjectKind.KeptValue, Member: { } member } && _values[text].FirstOrDefault(value => _provider.Touched.Gone.IsMemberOf(member, value.Enum)) is { } named)
        {
            context.ReportDiagnostic(_provider.Diagnose(
                Descriptors.TWH3902_ValueHasName,
                operation.Syntax,
                $"'{text}' of {named.Enum} is {named.Enum}.{named.Name} now: OriginalValues does not have it any more",
                named.Change));
        }
        else if (gone.FirstOrDefault(each => IsNeverFound(each, text, place)) is { } found)
        {
            context.ReportDiagnostic(_provider.Diagnose(Descriptors.TWH3904_GoneText, operation.Syntax, Message(found), found.Change));
        }
    }

    private string Message(GoneText gone)
    {
        string what = gone.Kind switch
        {
            GoneKind.Event => $"no event of {_provider.Name} any more",
            GoneKind.Value => $"no value of {gone.Owner} any more",
            GoneKind.ValueName => $"no name in {gone.Owner} any more",
            GoneKind.Member => $"no member of {gone.Owner} any more",
            GoneKind.Listed => $"no value of '{gone.WireName}' in {gone.Owner} any more",
            _ => $"not what {gone.Owner}.{gone.Property} is any more",
        };
        string now = gone.Now.Length == 0 ? "" : gone.Kind == GoneKind.Constant ? $", which is '{gone.Now}' now" : $", and seems to be '{gone.Now}' now";
        return $"'{gone.Text}' is {what}{now}: {(gone.Kind == GoneKind.Event ? $"deliveries of it come as {_provider.Unrecognized?.Name}" : gone.Kind == GoneKind.ValueName ? "this never holds" : $"nothing that {_provider.Name} sends now has it")}";
    }

    /// <summary>Whether a text that is gone is one that this place looked for, and finds no more.</summary>
    private bool IsNeverFound(GoneText gone, string text, TextPlace place)
    {
        bool anyCase = place.IgnoresCase || (gone.Kind == GoneKind.Event && _provider.Touched.Gone.IgnoresCase);
        if ((text != gone.Text && !anyCase) || (anyCase && string.Equals(gone.Text, gone.Now, StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        TextSubject subject = place.Subject;
        switch (subject.Kind)
        {
            case SubjectKind.EventType:
                // The event that is gone is an unrecognized one: whoever looks there finds it.
                return gone.Kind == GoneKind.Event && UsedProvider.Is(subject.Type, _provider.Root) && !UsedProvider.Is(subject.Type, _provider.Unrecognized);
            case SubjectKind.EnumName:
                return gone.Kind == GoneKind.ValueName
                    && SymbolEqualityComparer.Default.Equals(subject.Type, _provider.Find(gone.Owner))
                    && !subject.Type!.GetMembers(text).Any();
            case SubjectKind.Property:
                return gone.Kind == GoneKind.Listed ? !gone.IsElsewhere && subject.Property!.Name == gone.Property && _provider.Has(subject.Property.ContainingType)
                    : gone.Kind == GoneKind.Constant && SymbolEqualityComparer.Default.Equals(subject.Property, _provider.Find(gone.Owner, gone.Property));
            case SubjectKind.Kept or SubjectKind.KeptValue:
                // What an enum has lost is kept there from now on; what no type ever had was, and comes no more.
                return gone.Kind == GoneKind.Listed && !gone.IsElsewhere && (subject.Member is null || subject.Member == gone.WireName);
        }

        if (gone.IsElsewhere)
        {
            return false;
        }

        bool isAmongKin = place.Siblings.Any(sibling => _provider.Touched.Gone.AreKin(gone, sibling));
        return gone.Kind switch
        {
            GoneKind.Event => !place.IsName && (isAmongKin || IsTelling(text)),
            GoneKind.Value => !place.IsName && (isAmongKin
                || (subject.Kind == SubjectKind.Json && (subject.Member is { } member ? _provider.Touched.Gone.IsMemberOf(member, gone.Owner) : IsTelling(text)))),
            GoneKind.Member => isAmongKin || (place.IsName && IsTelling(text)),
            GoneKind.Listed => !place.IsName && subject.Kind == SubjectKind.Json && (subject.Member == gone.WireName || (subject.Member is null && IsTelling(text))),
            _ => false,
        };
    }

    /// <summary>Whether a text is so much of a name that it means the one that is gone: it has more than letters of one case.</summary>
    private static bool IsTelling(string text) => text.Length > 4 && !text.Any(char.IsWhiteSpace) && text.Skip(1).Any(static c => !char.IsLower(c));

    /// <summary>Whether somebody looks for events whose bodies do not fit: these are unrecognized, whatever they are called.</summary>
    private static bool AsksForMismatch(IOperation text)
    {
        IOperation at = text;
        while (at.Parent is { } parent and not (IBlockOperation or IAnonymousFunctionOperation or ISwitchOperation or ISwitchExpressionOperation or IConditionalOperation or ISwitchCaseOperation))
        {
            at = parent;
        }

        IEnumerable<IOperation?> asked = at is ISwitchExpressionArmOperation arm ? [arm.Pattern, arm.Guard] : [at];
        return asked.Where(static part => part is not null).SelectMany(static part => part!.DescendantsAndSelf()).OfType<IFieldReferenceOperation>()
            .Any(static field => field.Field is { Name: "SchemaMismatch", ContainingType.Name: "UnrecognizedReason" });
    }
}
