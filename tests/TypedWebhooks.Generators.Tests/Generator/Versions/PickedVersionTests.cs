using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>Which version a delivery is of, wherever that stands, and what becomes of one that is of none.</summary>
public sealed class PickedVersionTests
{
    private static readonly string s_ping = Schema.Event("ping", "\"id\": { \"type\": \"integer\" }");

    private const string Use = """
        using Consumer.Acme;
        static class Use
        {
            public static object Newest(string json) => AcmeWebhook.Parse(json);
            public static object Bytes(string json) => AcmeWebhook.Parse(Encoding.UTF8.GetBytes(json));
            public static object Async(string json) => AcmeWebhook.ParseAsync(new System.IO.MemoryStream(Encoding.UTF8.GetBytes(json))).AsTask().Result;
            public static object? Try(string json) => AcmeWebhook.TryParse(json, out Consumer.Acme.V4.AcmeEvent? e) ? e : null;
            public static object? TryBytes(string json) => AcmeWebhook.TryParse(Encoding.UTF8.GetBytes(json), out Consumer.Acme.V4.AcmeEvent? e) ? e : null;
            public static object? TryAsync(string json) => AcmeWebhook.TryParseAsync(new System.IO.MemoryStream(Encoding.UTF8.GetBytes(json))).AsTask().Result;
            public static object Sent(string json) => AcmeWebhook.ParseVersioned(json).Event;
            public static object SentBytes(string json) => AcmeWebhook.ParseVersioned(Encoding.UTF8.GetBytes(json)).Event;
            public static object SentAsync(string json) => AcmeWebhook.ParseVersionedAsync(new System.IO.MemoryStream(Encoding.UTF8.GetBytes(json))).AsTask().Result.Event;
            public static object? TrySent(string json) => AcmeWebhook.TryParseVersioned(json, out AcmeVersionedEvent? e) ? e.Event : null;
            public static object? TrySentAsync(string json) => AcmeWebhook.TryParseVersionedAsync(new System.IO.MemoryStream(Encoding.UTF8.GetBytes(json))).AsTask().Result?.Event;
            public static string Match(string json) => AcmeWebhook.ParseVersioned(json).Match(v3: e => "3 " + e.EventType, v4: e => "4 " + e.EventType);
            public static string Switch(string json)
            {
                string text = "";
                AcmeWebhook.ParseVersioned(json).Switch(v3: e => text = "3 " + e.EventType, v4: e => text = "4 " + e.EventType);
                return text;
            }
            public static string? Version(string json) => AcmeWebhook.ParseVersioned(json).Version;
        }
        """;

    private static VersionedCode InBody(string place) => new([VersionSamples.Acme("3", s_ping, ("VersionFrom", place)), VersionSamples.Acme("4", s_ping)], Use);

    /// <summary>Most bodies have the version in one place, and one compilation is enough for them.</summary>
    private static readonly VersionedCode s_inBody = InBody("/v");

    [Theory]
    [InlineData("""{"type":"ping","v":"3","id":1}""", "V3.PingEvent", "3 ping")]
    [InlineData("""{"type":"ping","id":1,"v":"4"}""", "V4.PingEvent", "4 ping")]
    [InlineData("""{"v":4,"type":"ping"}""", "V4.PingEvent", "4 ping")]
    [InlineData("""{"v":3.0,"type":"ping"}""", "V3.PingEvent", "3 ping")]
    [InlineData("""{"v":"\u0033","type":"ping"}""", "V3.PingEvent", "3 ping")]
    [InlineData("""{"\u0076":"3","type":"ping"}""", "V3.PingEvent", "3 ping")]
    [InlineData("""{"v":"3","type":"pong"}""", "V3.UnrecognizedAcmeEvent", "3 pong")]
    [InlineData("""{"v":"3","type":"ping","id":"x"}""", "V3.UnrecognizedAcmeEvent", "3 ping")]
    public void Body_SaysTheVersion(string json, string type, string matched)
    {
        VersionedCode code = s_inBody;
        Assert.Equal(type, code.Text("Sent", json).Split(' ')[0]);
        Assert.Equal(matched, code.Call("Match", json));
        Assert.Equal(matched, code.Call("Switch", json));
        Assert.All(["SentBytes", "SentAsync", "TrySent", "TrySentAsync"], function => Assert.Equal(code.Text("Sent", json), code.Text(function, json)));

        string newest = code.Text("Newest", json);
        Assert.Equal(code.Text("Sent", json).Replace("V3.", "V4.").Split(' ')[0], newest.Split(' ')[0]);
        Assert.All(["Bytes", "Async", "Try", "TryBytes", "TryAsync"], function => Assert.Equal(newest, code.Text(function, json)));
    }

