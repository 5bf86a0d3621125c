using System;
using System.Linq;
using System.Threading.Tasks;
using Npgsql;
using Xunit;

namespace TypedWebhooks.PostgreSql.Tests;

[Collection(PostgresTests.Name)]
public sealed class SchemaTests(PostgresFixture fixture)
{
    [SkippableFact]
    public async Task TwentyMachinesAtOnce_CreateOneTable()
    {
        await using TestTable table = await fixture.NewTableAsync();
        table.Options.Schema += " many";
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => new PostgresWebhookSchema(table.DataSource, table.Options).CreateAsync())));
        Assert.Equal(1, await table.ScalarAsync<long>($"select count(*) from pg_tables where schemaname = '{table.Options.Schema}'"));
        Assert.Equal(0, await table.CountAsync("pending"));
    }

    [SkippableFact]
    public async Task Script_CreatesAllThatIsNotThere()
    {
        await using TestTable table = await fixture.NewTableAsync();
        await using NpgsqlCommand drop = table.DataSource.CreateCommand($"drop table {table.Name}");
        await drop.ExecuteNonQueryAsync();
        await using NpgsqlCommand script = table.DataSource.CreateCommand(new PostgresWebhookSchema(table.DataSource, table.Options).Sql);
        await script.ExecuteNonQueryAsync();
        await script.ExecuteNonQueryAsync();
        Assert.Equal(7, await table.ScalarAsync<long>($"select count(*) from pg_indexes where schemaname = '{table.Options.Schema}'"));
    }

    [SkippableTheory]
    [InlineData("Deliveries \"of\" all; drop table x")]
    [InlineData("select")]
    [InlineData("fifty_bytes_fifty_bytes_fifty_bytes_fifty_bytes_50")]
    public async Task AnyName_IsATable(string name)
    {
        await using TestTable table = await fixture.NewTableAsync(options => options.Table = name);
        await table.AcceptAsync("1");
        Assert.Equal(1, (await table.Inbox.GetParkedAsync()).Count + await table.ScalarAsync<long>($"select count(*) from \"{table.Options.Schema}\".\"{name.Replace("\"", "\"\"")}\""));
        Assert.Equal(7, await table.ScalarAsync<long>($"select count(*) from pg_indexes where schemaname = '{table.Options.Schema}'"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("fifty_one_bytes_fifty_one_bytes_fifty_one_bytes_51_")]
    [InlineData("äääääääääääääääääääääääääää")]
    public void NameThatWouldBeCutOff_IsRefused(string name)
    {
        using NpgsqlDataSource nowhere = NpgsqlDataSource.Create("Host=127.0.0.1");
        Assert.ThrowsAny<ArgumentException>(() => new PostgresWebhookSchema(nowhere, new() { Table = name }));
    }
}
