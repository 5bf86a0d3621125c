using System;
using System.Globalization;

namespace TypedWebhooks.PostgreSql.Kill;

/// <summary>What a run has come to.</summary>
public sealed record KillFigures
{
    /// <summary>Deliveries that were sent, those of one event counted each.</summary>
    public required int Deliveries { get; init; }

    public required int Events { get; init; }

    /// <summary>Posts: deliveries, and tries that were not answered with 200.</summary>
    public required int Posts { get; init; }

    public required int ReceiverKills { get; init; }

    public required int WorkerKills { get; init; }

    public required int ServerKills { get; init; }

    /// <summary>Events of which a delivery was answered with 200.</summary>
    public required int Accepted { get; init; }

    /// <summary>Of those, the ones that were never handled.</summary>
    public required int Lost { get; init; }

    /// <summary>Deliveries that are parked, or still wait.</summary>
    public required int Left { get; init; }

    /// <summary>Events that were handled several times because a worker or the server was killed between the work and settling.</summary>
    public required int HandledAgainAfterKill { get; init; }

    /// <summary>Events that were handled several times for no such reason.</summary>
    public required int HandledAgainWithoutReason { get; init; }

    public required TimeSpan Duration { get; init; }

    public bool IsRight => Accepted == Events && Lost == 0 && Left == 0 && HandledAgainWithoutReason == 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        deliveries sent                          {Deliveries}, of {Events} events, in {Posts} posts and {Duration.TotalSeconds:F0} s
        killed and started again                 {ReceiverKills} receivers, {WorkerKills} workers, the server {ServerKills} times
        events answered with 200                 {Accepted}
        of those, lost                           {Lost}
        parked or not handled at the end         {Left}
        handled again after a kill               {HandledAgainAfterKill}
        handled again without reason             {HandledAgainWithoutReason}
        """);
}
