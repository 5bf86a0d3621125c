using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhooks.Generators.Baselines;
using TypedWebhooks.Generators.Evolution;
using TypedWebhooks.Generators.Tests.Harness;
using TypedWebhooks.Generators.Uses;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Evolution.Uses;

/// <summary>The rules on uses over code of a consumer whose provider was updated: what is marked is reported, and nothing else.</summary>
public sealed class UseTests
{
    private const string Usings = "using System; using System.Linq; using System.Collections.Generic; using System.Text.Json; using TypedWebhooks; using TypedWebhooks.Json; using Consumer.Acme;\n";

    private static readonly string s_old = UpdatedProject.Events(
        UpdatedProject.Event("paid", "order.paid", """ "order": { "$ref": "#/$defs/order" }, "state": { "$ref": "#/$defs/state" }, "kind": { "const": "plain" }""", "\"order\", \"kind\"")
        + ", " + UpdatedProject.Event("lost", "order.lost", """ "order": { "$ref": "#/$defs/order" }""")
        + ", " + UpdatedProject.Event("void", "void"),
        """
        "order": { "type": "object", "required": ["id", "note", "tags", "is_custom_ammount"], "properties": { "id": { "type": "string" }, "note": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } }, "count": { "type": "integer" }, "is_custom_ammount": { "type": "boolean" } } },
        "state": { "enum": ["open", "wontfix", "closed", "lost"] }
        """);

    private static readonly string s_new = UpdatedProject.Events(
        UpdatedProject.Event("paid", "order.paid", """ "order": { "$ref": "#/$defs/order" }, "state": { "$ref": "#/$defs/state" }, "kind": { "const": "fancy" }""", "\"order\", \"kind\"")
        + ", " + UpdatedProject.Event("sent", "order.sent", """ "order": { "$ref": "#/$defs/order" }""")
        + ", " + UpdatedProject.Event("ping", "ping"),
        """
        "order": { "type": "object", "required": ["id", "is_custom_amount"], "properties": { "id": { "type": "string" }, "note": { "type": "string" }, "tags": { "type": "array", "items": { "type": "string" } }, "count": { "type": "integer" }, "is_custom_amount": { "type": "boolean" }, "gift": { "type": "string" } } },
        "state": { "enum": ["open", "wont_fix", "closed", "read-only"] }
        """);

    private static UpdatedProject Project(string members) => new(s_old, s_new, Usings + "class C {\n" + members + "\n}");

    private static Task<IReadOnlyList<Diagnostic>> Report(string members, NullableContextOptions nullable = NullableContextOptions.Enable) => Project(members).ReportedAsync(nullable);

    [Theory]
    [InlineData("object F(Order o) => o.AdditionalProperties![{|TWH3901:\"gift\"|}];")]
    [InlineData("object? F(Order o) => o.AdditionalProperties?[{|TWH3901:\"gift\"|}];")]
    [InlineData("bool F(Order o) => o.AdditionalProperties?.ContainsKey({|TWH3901:\"gift\"|}) == true;")]
    [InlineData("bool F(Order o) => o.AdditionalProperties is { } more && more.TryGetValue({|TWH3901:\"gift\"|}, out var x);")]
    [InlineData("object F(OrderPaidEvent e) { var o = e.Order; var more = o.AdditionalProperties; return more![{|TWH3901:\"gift\"|}]; }")]
    [InlineData("object? F(Order o) => o is { AdditionalProperties: { } more } ? more[{|TWH3901:\"gift\"|}] : null;")]
    [InlineData("object? F(OrderPaidEvent e) => e switch { { Order.AdditionalProperties: { } more } => more[{|TWH3901:\"gift\"|}], _ => null };")]
    [InlineData("const string Gift = \"gift\"; object? F(Order o) => o.AdditionalProperties?.GetValueOrDefault({|TWH3901:Gift|});")]
    [InlineData("bool F(Order o) => (o.AdditionalProperties ?? throw new Exception()).ContainsKey({|TWH3901:\"is_custom_amount\"|});")]

