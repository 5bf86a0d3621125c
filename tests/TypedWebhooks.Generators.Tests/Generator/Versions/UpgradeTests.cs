using System;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>What becomes of an event of an older version, run: nothing of it is lost, and only what nobody can know is the user's.</summary>
public sealed class UpgradeTests
{
    private const string Use = """
        using Consumer.Shop;
        using V3 = Consumer.Shop.V3;
        using V4 = Consumer.Shop.V4;
        sealed class Upgrade : IShopV3ToV4Upgrade
        {
            public V4.Address UpgradeAddress(V3.Address value) => value.Zip == "?"
                ? throw new JsonException("no such zip")
                : ShopV3ToV4.CopyAddress(value, this, country: "FI");
            public V4.ShopEvent UpgradeCouponUsedEvent(V3.CouponUsedEvent value) => new V4.PingEvent();
            public V4.OrderPaidReason UpgradeOrderPaidReason(V3.OrderPaidReason value) => value == V3.OrderPaidReason.Gift ? V4.OrderPaidReason.Gift : V4.OrderPaidReason.Sale;
            public V4.ShopEvent UpgradeOrderShippedEvent(V3.OrderShippedEvent value) => ShopV3ToV4.CopyOrderShippedEvent(value, this, carrier: "mail");
        }
        sealed class Bad : IShopV3ToV4Upgrade
        {
            public V4.Address UpgradeAddress(V3.Address value) => throw new NotSupportedException();
            public V4.ShopEvent UpgradeCouponUsedEvent(V3.CouponUsedEvent value) => throw new NotSupportedException("coupon");
            public V4.OrderPaidReason UpgradeOrderPaidReason(V3.OrderPaidReason value) => throw new NotSupportedException();
            public V4.ShopEvent UpgradeOrderShippedEvent(V3.OrderShippedEvent value) => throw new NotSupportedException();
        }
        static class Use
        {
            public static object Newest(string json) => ShopWebhook.Parse(json, new Upgrade());
            public static object Convert(string json) => ShopV3ToV4.Upgrade(V3.ShopEvent.Parse(json), new Upgrade());
            public static object Old(string json) => V3.ShopEvent.Parse(json);
            public static object Direct(string json) => V4.ShopEvent.Parse(json);
            public static object? Try(string json) => ShopWebhook.TryParse(json, new Upgrade(), out V4.ShopEvent? e) ? e : null;
            public static object? TryBad(string json) => ShopWebhook.TryParse(json, new Bad(), out V4.ShopEvent? e) ? e : null;
        }
        """;

    private static readonly VersionedCode s_shop = new([VersionSamples.V3(), VersionSamples.V4()], Use);

    private const string Start = """{"type":"order.paid","api_version":"3","id":"7b2a1c62-65e3-4a63-9d50-1a2b3c4d5e6f","paidAt":"2026-03-04T05:06:07.10+02:00","total":12,"status":"open","customer":{"name":"Ann"},"lines":[{"sku":"a","quantity":1}]""";

    [Fact]
    public void Methods_AreExactlyWhatIsIncompatible() => Assert.Equal(
        [
            "UpgradeAddress(Address) : Address",
            "UpgradeCouponUsedEvent(CouponUsedEvent) : ShopEvent",
            "UpgradeOrderPaidReason(OrderPaidReason) : OrderPaidReason",
            "UpgradeOrderShippedEvent(OrderShippedEvent) : ShopEvent",
        ],
        s_shop.Methods("IShopV3ToV4Upgrade"));

    /// <summary>Such an event is the same as if the provider had sent it as the newer version; but it says the newer one.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(""","reason":"gift","payer":null,"note":null,"reference":5""")]
    [InlineData(""","note":"x","reference":"y","counts":[1,2],"stock":{"b":{"sku":"b","quantity":2,"extra":[1]}}""")]
    [InlineData(""","method":{"kind":"card","last4":"0000","extra":1}""")]
    [InlineData(""","unknown":{"a":[1.50,"\u00e4"]}""")]
    [InlineData(""","payer":{"name":"Bob","nick":null},"counts":[]""")]
    public void CompatibleEvent_IsCopiedWithAllThatItHas(string more)
    {
        string json = Start + more + "}";
        string expected = s_shop.Text("Direct", json.Replace("\"api_version\":\"3\"", "\"api_version\":\"4\""));
        Assert.StartsWith("V4.OrderPaidEvent ", expected);
        Assert.Equal(expected, s_shop.Text("Newest", json));
        Assert.Equal(s_shop.Call("Direct", json.Replace("\"api_version\":\"3\"", "\"api_version\":\"4\"")), s_shop.Call("Newest", json));
        Assert.Equal(expected, s_shop.Text("Try", json));
    }

