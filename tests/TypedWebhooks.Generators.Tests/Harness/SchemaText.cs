using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>A schema file in memory, with the metadata that its item would have.</summary>
internal sealed class SchemaText(string path, string? text, params (string Name, string Value)[] metadata) : AdditionalText
{
    public override string Path { get; } = path;

    public Dictionary<string, string> Metadata { get; } = ToOptions(metadata);

    /// <summary>What is done when somebody asks for the text.</summary>
    public Action? OnRead { get; init; }

    public override SourceText? GetText(CancellationToken cancellationToken = default)
    {
        OnRead?.Invoke();
        return text is null ? null : SourceText.From(text, Encoding.UTF8);
    }

    private static Dictionary<string, string> ToOptions((string Name, string Value)[] metadata)
    {
        Dictionary<string, string> options = new() { ["build_metadata.AdditionalFiles.WebhookSchema"] = "schema" };
        foreach ((string name, string value) in metadata)
        {
            options["build_metadata.AdditionalFiles.Webhook" + name] = value;
        }

        return options;
    }
}

/// <summary>What MSBuild tells the generator: the root namespace, and the metadata of each schema.</summary>
internal sealed class SchemaOptions(string rootNamespace, params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new Dictionary<string, string>(
        properties.Select(static property => KeyValuePair.Create("build_property." + property.Name, property.Value)).Prepend(KeyValuePair.Create("build_property.RootNamespace", rootNamespace))));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(textFile is SchemaText schema ? schema.Metadata : []);

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}