    // Another name, another record, another map; what is gone is found there from now on.
    [InlineData("object F(Order o) => o.AdditionalProperties![\"gifts\"];")]
    [InlineData("object F(OrderPaidEvent e) => e.AdditionalProperties![\"gift\"];")]
    [InlineData("object F(AcmeEvent e) => e.AdditionalProperties![\"gift\"];")]
    [InlineData("object F(Dictionary<string, JsonElement> more) => more[\"gift\"];")]
    [InlineData("object F(Order o) => o.AdditionalProperties![\"is_custom_ammount\"];")]
    [InlineData("object F(Order o, OrderPaidEvent e) { var more = o.AdditionalProperties; more = e.AdditionalProperties; return more![\"gift\"]; }")]
    [InlineData("object F(Order o, string key) => o.AdditionalProperties![key];")]
    [InlineData("Order F(Order o) => o with { AdditionalProperties = new Dictionary<string, JsonElement> { [\"gift\"] = default } };")]
    public async Task Members_AmongAdditionalProperties(string code) => await Report(code);

    [Theory]
    [InlineData("int F(State s) => s switch { State.Open or State.Closed or State.WontFix => 1, {|TWH3902:State.Unrecognized|} => 2 };")]
    [InlineData("int F(State s) => s switch { State.Open => 1, {|TWH3902:_|} => 2 };")]
    [InlineData("int F(State? s) => s switch { State.Open => 1, null => 3, {|TWH3902:_|} => 2 };")]
    [InlineData("int F(State s) => s switch { State.Open => 1, {|TWH3902:var other|} => (int)other };")]
    [InlineData("int F(State s) { switch (s) { case State.Open: return 1; {|TWH3902:default:|} return 2; } }")]
    [InlineData("int F(State s) { switch (s) { case {|TWH3902:State.Unrecognized|}: return 1; default: return 2; } }")]
    [InlineData("bool F(OrderPaidEvent e) => e.State == {|TWH3902:State.Unrecognized|};")]
    [InlineData("bool F(OrderPaidEvent e) => {|TWH3902:State.Unrecognized|} != e.State;")]
    [InlineData("bool F(OrderPaidEvent e) => e.State is {|TWH3902:State.Unrecognized|};")]
    [InlineData("bool F(OrderPaidEvent e) => e is { State: not {|TWH3902:State.Unrecognized|} };")]
    [InlineData("bool F(OrderPaidEvent e) => e.State.Equals({|TWH3902:State.Unrecognized|});")]
    [InlineData("int F(OrderPaidEvent e) { if (e.State == {|TWH3902:State.Unrecognized|}) { return 1; } return 2; }")]

    [InlineData("bool F(OrderPaidEvent e) => e.OriginalValues![\"state\"].GetString() == {|TWH3902:\"read-only\"|};")]
    [InlineData("bool F(OrderPaidEvent e) => e.OriginalValues?[\"state\"].GetString() == {|TWH3902:\"read-only\"|};")]
    [InlineData("bool F(OrderPaidEvent e) => e.OriginalValues![\"mood\"].GetString() == \"read-only\";")]
    [InlineData("bool F(OrderPaidEvent e) => e.AdditionalProperties![\"state\"].GetString() == \"read-only\";")]
    [InlineData("bool F(OrderPaidEvent e) => e.OriginalValues![\"state\"].GetString() == \"shut\";")]

