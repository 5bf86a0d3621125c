using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Benchmarks.Generating;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks;

/// <summary>
/// What an OpenAPI document costs the generator whose webhooks reach little of it, and one whose webhooks reach more and more: beside
/// <see cref="JsonDocument"/> over the same text, which is what reading its JSON costs at least.
/// </summary>
internal static class DocumentCost
{
    private const int Runs = 21;

    /// <summary>Webhooks, and kilobytes of components that none of them reaches.</summary>
    private static readonly (int Events, int Kilobytes)[] s_documents = [(16, 0), (16, 1000), (16, 3000), (50, 0), (100, 0), (200, 0), (400, 0)];

    public static void Print()
    {
        CSharpCompilation empty = Compiler.Compile();
        (SchemaFile File, byte[] Utf8)[] files = [.. s_documents.Select(static document => Files(document.Events, document.Kilobytes))];
        double[][] all = [.. files.Select(static _ => new double[Runs])], json = [.. files.Select(static _ => new double[Runs])];
        for (int round = -10; round < Runs; round++)
        {
            for (int i = 0; i < files.Length; i++)
            {
                double read = Time(() => Compiler.CreateDriver([files[i].File]).RunGenerators(empty));
                double parsed = Time(() => JsonDocument.Parse(files[i].Utf8).Dispose());
                if (round >= 0)
                {
                    (all[i][round], json[i][round]) = (read, parsed);
                }
            }
        }

        Console.WriteLine("### Generating from OpenAPI");
        Console.WriteLine();
        Console.WriteLine("| webhooks | kB of the document | ms | µs a webhook | JsonDocument, ms |");
        Console.WriteLine("|--:|--:|--:|--:|--:|");
        for (int i = 0; i < files.Length; i++)
        {
            double median = Median.Of([.. all[i]]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {s_documents[i].Events} | {files[i].Utf8.Length / 1000:N0} | {median:0.0} | {median * 1000 / s_documents[i].Events:N0} | {Median.Of([.. json[i]]):0.0} |"));
        }

        Console.WriteLine();
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static (SchemaFile File, byte[] Utf8) Files(int events, int kilobytes)
    {
        string text = Document(events, kilobytes * 1000);
        return (new("/consumer/acme/openapi.json", text, ("Schema", "schema"), ("Provider", "Acme")), Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Each webhook has an event of its own with a part of its own; the other components refer to one another.</summary>
    private static string Document(int events, int otherBytes)
    {
        StringBuilder others = new();
        for (int i = 0; others.Length < otherBytes; i++)
        {
            others.Append(CultureInfo.InvariantCulture, $$""","Other{{i}}":{"type":"object","description":"A part of the API that no event reaches, number {{i}}.","properties":{"id":{"type":"string"},"next":{"$ref":"#/components/schemas/Other{{i + 1}}"},"first":{"$ref":"#/components/schemas/Data0"},"tags":{"type":"array","items":{"type":"string"} } } }""");
        }

        return "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Acme\",\"version\":\"1\"},\"webhooks\":{"
            + string.Join(',', Enumerable.Range(0, events).Select(static i => $$$"""
                "{{{SyntheticSchema.Name(i)}}}":{"post":{"summary":"Thing {{{i}}}","requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Event{{{i}}}"} } } } } }
                """))
            + "},\"components\":{\"schemas\":{"
            + string.Join(',', Enumerable.Range(0, events).Select(static i => $$$"""
                "Event{{{i}}}":{"type":"object","required":["type","data"],"properties":{"type":{"type":"string","const":"{{{SyntheticSchema.Name(i)}}}"},"id":{"type":"string","format":"uuid"},"data":{"$ref":"#/components/schemas/Data{{{i}}}"} } },
                "Data{{{i}}}":{"type":"object","description":"What thing {{{i}}} is about.","properties":{"count":{"type":"integer"},"note":{"type":"string"},"at":{"type":"string","format":"date-time"},"state":{"type":"string","enum":["new","done","s{{{i}}}"]} } }
                """))
            + others + "}}}";
    }
}
