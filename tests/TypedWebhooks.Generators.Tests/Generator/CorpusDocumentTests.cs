using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>
/// Real OpenAPI documents, and others for which an event map says what they leave unsaid: which events are found, and what their real
/// payloads become.
/// </summary>
public sealed class CorpusDocumentTests(ITestOutputHelper output)
{
    /// <summary>
    /// Provider; events; payloads that are a single event of it; of these, those that become their typed event. All that are strictly
    /// valid do, and many that are not.
    /// </summary>
    [SharedTheory("corpus")]
    [InlineData("Resend", 17, 17, 17)]
    [InlineData("OpenAi", 16, 14, 14)]
    [InlineData("Svix", 7, 7, 7)]
    [InlineData("AdyenPlatform", 60, 94, 93)]
    [InlineData("DropboxSign", 23, 17, 15)]
    [InlineData("Stripe", 179, 1, 1)]
    public void Payload_BecomesItsEventAndRoundTrips(string name, int events, int payloads, int typed)
    {
        Provider provider = Loaded(name);
        Assert.Equal(events, EventTypes(provider).Count);
        List<Payload> own = [.. provider.Payloads.Where(payload => IsOf(name, payload))];
        List<string> wrong = [];
        int right = 0;
        foreach (Payload payload in own)
        {
            object e = provider.Parse(null, payload.Json);
            string written = JsonSerializer.Serialize(e, provider.Root);
            Assert.True(Corpus.AreEqual(payload.Json, written), payload.File);
            if (e.GetType() != provider.Unrecognized && Provider.Get<string>(e, "EventType") == payload.Event)
            {
                right++;
                Assert.Equal(e, JsonSerializer.Deserialize(payload.Json, provider.Context(e.GetType())));
            }
            else
            {
                output.WriteLine($"{payload.File}: {Provider.Describe(e)}");
                if (payload.IsValid)
                {
                    wrong.Add(payload.File);
                }
            }
        }

        Assert.Empty(wrong);
        Assert.Equal((payloads, typed), (own.Count, right));
    }

    /// <summary>What is said of a real document, however often: errors and warnings, and what is peculiar to such documents.</summary>
    [SharedTheory("corpus")]
    [InlineData("Resend", true, "")]
    [InlineData("OpenAi", true, "TWH2021")]
    [InlineData("Svix", true, "TWH2021")]
    [InlineData("AdyenPlatform", true, "TWH2017 x5")]
    [InlineData("Adyen", true, "TWH2020 x6")]
    [InlineData("Adyen", false, "TWH2005")]
    [InlineData("DropboxSign", true, "")]
    [InlineData("DropboxSign", false, "TWH2016 x2")]
    [InlineData("Line", true, "")]
    [InlineData("Xero", true, "")]
    [InlineData("Xero", false, "TWH2005")]
    [InlineData("Stripe", true, "TWH2025, TWH2027")]
    [InlineData("Slack", true, "TWH2027")]
    [InlineData("SlackTopics", true, "TWH2015")]
    [InlineData("DocuSign", true, "TWH2009")]
    public void WhatIsSaid_IsWhatIsKnown(string name, bool withMap, string expected)
    {
        Generated generated = GeneratorHarness.Run(CorpusDocuments.Of(name, withMap));
        string said = string.Join(", ", generated.Diagnostics
            .Where(static d => d.Severity > DiagnosticSeverity.Info || string.CompareOrdinal(d.Id, "TWH2014") >= 0)
            .GroupBy(static d => d.Id)
            .OrderBy(static d => d.Key, StringComparer.Ordinal)
            .Select(static d => d.Count() == 1 ? d.Key : $"{d.Key} x{d.Count()}"));
        foreach (Diagnostic d in generated.Diagnostics.Where(static d => d.Severity > DiagnosticSeverity.Info))
        {
            output.WriteLine(d.ToString());
        }

        Assert.Equal(expected, said);
        generated.AssertCompiles();
    }