    // Who names the value knows of it; to give a value asks for none; another enum has not changed.
    [InlineData("int F(State s) => s switch { State.Open => 1, State.ReadOnly or State.WontFix => 3, _ => 2 };")]
    [InlineData("int F(State s) => s switch { State.ReadOnly or State.WontFix => 3, State.Unrecognized => 4, _ => 2 };")]
    [InlineData("bool F(State s) => s is State.Unrecognized or State.ReadOnly or State.WontFix;")]
    [InlineData("bool F(State s) => s == State.Unrecognized || s == State.ReadOnly || s == State.WontFix;")]
    [InlineData("OrderPaidEvent F(OrderPaidEvent e) => e with { State = State.Unrecognized };")]
    [InlineData("State F() => State.Unrecognized;")]
    [InlineData("int F(State s) => s switch { State.Open => 1, State.Closed => 2, State.WontFix => 3, State.ReadOnly => 4 };")]
    [InlineData("int F(DayOfWeek s) => s switch { DayOfWeek.Monday => 1, _ => 2 };")]
    [InlineData("bool F(UnrecognizedReason r) => r == UnrecognizedReason.UnknownEventType;")]
    [InlineData("bool F(State s) => s == State.Open;")]
    public async Task Values_ThatWereUnrecognized(string code) => await Report(code);

    [Fact]
    public async Task SeveralValues_AreSaidAtOnce()
    {
        Diagnostic reported = Assert.Single(await Report("bool F(State s) => s == {|TWH3902:State.Unrecognized|};"));
        Assert.Equal("'Unrecognized' took 'read-only' and 'wont_fix' (which seems to be 'wontfix' of before) until now; they are State.ReadOnly and State.WontFix from here on", UpdatedProject.Message(reported));
    }

    [Theory]
    [InlineData("int F(Order o) => {|TWH3903:o.Note|}.Length;")]
    [InlineData("string F(Order o) => {|TWH3903:o.Note|}.Trim();")]
    [InlineData("string F(OrderPaidEvent e) => {|TWH3903:e.Order.Note|}.ToUpperInvariant();")]
    [InlineData("int F(Order o) { var note = o.Note; return {|TWH3903:note|}.Length; }")]
    [InlineData("void F(Order o) { foreach (var tag in {|TWH3903:o.Tags|}) { } }")]
    [InlineData("object F(Order o) => {|TWH3903:o.Tags|}[0];")]
    [InlineData("object F(Order o) => {|TWH3903:o.Tags|}.Select(t => t.Length);")]
    [InlineData("object F(Order o) => ({|TWH3903:o.Tags|}).Count;")]

    [InlineData("object F(Order o) => o.Note?.Length;")]
    [InlineData("object F(Order o) => o.Note == null ? 0 : o.Note.Length;")]
    [InlineData("object F(Order o) { if (o.Note is null) return 0; return o.Note.Length; }")]
    [InlineData("object F(Order o) { if (string.IsNullOrEmpty(o.Note)) return 0; return o.Note.Length; }")]
    [InlineData("object F(Order o) { var note = o.Note; if (note is null) return 0; return note.Length; }")]
    [InlineData("object F(Order o) => o is { Note: { } } ? o.Note.Length : 0;")]
    [InlineData("object F(Order o) => (o.Note ?? \"\").Length;")]
    [InlineData("object F(Order o) => o.Note;")]
    [InlineData("object F(Order o) => o.Id.Length;")]
    [InlineData("void F(Order o) => Console.WriteLine(o.Note);")]
    [InlineData("object F(Order o) => nameof(o.Note.Length);")]
    [InlineData("object F(Order o) => o.Note is { Length: > 2 };")]
    public async Task NullableMembers_WhereTheCompilerIsSilent(string code) => await Report(code, NullableContextOptions.Disable);

    /// <summary>Where the compiler looks at nulls, it says what there is to say.</summary>
    [Theory]
    [InlineData(NullableContextOptions.Enable)]
    [InlineData(NullableContextOptions.Warnings)]
    public async Task NullableMembers_AreTheCompilersBusiness(NullableContextOptions nullable) => await Report("int F(Order o) => o.Note.Length;", nullable);

    [Fact]
    public async Task NullableMembers_InAnIsland() => await Report("#nullable disable\nint F(Order o) => {|TWH3903:o.Note|}.Length;\n#nullable restore\nint? G(Order o) => o.Note?.Length;");

