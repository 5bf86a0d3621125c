using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Benchmarks.Generating;
using TypedWebhooks.Benchmarks.Measuring;

namespace TypedWebhooks.Benchmarks;

/// <summary>From an event to the code that handles it, and from a name to its event, as the number of events grows.</summary>
internal static class DispatchTable
{
    private const int Batch = 64;

    private static readonly int[] s_counts = [5, 60, 250, 1000];

    public static void Print()
    {
        List<(string Name, double[] Times, double Bytes)> rows = [];
        foreach ((int count, int column) in s_counts.Select(static (count, column) => (count, column)))
        {
            IReadOnlyList<Method> methods = Methods(count);
            Contest.WarmUp(methods);
            foreach (Score score in Contest.Run(methods, rounds: 51))
            {
                int row = rows.FindIndex(existing => existing.Name == score.Name);
                if (row < 0)
                {
                    rows.Add((score.Name, new double[s_counts.Length], (double)score.Bytes / Batch));
                    row = rows.Count - 1;
                }

                rows[row].Times[column] = score.Nanoseconds / Batch;
            }
        }

        Console.WriteLine($"### Dispatch and names, ns, over {string.Join(" / ", s_counts)} events");
        Console.WriteLine();
        Console.WriteLine("| | " + string.Join(" | ", s_counts) + " | bytes |");
        Console.WriteLine("|---|" + string.Concat(s_counts.Select(static _ => "--:|")) + "--:|");
        foreach ((string name, double[] times, double bytes) in rows)
        {
            Console.WriteLine($"| {name} | {string.Join(" | ", times.Select(static time => time.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)))} | {bytes:N0} |");
        }

        Console.WriteLine();
    }

    /// <summary>Emits and compiles so many events, and beside them what one would write by hand.</summary>
    private static IReadOnlyList<Method> Methods(int count)
    {
        Compiler.CreateDriver([SyntheticSchema.Of(count)]).RunGeneratorsAndUpdateCompilation(
            Compiler.Compile("namespace Consumer.Acme; public static class Nothing;"),
            out Compilation emitted,
            out _);
        string[] records = [.. emitted.GetTypeByMetadataName("Consumer.Acme.AcmeEvent")!.GetAttributes()
            .First(static attribute => attribute.AttributeClass!.Name == "WebhookEventsAttribute")
            .ConstructorArguments.SelectMany(static argument => argument.Kind == TypedConstantKind.Array ? argument.Values : [argument])
            .Select(static argument => ((ITypeSymbol)argument.Value!).Name)];
        Assembly assembly = Compiler.Load(((CSharpCompilation)emitted).AddSyntaxTrees(
            CSharpSyntaxTree.ParseText(Source(records, count), new CSharpParseOptions(LanguageVersion.CSharp14))));
        var methods = (IReadOnlyDictionary<string, Func<object?>>)assembly.GetType("Consumer.Acme.Probe")!
            .GetMethod("Methods")!
            .Invoke(null, [Bodies(count), Names(count)])!;
        return [.. methods.Select(static method => new Method(method.Key, method.Value))];
    }

    /// <summary>Some of the events, spread over all of them in no order that a processor could foresee.</summary>
    private static int[] Sample(int count)
    {
        Random random = new(7);
        return [.. Enumerable.Range(0, Batch).Select(_ => random.Next(count))];
    }

    private static string[] Bodies(int count) => [.. Sample(count).Select(SyntheticSchema.Body)];

    private static string[] Names(int count) => [.. Sample(count).Select(SyntheticSchema.Name)];

    private static string Source(string[] records, int count) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using TypedWebhooks;

        namespace Consumer.Acme;

        public static class Probe
        {
            private static long s_sum;

            public static IReadOnlyDictionary<string, Func<object?>> Methods(string[] bodies, string[] names)
            {
                AcmeEvent[] events = bodies.Select(static body => AcmeEvent.Parse(body)).ToArray();
                if (events.Any(static e => e is UnrecognizedAcmeEvent)) throw new InvalidOperationException();
                byte[][] utf8 = names.Select(Encoding.UTF8.GetBytes).ToArray();
                Dictionary<Type, int> types = new() { {{string.Join(", ", records.Select(static (record, i) => $"[typeof({record})] = {i}"))}} };
                Dictionary<string, int> texts = AcmeEventTypes.All.Select(static (name, i) => (name, i)).ToDictionary(static pair => pair.name, static pair => pair.i);
                Handler handler = new();
                AcmeEventDispatcher all = new(new Services { [typeof(IEnumerable<IAcmeEventHandler>)] = new IAcmeEventHandler[] { handler } });
                AcmeEventDispatcher one = new(new Services { {{string.Join(", ", records.Select(static record => $"[typeof(IEnumerable<IWebhookEventHandler<{record}>>)] = new IWebhookEventHandler<{record}>[] {{ handler }}"))}} });
                return new Dictionary<string, Func<object?>>
                {
                    ["dispatcher, a handler of all events"] = () => { foreach (AcmeEvent e in events) { _ = all.DispatchAsync(e); } return null; },
                    ["dispatcher, a handler of the event"] = () => { foreach (AcmeEvent e in events) { _ = one.DispatchAsync(e); } return null; },
                    ["DispatchAsync"] = () => { foreach (AcmeEvent e in events) { _ = e.DispatchAsync(handler); } return null; },
                    ["type switch"] = () => { foreach (AcmeEvent e in events) { s_sum += Switch(e); } return null; },
                    ["Dictionary<Type, int>"] = () => { foreach (AcmeEvent e in events) { s_sum += types[e.GetType()]; } return null; },
                    ["virtual call (EventType)"] = () => { foreach (AcmeEvent e in events) { s_sum += e.EventType.Length; } return null; },
                    ["name: Utf8Names"] = () => { foreach (byte[] name in utf8) { s_sum += AcmeEventTypes.Names.IndexOf(name); } return null; },
                    ["name: string and Dictionary"] = () => { foreach (byte[] name in utf8) { s_sum += texts[Encoding.UTF8.GetString(name)]; } return null; },
                    ["Parse of a small event"] = () => { foreach (byte[] body in s_bodies ??= bodies.Select(Encoding.UTF8.GetBytes).ToArray()) { AcmeEvent.Parse(body); } return null; },
                };
            }

            private static byte[][]? s_bodies;

            private static int Switch(AcmeEvent e) => e switch
            {
                {{string.Join("\n        ", records.Select(static (record, i) => $"{record} => {i},"))}}
                _ => -1,
            };

            private sealed class Services : Dictionary<Type, object>, IServiceProvider
            {
                public object? GetService(Type type) => TryGetValue(type, out object? service) ? service : null;
            }

            private sealed class Handler : IAcmeEventHandler
            {
                {{string.Join("\n        ", records.Select(static record => $"public ValueTask HandleAsync({record} e, CancellationToken cancellationToken) {{ s_sum++; return default; }}"))}}
            }
        }
        """;
}