    /// <summary>Where names stand in the items of an array, the map to begin with says so. In which order parts make up a name it cannot know.</summary>
    [SharedTheory("corpus")]
    [InlineData("Adyen", """{"eventType":"/eventCode","batch":"/notificationItems/*/NotificationRequestItem"}""")]
    [InlineData("Xero", """{"eventType":["/eventType","/eventCategory"],"batch":"/events/*"}""")]
    public void SuggestedMap_IsTheOneToBeginWith(string name, string map) =>
        Assert.EndsWith(map, GeneratorHarness.Run(CorpusDocuments.Of(name, withMap: false)).Printed.Single());

    /// <summary>The names that a batch's schemas give, where one event stands in several places.</summary>
    [SharedTheory("corpus")]
    [InlineData("Line", 19, "message unsend follow unfollow join leave memberJoined memberLeft postback videoPlayComplete beacon accountLink membership module activated deactivated botSuspended botResumed delivery")]
    [InlineData("Xero", 8, "CONTACT.CREATE CONTACT.UPDATE INVOICE.CREATE INVOICE.UPDATE SUBSCRIPTION.CREATE SUBSCRIPTION.UPDATE CREDITNOTE.CREATE CREDITNOTE.UPDATE")]
    [InlineData("Adyen", 48, "AUTHORISATION CHARGEBACK PREARBITRATION_ACCEPTED ach.notificationOfChange eft.notificationOfChange")]
    [InlineData("Slack", 5, "app_mention channel_archive message message.channel_join team_join")]
    public void EventsOfABatch_HaveTheirNames(string name, int count, string some)
    {
        IReadOnlyList<string> events = EventTypes(Loaded(name));
        Assert.Equal(count, events.Count);
        Assert.Empty(some.Split(' ').Except(events));
    }

    /// <summary>
    /// Provider; payloads of it; of these, those of which all events have the names that the manifest has; and those of which all are typed,
    /// first as the schema says and then with nothing required, since senders leave out what their schema requires.
    /// </summary>
    [SharedTheory("corpus")]
    [InlineData("Line", 29, 29, 1, 26)]
    [InlineData("Xero", 2, 2, 2, 2)]
    [InlineData("Adyen", 50, 47, 48, 48)]
    public void Batch_HasItsEventsAndRoundTrips(string name, int payloads, int named, int typed, int lenient)
    {
        Provider strict = Loaded(name), loose = Provider.Load(name, CorpusDocuments.FolderOf(name), CorpusDocuments.Of(name, metadata: ("RequiredMembers", "Optional")));
        List<Payload> own = [.. strict.Payloads.Where(payload => name != "Adyen" || !IsOf("AdyenPlatform", payload))];
        List<string> wrong = [];
        (int Named, int Typed, int Lenient) count = default;
        foreach (Payload payload in own)
        {
            string[] expected = [.. (payload.Event ?? "").Split('+').Select(e => name == "Line" ? e.Split('.')[0] : e)];
            object batch = strict.ParseBatch(payload.Json);
            object[] events = [.. Provider.Get<System.Collections.IEnumerable>(batch, "Events").Cast<object>()];
            string[] names = [.. events.Select(static e => Provider.Get<string>(e, "EventType"))];
            bool areTyped = Array.TrueForAll(events, e => e.GetType() != strict.Unrecognized);
            bool areNamed = names.SequenceEqual(expected);
            bool areLenient = Provider.Get<System.Collections.IEnumerable>(loose.ParseBatch(payload.Json), "Events").Cast<object>().All(e => e.GetType() != loose.Unrecognized);
            count = (count.Named + (areNamed ? 1 : 0), count.Typed + (areTyped ? 1 : 0), count.Lenient + (areLenient ? 1 : 0));
            if (payload.IsValid && !areTyped && expected.All(EventTypes(strict).Contains))
            {
                wrong.Add($"{payload.File}: {string.Join(", ", events.Select(Provider.Describe))}");
            }

            if (!areNamed || !areLenient)
            {
                output.WriteLine($"{payload.File}: {string.Join(' ', names)}; {string.Join(", ", events.Select(Provider.Describe))}");
            }

            Assert.NotEmpty(events);
            Assert.True(Corpus.AreEqual(payload.Json, JsonSerializer.Serialize(batch)), payload.File);
        }

        output.WriteLine($"{own.Count} payloads: {count}");
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
        Assert.Equal((payloads, named, typed, lenient), (own.Count, count.Named, count.Typed, count.Lenient));
    }