    /// <summary>Never a guess, and nothing is lost: the newest version's unrecognized event has the whole body.</summary>
    [Theory]
    [InlineData("""{"type":"ping","v":"5"}""", "5", "The project has no schema of the version \"5\"; it has \"3\", \"4\".")]
    [InlineData("""{"type":"ping","v":"v3"}""", "v3", "The project has no schema of the version \"v3\"; it has \"3\", \"4\".")]
    [InlineData("""{"type":"ping","v":" 3"}""", " 3", "The project has no schema of the version \" 3\"; it has \"3\", \"4\".")]
    [InlineData("""{"type":"ping","v":"03"}""", "03", "The project has no schema of the version \"03\"; it has \"3\", \"4\".")]
    [InlineData("""{"type":"ping","v":3.5}""", "3.5", "The project has no schema of the version \"3.5\"; it has \"3\", \"4\".")]
    [InlineData("""{"type":"ping","v":""}""", "", "The project has no schema of the version \"\"; it has \"3\", \"4\".")]
    [InlineData("""{"type":"ping"}""", null, "The version, which is '/v', is missing, there twice, or neither text nor number; the project has schemas of \"3\", \"4\".")]
    [InlineData("""{"type":"ping","V":"3"}""", null, "The version, which is '/v', is missing, there twice, or neither text nor number; the project has schemas of \"3\", \"4\".")]
    [InlineData("""{"type":"ping","v":null}""", null, "The version, which is '/v', is missing, there twice, or neither text nor number; the project has schemas of \"3\", \"4\".")]
    [InlineData("""{"type":"ping","v":["3"]}""", null, "The version, which is '/v', is missing, there twice, or neither text nor number; the project has schemas of \"3\", \"4\".")]
    [InlineData("""{"v":"3","type":"ping","v":"4"}""", null, "The version, which is '/v', is missing, there twice, or neither text nor number; the project has schemas of \"3\", \"4\".")]
    [InlineData("""{"v":"3","type":"ping","v":"3"}""", null, "The version, which is '/v', is missing, there twice, or neither text nor number; the project has schemas of \"3\", \"4\".")]
    [InlineData("""{"type":"ping","v":"\ud800"}""", null, "The project has no schema")]
    public void UnknownVersion_IsUnrecognizedWithAReasonOfItsOwn(string json, string? version, string message)
    {
        VersionedCode code = s_inBody;
        foreach (string function in (string[])["Newest", "Sent", "Bytes", "Async", "Try", "TryAsync"])
        {
            object? e = code.Call(function, json);
            Assert.Equal("V4.UnrecognizedAcmeEvent", VersionedCode.Text(e).Split(' ')[0]);
            (UnrecognizedReason reason, string? path, string? why, string body) = VersionedCode.Why(e);
            Assert.Equal((UnrecognizedReason.UnknownVersion, null, json), (reason, path, body));
            Assert.Equal("ping", ((dynamic)e!).EventType);
            Assert.True(why!.StartsWith(message, System.StringComparison.Ordinal) || json.Contains("ud800"), why);
        }

        Assert.Equal(version, code.Call("Version", json));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("")]
    [InlineData("""{"v":"3","type":"ping" """)]
    [InlineData("""{"v":"3","type":"ping"} x""")]
    [InlineData("""{"v":"9","type":"ping"} x""")]
    [InlineData("""{"v":"9","type":"ping",}""")]
    [InlineData("""{"v":"9","type":"ping","type":"ping"}""")]
    [InlineData("""{"v":"3","type":"ping","type":"ping"}""")]
    public void WhatIsNoObject_Throws(string json)
    {
        VersionedCode code = s_inBody;
        Assert.All(["Newest", "Bytes", "Sent", "SentBytes"], function => Assert.ThrowsAny<JsonException>(() => code.Call(function, json)));
        Assert.All(["Try", "TryBytes", "TryAsync", "TrySent", "TrySentAsync"], function => Assert.Null(code.Call(function, json)));
    }

