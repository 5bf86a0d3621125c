using TypedWebhooks.Generators.Support;

namespace TypedWebhooks.Generators.Model;

internal enum NoteKind
{
    /// <summary>A line for whoever reads the console.</summary>
    Text,
    Warning,
    Error,

    /// <summary>A lock file, to be written where it differs.</summary>
    Lock,

    /// <summary>A description of the changes for a pull request.</summary>
    Description,
}

/// <summary>Something that a build's target is told by the generator: a message, or the text of a file.</summary>
/// <param name="Code">The rule of a message; else empty.</param>
/// <param name="Path">The file that the message is about, or that is to be written; empty where there is none.</param>
/// <param name="Line">Where in the file, from 1; 0 where that is not said.</param>
internal sealed record BaselineNote(NoteKind Kind, string Text, string Code = "", string Path = "", int Line = 0, int Column = 0);

/// <summary>All that a build's target is told.</summary>
internal sealed record BaselineNotes(EquatableArray<BaselineNote> Notes);
