using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace TypedWebhooks.Generators.Tests.Harness;

/// <summary>
/// YAML documents as JSON, as their users have to write them: the compiler reads JSON only. Plain scalars are what the core schema of
/// YAML 1.2 (clause 10.3.2) makes of them, so that <c>no</c> is a text.
/// </summary>
internal static partial class YamlText
{
    private static readonly Dictionary<string, string> s_cache = new(StringComparer.Ordinal);

    /// <summary>A file of the shared folder as JSON; what is JSON already stays as it is.</summary>
    public static string Read(string path)
    {
        string text = File.ReadAllText(SharedFiles.InShared(path));
        if (path.EndsWith(".json", StringComparison.Ordinal))
        {
            return text;
        }

        lock (s_cache)
        {
            if (!s_cache.TryGetValue(path, out string? json))
            {
                json = ToJson(text);
                s_cache.Add(path, json);
            }

            return json;
        }
    }

    public static string ToJson(string yaml)
    {
        Parser parser = new(new StringReader(yaml));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Read(parser)?.ToJsonString() ?? "null";
    }

    private static JsonNode? Read(Parser parser)
    {
        if (parser.Accept<Scalar>(out _))
        {
            Scalar scalar = parser.Consume<Scalar>();
            return scalar.Style == ScalarStyle.Plain ? Plain(scalar.Value) : JsonValue.Create(scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            JsonArray list = [];
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                list.Add(Read(parser));
            }

            return list;
        }

        parser.Consume<MappingStart>();
        JsonObject map = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            // One document has a key twice, which YAML forbids and most readers let pass: the last one counts.
            map[parser.Consume<Scalar>().Value] = Read(parser);
        }

        return map;
    }

    private static JsonValue? Plain(string text) =>
        text is "" or "~" or "null" or "Null" or "NULL" ? null
        : text is "true" or "True" or "TRUE" ? JsonValue.Create(true)
        : text is "false" or "False" or "FALSE" ? JsonValue.Create(false)
        : Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) ? JsonValue.Create(integer)
        : Number().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? JsonValue.Create(number)
        : JsonValue.Create(text);

    [GeneratedRegex("^[-+]?[0-9]+$")]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Number();
}