    [Theory]
    [InlineData("bool F(AcmeEvent e) => e.EventType == {|TWH3904:\"order.lost\"|};")]
    [InlineData("bool F(AcmeEvent e) => {|TWH3904:\"void\"|} == e.EventType;")]
    [InlineData("bool F(AcmeEvent e) => string.Equals(e.EventType, {|TWH3904:\"order.lost\"|}, StringComparison.Ordinal);")]
    [InlineData("bool F(AcmeEvent e) => e.EventType.Equals({|TWH3904:\"order.lost\"|});")]
    [InlineData("bool F(AcmeEvent e) => {|TWH3904:\"order.lost\"|}.Equals(e.EventType);")]
    [InlineData("bool F(AcmeEvent e) => e is { EventType: {|TWH3904:\"order.lost\"|} };")]
    [InlineData("bool F(AcmeEvent e) { string name = e.EventType; return name == {|TWH3904:\"void\"|}; }")]
    [InlineData("int F(string name) => name switch { \"order.paid\" => 1, {|TWH3904:\"order.lost\"|} => 2, _ => 0 };")]
    [InlineData("int F(string name) { switch (name) { case \"order.paid\": return 1; case {|TWH3904:\"void\"|}: return 2; default: return 3; } }")]
    [InlineData("bool F(string name) => name is {|TWH3904:\"order.lost\"|};")]
    [InlineData("Dictionary<string, int> F() => new() { [\"order.paid\"] = 1, [{|TWH3904:\"void\"|}] = 2 };")]
    [InlineData("Dictionary<string, int> F() => new() { { \"order.paid\", 1 }, { {|TWH3904:\"order.lost\"|}, 2 } };")]
    [InlineData("bool F(string name) => new[] { \"order.paid\", {|TWH3904:\"void\"|} }.Contains(name);")]
    [InlineData("bool F(string name) { HashSet<string> names = [\"order.paid\", {|TWH3904:\"void\"|}]; return names.Contains(name); }")]
    [InlineData("bool F(string name) { string[] names = [\"order.paid\", {|TWH3904:\"order.lost\"|}]; return names.Contains(name); }")]
    [InlineData("const string Lost = \"order.lost\"; bool F(AcmeEvent e) => e.EventType == {|TWH3904:Lost|};")]
    [InlineData("bool F(State s) => s.ToString() == {|TWH3904:\"Wontfix\"|};")]
    [InlineData("object F() => Enum.Parse<State>({|TWH3904:\"Wontfix\"|});")]
    [InlineData("bool F(JsonElement json) => json.GetProperty(\"state\").GetString() == {|TWH3904:\"wontfix\"|};")]
    [InlineData("int F(string text) => text switch { \"open\" => 1, {|TWH3904:\"wontfix\"|} => 2, _ => 3 };")]
    [InlineData("bool F(OrderPaidEvent e) => e.Kind == {|TWH3904:\"plain\"|};")]
    [InlineData("object F(JsonElement json) => json.GetProperty({|TWH3904:\"is_custom_ammount\"|});")]
    [InlineData("bool F(JsonElement json) => json.TryGetProperty({|TWH3904:\"is_custom_ammount\"|}, out _);")]

