using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Rules.Exhaustiveness;

namespace TypedWebhooks.Generators.Rules.Switches;

/// <summary>What a switch was written as.</summary>
internal enum SwitchForm
{
    Statement,
    Expression,

    /// <summary>A chain of <c>if … else if</c> or of <c>?:</c>.</summary>
    Conditions,
}

/// <summary>A switch over events, whatever it was written as.</summary>
internal sealed class EventSwitch(
    SwitchForm form,
    SyntaxToken keyword,
    SyntaxNode node,
    ValuePath operand,
    ImmutableArray<EventSubject> subjects,
    ImmutableArray<EventArm> arms,
    ImmutableArray<ValuePath> nullable,
    bool nullableWarnings)
{
    public SwitchForm Form { get; } = form;

    /// <summary>Where it is reported.</summary>
    public SyntaxToken Keyword { get; } = keyword;

    public SyntaxNode Node { get; } = node;

    public ValuePath Operand { get; } = operand;

    /// <summary>The events that it looks at; none where it only meets closed sets inside of something else.</summary>
    public ImmutableArray<EventSubject> Subjects { get; } = subjects;

    public ImmutableArray<EventArm> Arms { get; } = arms;

    /// <summary>Parts of the operand that can be null although their types do not say so.</summary>
    public ImmutableArray<ValuePath> Nullable { get; } = nullable;

    /// <summary>Whether the compiler would speak of nulls here.</summary>
    public bool NullableWarnings { get; } = nullableWarnings;

    /// <summary>The same switch to somebody who knows of no events.</summary>
    public EventSwitch WithoutSubjects() =>
        new(Form, Keyword, Node, Operand, ImmutableArray<EventSubject>.Empty, Arms, Nullable, NullableWarnings);
}
