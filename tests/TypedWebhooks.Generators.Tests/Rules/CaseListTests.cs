using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Xunit;

namespace TypedWebhooks.Generators.Tests.Rules;

/// <summary>No case of the list of verdicts goes without a test.</summary>
public sealed class CaseListTests
{
    private const int Cases = 94;

    /// <summary>Handlers are registered as classes, never by a fluent builder: there is nothing to complete or to store.</summary>
    private static readonly int[] s_withoutSubject = [77, 78];

    [Fact]
    public void EveryCase_HasTest()
    {
        MethodInfo[] tests = [.. typeof(CaseListTests).Assembly.GetTypes()
            .Where(static type => type.Namespace == typeof(CaseListTests).Namespace)
            .SelectMany(static type => type.GetMethods())];
        IEnumerable<int> numbered = tests
            .SelectMany(static test => test.GetCustomAttributes<InlineDataAttribute>())
            .SelectMany(static data => data.GetData(null!))
            .Select(static row => row[0])
            .OfType<int>();
        IEnumerable<int> marked = tests
            .SelectMany(static test => test.GetCustomAttributesData())
            .Where(static data => data.AttributeType == typeof(TraitAttribute) && (string?)data.ConstructorArguments[0].Value == "Case")
            .Select(static data => int.Parse((string)data.ConstructorArguments[1].Value!, CultureInfo.InvariantCulture));
        Assert.Equal([], Enumerable.Range(1, Cases).Except(numbered).Except(marked).Except(s_withoutSubject));
    }
}