    // The event that is gone is an unrecognized one; kept texts are those that no type has; nothing is compared; words of others.
    [InlineData("bool F(UnrecognizedAcmeEvent e) => e.EventType == \"order.lost\";")]
    [InlineData("bool F(AcmeEvent e) => e is UnrecognizedAcmeEvent { EventType: \"order.lost\" };")]
    [InlineData("bool F(OrderPaidEvent e) => e.OriginalValues!.Values.Any(v => v.GetString() == \"wontfix\");")]
    [InlineData("bool F(OrderPaidEvent e) => e.OriginalValues![\"state\"].GetString() == \"wontfix\";")]
    [InlineData("void F() => Console.WriteLine(\"order.lost\");")]
    [InlineData("string F() => \"order.lost\";")]
    [InlineData("bool F(string word) => word == \"void\";")]
    [InlineData("bool F(string word) => word == \"plain\";")]
    [InlineData("bool F(string word) => word == \"wontfix\";")]
    [InlineData("bool F(AcmeEvent e) => e.EventType == AcmeEventTypes.OrderPaid;")]
    [InlineData("bool F(AcmeEvent e) => e.EventType == \"order.paid\";")]
    [InlineData("bool F(Order o) => o.Id == \"order.lost\";")]
    [InlineData("bool F(JsonElement json) => json.GetProperty(\"mood\").GetString() == \"wontfix\";")]
    [InlineData("bool F(DayOfWeek day) => day.ToString() == \"Wontfix\";")]
    [InlineData("object F(Order o) => o.AdditionalProperties![\"is_custom_ammount\"];")]
    [InlineData("int F(string text) => text switch { \"yes\" => 1, \"void\" => 2, _ => 3 };")]
    [InlineData("bool F(string text) { string[] words = [\"yes\", \"void\"]; return words.Contains(text); }")]
    [InlineData("bool F(string text) => text.StartsWith(\"order.lost\", StringComparison.Ordinal);")]
    [InlineData("bool F(State s) => s.ToString() == \"lost\";")]
    public async Task Texts_ThatAreGone(string code) => await Report(code);

    [Theory]
    [InlineData("bool F(AcmeEvent e) => e is UnrecognizedAcmeEvent { EventType: {|TWH3906:\"ping\"|} };")]
    [InlineData("bool F(AcmeEvent e) => e is UnrecognizedAcmeEvent { EventType: \"pong\" or {|TWH3906:\"order.sent\"|} };")]
    [InlineData("bool F(UnrecognizedAcmeEvent e) => e.EventType == {|TWH3906:\"ping\"|};")]
    [InlineData("int F(UnrecognizedAcmeEvent e) => e.EventType switch { {|TWH3906:\"ping\"|} => 1, _ => 2 };")]
    [InlineData("int F(AcmeEvent e) { switch (e) { case UnrecognizedAcmeEvent u when u.EventType == {|TWH3906:\"ping\"|}: return 1; default: return 2; } }")]
    [InlineData("int F(AcmeEvent e) => e switch { UnrecognizedAcmeEvent { EventType: var t } when t == {|TWH3906:\"ping\"|} => 1, _ => 2 };")]
    [InlineData("int F(AcmeEvent e) => e switch { UnrecognizedAcmeEvent { EventType: \"ping\", Reason: UnrecognizedReason.SchemaMismatch } => 2, UnrecognizedAcmeEvent { EventType: {|TWH3906:\"ping\"|} } => 1, _ => 3 };")]
    [InlineData("bool F(UnrecognizedAcmeEvent e) => e.EventType.Equals({|TWH3906:\"ping\"|}, StringComparison.OrdinalIgnoreCase);")]

    // A delivery that does not fit is unrecognized whatever it is; the constant is known since the update; an event may be typed or not.
    [InlineData("bool F(AcmeEvent e) => e is UnrecognizedAcmeEvent { EventType: \"ping\", Reason: UnrecognizedReason.SchemaMismatch };")]
    [InlineData("bool F(UnrecognizedAcmeEvent e) => e.Reason == UnrecognizedReason.SchemaMismatch && e.EventType == \"ping\";")]
    [InlineData("int F(AcmeEvent e) => e switch { UnrecognizedAcmeEvent { EventType: \"ping\" } u when u.Reason == UnrecognizedReason.SchemaMismatch => 1, _ => 3 };")]
    [InlineData("bool F(AcmeEvent e) => e is UnrecognizedAcmeEvent { EventType: AcmeEventTypes.Ping };")]
    [InlineData("bool F(AcmeEvent e) => e.EventType == \"ping\";")]
    [InlineData("bool F(UnrecognizedAcmeEvent e) => e.EventType == \"pong\";")]
    [InlineData("bool F(UnrecognizedAcmeEvent e) => e.Message == \"ping\";")]
    [InlineData("bool F(string text) => text == \"ping\";")]
    public async Task Events_AmongTheUnrecognized(string code) => await Report(code);

