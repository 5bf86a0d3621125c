using System;

namespace TypedWebhooks.PostgreSql.Kill;

/// <summary>What the processes are told by their environment.</summary>
internal static class Settings
{
    public const string Variable = "TYPEDWEBHOOKS_KILL";

    public static string ConnectionString => Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} is not set.");
}
