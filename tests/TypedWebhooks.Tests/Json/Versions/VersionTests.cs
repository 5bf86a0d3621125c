using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Tests.Json.Versions;

/// <summary>What finds the version of a delivery, and what becomes of what an older version did not know.</summary>
public sealed class VersionTests
{
    private static readonly WebhookVersions s_versions = new(new Utf8Names(["3", "4.0", "2024-06-01"]), "meta", "v");

    [Theory]
    [InlineData("""{"meta":{"v":"3"}}""", 0, "3")]
    [InlineData("""{"a":[{"meta":{"v":"4.0"}}],"meta":{"w":{"v":"4.0"},"v":3}}""", 0, "3")]
    [InlineData("""{"meta":{"v":4.0}}""", 1, "4.0")]
    [InlineData("""{"meta":{"v":30e-1}}""", 0, "30e-1")]
    [InlineData("""{"meta":{"v":4}}""", -1, "4")]
    [InlineData("""{"meta":{"v":"2024-06-01"}}""", 2, "2024-06-01")]
    [InlineData("""{"meta":{"v":true}}""", -1, null)]
    [InlineData("""{"meta":["v","3"]}""", -1, null)]
    [InlineData("""{"v":"3"}""", -1, null)]
    [InlineData("""{}""", -1, null)]
    public void IndexIn_FindsTheVersion(string json, int index, string? version)
    {
        Assert.Equal(index, s_versions.IndexIn(Encoding.UTF8.GetBytes(json), out string? found));
        Assert.Equal(version, found);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"meta":{"v":"3"},}""")]
    [InlineData("""{"meta":{"v":"3" """)]
    public void IndexIn_ThrowsOnlyForWhatIsNoObject(string json) => Assert.ThrowsAny<JsonException>(() => s_versions.IndexIn(Encoding.UTF8.GetBytes(json), out _));

    /// <summary>Whatever bytes come, there is an answer or a <see cref="JsonException"/>.</summary>
    [Fact]
    public void IndexIn_OfAnyBytes_NeverFailsOtherwise()
    {
        byte[] whole = Encoding.UTF8.GetBytes("""{"a":[1,{"b":"\u00e4"}],"meta":{"x":null,"v":"3"},"z":-1.5e3}""");
        Random random = new(7);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] bytes = [.. whole.Take(random.Next(whole.Length + 1))];
            for (int changes = random.Next(3); changes > 0 && bytes.Length > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                int index = s_versions.IndexIn(bytes, out string? version);
                Assert.True(index is -1 or 0 or 1 or 2 && (index < 0 || version is not null));
            }
            catch (JsonException)
            {
                // The bytes are no JSON.
            }
        }
    }

    [Fact]
    public void Additional_KeepsWhatTheNewerVersionDoesNotKnowEither()
    {
        UpgradedMembers members = new(["a"], [], "b");
        EquatableDictionary<JsonElement> all = new() { ["a"] = Of("1"), ["b"] = Of("2"), ["c"] = Of("3") };
        Assert.Equal(["c"], members.Additional(all)!.Keys);
        Assert.Null(members.Additional(new() { ["a"] = Of("1") }));
        Assert.Null(members.Additional(null));
        EquatableDictionary<JsonElement> others = new() { ["d"] = Of("4") };
        Assert.Same(others, members.Additional(others));
    }

    [Theory]
    [InlineData("\"3\"", "4", "\"4\"")]
    [InlineData("3", "4", "4")]
    [InlineData("3", "2024-06-01", "\"2024-06-01\"")]
    [InlineData("\"3\"", "a\"b", "\"a\\u0022b\"")]
    [InlineData("null", "4", "null")]
    [InlineData("{}", "4", "{}")]
    public void WithVersion_SaysTheNewerOne(string was, string version, string becomes)
    {
        EquatableDictionary<JsonElement> now = Reread.WithVersion(new() { ["a"] = Of("1"), ["v"] = Of(was), ["z"] = Of("2") }, "v", version)!;
        Assert.Equal(["a", "v", "z"], now.Keys);
        Assert.Equal(becomes, now["v"].GetRawText());
    }

    [Fact]
    public void ConvertAll_MakesAnotherOfEach()
    {
        Assert.Equal(["1", "2"], new EquatableList<int>([1, 2]).ConvertAll(static i => $"{i}"));
        Assert.Equal(
            [new KeyValuePair<string, double>("b", 1), new("a", 2)],
            new EquatableDictionary<int> { ["b"] = 1, ["a"] = 2 }.ConvertAll(static i => (double)i));
        Assert.Throws<ArgumentNullException>(() => new EquatableList<int>([]).ConvertAll<int>(null!));
        Assert.Throws<ArgumentNullException>(() => new EquatableDictionary<int>().ConvertAll<int>(null!));
    }

    private static JsonElement Of(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
