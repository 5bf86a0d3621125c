using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>Real payloads of GitHub and CDEvents, read by what their real schemas emit.</summary>
public sealed class CorpusPayloadTests(ITestOutputHelper output)
{
    private static readonly Lazy<Provider> s_gitHub = new(static () => Provider.Load("GitHub", "corpus/github", Corpus.GitHub));
    private static readonly Lazy<Provider> s_cdEvents = new(static () => Provider.Load("CdEvents", "corpus/cdevents", Corpus.CdEvents));

    [SharedTheory("corpus")]
    [InlineData("GitHub", 218)]
    [InlineData("CdEvents", 49)]
    public void ValidPayload_BecomesItsEventAndRoundTrips(string name, int count)
    {
        Provider provider = Get(name);
        List<string> wrong = [];
        int checkedPayloads = 0;
        foreach (Payload payload in provider.Payloads.Where(static payload => payload.IsValid))
        {
            checkedPayloads++;
            object e = provider.Parse(payload.EventName, payload.Json);
            string eventType = Provider.Get<string>(e, "EventType");


            // The oracle joins header and action; but the action of this event is whatever its sender chose.
            string expected = payload.EventName == "repository_dispatch" ? payload.EventName : payload.Event;
            if (eventType != expected || e.GetType().Name.StartsWith("Unrecognized", StringComparison.Ordinal))
            {
                wrong.Add($"{payload.File}: {e.GetType().Name} {eventType}, not {payload.Event}: {Provider.Describe(e)}");
                continue;
            }

            string written = JsonSerializer.Serialize(e, provider.Root);
            if (!Corpus.AreEqual(payload.Json, written))
            {
                wrong.Add($"{payload.File}: written as {written}");
            }

            object again = JsonSerializer.Deserialize(payload.Json, provider.Context(e.GetType()))!;
            if (!again.Equals(e))
            {
                wrong.Add($"{payload.File}: through the JSON context another event");
            }
        }

        foreach (string line in wrong)
        {
            output.WriteLine(line.Length > 600 ? line[..600] : line);
        }

        Assert.Empty(wrong);
        Assert.Equal(count, checkedPayloads);
    }

    [SharedTheory("corpus")]
    [InlineData("GitHub")]
    [InlineData("CdEvents")]
    public void PayloadThatBreaksItsSchema_IsKeptWithItsPath(string name)
    {
        Provider provider = Get(name);
        foreach (Payload payload in provider.Payloads.Where(static payload => !payload.IsValid && !payload.IsUnknown))
        {
            object e = provider.Parse(payload.EventName, payload.Json);
            if (e.GetType() == provider.Unrecognized)
            {
                Assert.Equal(UnrecognizedReason.SchemaMismatch, Provider.Get<UnrecognizedReason>(e, "Reason"));
                Assert.StartsWith("$", Provider.Get<string>(e, "JsonPath"), StringComparison.Ordinal);
            }

            Assert.True(Corpus.AreEqual(payload.Json, JsonSerializer.Serialize(e, provider.Root)), payload.File);
        }
    }

    [SharedFact("corpus/github")]
    public void EventNotInTheSchema_IsUnrecognizedWithAllOfItsJson()
    {
        Provider provider = Get("GitHub");
        int count = 0;
        foreach (Payload payload in provider.Payloads.Where(static payload => payload.IsUnknown))
        {
            object e = provider.Parse(payload.EventName, payload.Json);
            Assert.Equal(provider.Unrecognized, e.GetType());
            Assert.Equal(payload.Event, Provider.Get<string>(e, "EventType"));
            Assert.True(Corpus.AreEqual(payload.Json, JsonSerializer.Serialize(e, provider.Root)), payload.File);
            count++;
        }

        Assert.Equal(17, count);
    }

    [SharedFact("corpus/github")]
    public void MutatedEventName_IsUnrecognizedWithAllOfItsJson()
    {
        Provider provider = Get("GitHub");
        foreach (Payload payload in provider.Payloads)
        {
            object e = provider.Parse(payload.EventName + "x", payload.Json);
            Assert.Equal(provider.Unrecognized, e.GetType());
            Assert.Equal(UnrecognizedReason.UnknownEventType, Provider.Get<UnrecognizedReason>(e, "Reason"));
            Assert.True(Corpus.AreEqual(payload.Json, JsonSerializer.Serialize(e, provider.Root)), payload.File);
        }
    }

    [SharedTheory("corpus")]
    [InlineData("GitHub")]
    [InlineData("CdEvents")]
    public void EveryTextMutated_NeverThrowsAndIsWrittenBack(string name)
    {
        Provider provider = Get(name);
        int read = 0;
        foreach (Payload payload in provider.Payloads.Where(static payload => payload.IsValid))
        {
            foreach (string mutant in Corpus.WithEachTextMutated(payload.Json, limit: 40))
            {
                object e = provider.Parse(payload.EventName, mutant);
                Assert.True(Corpus.AreEqual(mutant, JsonSerializer.Serialize(e, provider.Root)), payload.File);
                read++;
            }
        }

        output.WriteLine($"{read} mutants");
        Assert.True(read > 1000);
    }

    internal static Provider Get(string name) => name == "GitHub" ? s_gitHub.Value : s_cdEvents.Value;
}
