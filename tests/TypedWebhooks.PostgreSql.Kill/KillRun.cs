using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Npgsql;

namespace TypedWebhooks.PostgreSql.Kill;

/// <summary>Four senders, two receivers, two workers and a server, of which every now and then one is killed and started again.</summary>
public sealed class KillRun
{
    private const int Senders = 4;

    private readonly PostgresServer _server;
    private readonly string _connectionString;
    private readonly int _deliveries;
    private readonly int _kills;
    private readonly TextWriter _log;
    private readonly Child[] _receivers;
    private readonly Child[] _workers;
    private readonly ConcurrentDictionary<string, bool> _accepted = new();
    private readonly List<(int Process, DateTime At)> _workerKills = [];
    private readonly List<DateTime> _serverKills = [];
    private int _receiverKills;
    private int _sent;
    private int _posts;
    private int _killed;

    private KillRun(PostgresServer server, int deliveries, int kills, TextWriter log)
    {
        _server = server;
        _connectionString = server.ConnectionString;
        _deliveries = deliveries;
        _kills = kills;
        _log = log;
        _receivers = [.. Enumerable.Range(0, 2).Select(_ => FreePort()).Select(port => new Child(_connectionString, port, "receiver", $"{port}"))];
        _workers = [new(_connectionString, 0, "worker"), new(_connectionString, 0, "worker")];
    }

    /// <summary>Runs it, against a server that is started for it.</summary>
    /// <param name="binaries">The folder of PostgreSQL's binaries.</param>
    /// <param name="deliveries">How many deliveries are sent; a fifth of them are duplicates of others.</param>
    /// <param name="kills">How often something is killed: a worker, a receiver and the server in turn.</param>
    /// <param name="log">Where it says what it does.</param>
    public static async Task<KillFigures> RunAsync(string binaries, int deliveries, int kills, TextWriter log)
    {
        await using PostgresServer server = await PostgresServer.StartNewAsync(binaries);
        KillRun run = new(server, deliveries, kills, log);
        try
        {
            return await run.RunAsync();
        }
        finally
        {
            foreach (Child child in run._receivers.Concat(run._workers))
            {
                await child.KillAsync();
            }
        }
    }

    private async Task<KillFigures> RunAsync()
    {
        await using (NpgsqlDataSource database = NpgsqlDataSource.Create(_connectionString))
        {
            await new PostgresWebhookSchema(database).CreateAsync();
            await using NpgsqlCommand create = database.CreateCommand("create table handled (id text not null, process int not null, attempt int not null, at timestamptz not null default clock_timestamp())");
            await create.ExecuteNonQueryAsync();
        }

        await Task.WhenAll(_receivers.Concat(_workers).Select(static child => child.StartAsync()));
        Stopwatch clock = Stopwatch.StartNew();
        List<string>[] plans = Plan();
        using CancellationTokenSource done = new();
        Task killing = KillAsync(done.Token);
        await Task.WhenAll(plans.Select(SendAsync));
        await killing;
        await DrainAsync();
        return await CountAsync(plans, clock.Elapsed);
    }

    /// <summary>What each sender sends: every event once, and a fifth of all deliveries are further ones of events drawn at random, by another sender or the same.</summary>
    private List<string>[] Plan()
    {
        int events = _deliveries * 4 / 5;
        List<string>[] plans = [.. Enumerable.Range(0, Senders).Select(static _ => new List<string>())];
        Random random = new(42);
        for (int i = 0; i < _deliveries; i++)
        {
            plans[random.Next(Senders)].Add($"evt-{(i < events ? i : random.Next(events))}");
        }

        foreach (List<string> plan in plans)
        {
            // Duplicates are not all at the end.
            string[] mixed = [.. plan];
            random.Shuffle(mixed);
            plan.Clear();
            plan.AddRange(mixed);
        }

        return plans;
    }

    /// <summary>Sends as a provider does: until it is told 200. Some deliveries go to both receivers at the same time.</summary>
    private async Task SendAsync(List<string> plan)
    {
        using HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
        foreach (string[] ids in plan.Chunk(4))
        {
            // So many while something is down, and no more, else all would be sent before the last kill.
            while (Volatile.Read(ref _sent) >= Share(Volatile.Read(ref _killed) + 2))
            {
                await Task.Delay(5);
            }

            await Task.WhenAll(ids.Select(async id =>
            {
                int receiver = Random.Shared.Next(_receivers.Length);
                bool twice = Random.Shared.Next(20) == 0;
                await Task.WhenAll(DeliverAsync(client, id, receiver), twice ? PostAsync(client, id, 1 - receiver) : Task.CompletedTask);
                Interlocked.Increment(ref _sent);
            }));
        }
    }

    private async Task DeliverAsync(HttpClient client, string id, int receiver)
    {
        for (int attempt = 0; !await PostAsync(client, id, (receiver + attempt) % _receivers.Length); attempt++)
        {
            await Task.Delay(Random.Shared.Next(50, 250));
        }
    }

