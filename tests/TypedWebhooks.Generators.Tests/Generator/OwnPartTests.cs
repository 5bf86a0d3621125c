using System;
using System.Text.Json;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Generator;

/// <summary>What a consumer adds to a record in a part of his own.</summary>
public sealed class OwnPartTests
{
    private const string Part = """
        #nullable enable
        using System.Diagnostics.CodeAnalysis;
        namespace Consumer.Acme
        {
            partial record PingEvent
            {
                [SetsRequiredMembers]
                public PingEvent(string id)
                    : this() => Id = id;

                public string? Note { get; init; }

                public string Loud => Id + "!";

                public int Reads { get; set; } = 7;
            }

            partial record AcmeEvent
            {
                public string Described => EventType + " described";
            }
        }
        """;

    private static readonly SchemaText s_schema = GeneratorHarness.Acme("""{ "properties": { "type": { "const": "ping" }, "id": { "type": "string" } }, "required": ["id"] }""");

    [Fact]
    public void MembersOfOnesOwn_AreNoPartOfTheValue()
    {
        EmittedEvents events = new("Acme", GeneratorHarness.Run([s_schema], [Part]));
        dynamic e = events.Parse("""{"type":"ping","id":"a"}""");
        dynamic made = Activator.CreateInstance(events.Type("PingEvent"), "a")!;
        Assert.Equal("a!", made.Loud);
        Assert.Equal("ping described", e.Described);
        Assert.Equal(7, e.Reads);
        Assert.Equal(e, made);

        e.Reads = 8;
        events.Type("PingEvent").GetProperty("Note")!.SetValue(e, "noted");
        Assert.Equal(e, made);
        Assert.Equal(e.GetHashCode(), made.GetHashCode());
        Assert.Equal("PingEvent { Id = a, EventType = ping }", e.ToString());
        Assert.Equal("""{"type":"ping","id":"a"}""", events.Write(e));
    }

    [Fact]
    public void Copy_HasThem()
    {
        Generated generated = GeneratorHarness.Run([s_schema], [Part, "class C { public static object Copy(Consumer.Acme.PingEvent e) => e with { Id = \"b\" }; }"]);
        EmittedEvents events = new("Acme", generated);
        dynamic e = events.Parse("""{"type":"ping","id":"a"}""");
        e.Reads = 8;
        dynamic copy = events.Assembly.GetType("C")!.GetMethod("Copy")!.Invoke(null, [e])!;
        Assert.Equal("b", copy.Id);
        Assert.Equal(8, copy.Reads);
        Assert.NotEqual(e, copy);
    }

    /// <summary>What the emitted part has already cannot be in another one.</summary>
    [Theory]
    [InlineData("public PingEvent() { }", "CS0111")]
    [InlineData("public override string ToString() => \"\";", "CS0239")]
    [InlineData("public bool Equals(PingEvent? other) => true;", "CS0111")]
    [InlineData("public override int GetHashCode() => 0;", "CS0111")]
    public void WhatEveryRecordHas_IsTheCompilersError(string member, string error)
    {
        Generated generated = GeneratorHarness.Run([s_schema], [$"#nullable enable\nnamespace Consumer.Acme {{ partial record PingEvent {{ {member} }} }}"]);
        Assert.Contains(generated.CompilerMessages, message => message.Contains(error, StringComparison.Ordinal));
    }
}