    /// <summary>Slack's names stand in no schema: with those of the payloads listed, each payload is its event, or a handshake.</summary>
    [SharedFact("corpus")]
    public void ListedNames_AreFoundInBothPlaces()
    {
        using JsonDocument manifest = JsonDocument.Parse(System.IO.File.ReadAllText(SharedFiles.InShared("corpus/slack/examples/manifest.json")));
        string[] names = [.. manifest.RootElement.EnumerateArray().Select(static entry => entry.GetProperty("event").GetString()!).Where(static name => name != "url_verification").Distinct()];
        SchemaText[] files = CorpusDocuments.Of("Slack");
        files[^1] = new(files[^1].Path, $$"""
            { "eventType": ["/event/type", "/event/subtype?"], "envelope": "slack_common_event_wrapper_schema.json", "data": "/event", "names": {{JsonSerializer.Serialize(names)}}, "handshakes": ["url_verification"] }
            """, ("Provider", "Slack"), ("Schema", "map"));
        Provider slack = Provider.Load("Slack", "corpus/slack", files);
        int named = 0, typed = 0;
        foreach (Payload payload in slack.Payloads)
        {
            object e = slack.Parse(null, payload.Json);
            bool isNamed = Provider.Get<string>(e, "EventType") == payload.Event;
            named += isNamed ? 1 : 0;
            typed += e.GetType() != slack.Unrecognized ? 1 : 0;
            if (!isNamed || (payload.IsValid && e.GetType() == slack.Unrecognized))
            {
                output.WriteLine($"{payload.File} {payload.IsValid} {payload.Event}: {Provider.Get<string>(e, "EventType")} {Provider.Describe(e)}");
            }

            Assert.True(Corpus.AreEqual(payload.Json, JsonSerializer.Serialize(e, slack.Root)), payload.File);
        }

        Assert.Equal((88, 88, 58), (slack.Payloads.Count, named, typed));
    }

    /// <summary>The object that an event is about has its own type, and the envelope's other members are there.</summary>
    [SharedFact("corpus")]
    public void EventsInAnEnvelope_HaveTheTypeOfTheirData()
    {
        Provider stripe = Loaded("Stripe");
        Type Data(string e) => stripe.Root.Assembly.GetType($"Consumer.Stripe.{e}Event", throwOnError: true)!.GetProperty("Data")!.PropertyType.GetProperty("Object")!.PropertyType;
        Assert.Equal("Invoice", Data("InvoicePaid").Name);
        Assert.Equal("Dispute", Data("ChargeDisputeClosed").Name);
        Assert.Equal("Charge", Data("ChargeRefunded").Name);
        Assert.Equal("Subscription", Data("CustomerSubscriptionDeleted").Name);
        Assert.Equal(typeof(JsonElement), Data("CapabilityUpdated"));
    }

    private static readonly Dictionary<string, Provider> s_loaded = [];

    private static Provider Loaded(string name)
    {
        lock (s_loaded)
        {
            if (!s_loaded.TryGetValue(name, out Provider? provider))
            {
                provider = Provider.Load(name, CorpusDocuments.FolderOf(name), CorpusDocuments.Of(name));
                s_loaded.Add(name, provider);
            }

            return provider;
        }
    }

    /// <summary>Adyen's two kinds of webhooks have one manifest.</summary>
    private static bool IsOf(string name, Payload payload) =>
        name != "AdyenPlatform" || !(payload.File.Contains("/Webhooks-v1/", StringComparison.Ordinal) || payload.File.Contains("/notification/", StringComparison.Ordinal));

    private static IReadOnlyList<string> EventTypes(Provider provider) =>
        (IReadOnlyList<string>)provider.Root.Assembly.GetType(provider.Root.FullName + "Types", throwOnError: true)!.GetProperty("All")!.GetValue(null)!;
}
