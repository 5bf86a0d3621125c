using Xunit;

namespace TypedWebhooks.Peers.Tests;

/// <summary>A table of the page: what is posted, how the peer answers, how this library does.</summary>
internal sealed class Table
{
    private readonly string _name;
    private readonly List<(string Post, string Peer, string Own)> _rows;

    /// <param name="peer">The library, as the table's heading calls it.</param>
    public Table(string peer)
    {
        _name = peer;
        _rows =
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "migration.md"))
                .SkipWhile(line => line != $"## The same posts: {peer}")
                .Skip(1)
                .TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))
                .Where(static line => line.StartsWith("| ", StringComparison.Ordinal))
                .Skip(1)
                .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
                .Select(static cells => (cells[1], cells[2], cells[3])),
        ];
    }

    public IEnumerable<string> Posts => _rows.Select(static row => row.Post);

    public void Expect(string post, string peer, string own)
    {
        (string Post, string Peer, string Own) row = _rows.SingleOrDefault(row => row.Post == post);
        Assert.True(row.Post is not null, $"docs/migration.md has no row '{post}' for {_name}; it would be\n| {post} | {peer} | {own} |");
        Assert.Equal(row, (post, peer, own));
    }
}
