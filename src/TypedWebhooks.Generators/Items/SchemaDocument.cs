using System;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using TypedWebhooks.Generators.Diagnostics;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Items;

/// <summary>A schema file with its text read into nodes, once for each version of the file. Equal while the file is.</summary>
internal sealed class SchemaDocument : IEquatable<SchemaDocument>
{
    private JsonNode? _root;
    private JsonSyntaxError? _error;
    private bool _isRead;
    private int? _hash;

    private SchemaDocument(SchemaFile file) => File = file;

    public SchemaFile File { get; }

    /// <summary>The file's JSON value; null where it is not JSON, which <see cref="ReportErrors"/> says.</summary>
    public JsonNode? Root
    {
        get
        {
            Read(CancellationToken.None);
            return _root;
        }
    }

    /// <summary>A file that is read when somebody asks for what is in it.</summary>
    public static SchemaDocument Of(SchemaFile file) => new(file);

    public static SchemaDocument Read(SchemaFile file, CancellationToken cancellationToken)
    {
        SchemaDocument document = new(file);
        document.Read(cancellationToken);
        return document;
    }

    private void Read(CancellationToken cancellationToken)
    {
        if (_isRead)
        {
            return;
        }

        if (File.Text is not null && Limits.IsShort(File))
        {
            JsonNodeReader.TryRead(File.Text, cancellationToken, out _root, out _error);
        }

        _isRead = true;
    }

    public SchemaLocation At(JsonNode node) => new(File, node.Span);

    public SchemaLocation At(TextSpan span) => new(File, span);

    public void ReportErrors(SchemaDiagnostics diagnostics)
    {
        Read(CancellationToken.None);
        if (File.Text is null)
        {
            diagnostics.Report(Descriptors.TWH9002_SchemaFileNotFound, At(default(TextSpan)), File.Path);
        }
        else if (!Limits.IsShort(File))
        {
            diagnostics.Report(
                Descriptors.TWH2008_LimitExceeded,
                At(default(TextSpan)),
                FormattableString.Invariant($"The file has {File.Text.Length} characters; a schema may have {Limits.FileLength}, and this one is left out"));
        }
        else if (_error is not null && IsYaml)
        {
            diagnostics.Report(
                Descriptors.TWH2015_DocumentNotRead,
                At(default(TextSpan)),
                $"The compiler reads JSON, and this is YAML: write it as JSON with the tool, \"typedwebhooks import {File.Name}\", and put the JSON into the item");
        }
        else if (_error is not null)
        {
            diagnostics.Report(Descriptors.TWH2001_SchemaIsNotJson, At(_error.Span), _error.Message);
        }
    }

    private bool IsYaml => File.Name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || File.Name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    public bool Equals(SchemaDocument? other) => ReferenceEquals(this, other) || (other is not null && File.Equals(other.File));

    public override bool Equals(object? obj) => Equals(obj as SchemaDocument);

    // Its text is millions of characters, and it is looked up for every reference.
    public override int GetHashCode() => _hash ??= File.GetHashCode();
}
