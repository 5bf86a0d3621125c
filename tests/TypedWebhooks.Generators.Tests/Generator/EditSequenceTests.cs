using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Tests.Schemas.Random;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>
/// An editor's session, at random: however files were changed, added, removed, broken and mended, what the generator gives
/// is what it would have given had it seen nothing but the files as they are now.
/// </summary>
public sealed class EditSequenceTests
{
    private const int Edits = 80;

    /// <summary>A definition that two files have; an edit of the one makes two types of it.</summary>
    private const string Who = """ "Who": { "type": "object", "properties": { "name": { "type": "string" }, "boss": { "$ref": "#/$defs/Who" } } } """;

    private static readonly (string Before, string After)[] s_words =
    [
        ("string", "integer"), ("integer", "string"), ("object", "array"), ("required", "optional"), ("guid", "gui"), ("common", "comon"),
        ("type", "kind"), ("const", "enum"), ("ping", "pong"), ("Signature", "Sign"), ("document", "Document"), ("\n", "\n\n"), (" ", ""),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void AfterAnyEdits_TheResultIsThatOfAColdRun(int seed)
    {
        Session session = new(seed);
        IReadOnlyList<string> before = [];
        int changes = 0;
        for (int i = 0; i < Edits; i++)
        {
            string edit = session.Edit();
            IReadOnlyList<string> incremental = session.RunAgain(), cold = session.RunCold();
            string[] differences = [.. cold.Except(incremental).Select(static text => "missing: " + text), .. incremental.Except(cold).Select(static text => "stale: " + text)];
            Assert.True(cold.SequenceEqual(incremental), FormattableString.Invariant($"after edit {i}, {edit}\n{string.Join("\n", differences)}"));
            changes += before.SequenceEqual(incremental) ? 0 : 1;
            before = incremental;
        }

        // Edits that change nothing prove nothing; a few do not, where a file is broken or back to what it was.
        Assert.True(changes > Edits / 3, FormattableString.Invariant($"Only {changes} of {Edits} edits changed the result."));
    }

    /// <summary>The files of a project, and a driver that has seen all that happened to them.</summary>
    private sealed class Session
    {
        private readonly System.Random _random;
        private readonly List<SchemaText> _files;
        private readonly List<SchemaText> _past;
        private GeneratorDriver _driver;
        private CSharpParseOptions _parseOptions = GeneratorHarness.ParseOptions;
        private string _rootNamespace = "Consumer";
        private CSharpCompilation _compilation = GeneratorHarness.Compile("Consumer", ["class C { }"]);

        public Session(int seed)
        {
            _random = new(seed);
            _files =
            [
                GeneratorHarness.Known("schemas/telia/hooks.json"),
                GeneratorHarness.Known("schemas/prix/prix.schema.json"),
                Of("common", """{ "type": "object", "properties": { "id": { "type": "string" }, "parent": { "$ref": "common.json" } } }"""),
                Of("ping", """{ "properties": { "type": { "const": "ping" }, "sender": { "$ref": "common.json" }, "more": { "$ref": "pushed.json#/$defs/More" }, "who": { "$ref": "#/$defs/Who" } }, "$defs": { WHO } }""".Replace("WHO", Who, StringComparison.Ordinal)),
                Of("pushed", """{ "properties": { "type": { "const": "pushed" }, "by": { "$ref": "common.json" }, "who": { "$ref": "#/$defs/Who" } }, "$defs": { "More": { "properties": { "a": { "enum": ["x", "y"] } } }, WHO } }""".Replace("WHO", Who, StringComparison.Ordinal)),
                Of("acme.map", """{ "eventType": "/type", "events": { "ping": { "name": "Knock" }, "quiet": null } }""", ("Schema", "map")),
            ];
            _past = [.. _files];
            _driver = CreateDriver();
            RunAgain();
        }

        /// <summary>Does something to the project, and says what.</summary>
        public string Edit()
        {
            int at = _random.Next(_files.Count);
            switch (_random.Next(14))
            {
                case 0 when _files.Count > 3:
                    return Remove(at);
                case 1 or 2 or 3:
                    return Add(_past[_random.Next(_past.Count)]);
                case 4:
                    return Add(Of("random" + _random.Next(3).ToString(CultureInfo.InvariantCulture), RandomText()));
                case 5:
                    return Replace(at, With(_files[at], Cut(Text(_files[at]))));
                case 6:
                    return Replace(at, Stating(_files[at]));
                case 7 when _random.Next(3) == 0:
                    return EditProject();
                default:
                    return Replace(at, With(_files[at], Reword(Text(_files[at]))));
            }
        }

        public IReadOnlyList<string> RunAgain()
        {
            _driver = _driver.RunGenerators(_compilation);
            return Print(_driver);
        }

        public IReadOnlyList<string> RunCold() => Print(CreateDriver().RunGenerators(_compilation));

        /// <summary>One that does not record its steps: a driver that does loses files once another has been removed (Roslyn 5.12).</summary>
        private CSharpGeneratorDriver CreateDriver() =>
            CSharpGeneratorDriver.Create([new WebhookGenerator().AsSourceGenerator()], _files, _parseOptions, new SchemaOptions(_rootNamespace));

        private string Remove(int at)
        {
            SchemaText old = _files[at];
            _driver = _driver.RemoveAdditionalTexts([old]);
            _files.RemoveAt(at);
            return "remove " + old.Path;
        }

        private string Add(SchemaText file)
        {
            int at = _files.FindIndex(old => old.Path == file.Path);
            if (at >= 0)
            {
                return Replace(at, file);
            }

            _driver = _driver.AddAdditionalTexts([file]);
            _files.Add(file);
            return "add " + file.Path;
        }

        private string Replace(int at, SchemaText file)
        {
            _past.Add(file);
            _driver = _driver.ReplaceAdditionalText(_files[at], file);
            _files[at] = file;
            return $"change {file.Path} to\n{Text(file)}";
        }

        /// <summary>What is not the schemas': C#, its version, the root namespace.</summary>
        private string EditProject()
        {
            string number = _random.Next(3).ToString(CultureInfo.InvariantCulture);
            _parseOptions = _parseOptions.WithLanguageVersion(_random.Next(2) == 0 ? LanguageVersion.Preview : LanguageVersion.CSharp11);
            _rootNamespace = "Consumer" + number;
            _compilation = GeneratorHarness.Compile("Consumer", [$"class C{number};"], _parseOptions);
            _driver = _driver.WithUpdatedParseOptions(_parseOptions).WithUpdatedAnalyzerConfigOptions(new SchemaOptions(_rootNamespace));
            return "project " + number;
        }

        /// <summary>A word changed, everywhere or in one place; the next edit may well change it back.</summary>
        private string Reword(string text)
        {
            (string before, string after) = s_words[_random.Next(s_words.Length)];
            int at = text.IndexOf(before, _random.Next(text.Length), StringComparison.Ordinal);
            return at < 0 ? text.Replace(before, after, StringComparison.Ordinal) : string.Concat(text.AsSpan(0, at), after, text.AsSpan(at + before.Length));
        }

        /// <summary>A few characters taken out: it is hardly JSON any more.</summary>
        private string Cut(string text)
        {
            int at = _random.Next(text.Length), length = _random.Next(Math.Min(20, text.Length - at));
            return text.Remove(at, length);
        }

        /// <summary>Something else said by the item in the project file.</summary>
        private SchemaText Stating(SchemaText file)
        {
            (string Name, string Value)[] stated = [("Access", "internal"), ("RequiredMembers", "Optional"), ("Namespace", "Elsewhere"), ("Provider", "Acme"), ("EventType", "/kind"), ("Access", "")];
            (string name, string value) = stated[_random.Next(stated.Length)];
            SchemaText changed = With(file, Text(file));
            changed.Metadata["build_metadata.AdditionalFiles.Webhook" + name] = value;
            return changed;
        }

        private string RandomText() => Gen.Sample(RandomSchema.Event("random." + _random.Next(3).ToString(CultureInfo.InvariantCulture)), 30, new Rnd((ulong)_random.Next(), 2 * (ulong)_random.Next() + 1), 1)[0];

        private static SchemaText Of(string name, string text, params (string Name, string Value)[] metadata) =>
            new($"/consumer/schemas/acme/{name}.json", text, [.. metadata, ("Format", "json-schema")]);

        private static string Text(SchemaText file) => file.GetText()!.ToString();

        private static SchemaText With(SchemaText file, string text)
        {
            SchemaText changed = new(file.Path, text.Length == 0 ? "{}" : text);
            foreach ((string name, string value) in file.Metadata)
            {
                changed.Metadata[name] = value;
            }

            return changed;
        }

        /// <summary>The emitted files and the diagnostics, in their order.</summary>
        private static IReadOnlyList<string> Print(GeneratorDriver driver)
        {
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            Assert.Null(result.Exception);
            return
            [
                .. result.GeneratedSources.Select(static source => $"{source.HintName}\n{source.SourceText}"),
                .. result.Diagnostics.Select(static diagnostic => $"{diagnostic} {diagnostic.Location.SourceSpan}"),
            ];
        }
    }
}