    [Theory]
    [InlineData("/meta/a~1b/0", """{"type":"ping","meta":{"a/b":["3"]}}""", "V3.PingEvent")]
    [InlineData("/meta/a~1b/0", """{"type":"ping","meta":{"a/b":["4","3"]}}""", "V4.PingEvent")]
    [InlineData("/meta/a~1b/0", """{"type":"ping","meta":{"a/b":{"0":"3"}}}""", "V3.PingEvent")]
    [InlineData("/meta/a~1b/0", """{"type":"ping","meta":{"a/b":["3"],"a/b":["3"]}}""", "V4.UnrecognizedAcmeEvent")]
    [InlineData("/meta/a~1b/0", """{"type":"ping","meta":{"a/b":["3"]},"meta":{}}""", "V4.UnrecognizedAcmeEvent", true)]
    [InlineData("/meta/a~1b/0", """{"type":"ping","meta":{"a/b":[]}}""", "V4.UnrecognizedAcmeEvent")]
    [InlineData("/type", """{"type":"ping"}""", "V4.UnrecognizedAcmeEvent")]
    [InlineData("/\"\u2028\\", """{"type":"ping","\"\u2028\\":"3"}""", "V3.PingEvent")]
    public void Pointer_LeadsToTheVersion(string place, string json, string type, bool isMismatch = false)
    {
        string actual = InBody(place).Text("Sent", json).Split(' ')[0];
        Assert.True(actual == type || (isMismatch && actual == "V3.UnrecognizedAcmeEvent"), actual);
    }

    [Theory]
    [InlineData("header X-Acme-Version")]
    [InlineData("caller")]
    [InlineData("")]
    public void WhoeverParses_SaysTheVersion(string from)
    {
        VersionedCode code = new(
            [VersionSamples.Acme("2024-06-01", s_ping), VersionSamples.Acme("2025-01-15", s_ping, ("VersionFrom", from))],
            """
            using Consumer.Acme;
            static class Use
            {
                public static object Newest(string? version, string json) => AcmeWebhook.Parse(version, json);
                public static object Sent(string? version, string json) => AcmeWebhook.ParseVersioned(version, Encoding.UTF8.GetBytes(json)).Event;
                public static object? Try(string? version, string json) => AcmeWebhook.TryParse(version, json, out Consumer.Acme.V2025_01_15.AcmeEvent? e) ? e : null;
            }
            """);
        const string Json = """{"type":"ping","id":1}""";
        Assert.Equal("V2024_06_01.PingEvent " + Json, code.Text("Sent", "2024-06-01", Json));
        Assert.Equal("V2025_01_15.PingEvent " + Json, code.Text("Sent", "2025-01-15", Json));
        Assert.Equal("V2025_01_15.PingEvent " + Json, code.Text("Newest", "2024-06-01", Json));
        Assert.Equal("V2025_01_15.PingEvent " + Json, code.Text("Try", "2024-06-01", Json));
        Assert.Null(code.Call("Try", "2024-06-01", "[]"));
        foreach (string? unknown in (string?[])["2024-06-02", "", null, "2024-06-01 ", "2024-06-01,2025-01-15"])
        {
            Assert.Equal(UnrecognizedReason.UnknownVersion, VersionedCode.Why(code.Call("Newest", unknown, Json)).Reason);
        }

        Assert.Equal("Nobody has said which version it is of; the project has schemas of \"2024-06-01\", \"2025-01-15\".", VersionedCode.Why(code.Call("Newest", null, Json)).Message);
    }

    /// <summary>In the older version a header names the event, in the newer one the body does.</summary>
    [Fact]
    public void EventsOfOneVersionNamedByAHeader_TakeTheName()
    {
        SchemaText map = new("/consumer/schemas/acme/old.map.json", """{ "eventType": "header X-Event", "events": { "ping": "3.json" } }""", ("Schema", "map"), ("Provider", "Acme"), ("Version", "3"));
        VersionedCode code = new(
            [VersionSamples.Acme("3", """{ "type": "object", "properties": { "id": { "type": "integer" } } }""", ("VersionFrom", "/v")), map, VersionSamples.Acme("4", s_ping)],
            """
            using Consumer.Acme;
            static class Use
            {
                public static object Newest(string? name, string json) => AcmeWebhook.Parse(name, json);
                public static object Sent(string? name, string json) => AcmeWebhook.ParseVersioned(name, json).Event;
            }
            """);
        Assert.Equal("""V3.PingEvent {"id":1,"v":"3"}""", code.Text("Sent", "ping", """{"v":"3","id":1}"""));
        Assert.Equal("""V4.PingEvent {"type":"ping","id":1,"v":"4"}""", code.Text("Newest", "ping", """{"v":"3","id":1}"""));
        Assert.Equal("""V4.PingEvent {"type":"ping","v":"4"}""", code.Text("Newest", null, """{"v":"4","type":"ping"}"""));
        Assert.Equal(UnrecognizedReason.MissingEventType, VersionedCode.Why(code.Call("Newest", null, """{"v":"3","type":"ping"}""")).Reason);

        // What the older version did not know is the name of the newer one's event; another name cannot be both.
        Assert.Equal("""V4.PingEvent {"type":"ping","v":"4"}""", code.Text("Newest", "ping", """{"v":"3","type":"ping"}"""));
        Assert.Equal(
            (UnrecognizedReason.SchemaMismatch, null, "The older version's 'type' is not that of the newer one.", """{"v":"3","type":"pong"}"""),
            VersionedCode.Why(code.Call("Newest", "ping", """{"v":"3","type":"pong"}""")));
    }

