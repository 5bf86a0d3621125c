using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Generators.Baselines;

/// <summary>What is wrong with the text of a baseline, and where. There is one such error a file: what follows it may be its consequence.</summary>
/// <param name="IsNewer">Whether a later version of the format is all that is wrong.</param>
internal sealed record BaselineError(TextSpan Span, string Message, bool IsNewer = false);

/// <summary>A baseline that was read, and where each entry stands.</summary>
internal sealed record BaselineText(Baseline Baseline, IReadOnlyDictionary<EntryKey, TextSpan> Places);

/// <summary>Reads the text of a baseline.</summary>
internal sealed class BaselineReader
{
    private static readonly string[] s_mergeMarks = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private readonly List<BaselineEntry> _entries = [];
    private readonly List<AcceptedChange> _accepted = [];
    private readonly Dictionary<EntryKey, TextSpan> _places = [];
    private EntryKey? _owner;
    private TextSpan _line;

    private BaselineReader(string text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads a baseline; null where the text is none, and then the error says why.</summary>
    public static BaselineText? Read(string text, CancellationToken cancellationToken, out BaselineError? error)
    {
        BaselineReader reader = new(text, cancellationToken);
        error = reader.ReadAll();
        return error is null ? new(Baseline.Of(reader._entries, reader._accepted), reader._places) : null;
    }

    private BaselineError? ReadAll()
    {
        bool hasTitle = false;
        for (int at = 0; at < _text.Length; at = _line.End + 1)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            int end = _text.IndexOf('\n', at);
            _line = TextSpan.FromBounds(at, end < 0 ? _text.Length : end);
            string line = _text.Substring(_line.Start, _line.Length).TrimEnd('\r', ' ', '\t').TrimStart('\ufeff');
            if (Array.Exists(s_mergeMarks, mark => line.StartsWith(mark, StringComparison.Ordinal)))
            {
                return Error("This is a mark of a merge that is not finished. Take both sides, or either, and accept the schemas again");
            }

            if (!hasTitle)
            {
                if (ReadTitle(line) is { } wrong)
                {
                    return wrong;
                }

                hasTitle = true;
            }
            else if (line.Length > 0 && line[0] != '#' && ReadEntry(line) is { } error)
            {
                return error;
            }
        }

        return !hasTitle ? Error("The file is empty: a baseline begins with '" + BaselineWriter.Title + "1'")
            : _entries.Exists(static entry => entry.Key.Kind == EntryKind.Provider) ? null
            : Error("The baseline does not say whose it is: it has no line 'provider'");
    }

