using System;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Schemas.AsyncApi;

/// <summary>Slack's document of its real time messages, which is AsyncAPI 3.1, and that of its events, which is 1.2.</summary>
public sealed class SlackRtmTests
{
    private const string Map = """{ "eventType": "/type", "events": { "bot_added": "#/components/messages/botAdded/payload", "emoji_changed": "#/components/messages/emojiAdded/payload" } }""";

    private static readonly string s_document = YamlText.Read("corpus/slack/schema/slack-rtm-asyncapi.yml");

    /// <summary>Each message that is sent is an event with the constant that its payload has; two pairs have one name, which only the user can decide.</summary>
    [Fact]
    public void MessagesThatAreSent_AreEventsByTheirConstants()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(s_document));
        string[] names = [.. Sent().Select(static message => (string)message!["payload"]!["properties"]!["type"]!["enum"]![0]!)];
        Assert.Equal(46, names.Length);
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), NamesOf(generated));
        Assert.Equal(["TWH2004", "TWH2004", "TWH2021"], generated.Diagnostics.Select(static diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.Contains(generated.Printed, static line => line.Contains("'bot_added' is declared twice", StringComparison.Ordinal));
        Assert.Contains(generated.Printed, static line => line.Contains("and 42 other events", StringComparison.Ordinal));
        Assert.Contains("A message was sent to a channel.", generated.TypeCode("Acme.MessageEvent"), StringComparison.Ordinal);
    }

    /// <summary>With the map there is nothing left to say, and every event is read and written as it came.</summary>
    [Fact]
    public void WithTheMap_EveryEventIsReadAsItself()
    {
        Generated generated = GeneratorHarness.Run(GeneratorHarness.Acme(s_document), AsyncApiTests.MapOf(Map));
        Assert.Equal(["TWH2021"], generated.Diagnostics.Select(static diagnostic => diagnostic.Id));
        Assert.Equal(44, generated.EventNames.Count());
        MethodInfo parse = generated.Load().GetType("Consumer.Acme.AcmeEvent")!.GetMethod("Parse", [typeof(string)])!;
        foreach (string name in NamesOf(generated))
        {
            string body = $$"""{"type":"{{name}}","more":[1]}""";
            object e = parse.Invoke(null, [body])!;
            Assert.NotEqual("UnrecognizedAcmeEvent", e.GetType().Name);
            Assert.Equal(body, System.Text.Json.JsonSerializer.Serialize(e, e.GetType()));
        }
    }

    [Fact]
    public void DocumentOfVersion1_IsSaidNotToBeRead() => Assert.Equal(
        ["hooks.json(2,17): TWH2015: '1.2.0' is no version of AsyncAPI that is read: only 2 and 3 are. The AsyncAPI converter makes version 2 of a document of version 1"],
        GeneratorHarness.Run(GeneratorHarness.Acme(System.IO.File.ReadAllText(SharedFiles.InShared("corpus/slack/schema/slack_events_api_async_v1.json")))).Printed);

    private static JsonNode?[] Sent()
    {
        JsonNode document = JsonNode.Parse(s_document)!;
        return [.. document["operations"]!["sendMessages"]!["messages"]!.AsArray().Select(message => document["components"]!["messages"]![((string)message!["$ref"]!).Split('/')[^1]])];
    }

    private static string[] NamesOf(Generated generated) => [.. generated["Acme.AcmeEventTypes.g.cs"].Split('\n')
        .Where(static line => line.Contains("public const string", StringComparison.Ordinal))
        .Select(static line => line.Split('"')[1])
        .Order(StringComparer.Ordinal)];
}
