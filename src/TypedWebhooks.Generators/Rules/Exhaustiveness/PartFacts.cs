using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Rules.Exhaustiveness;

/// <summary>One way that the operand can look: what is known about it and each of its parts.</summary>
internal sealed class PartFacts
{
    private readonly FactSource _source;
    private readonly ImmutableDictionary<ValuePath, PathFact> _facts;
    private readonly ImmutableDictionary<Formula, bool> _answers;

    public PartFacts(FactSource source)
        : this(source, ImmutableDictionary<ValuePath, PathFact>.Empty, ImmutableDictionary<Formula, bool>.Empty)
    {
    }

    private PartFacts(FactSource source, ImmutableDictionary<ValuePath, PathFact> facts, ImmutableDictionary<Formula, bool> answers)
    {
        _source = source;
        _facts = facts;
        _answers = answers;
    }

    /// <summary>The answer to the question, as far as it is known.</summary>
    public bool? Evaluate(Formula.Test test) => test switch
    {
        Formula.NullTest asked => At(asked.Path).IsNull(),
        Formula.TypeTest asked => At(asked.Path).IsInstance(asked.Type),
        Formula.ValueTest asked => At(asked.Path).IsIn(asked.Values),
        _ => _answers.TryGetValue(test, out bool answer) ? answer : null,
    };

    /// <summary>What is known once the question is answered, or <see langword="null"/> where that answer cannot be.</summary>
    public PartFacts? Assume(Formula.Test test, bool answer) => test switch
    {
        Formula.NullTest asked => With(asked.Path, At(asked.Path).AssumeNull(answer)),
        Formula.TypeTest asked => With(asked.Path, At(asked.Path).AssumeInstance(asked.Type, answer)),
        Formula.ValueTest asked => With(asked.Path, At(asked.Path).AssumeIn(answer ? asked.Values : asked.Values.Complement()))?.WithLength(asked.Path),
        _ => new PartFacts(_source, _facts, _answers.SetItem(test, answer)),
    };

    /// <summary>What is known once the value is this leaf, or <see langword="null"/> where it cannot be.</summary>
    public PartFacts? AssumeLeaf(ValuePath path, ITypeSymbol leaf) => With(path, At(path).AssumeLeaf(leaf));

    private PathFact At(ValuePath path)
    {
        path = Canonical(path);
        return _facts.TryGetValue(path, out PathFact? fact) ? fact : _source.Of(path);
    }

    private PartFacts? With(ValuePath path, PathFact? fact) =>
        fact is null ? null : new PartFacts(_source, _facts.SetItem(Canonical(path), fact), _answers);

    /// <summary>Once a list's length is known, what was learned of its last item was learned of its first, second, third one.</summary>
    private PartFacts? WithLength(ValuePath length)
    {
        if (!IsLengthKnown(length, out _))
        {
            return this;
        }

        PartFacts? merged = this;
        foreach (KeyValuePair<ValuePath, PathFact> known in _facts)
        {
            if (known.Key.HasItem && Canonical(known.Key) is var path && !path.Equals(known.Key))
            {
                merged = merged?.With(path, merged.At(path).And(known.Value));
            }
        }

        return merged;
    }

    private ValuePath Canonical(ValuePath path)
    {
        if (!path.HasItem)
        {
            return path;
        }

        ValuePath parent = Canonical(path.Parent!);
        ValuePath same = ReferenceEquals(parent, path.Parent) ? path : path.From(parent);
        return path.Step == PathStep.ItemFromEnd && path.Length is not null && IsLengthKnown(path.Length, out int length) && path.Index <= length
            ? same.FromStart(length)
            : same;
    }

    private bool IsLengthKnown(ValuePath length, out int number)
    {
        bool isKnown = At(length).Values is IntervalSet set && set.IsSingle(out decimal single) && single is >= 0 and <= int.MaxValue;
        number = isKnown && At(length).Values is IntervalSet known && known.IsSingle(out decimal value) ? (int)value : 0;
        return isKnown;
    }
}
