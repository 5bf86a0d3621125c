using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>Arms that name an event by what it is called on the wire, and arms over the reason of an unrecognized one.</summary>
public sealed class WireNameArmCases
{
    [Theory]
    [InlineData("{ EventType: \"a.created\" } => 1, B => 2, C => 3", "ok")]
    [InlineData("{ EventType: T.A } => 1, { EventType: T.B } => 2, { EventType: T.C } => 3", "ok")]
    [InlineData("{ EventType: T.A or T.B } => 1, { EventType: T.C } => 3", "ok")]
    [InlineData("{ EventType: T.A } => 1, { EventType: T.B } => 2, _ => 3", "1002(C)")]
    [InlineData("{ EventType: T.A } => 1, { EventType: T.B } => 2", "1001(C) CS8509")]
    [InlineData("Ev { EventType: T.A } x => 1, B => 2, C => 3", "ok")]
    [InlineData("A { EventType: T.A } => 1, B => 2, C => 3", "ok")]
    [InlineData("A { EventType: T.B } => 1, B => 2, C => 3", "1001(A) CS8509")]
    [InlineData("{ EventType: T.A, Id: \"1\" } => 1, B => 2, C => 3", "1003(A) CS8509")]
    [InlineData("{ EventType: T.A } when cond => 1, B => 2, C => 3", "1003(A) CS8509")]
    [InlineData("{ EventType: not T.A } => 1, A => 2", "1002(B, C)")]
    [InlineData("{ EventType: \"A.Created\" } => 1, B => 2, C => 3", "1001(A) 1005() CS8509")]
    [InlineData("{ EventType: \"a.craeted\" } => 1, B => 2, C => 3", "1001(A) 1005() CS8509")]
    [InlineData("{ EventType: { Length: 9 } } => 1, A => 2", "1001(B, C) CS8509")]
    public async Task Arm_Verdict(string arms, string verdict) => Assert.Equal(verdict, await EventSources.VerdictAsync(EventSources.Expression(arms)));

    [Theory]
    [InlineData("case { EventType: T.A }: case { EventType: T.B }: case C: break;", "ok")]
    [InlineData("case { EventType: T.A }: case { EventType: T.B }: break;", "1001(C)")]
    [InlineData("case { EventType: T.A }: break; default: break;", "1002(B, C)")]
    public async Task Label_Verdict(string sections, string verdict) => Assert.Equal(verdict, await EventSources.VerdictAsync(EventSources.Statement(sections)));

    [Fact]
    public async Task ConditionChain_CountsTheWireName() => Assert.Equal("1001(C)", await EventSources.VerdictAsync(
        EventSources.Method("if (e is { EventType: T.A }) { } else if (e is { EventType: \"b.created\" }) { }")));

    /// <summary>An unrecognized event may have the name of a known one, whose body did not fit: no wire name takes all of them.</summary>
    [Theory]
    [InlineData("{ EventType: TeliaEventTypes.SignatorySigned } => 1, { EventType: \"signaturerequestcompleted\" } => 2, UnrecognizedTeliaEvent => 3", "ok")]
    [InlineData("{ EventType: TeliaEventTypes.SignatorySigned } => 1, { EventType: \"signaturerequestcompleted\" } => 2", "1001(UnrecognizedTeliaEvent) CS8509")]
    [InlineData("{ EventType: TeliaEventTypes.SignatorySigned } => 1, { EventType: \"signaturerequestcompleted\" } => 2, _ => 3", "1002(UnrecognizedTeliaEvent)")]
    public async Task UnrecognizedEvent_IsTakenByNoWireName(string arms, string verdict) => Assert.Equal(verdict, await EmittedAsync("int F(TeliaEvent e) => e switch { " + arms + " };"));

    [Theory]
    [InlineData("int F(UnrecognizedReason r) => r switch { UnrecognizedReason.UnknownEventType => 1, UnrecognizedReason.MissingEventType => 2, UnrecognizedReason.SchemaMismatch => 3, UnrecognizedReason.NotSelected => 4, UnrecognizedReason.Handshake => 5, UnrecognizedReason.UnknownVersion => 6 };", "ok")]
    [InlineData("int F(UnrecognizedTeliaEvent e) => e.Reason switch { UnrecognizedReason.UnknownEventType or UnrecognizedReason.MissingEventType => 2, UnrecognizedReason.SchemaMismatch => 3, UnrecognizedReason.NotSelected => 4, UnrecognizedReason.Handshake => 5, UnrecognizedReason.UnknownVersion => 6 };", "ok")]
    [InlineData("int F(UnrecognizedTeliaEvent e) => e switch { { Reason: UnrecognizedReason.UnknownEventType } => 1, { Reason: UnrecognizedReason.MissingEventType } => 2, { Reason: UnrecognizedReason.SchemaMismatch } => 3, { Reason: UnrecognizedReason.NotSelected } => 4, { Reason: UnrecognizedReason.Handshake } => 5, { Reason: UnrecognizedReason.UnknownVersion } => 6 };", "ok")]
    [InlineData("int F(UnrecognizedReason r) => r switch { UnrecognizedReason.UnknownEventType => 1, UnrecognizedReason.SchemaMismatch => 3, UnrecognizedReason.NotSelected => 4, UnrecognizedReason.Handshake => 5, UnrecognizedReason.UnknownVersion => 6 };", "CS8509")]
    [InlineData("int F(UnrecognizedReason r) => r switch { UnrecognizedReason.UnknownEventType => 1, UnrecognizedReason.MissingEventType => 2, UnrecognizedReason.SchemaMismatch => 3 };", "CS8509")]
    [InlineData("int F(UnrecognizedReason? r) => r switch { UnrecognizedReason.UnknownEventType => 1, UnrecognizedReason.MissingEventType => 2, UnrecognizedReason.SchemaMismatch => 3, UnrecognizedReason.NotSelected => 4, UnrecognizedReason.Handshake => 5, UnrecognizedReason.UnknownVersion => 6 };", "CS8524")]
    [InlineData("void F(UnrecognizedReason r) { switch (r) { case UnrecognizedReason.SchemaMismatch: break; } }", "ok")]
    [InlineData("int F(System.DayOfWeek d) => d switch { System.DayOfWeek.Sunday => 0, System.DayOfWeek.Monday => 1, System.DayOfWeek.Tuesday => 2, System.DayOfWeek.Wednesday => 3, System.DayOfWeek.Thursday => 4, System.DayOfWeek.Friday => 5, System.DayOfWeek.Saturday => 6 };", "CS8524")]
    public async Task Reason_IsCompleteWithItsSixValues(string member, string verdict) => Assert.Equal(verdict, await EmittedAsync(member));

    private static async Task<string> EmittedAsync(string member) => EventSources.Written([.. await AnalyzerHarness.AnalyzeAsync(
        Services.Application("namespace App; class P { " + member + " }"))]);
}