    [Fact]
    public async Task EventThatIsNotSelected_IsUnrecognizedAsBefore() =>
        await new UpdatedProject(s_old, s_new, Usings + "class C { bool F(UnrecognizedAcmeEvent e) => e.EventType == \"ping\" || e.EventType == {|TWH3906:\"order.sent\"|}; }", ("Events", "order.*")).ReportedAsync();

    /// <summary>Numbers are pinned, so that they move only where the lock file was made otherwise.</summary>
    [Theory]
    [InlineData("int F(State s) => {|TWH3905:(int)s|};")]
    [InlineData("int? F(State? s) => {|TWH3905:(int?)s|};")]
    [InlineData("State F(long n) => {|TWH3905:(State)n|};")]
    [InlineData("int F() => {|TWH3905:(int)State.Closed|};")]
    [InlineData("int F(State s) => {|TWH3905:Convert.ToInt32(s)|};")]
    [InlineData("object F(int n) => {|TWH3905:Enum.ToObject(typeof(State), n)|};")]
    [InlineData("string F(State s) => {|TWH3905:s.ToString(\"D\")|};")]

    [InlineData("int F() => (int)State.Open;")]
    [InlineData("State F() => (State)0;")]
    [InlineData("object F(State s) => s;")]
    [InlineData("string F(State s) => s.ToString();")]
    [InlineData("int F(DayOfWeek s) => (int)s;")]
    [InlineData("bool F(State s) => s == State.Closed;")]
    public async Task Numbers_ThatMoved(string code)
    {
        SchemaText[] now = [GeneratorHarness.Acme(s_old, ("EventType", "/type"))];
        string text = UpdatedProject.LockOf(now);
        Assert.Contains("  closed 3\n", text, StringComparison.Ordinal);
        UpdatedProject project = new(now, now, Usings + "class C { " + code + " }", text.Replace("  closed 3\n", "  closed 30000\n", StringComparison.Ordinal));
        Assert.Contains(project.Changes, static change => change.Rule == ChangeRules.ValueNumberChanged);
        await project.ReportedAsync();
    }

    [Fact]
    public async Task Report_HasBothNamesAndTheChange()
    {
        UpdatedProject project = Project("""
            bool A(Order o) => o.AdditionalProperties?.ContainsKey({|TWH3901:"is_custom_amount"|}) == true;
            int B(State s) => s switch { State.ReadOnly => 1, {|TWH3902:_|} => 2 };
            #nullable disable
            int C0(Order o) => {|TWH3903:o.Note|}.Length;
            #nullable restore
            bool D(AcmeEvent e) => e.EventType == {|TWH3904:"order.lost"|};
            bool E(State s) => s.ToString() == {|TWH3904:"Wontfix"|};
            bool F(UnrecognizedAcmeEvent e) => e.EventType == {|TWH3906:"ping"|};
            """);
        IReadOnlyList<Diagnostic> reported = await project.ReportedAsync();
        Assert.Equal(
        [
            "'is_custom_amount' of Order is Order.IsCustomAmount now: AdditionalProperties does not have it any more",
            "This still takes 'wont_fix' (which seems to be 'wontfix' of before), which was Unrecognized until now and is State.WontFix from here on",
            "Order.Note is 'string?', was 'string': where it is null, this throws, and nullable warnings are off here",
            "'order.lost' is no event of Acme any more: deliveries of it come as UnrecognizedAcmeEvent",
            "'Wontfix' is no name in State any more, and seems to be 'WontFix' now: this never holds",
            "'ping' is PingEvent now: it is UnrecognizedAcmeEvent no more, unless its body does not fit the schema",
        ], reported.Select(UpdatedProject.Message));
        Assert.All(reported, each => Assert.Contains(project.Changes, change => change.Fingerprint == each.Properties[UpdateReport.FingerprintProperty]));
        Assert.All(reported, static each => Assert.Equal("Acme", each.Properties[UpdateReport.ProviderProperty]));
    }

