using System;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Diagnostics;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>What a change does to whom.</summary>
[Flags]
internal enum ChangeClass
{
    /// <summary>Nothing but words.</summary>
    Documentation = 0,

    /// <summary>There is more than there was.</summary>
    Addition = 1,

    /// <summary>Code that uses it does not compile any more.</summary>
    Source = 2,

    /// <summary>Code that uses it compiles, and does something else.</summary>
    Silent = 4,

    /// <summary>Payloads of before do not fit the new types, or new ones do not fit those of before.</summary>
    Wire = 8,
}

/// <summary>A kind of change, which is reported under an id of its own.</summary>
internal sealed class ChangeRule
{
    private ChangeRule(DiagnosticDescriptor descriptor, ChangeClass classes)
    {
        Descriptor = descriptor;
        Classes = classes;
    }

    public DiagnosticDescriptor Descriptor { get; }

    public ChangeClass Classes { get; }

    public string Id => Descriptor.Id;

    public DiagnosticSeverity Severity => Descriptor.DefaultSeverity;

    /// <summary>Whether it matters to anybody but a reader of documentation.</summary>
    public bool IsMore => Classes != ChangeClass.Documentation;

    public static ChangeRule Of(string id, ChangeClass classes, DiagnosticSeverity severity, string title, string description) =>
        new(Descriptors.OfChange(id, title, severity, description), classes);
}
