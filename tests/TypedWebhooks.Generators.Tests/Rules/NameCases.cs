using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>Wire names: cases 49 to 55. A misspelt name is written <c>1005('a.craeted' → 'a.created')</c>.</summary>
public sealed class NameCases
{
    [Theory]
    [InlineData(49, "{|TWH1005:switch|} (e.EventType) { case \"a.created\": case \"b.created\": break; }", "1005(C)")]
    [InlineData(49, "_ = e.EventType {|TWH1005:switch|} { \"a.created\" => 1, \"b.created\" => 2, _ => 3 };", "1005(C)")]
    [InlineData(49, "switch (e.EventType) { case \"a.created\": case \"b.created\": case \"c.created\": break; default: break; }", "ok")]
    [InlineData(49, "{|TWH1005:switch|} (e.EventType) { case \"a.created\" or \"b.created\": break; case \"c.created\" when cond: break; }", "1005(C)")]
    [InlineData(50, "{|TWH1005:switch|} (e.EventType) { case T.A: case T.B: break; }", "1005(C)")]
    [InlineData(50, "{|TWH1005:switch|} (s) { case T.A: case T.B: break; }", "1005(C)")]
    [InlineData(50, "switch (s) { case T.A: case T.B: case T.C: case \"ping\": break; }", "ok")]
    [InlineData(51, "switch (e.EventType) { case \"a\" + \".created\": case T.B: case T.C: break; }", "ok")]
    [InlineData(51, "const string local = \"a.created\"; switch (e.EventType) { case local: case T.B: case T.C: break; }", "ok")]
    [InlineData(52, "switch (e.EventType) { case {|TWH1005:\"a.craeted\"|}: break; case T.A: case T.B: case T.C: break; }", "1005('a.craeted' → 'a.created')")]
    [InlineData(52, "_ = e.EventType == {|TWH1005:\"a.craeted\"|};", "1005('a.craeted' → 'a.created')")]
    [InlineData(52, "_ = {|TWH1005:\"a.craeted\"|} != e.EventType;", "1005('a.craeted' → 'a.created')")]
    [InlineData(52, "_ = string.Equals(e.EventType, {|TWH1005:\"a.craeted\"|}, StringComparison.Ordinal);", "1005('a.craeted' → 'a.created')")]
    [InlineData(52, "_ = e.EventType is {|TWH1005:\"a.craeted\"|} or T.A;", "1005('a.craeted' → 'a.created')")]
    [InlineData(52, "_ = e.EventType == {|TWH1005:\"something else\"|};", "1005('something else' → )")]
    [InlineData(52, "_ = e.EventType == \"\" || e.EventType == T.A;", "ok")]
    [InlineData(53, "_ = e.EventType == {|TWH1005:\"A.Created\"|};", "1005('A.Created' → 'a.created')")]
    [InlineData(53, "_ = e.EventType.Equals(\"A.Created\", StringComparison.OrdinalIgnoreCase);", "ok")]
    [InlineData(54, "switch (s) { case \"a.created\": case \"x\": break; }", "ok")]
    [InlineData(54, "_ = s switch { \"1\" => 1, _ => 2 };", "ok")]
    [InlineData(55, "if (s == T.A) { } else if (string.Equals(s, T.B, StringComparison.Ordinal)) { }", "ok")]
    public async Task Name_Verdict(int number, string body, string verdict)
    {
        Assert.True(number > 0);
        await AssertVerdictAsync(verdict, EventSources.Method(body, "Ev e, string s"));
    }

    /// <summary>The event's own name is as the schema writes it, whatever the provider wrote: another case never occurs in it.</summary>
    [Theory]
    [InlineData("_ = e.EventType == {|TWH1005:\"A.Created\"|};", "1005('A.Created' → 'a.created')")]
    [InlineData("_ = e is { EventType: {|TWH1005:\"A.Created\"|} };", "1005('A.Created' → 'a.created')")]
    [InlineData("_ = string.Equals(e.EventType, \"A.Created\", StringComparison.OrdinalIgnoreCase);", "ok")]
    [InlineData("{|TWH1005:switch|} (e.EventType) { case {|TWH1005:\"A.CREATED\"|}: case T.B: case T.C: break; }", "1005(A) 1005('A.CREATED' → 'a.created')")]
    [InlineData("switch (s) { case \"A.CREATED\": case T.B: case T.C: break; }", "ok")]
    public async Task ProviderIgnoresCase_OnlyItsOwnTextsMayDiffer(string body, string verdict) => await AssertVerdictAsync(
        verdict,
        EventSources.Method(body, "Ev e, string s").Replace("[WebhookEventTypes(typeof(Ev))]", "[WebhookEventTypes(typeof(Ev), IgnoreCase = true)]", StringComparison.Ordinal));

    private static async Task AssertVerdictAsync(string verdict, string marked)
    {
        string[] said = [.. (await new RuleTest([marked]).ReportedAsync()).Select(static d => d.Properties.TryGetValue("Events", out string? events)
            ? $"1005({string.Join(", ", events!.Split('|').Select(static name => name[(name.LastIndexOf('.') + 1)..]))})"
            : $"1005('{d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan).Trim('"')}' → {(d.Properties["Nearest"] is { } nearest ? $"'{nearest}'" : "")})")];
        Assert.Equal(verdict, said.Length == 0 ? "ok" : string.Join(" ", said));
    }
}
