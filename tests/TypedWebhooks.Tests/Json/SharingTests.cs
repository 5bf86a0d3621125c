using System.Text;
using System.Text.Json;
using TypedWebhooks.Json;
using Xunit;

namespace TypedWebhooks.Tests.Json;

/// <summary>Objects that stand in a body more than once.</summary>
public class SharingTests
{
    private static readonly MemberNames s_users = new(["id", "name"], required: [0]);
    private static readonly MemberNames s_pairs = new(["a", "b"], required: [0, 1]);

    [Fact]
    public void EqualBytes_AreOneInstance()
    {
        EquatableList<User> users = Read("""[{"id":1,"name":"a"}, {"id":1,"name":"a"},{"id":2},{"id":2}]""");
        Assert.Same(users[0], users[1]);
        Assert.NotSame(users[1], users[2]);
        Assert.Same(users[2], users[3]);
        Assert.Equal([new User(1, "a", 0), new User(1, "a", 0), new User(2, null, 0), new User(2, null, 0)], users);
    }

    [Theory]
    [InlineData("""[{"id":1},{"id":2}]""")]
    [InlineData("""[{"id":1},{"id":1,"name":"b"}]""")]
    [InlineData("""[{"id":1},{"id":12}]""")]
    [InlineData("""[{"id":1},{"id": 1}]""")]
    [InlineData("""[{"id":1,"name":"a"},{"name":"a","id":1}]""")]
    public void OtherBytes_AreRead(string json)
    {
        EquatableList<User> users = Read(json);
        Assert.NotSame(users[0], users[1]);
    }

    [Fact]
    public void UnknownMembers_CountEachTime()
    {
        WebhookReader reader = new("""[{"id":1,"x":[]},{"id":1,"x":[]}]"""u8);
        EquatableList<User> users = reader.ReadList(static (ref item) => ReadUser(ref item)!);
        Assert.Equal(1, users[1].Unknown);

        // Of two types the one that knows more members fits better: the shared object must not look perfect.
        reader = new WebhookReader("""[{"id":1,"x":1},{"id":1,"x":1}]"""u8);
        EquatableList<Union<User, JsonElement>> unions = reader.ReadList(static (ref item) => item.ReadUnion(
            static (ref one) => ReadUser(ref one)!,
            static (ref one) => one.ReadJson()));
        Assert.All(unions, static union => Assert.IsType<JsonElement>(union.Value));
    }

    [Fact]
    public void SharedObject_IsRefusedWhereItIsTooDeep()
    {
        // 61 levels with the user itself: they fit where it stands first, and not where it stands a second time.
        string user = "{\"id\":1,\"x\":" + new string('[', 60) + new string(']', 60) + "}";
        Assert.Equal(2, Read($"[{user},{user}]").Count);
        string fits = $"{{\"a\":{user},\"b\":[[{user}]]}}";
        string tooDeep = $"{{\"a\":{user},\"b\":[[[{user}]]]}}";
        Assert.True(ReadTwo(fits, static (ref b) => b.ReadList(static (ref b) => b.ReadList(static (ref b) => ReadUser(ref b)!))));
        Assert.ThrowsAny<JsonException>(() =>
            ReadTwo(tooDeep, static (ref b) => b.ReadList(static (ref b) => b.ReadList(static (ref b) => b.ReadList(static (ref b) => ReadUser(ref b)!)))));
    }

    [Fact]
    public void EndOfBody_ForgetsItsObjects()
    {
        EquatableList<User> first = Read("""[{"id":1},{"id":1}]""");
        EquatableList<User> second = Read("""[{"id":1},{"id":1}]""");
        Assert.NotSame(first[0], second[0]);
        Assert.Same(second[0], second[1]);
    }

    private static EquatableList<User> Read(string json)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes(json));
        EquatableList<User> users = reader.ReadList(static (ref item) => ReadUser(ref item)!);
        Assert.False(reader.Failed);
        reader.EndDocument();
        return users;
    }

    /// <summary>Reads a user as the member <c>a</c> and something else as <c>b</c>.</summary>
    private static bool ReadTwo<T>(string json, WebhookValueReader<T> readOther)
    {
        WebhookReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.StartObject(s_pairs, out ObjectReader members);
        while (reader.NextMember(ref members))
        {
            switch (members.Current)
            {
                case 0: ReadUser(ref reader); break;
                case 1: readOther(ref reader); break;
            }
        }

        return reader.EndObject(ref members);
    }

    private static User? ReadUser(ref WebhookReader reader)
    {
        if (reader.TryShare(s_users, out User? value))
        {
            return value;
        }

        long id = 0;
        string? name = null;
        reader.StartObject(s_users, out ObjectReader members);
        while (reader.NextMember(ref members))
        {
            switch (members.Current)
            {
                case 0: id = reader.ReadInt64(); break;
                case 1: name = reader.ReadString(); break;
                default: reader.KeepMember(ref members); break;
            }
        }

        return reader.EndObject(ref members)
            ? reader.Share(ref members, new User(id, name, members.AdditionalProperties?.Count ?? 0))
            : null;
    }

    private sealed record User(long Id, string? Name, int Unknown);
}
