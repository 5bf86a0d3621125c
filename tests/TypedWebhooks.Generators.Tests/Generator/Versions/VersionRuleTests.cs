using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator.Versions;

/// <summary>The rules on each version's root, which is one like any other.</summary>
public sealed class VersionRuleTests
{
    private static readonly string[] s_emitted = [.. GeneratorHarness.Run(VersionSamples.V3(), VersionSamples.V4()).Sources.Values];

    [Theory]
    [InlineData("V3", "OrderPaidEvent or OrderShippedEvent or PingEvent", "CouponUsedEvent")]
    [InlineData("V4", "OrderPaidEvent or OrderShippedEvent or PingEvent", "OrderLostEvent")]
    public async Task SwitchThatForgetsAnEvent_IsFlaggedWithItsOwnVersionsName(string version, string handled, string forgotten)
    {
        IReadOnlyList<Diagnostic> reported = await new RuleTest([.. s_emitted, $$"""
            using Consumer.Shop.{{version}};
            static class C
            {
                static int F(ShopEvent e) => e {|CS8509:{|TWH1001:switch|}|} { {{handled}} => 1, UnrecognizedShopEvent => 2 };
                static int G(ShopEvent e) => e switch { {{handled}} or {{forgotten}} => 1, UnrecognizedShopEvent => 2 };
            }
            """]).ReportedAsync();
        Assert.Contains(forgotten, Assert.Single(reported, static d => d.Id == "TWH1001").GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task SwitchOverWhatThePickerGives_IsJudgedLikeAnyOther() => new RuleTest([.. s_emitted, """
        using Consumer.Shop;
        using V3 = Consumer.Shop.V3;
        using V4 = Consumer.Shop.V4;
        static class C
        {
            static int F(string json, IShopV3ToV4Upgrade upgrade) => ShopWebhook.Parse(json, upgrade) {|CS8509:{|TWH1001:switch|}|} { V4.OrderPaidEvent => 1, V4.UnrecognizedShopEvent => 2 };
            static int G(string json) => ShopWebhook.ParseVersioned(json).Match(
                v3: e => e {|CS8509:{|TWH1001:switch|}|} { V3.OrderPaidEvent => 1, V3.UnrecognizedShopEvent => 2 },
                v4: e => e switch { V4.OrderPaidEvent or V4.OrderShippedEvent or V4.OrderLostEvent or V4.PingEvent => 1, V4.UnrecognizedShopEvent => 2 });
        }
        """]).ReportedAsync();
}
