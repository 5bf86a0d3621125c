using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Tests.Json;

/// <summary>Event types of which a part stands outside the body, and another one may stand in it.</summary>
public class EventKeyTests
{
    private static readonly EventKey s_key = new(".", EventKeyPart.Outside(isOptional: false), EventKeyPart.Member(isOptional: true, "action"));

    /// <summary>Some are the beginning of others, with the separator behind it or without.</summary>
    private static readonly Utf8Names s_types = new(["team", "team_add", "team.created", "push", "issues.opened", "issues.opened.twice", "pushed.on"]);

    [Theory]
    [InlineData("push", """{"ref":"a"}""", "push")]
    [InlineData("push", """{"ref":"a","action":"on"}""", "push")]
    [InlineData("push", """{"ref":{"action":"on"},"action":1}""", "push")]
    [InlineData("pushed", """{"action":"on"}""", "pushed.on")]
    [InlineData("pushed", """{"action":"off"}""", null)]
    [InlineData("team", """{"action":"created"}""", "team.created")]
    [InlineData("team", """{"action":"deleted"}""", "team")]
    [InlineData("team", "{}", "team")]
    [InlineData("team_add", """{"action":"created"}""", "team_add")]
    [InlineData("issues", """{"issue":{},"action":"opened"}""", "issues.opened")]
    [InlineData("issues.opened", """{"action":"twice"}""", "issues.opened.twice")]
    [InlineData("issues", "{}", null)]
    [InlineData("", """{"action":"push"}""", null)]
    [InlineData(null, """{"action":"push"}""", null)]
    public void AnOptionalPart_CountsWhereItMakesAKnownType(string? outside, string body, string? expected)
    {
        for (int i = 0; i < 2; i++) // what the first time finds out, the second knows
        {
            int index = new WebhookReader(Encoding.UTF8.GetBytes(body)).FindEventType(s_key, outside, s_types);
            Assert.Equal(expected, index < 0 ? null : s_types[index]);
        }
    }

    [Theory]
    [InlineData("push", "[]")]
    [InlineData("push", "")]
    [InlineData("team", "[]")]
    [InlineData("team", "null")]
    [InlineData("push", "null")]
    public void ABodyThatIsNoObject_IsRefusedAlsoWhereNothingIsLookedForInIt(string outside, string body) => Assert.ThrowsAny<JsonException>(() =>
        new WebhookReader(Encoding.UTF8.GetBytes(body)).FindEventType(s_key, outside, s_types));
}