    private BaselineError? ReadTitle(string line)
    {
        if (!line.StartsWith(BaselineWriter.Title, StringComparison.Ordinal)
            || !int.TryParse(line.Substring(BaselineWriter.Title.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int format)
            || format < 1)
        {
            return Error("A baseline begins with '" + BaselineWriter.Title + "1'");
        }

        return format > BaselineWriter.Format
            ? new(_line, FormattableString.Invariant($"The baseline has format {format}, and this version of TypedWebhooks knows {BaselineWriter.Format}: build with the version that has written it, or a later one"), IsNewer: true)
            : null;
    }

    private BaselineError? ReadEntry(string line)
    {
        if (Tokens(line) is not { } tokens)
        {
            return Error("This line has a quotation mark without its end, or an escape that is none");
        }

        bool isPart = char.IsWhiteSpace(line[0]);
        if (isPart && _owner is null)
        {
            return Error("This line is a part of a record, enum or union, and there is none before it");
        }

        if (!isPart && tokens[0].Text == "accepted")
        {
            _owner = null;
            if (tokens.Count != 3)
            {
                return Error("A change that was accepted has a fingerprint and a text");
            }

            _accepted.Add(new(tokens[1].Text, tokens[2].Text));
            return null;
        }

        EntryKind? kind = isPart ? Baseline.PartOf(_owner!.Value.Kind) : KindOf(tokens[0]);
        if (kind is null)
        {
            return Error($"'{tokens[0].Text}' is nothing that a baseline has: its lines begin with provider, event, record, enum, union or accepted, or with spaces");
        }

        int next = isPart ? 0 : 1;
        if (tokens.Count <= next || tokens[next].HasValue)
        {
            return Error("This line has no name");
        }

        EntryKey key = new(kind.Value, isPart ? _owner!.Value.Name : "", tokens[next++].Text);
        List<Facet> facets = [];
        if (BaselineEntry.MainFacet(kind.Value) is { } main)
        {
            if (tokens.Count <= next || tokens[next].HasValue)
            {
                return Error($"The {main} of '{key.Name}' is missing");
            }

            facets.Add(new(main, tokens[next++].Text));
        }

        facets.AddRange(tokens.Skip(next).Select(static token => new Facet(token.Text, token.Value)));
        if (IsMergedProvider(key, facets))
        {
            return null;
        }

        if (Wrong(key, facets) is { } wrong)
        {
            return Error(wrong);
        }

        _owner = isPart ? _owner : Baseline.PartOf(kind.Value) is null ? null : key;
        _places.Add(key, _line);
        _entries.Add(BaselineEntry.Of(key, [.. facets]));
        return null;
    }

    /// <summary>
    /// Whether this is the provider's line once more, with another hash of the schemas, as a merge that takes both sides leaves it. Neither
    /// hash is that of the merged schemas.
    /// </summary>
    private bool IsMergedProvider(EntryKey key, List<Facet> facets)
    {
        int at = key.Kind == EntryKind.Provider ? _entries.FindIndex(entry => entry.Key == key) : -1;
        BaselineEntry other = BaselineEntry.Of(key, [.. facets]);
        if (at < 0 || _entries[at].Equals(other) || !Without(_entries[at]).Equals(Without(other)))
        {
            return false;
        }

        _entries[at] = Without(_entries[at]);
        return true;
    }

    private static BaselineEntry Without(BaselineEntry entry) => BaselineEntry.Of(entry.Key, [.. entry.Facets.Where(static facet => facet.Name != FacetNames.Schema)]);

    /// <summary>Why an entry cannot be what it says; null where it can.</summary>
    private string? Wrong(EntryKey key, List<Facet> facets)
    {
        if (_places.ContainsKey(key) || (key.Kind == EntryKind.Provider && _entries.Exists(static entry => entry.Key.Kind == EntryKind.Provider)))
        {
            return $"'{key.Name}' stands here twice, as after a merge that took both sides";
        }

        if (facets.Select(static facet => facet.Name).Distinct(StringComparer.Ordinal).Count() < facets.Count)
        {
            return $"'{key.Name}' has one fact twice";
        }

        return key.Kind switch
        {
            EntryKind.Member when WireType.TryParse(facets[0].Value) is null => $"'{facets[0].Value}' is no type",
            EntryKind.Value when !int.TryParse(facets[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1 => $"'{facets[0].Value}' is no number of an enum's value: these begin with 1",
            EntryKind.Record or EntryKind.Enum or EntryKind.Union when !Model.CSharpName.IsValid(key.Name) => $"'{key.Name}' is no name in C#",
            EntryKind.Case when !Model.CSharpName.IsValid(facets[0].Value) => $"'{facets[0].Value}' is no name in C#",
            _ => null,
        };
    }

    private static EntryKind? KindOf(Token word) => word.IsQuoted || word.HasValue ? null : word.Text switch
    {
        "provider" => EntryKind.Provider,
        "event" => EntryKind.Event,
        "record" => EntryKind.Record,
        "enum" => EntryKind.Enum,
        "union" => EntryKind.Union,
        _ => null,
    };

    private BaselineError Error(string message) => new(_line, message);

    /// <summary>The words of a line, each with what stands behind its equals sign; null where a quotation has no end.</summary>
    private static List<Token>? Tokens(string line)
    {
        List<Token> tokens = [];
        int at = 0;
        while (true)
        {
            while (at < line.Length && char.IsWhiteSpace(line[at]))
            {
                at++;
            }

            if (at == line.Length)
            {
                return tokens;
            }

            bool quoted = line[at] == '"';
            if (Text(line, ref at) is not { } text)
            {
                return null;
            }

            string value = "";
            bool hasValue = at < line.Length && line[at] == '=';
            if (hasValue)
            {
                at++;
                if (Text(line, ref at) is not { } stated)
                {
                    return null;
                }

                value = stated;
            }

            if (at < line.Length && !char.IsWhiteSpace(line[at]))
            {
                return null;
            }

            tokens.Add(new(text, value, quoted, hasValue));
        }
    }

    /// <summary>A text with or without quotation marks.</summary>
    private static string? Text(string line, ref int at)
    {
        int start = at;
        if (at == line.Length || line[at] != '"')
        {
            while (at < line.Length && BaselineWriter.IsPlain(line[at]))
            {
                at++;
            }

            return at > start ? line.Substring(start, at - start) : null;
        }

        StringBuilder text = new();
        for (at++; at < line.Length && line[at] != '"'; at++)
        {
            if (line[at] != '\\')
            {
                text.Append(line[at]);
            }
            else if (at + 1 < line.Length && line[at + 1] is '"' or '\\')
            {
                text.Append(line[++at]);
            }
            else if (at + 5 < line.Length && line[at + 1] == 'u' && ushort.TryParse(line.Substring(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            {
                text.Append((char)code);
                at += 5;
            }
            else
            {
                return null;
            }
        }

        return at++ < line.Length ? text.ToString() : null;
    }

    private readonly record struct Token(string Text, string Value, bool IsQuoted, bool HasValue);
}
