using System.Linq;
using TypedWebhooks.Generators.Tests.Harness;
using Xunit;
using static TypedWebhooks.Generators.Tests.Schemas.EventMaps.MappedProvider;

namespace TypedWebhooks.Generators.Tests.Schemas.EventMaps;

/// <summary>The names that a map gives to types.</summary>
public sealed class TypeNameTests
{
    private const string Tasks = """
        { "type": "object", "properties": { "type": { "const": "task.done" }, "task": { "$ref": "#/$defs/Task" }, "where": { "type": "object", "properties": { "city": { "type": "string" } } }, "state": { "enum": ["a", "b"] } },
          "$defs": { "Task": { "type": "object", "properties": { "owner": { "type": "object", "properties": { "id": { "type": "string" } } } } }, "Other": { "type": "string" } } }
        """;

    [Theory]
    [InlineData("tasks.json#/$defs/Task")]
    [InlineData("#/$defs/Task")]
    public void Definition_IsCalledAsTheMapSays(string reference)
    {
        Generated generated = GeneratorHarness.Run(Of($$"""{ "types": { "{{reference}}": "WorkItem" } }""", ("tasks.json", Tasks)));
        generated.AssertCompiles();
        Assert.Empty(generated.Printed);
        Assert.Contains("Acme.WorkItem", generated.TypeNames);
        Assert.Contains("Acme.WorkItemOwner", generated.TypeNames);
    }

    [Fact]
    public void WhatStandsInPlace_IsCalledAsTheMapSays()
    {
        Generated generated = GeneratorHarness.Run(Of("""{ "types": { "tasks.json#/properties/where": "Place", "#/properties/state": "Task", "#/$defs/Task": "task_item" } }""", ("tasks.json", Tasks)));
        generated.AssertCompiles();
        Assert.Empty(generated.Printed);
        Assert.Contains("Acme.Place", generated.TypeNames);
        Assert.Contains("Acme.Task", generated.TypeNames);
        Assert.Contains("Acme.task_item", generated.TypeNames);
    }

    /// <summary>What the map says comes before every name that is made of the schemas.</summary>
    [Fact]
    public void NameThatAnotherTypeWouldHave_IsTheOneOfTheMap()
    {
        Generated generated = GeneratorHarness.Run(Of("""{ "types": { "#/$defs/Task": "TaskDoneWhere" } }""", ("tasks.json", Tasks)));
        generated.AssertCompiles();
        Assert.Contains("Owner", generated.TypeCode("Acme.TaskDoneWhere"));
        Assert.Contains("TWH2006: 'where' is called 'TaskDoneWherePayload'", generated.Printed.Single());
    }

    [Theory]
    [InlineData("""{ "types": [] }""", "(1,12): TWH2012: types is an object: a reference to a schema, and the name of its type")]
    [InlineData("""{ "types": { "#/$defs/Tsk": "WorkItem" } }""", "(1,14): TWH2012: '#/$defs/Tsk' leads nowhere: none of the provider's schemas has it; did you mean '#/$defs/Task'?")]
    [InlineData("""{ "types": { "nowhere.json": "WorkItem" } }""", "(1,14): TWH2012: 'nowhere.json' leads nowhere: none of the provider's schemas has it")]
    [InlineData("""{ "types": { "#/$defs/Task": "Work Item" } }""", "(1,30): TWH2012: The name of a type is a C# identifier of letters, digits and underscores")]
    [InlineData("""{ "types": { "#/$defs/Task": null } }""", "(1,30): TWH2012: The name of a type is a C# identifier of letters, digits and underscores")]
    [InlineData("""{ "types": { "#/$defs/Task": "Work", "#/properties/where": "work" } }""", "(1,60): TWH2012: Two types are called 'work'; the first one is '#/$defs/Task'")]
    [InlineData("""{ "types": { "#/$defs/Task": "Work", "tasks.json#/$defs/Task": "Job" } }""", "(1,38): TWH2012: What 'tasks.json#/$defs/Task' leads to has a name by another entry already")]
    public void WhatDoesNotFit_IsSaidAtItsPlace(string map, string error) => Assert.Equal(["acme.map.json" + error], Errors(map, ("tasks.json", Tasks)));
}