    private async Task<bool> PostAsync(HttpClient client, string id, int receiver)
    {
        Interlocked.Increment(ref _posts);
        string json = id[^1] % 2 == 0 ? $$"""{"id":"{{id}}","type":"order.paid","amount":{{id.Length}}}""" : $$"""{"id":"{{id}}","type":"order.shipped","carrier":"{{id}}"}""";
        try
        {
            using HttpRequestMessage request = Signature.Sign(new Uri($"http://127.0.0.1:{_receivers[receiver].Port}/hooks/orders"), id, Encoding.UTF8.GetBytes(json));
            using HttpResponseMessage response = await client.SendAsync(request);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                _accepted[id] = true;
                return true;
            }

            return response.StatusCode == HttpStatusCode.ServiceUnavailable ? false : throw new InvalidOperationException($"It was answered with {response.StatusCode}.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private async Task KillAsync(CancellationToken done)
    {
        for (int i = 0; i < _kills; i++)
        {
            // By how far the senders are, so that kills fall all along, on a fast machine as well as on a slow one.
            while (Volatile.Read(ref _sent) < Share(i + 1))
            {
                await Task.Delay(5, done);
            }

            TimeSpan pause = TimeSpan.FromMilliseconds(Random.Shared.Next(100, 700));
            switch (i % 3)
            {
                case 0:
                    Child worker = _workers[(i / 3) % 2];
                    int process = worker.Id;
                    await worker.KillAsync();
                    _workerKills.Add((process, DateTime.UtcNow));
                    await Task.Delay(pause, done);
                    await worker.StartAsync();
                    break;
                case 1:
                    Child receiver = _receivers[(i / 3) % 2];
                    await receiver.KillAsync();
                    _receiverKills++;
                    await Task.Delay(pause, done);
                    await receiver.StartAsync();
                    break;
                default:
                    _serverKills.Add(DateTime.UtcNow);
                    await _server.KillAsync();
                    await Task.Delay(pause, done);
                    await _server.StartAsync();
                    break;
            }

            Interlocked.Increment(ref _killed);
            await _log.WriteLineAsync($"{Volatile.Read(ref _sent)} of {_deliveries} sent: {(i % 3) switch { 0 => "a worker", 1 => "a receiver", _ => "the server" }} killed and started again.");
        }
    }

    private int Share(int kills) => (int)((long)_deliveries * kills / (_kills + 2));

    private async Task DrainAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(_connectionString);
        for (Stopwatch clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(3); await Task.Delay(200))
        {
            await using NpgsqlCommand count = database.CreateCommand("select count(*) from webhook_deliveries where state = 'pending'");
            if ((long)(await count.ExecuteScalarAsync())! == 0)
            {
                return;
            }
        }
    }

    private async Task<KillFigures> CountAsync(List<string>[] plans, TimeSpan duration)
    {
        Dictionary<string, List<(int Process, DateTime At)>> handled = [];
        await using NpgsqlDataSource database = NpgsqlDataSource.Create(_connectionString);
        await using (NpgsqlCommand select = database.CreateCommand("select id, process, at from handled order by at"))
        await using (NpgsqlDataReader reader = await select.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                if (!handled.TryGetValue(reader.GetString(0), out List<(int, DateTime)>? rows))
                {
                    handled.Add(reader.GetString(0), rows = []);
                }

                rows.Add((reader.GetInt32(1), reader.GetDateTime(2)));
            }
        }

        await using NpgsqlCommand left = database.CreateCommand("select count(*) from webhook_deliveries where state <> 'done'");
        string[] again = [.. handled.Where(static pair => pair.Value.Count > 1).Select(static pair => pair.Key)];
        int explained = again.Count(id => handled[id].SkipLast(1).All(HasReason));
        return new()
        {
            Deliveries = plans.Sum(static plan => plan.Count),
            Events = plans.SelectMany(static plan => plan).Distinct().Count(),
            Posts = _posts,
            ReceiverKills = _receiverKills,
            WorkerKills = _workerKills.Count,
            ServerKills = _serverKills.Count,
            Accepted = _accepted.Count,
            Lost = _accepted.Keys.Count(id => !handled.ContainsKey(id)),
            Left = (int)(long)(await left.ExecuteScalarAsync())!,
            HandledAgainAfterKill = explained,
            HandledAgainWithoutReason = again.Length - explained,
            Duration = duration,
        };
    }

    /// <summary>
    /// Whether work that was done once more had not been settled because its worker, or the server, was killed right behind it. The handler takes
    /// 15 ms at most from its work to its end; a second is left for a machine that has much else to do.
    /// </summary>
    private bool HasReason((int Process, DateTime At) work) =>
        _workerKills.Any(kill => kill.Process == work.Process && IsRightBehind(work.At, kill.At)) || _serverKills.Any(kill => IsRightBehind(work.At, kill));

    private static bool IsRightBehind(DateTime work, DateTime kill) => kill - work is { TotalSeconds: > -0.1 and < 1 };

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
