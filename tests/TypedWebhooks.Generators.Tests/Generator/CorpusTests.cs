using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Generator;

public sealed class CorpusTests(ITestOutputHelper output)
{
    internal static SchemaText[] Load(string folder, params (string, string)[] metadata)
    {
        string root = SharedFiles.InShared(folder);
        return [.. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).OrderBy(f => f, StringComparer.Ordinal)
            .Select(f => new SchemaText("/consumer/schemas/" + Path.GetRelativePath(root, f), File.ReadAllText(f), metadata))];
    }

    [SharedFact("corpus/github/schema")]
    public void GitHub()
    {
        var sw = System.Diagnostics.Stopwatch.StartNew();
        Generated g = GeneratorHarness.Run(Load("corpus/github/schema", ("Provider", "GitHub"), ("EventType", "header /action")));
        output.WriteLine($"{sw.ElapsedMilliseconds} ms, {g.Sources.Count} files, {g.Sources.Values.Sum(s => s.Length)} chars");
        foreach (string d in g.Printed.Take(300)) output.WriteLine(d);
        Directory.CreateDirectory("/tmp/gh");
        foreach (var f in Directory.GetFiles("/tmp/gh")) File.Delete(f);
        foreach (var (n, s) in g.Sources) File.WriteAllText("/tmp/gh/" + n, s);
        sw.Restart();
        var m = g.CompilerMessages;
        output.WriteLine($"compile {sw.ElapsedMilliseconds} ms, {m.Count} messages");
        foreach (string d in m.Take(60)) output.WriteLine(d);
        Assert.Empty(m);
    }

    [SharedFact("corpus/cdevents/schema")]
    public void CdEvents()
    {
        Generated g = GeneratorHarness.Run(Load("corpus/cdevents/schema/schemas", ("Provider", "CdEvents")).Where(f => !f.Path.Contains("/_defs/") && !f.Path.Contains("/registry/")).ToArray());
        output.WriteLine($"{g.Sources.Count} files, {g.Sources.Values.Sum(s => s.Length)} chars");
        foreach (string d in g.Printed.Take(100)) output.WriteLine(d);
        Directory.CreateDirectory("/tmp/cd");
        foreach (var f in Directory.GetFiles("/tmp/cd")) File.Delete(f);
        foreach (var (n, s) in g.Sources) File.WriteAllText("/tmp/cd/" + n, s);
        var m = g.CompilerMessages;
        foreach (string d in m.Take(60)) output.WriteLine(d);
        Assert.Empty(m);
    }
}