    public static TheoryData<string> Ids => [.. new UpdateUseAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id).Where(static id => id.StartsWith("TWH39", StringComparison.Ordinal))];

    /// <summary>The pages of the rules say what the rules do.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Page_ExamplesAreFlaggedAndRepaired(string id)
    {
        DiagnosticDescriptor rule = new UpdateUseAnalyzer().SupportedDiagnostics.Single(each => each.Id == id);
        string page = File.ReadAllText(SharedFiles.InProject($"docs/rules/{id}.md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n\nDefault severity: warning.\n\n## What\n", page, StringComparison.Ordinal);
        Assert.All(["## Why", "## Flagged", "## Repaired", "## Configure", $"dotnet_diagnostic.{id}.severity"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Contains($"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}", File.ReadAllText(SharedFiles.InProject("src/TypedWebhooks.Generators/AnalyzerReleases.Unshipped.md")), StringComparison.Ordinal);
        Assert.Contains($"[{id}]({id}.md)", File.ReadAllText(SharedFiles.InProject("docs/rules/README.md")), StringComparison.Ordinal);
        string[] examples = [.. Regex.Matches(page, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(static match => match.Groups[1].Value)];
        Assert.Equal(2, examples.Length);
        Assert.Equal([[id], []], await Task.WhenAll(examples.Select(async example => (await Example(id, example).AllAsync()).Where(static each => each.Severity != DiagnosticSeverity.Info).Select(static each => each.Id).ToArray())));
    }

    private static UpdatedProject Example(string id, string example)
    {
        if (id != "TWH3905")
        {
            return Project(example);
        }

        SchemaText[] now = [GeneratorHarness.Acme(s_old, ("EventType", "/type"))];
        return new(now, now, Usings + "class C {\n" + example + "\n}", UpdatedProject.LockOf(now).Replace("  closed 3\n", "  closed 30000\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FirstUse_IsAnInformationOnTheWholeUpdate()
    {
        Diagnostic twin = Assert.Single(await Project("").AllAsync());
        Assert.Equal(("TWH3001", DiagnosticSeverity.Info), (twin.Id, twin.Severity));
        Assert.Equal("Acme", twin.Location.SourceTree!.ToString().Substring(twin.Location.SourceSpan.Start, twin.Location.SourceSpan.Length));
        Assert.StartsWith("Acme: ", UpdatedProject.Message(twin), StringComparison.Ordinal);
        Assert.False(twin.Properties.ContainsKey(UpdateReport.FingerprintProperty));
    }

    [Fact]
    public async Task FirstUse_IsFoundInCodeThatDoesNotCompile() => Assert.Contains(
        await new UpdatedProject(s_old, s_new, "class C { Consumer.Acme.OrderLostEvent E; bool F(Consumer.Acme.AcmeEvent e) => e is }").AllAsync(compiles: false),
        static each => each is { Id: "TWH3001", Severity: DiagnosticSeverity.Info });

    /// <summary>Nothing has changed, only documentation has, nothing is wanted, or nothing is asked of silent changes.</summary>
    [Fact]
    public async Task NothingToSay_SaysNothing()
    {
        const string code = Usings + "class C { bool F(AcmeEvent e) => e.EventType == \"order.lost\"; bool G(State s) => s == State.Unrecognized; }";
        Assert.Empty(await new UpdatedProject(s_old, s_old, code).AllAsync());
        Assert.Empty(await new UpdatedProject(s_old, s_old.Replace("\"enum\"", "\"description\": \"new\", \"enum\"", StringComparison.Ordinal), code).AllAsync());
        Assert.Empty(await new UpdatedProject(s_old, s_new, code, ("Baseline", "Off")).AllAsync());
        Assert.Equal(["TWH3001"], (await new UpdatedProject(s_old, s_new, code, ("Baseline", "Source")).AllAsync()).Select(static each => each.Id));
    }

    /// <summary>What is accepted is not reported, and what is not is.</summary>
    [Fact]
    public async Task AcceptedChange_IsNotReportedWhereItIsUsed()
    {
        UpdatedProject project = Project("bool F(State s) => s == State.Unrecognized;");
        string accepted = string.Concat(project.Changes.Where(static change => change.Place.Kind == EntryKind.Value).Select(static change => $"accepted {change.Fingerprint} \"{change.Rule.Id}\"\n"));
        string text = UpdatedProject.LockOf(GeneratorHarness.Acme(s_old, ("EventType", "/type")));
        SchemaText[] now = [GeneratorHarness.Acme(s_new, ("EventType", "/type"))];
        await new UpdatedProject([], now, Usings + "class C { bool F(State s) => s == State.Unrecognized; object G(Order o) => o.AdditionalProperties![{|TWH3901:\"gift\"|}]; }", text + "\n" + accepted).ReportedAsync();
    }

    /// <summary>Without a lock file, and while nothing differs, no code is looked at; what is found is found once for all who ask.</summary>
    [Fact]
    public void Comparison_RunsOnceForAllWhoAsk()
    {
        int read = 0;
        SchemaText schema = new("/consumer/schemas/acme/hooks.json", s_new, ("EventType", "/type")) { OnRead = () => read++ };
        SchemaText file = new(UpdatedProject.LockPath, UpdatedProject.LockOf(GeneratorHarness.Acme(s_old, ("EventType", "/type"))), ("Schema", "lock"));
        AnalyzerOptions project = new([schema, file], new SchemaOptions("Consumer"));
        Finding first = RecentFindings.Find(RecentFindings.BaselineIn(project)!, project, CancellationToken.None);
        int once = read;
        Assert.Same(first, RecentFindings.Find(RecentFindings.BaselineIn(project)!, project, CancellationToken.None));
        Assert.Equal(once, read);

        // An editor makes other options for each compilation: the texts are looked at, and are the same.
        AnalyzerOptions again = new([schema, file], new SchemaOptions("Consumer"));
        Assert.Same(first, RecentFindings.Find(RecentFindings.BaselineIn(again)!, again, CancellationToken.None));
        AnalyzerOptions other = new([new SchemaText(schema.Path, s_old, ("EventType", "/type")), file], new SchemaOptions("Consumer"));
        Assert.NotSame(first, RecentFindings.Find(RecentFindings.BaselineIn(other)!, other, CancellationToken.None));
        Assert.Null(RecentFindings.BaselineIn(new([schema], new SchemaOptions("Consumer"))));
    }

    /// <summary>A text to which a schema restricts a member of what it refers to is in no enum, and is compared all the same.</summary>
    [Theory]
    [InlineData("bool F(OrderPaidEvent e) => e.Buyer!.Rank == {|TWH3904:\"silver-star\"|};")]
    [InlineData("bool F(JsonElement buyer) => buyer.GetProperty(\"rank\").GetString() == {|TWH3904:\"silver-star\"|};")]
    [InlineData("bool F(OrderPaidEvent e) => e.Buyer!.Rank == \"gold\";")]
    [InlineData("bool F(OrderPaidEvent e) => e.Buyer!.Name == \"silver-star\";")]
    [InlineData("bool F(JsonElement buyer) => buyer.GetProperty(\"name\").GetString() == \"silver-star\";")]
    [InlineData("bool F(string text) => text == \"silver-star\";")]
    public async Task Texts_OfARestriction(string code)
    {
        string schema = UpdatedProject.Events(
            UpdatedProject.Event("paid", "order.paid", """ "buyer": { "allOf": [{ "$ref": "#/$defs/person" }, { "properties": { "rank": { "enum": ["gold", "silver-star"] } } }] } """),
            """ "person": { "type": "object", "properties": { "rank": { "type": "string" }, "name": { "type": "string" } } } """);
        await new UpdatedProject(schema, schema.Replace("silver-star", "silver_star", StringComparison.Ordinal), Usings + "class C { " + code + " }").ReportedAsync();
    }
}