    /// <summary>A trial of the receiver may say no version, and is none of an unknown one.</summary>
    [Fact]
    public void Handshake_NeedsNoVersion()
    {
        SchemaText Map(string version) => new($"/consumer/schemas/acme/{version}.map.json", """{ "eventType": "/type", "handshakes": ["challenge"] }""", ("Schema", "map"), ("Provider", "Acme"), ("Version", version));
        VersionedCode code = new([VersionSamples.Acme("3", s_ping, ("VersionFrom", "/v")), Map("3"), VersionSamples.Acme("4", s_ping), Map("4")], Use);
        Assert.Equal(UnrecognizedReason.Handshake, VersionedCode.Why(code.Call("Newest", """{"type":"challenge"}""")).Reason);
        Assert.Equal(UnrecognizedReason.UnknownVersion, VersionedCode.Why(code.Call("Newest", """{"type":"ping"}""")).Reason);
    }

    [Fact]
    public void OneVersion_HasThePickerToo()
    {
        VersionedCode code = new([VersionSamples.Acme("4", s_ping, ("VersionFrom", "/v"))], "static class Use { public static object Newest(string json) => Consumer.Acme.AcmeWebhook.Parse(json); }");
        Assert.Equal("""V4.PingEvent {"type":"ping","v":"4"}""", code.Text("Newest", """{"type":"ping","v":"4"}"""));
        Assert.Equal(UnrecognizedReason.UnknownVersion, VersionedCode.Why(code.Call("Newest", """{"type":"ping","v":"3"}""")).Reason);
    }

    [Fact]
    public void WithoutAVersion_NothingIsBesideTheTypes() =>
        Assert.DoesNotContain("Acme.AcmeWebhook.g.cs", (IEnumerable<string>)GeneratorHarness.Run(GeneratorHarness.Acme(s_ping)).Sources.Keys);

    /// <summary>An upgraded event says the version that it has become.</summary>
    [Theory]
    [InlineData("""{ "type": "string" }""", """{ "type": "string" }""", "\"3\"", "\"4\"")]
    [InlineData("""{ "type": "integer" }""", """{ "type": "integer" }""", "3", "4")]
    [InlineData("""{ "const": "3" }""", """{ "const": "4" }""", "\"3\"", "\"4\"")]
    [InlineData("""{ "enum": ["2", "3"] }""", """{ "enum": ["4", "5"] }""", "\"3\"", "\"4\"")]
    public void UpgradedEvent_SaysTheNewerVersion(string older, string newer, string was, string becomes)
    {
        VersionedCode code = new(
            [VersionSamples.Acme("3", Schema.Event("ping", "\"v\": " + older), ("VersionFrom", "/v"), ("EventType", "/type")), VersionSamples.Acme("4", Schema.Event("ping", "\"v\": " + newer), ("EventType", "/type"))],
            "static class Use { public static object Newest(string json) => Consumer.Acme.AcmeWebhook.Parse(json); }");
        Assert.Equal($$"""V4.PingEvent {"type":"ping","v":{{becomes}}}""", code.Text("Newest", $$"""{"type":"ping","v":{{was}}}"""));
    }

    /// <summary>Also where no schema has it.</summary>
    [Theory]
    [InlineData("\"3\"", "\"4\"")]
    [InlineData("3", "4")]
    [InlineData("3.0", "4")]
    public void UpgradedEventWhoseSchemaHasNoVersion_SaysTheNewerOne(string was, string becomes) =>
        Assert.Equal($$"""V4.PingEvent {"type":"ping","a":1,"v":{{becomes}},"b":2}""", s_inBody.Text("Newest", $$"""{"a":1,"type":"ping","v":{{was}},"b":2}"""));
}
