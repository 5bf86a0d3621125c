using Microsoft.CodeAnalysis;

namespace TypedWebhooks.Generators.Evolution;

/// <summary>Changes of documentation.</summary>
internal static partial class ChangeRules
{
    public static readonly ChangeRule DocumentationChanged = ChangeRule.Of(
        "TWH3801",
        ChangeClass.Documentation,
        DiagnosticSeverity.Hidden,
        "A description changed",
        "It is the documentation of the type or property.");

    public static readonly ChangeRule NotesChanged = ChangeRule.Of(
        "TWH3802",
        ChangeClass.Documentation,
        DiagnosticSeverity.Hidden,
        "A title, an example or a comment changed",
        "It is nothing to a payload.");

    public static readonly ChangeRule IdentifierChanged = ChangeRule.Of(
        "TWH3803",
        ChangeClass.Documentation,
        DiagnosticSeverity.Hidden,
        "A schema's identifier or dialect changed",
        "Nothing is emitted otherwise.");

    public static readonly ChangeRule StatedVersionChanged = ChangeRule.Of(
        "TWH3804",
        ChangeClass.Documentation,
        DiagnosticSeverity.Info,
        "The version that a document states changed",
        "What it says has changed or not, whatever the number.");

    public static readonly ChangeRule VersionSaysLess = ChangeRule.Of(
        "TWH3805",
        ChangeClass.Documentation,
        DiagnosticSeverity.Info,
        "A version that promises compatibility breaks it",
        "The number moved by a patch or minor step, and code or payloads do not fit.");

    public static readonly ChangeRule FrozenChanged = ChangeRule.Of(
        "TWH3810",
        ChangeClass.Source | ChangeClass.Silent | ChangeClass.Wire,
        DiagnosticSeverity.Error,
        "A frozen version changed",
        "The project says that this version does not change any more.");
}