    /// <summary>What the older version did not know and the newer one does is found where the newer one has it.</summary>
    [Theory]
    [InlineData(""","tip":3""")]
    [InlineData(""","tip":null""")]
    [InlineData(""","payer":{"name":"Bob","email":"bob@example.org","more":1}""")]
    [InlineData(""","method":{"kind":"voucher","code":"c"}""")]
    [InlineData(""","method":{"kind":"barter","with":"eggs"}""")]
    public void WhatTheNewerVersionKnows_IsRead(string more)
    {
        string json = Start + more + "}";
        Assert.Equal(s_shop.Text("Direct", json.Replace("\"api_version\":\"3\"", "\"api_version\":\"4\"")), s_shop.Text("Newest", json));
        Assert.Equal(s_shop.Call("Direct", json.Replace("\"api_version\":\"3\"", "\"api_version\":\"4\"")), s_shop.Call("Newest", json));
    }

    [Fact]
    public void ValueThatOnlyTheNewerVersionLists_IsThatValue()
    {
        dynamic e = s_shop.Call("Newest", Start.Replace("\"open\"", "\"held\"") + "}")!;
        Assert.Equal("Held", e.Status.ToString());
        Assert.Null(e.OriginalValues);
        dynamic neither = s_shop.Call("Newest", Start.Replace("\"open\"", "\"melted\"") + "}")!;
        Assert.Equal("Unrecognized", neither.Status.ToString());
        Assert.Contains("\"status\":\"melted\"", (string)VersionedCode.Text(neither));
    }

    /// <summary>It comes beside a part that only the user can make.</summary>
    [Fact]
    public void WhatTheNewerVersionKnows_IsReadBesideWhatTheUserMade()
    {
        string json = Start.Replace("\"open\"", "\"held\"").Replace("\"name\":\"Ann\"", "\"name\":\"Ann\",\"address\":{\"street\":\"s\",\"zip\":\"1\",\"x\":0},\"email\":\"a@b\"") + ""","tip":1,"reason":"swap"}""";
        dynamic e = s_shop.Call("Newest", json)!;
        Assert.Equal(("Held", 1L, "a@b", "FI", "Sale"), (e.Status.ToString(), (long)e.Tip, (string)e.Customer.Email, (string)e.Customer.Address.Country, e.Reason.ToString()));
        Assert.Contains("\"address\":{\"street\":\"s\",\"zip\":\"1\",\"country\":\"FI\",\"x\":0}", (string)VersionedCode.Text(e));
    }

    [Theory]
    [InlineData(""","tip":"much"}""", "The newer version's OrderPaidEvent at '$.tip': Expected an integer, found a string.")]
    [InlineData(""","payer":{"name":"Bob","email":7}}""", "The newer version's Customer at '$.email': Expected a string, found a number.")]
    [InlineData(""","payer":{"name":"Bob","address":{"street":"s","zip":"?"}}}""", "no such zip")]
    public void WhatDoesNotFitTheNewerVersion_IsUnrecognizedAsAWhole(string more, string message)
    {
        object? e = s_shop.Call("Newest", Start + more);
        Assert.StartsWith("V4.UnrecognizedShopEvent ", VersionedCode.Text(e));
        Assert.Equal((UnrecognizedReason.SchemaMismatch, null, message, s_shop.Text("Old", Start + more)["V3.OrderPaidEvent ".Length..]), VersionedCode.Why(e));
    }

    [Fact]
    public void EventThatTheUserMakes_IsWhatHeMakes()
    {
        Assert.Equal(
            """V4.OrderShippedEvent {"type":"order.shipped","id":"7b2a1c62-65e3-4a63-9d50-1a2b3c4d5e6f","to":{"street":"s","zip":"1","country":"FI"},"customer":{"name":"Ann","nick":null},"carrier":"mail","api_version":"4"}""",
            s_shop.Text("Newest", """{"type":"order.shipped","api_version":"3","id":"7b2a1c62-65e3-4a63-9d50-1a2b3c4d5e6f","to":{"street":"s","zip":"1"},"customer":{"name":"Ann","nick":null}}"""));
        Assert.Equal("""V4.PingEvent {"type":"ping"}""", s_shop.Text("Newest", """{"type":"coupon.used","api_version":"3","code":"c"}"""));
    }

    /// <summary>What the user says counts, also where a delivery of the older version has it already; the rest is copied.</summary>
    [Fact]
    public void WhatTheUserGives_TakesThePlaceOfWhatCame() => Assert.Equal(
        """V4.OrderShippedEvent {"type":"order.shipped","id":"7b2a1c62-65e3-4a63-9d50-1a2b3c4d5e6f","to":{"street":"s","zip":"1","country":"FI","x":[1.0]},"carrier":"mail","api_version":"4","y":1}""",
        s_shop.Text("Newest", """{"type":"order.shipped","api_version":"3","carrier":"ship","y":1,"id":"7b2a1c62-65e3-4a63-9d50-1a2b3c4d5e6f","to":{"street":"s","country":"SE","zip":"1","x":[1.0]}}"""));

