using System;
using System.Text;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>
/// Emits what a build's target is told, as comments: a generator may write C# and nothing else. A line is a note, its fields have blanks
/// between them, and every text is Base64, in which no character ends a comment.
/// </summary>
internal static class BaselineNotesEmitter
{
    public const string HintName = "TypedWebhooks.Baselines.g.cs";

    public static SourceWriter Emit(BaselineNotes notes)
    {
        SourceWriter code = new();
        code.Write($"// What the schemas say now, for TypedWebhooks.Baseline.targets.");
        foreach (BaselineNote note in notes.Notes)
        {
            code.Write($"// {new NoteLine(note)}");
        }

        return code;
    }
}

/// <summary>A note on one line.</summary>
internal readonly struct NoteLine(BaselineNote note)
{
    public override string ToString() => string.Join(
        " ",
        note.Kind.ToString(),
        note.Code.Length == 0 ? "-" : note.Code,
        Invariant.Text(note.Line),
        Invariant.Text(note.Column),
        Encoded(note.Path),
        Encoded(note.Text));

    /// <summary>A text that is empty is one character all the same, so that every line has as many fields.</summary>
    private static string Encoded(string text) => "=" + Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