    [Fact]
    public void UnrecognizedEvent_StaysWhatItIs()
    {
        const string Json = """{"api_version":"3","type":"order.lost","id":"x"}""";
        Assert.Equal("V4.UnrecognizedShopEvent " + Json, s_shop.Text("Newest", Json));
        Assert.Equal(UnrecognizedReason.UnknownEventType, VersionedCode.Why(s_shop.Call("Newest", Json)).Reason);
        (UnrecognizedReason reason, string? path, _, _) = VersionedCode.Why(s_shop.Call("Newest", Start.Replace("12", "\"x\"") + "}"));
        Assert.Equal((UnrecognizedReason.SchemaMismatch, "$.total"), (reason, path));
    }

    /// <summary>What the user's code throws is no matter of the body, also where a body that is none is no exception.</summary>
    [Fact]
    public void ExceptionOfTheUser_IsThrown() =>
        Assert.Equal("coupon", Assert.IsType<NotSupportedException>(Assert.ThrowsAny<Exception>(() => s_shop.Call("TryBad", """{"type":"coupon.used","api_version":"3","code":"c"}""")).InnerException).Message);

    /// <summary>An event that the newer version has and the project has not selected is not gone.</summary>
    [Fact]
    public void EventThatIsNotSelectedOfTheNewerVersion_IsKnownByName()
    {
        VersionedCode code = new(
            [VersionSamples.V3(("Events", "ping; order.lost; coupon.used; order.paid")), VersionSamples.V4(("Events", "order.lost"))],
            """
            using Consumer.Shop;
            sealed class Upgrade : IShopV3ToV4Upgrade { public Consumer.Shop.V4.ShopEvent UpgradeCouponUsedEvent(Consumer.Shop.V3.CouponUsedEvent value) => throw new JsonException(); }
            static class Use { public static object Newest(string json) => ShopWebhook.Parse(json, new Upgrade()); }
            """);
        (UnrecognizedReason reason, _, _, string json) = VersionedCode.Why(code.Call("Newest", Start + "}"));
        Assert.Equal((UnrecognizedReason.NotSelected, Start + "}"), (reason, json));
    }

    /// <summary>Of three versions each goes to the next one, and what is the user's is asked for in the order of the versions.</summary>
    [Fact]
    public void SeveralVersions_GoFromOneToTheNext()
    {
        VersionedCode code = new(
            [
                VersionSamples.Acme("1.9", Schema.Event("ping", "\"a\": { \"type\": \"integer\" }"), ("VersionFrom", "header V")),
                VersionSamples.Acme("1.10", Schema.Event("ping", "\"a\": { \"type\": \"number\" }")),
                VersionSamples.Acme("2", Schema.Event("ping", "\"a\": { \"type\": \"string\" }")),
            ],
            """
            using Consumer.Acme;
            sealed class Upgrade : IAcmeV1_10ToV2Upgrade
            {
                public Consumer.Acme.V2.AcmeEvent UpgradePingEvent(Consumer.Acme.V1_10.PingEvent value) => new Consumer.Acme.V2.PingEvent { A = value.A?.ToString(System.Globalization.CultureInfo.InvariantCulture) };
            }
            static class Use { public static object Newest(string version, string json) => AcmeWebhook.Parse(version, json, v1_10ToV2: new Upgrade()); }
            """);
        Assert.Equal("""V2.PingEvent {"type":"ping","a":"7"}""", code.Text("Newest", "1.9", """{"type":"ping","a":7}"""));
        Assert.Equal("""V2.PingEvent {"type":"ping","a":"7.5"}""", code.Text("Newest", "1.10", """{"type":"ping","a":7.5}"""));
        Assert.Equal("""V2.PingEvent {"type":"ping","a":"x"}""", code.Text("Newest", "2", """{"type":"ping","a":"x"}"""));
        Assert.Empty(code.Methods("IAcmeV1_9ToV1_10Upgrade"));
    }

    /// <summary>Where C# itself knows closed sets, what is emitted compiles as well.</summary>
    [Fact]
    public void ClosedSets_Compile() => GeneratorHarness.Run([VersionSamples.V3(), VersionSamples.V4()], [], GeneratorHarness.ParseOptions.WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview)).AssertCompiles();

    /// <summary>A new break does not compile until somebody writes what becomes of it.</summary>
    [Fact]
    public void NewBreak_DoesNotCompile()
    {
        const string Code = "static class Use { static object F(string json) => Consumer.Acme.AcmeWebhook.Parse(json); }";
        SchemaText older = VersionSamples.Acme("3", Schema.Event("ping", "\"a\": { \"type\": \"integer\" }"), ("VersionFrom", "/v"));
        GeneratorHarness.Run([older, VersionSamples.Acme("4", Schema.Event("ping", "\"a\": { \"type\": \"number\" }"))], [Code]).AssertCompiles();
        Assert.Contains("CS1501", string.Join("\n", GeneratorHarness.Run([older, VersionSamples.Acme("4", Schema.Event("ping", "\"a\": { \"type\": \"string\" }"))], [Code]).CompilerMessages));
    }
}
