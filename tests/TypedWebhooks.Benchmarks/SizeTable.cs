using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TypedWebhooks.Benchmarks.Rivals;
using TypedWebhooks.Json;

namespace TypedWebhooks.Benchmarks;

/// <summary>How much IL the reading and writing of JSON takes, for each property of the types that are read and written.</summary>
internal static class SizeTable
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static void Print()
    {
        Console.WriteLine("### IL of the JSON code");
        Console.WriteLine();
        Console.WriteLine("| | types | properties | bytes of IL | a property |");
        Console.WriteLine("|---|--:|--:|--:|--:|");
#if GITHUB
        Type[] emitted = typeof(GitHub.GitHubEvent).Assembly.GetTypes();
        Print("TypedWebhooks: GitHub's 224 events", Read(emitted), [.. emitted.Where(static type => IsConverter(type) || typeof(JsonSerializerContext).IsAssignableFrom(type))]);
        string[] names = [.. Known(typeof(RivalContext)).Select(static type => type.Name)];
        Type[] same = [.. emitted.Where(type => IsConverter(type) && names.Contains(type.BaseType!.GetGenericArguments()[0].Name))];
        Print("TypedWebhooks: those of pull_request.opened", Read(same), same);
#endif
        Print("System.Text.Json generated: pull_request.opened and the small bodies", [.. Known(typeof(RivalContext))], [typeof(RivalContext)]);
        Console.WriteLine();
    }

    private static void Print(string name, Type[] types, Type[] code)
    {
        int properties = types.Sum(static type => type.GetProperties().Count(static property =>
            property.GetMethod is { IsVirtual: false } && property.Name is not ("AdditionalProperties" or "OriginalValues" or "EqualityContract")));
        int il = code.Sum(Il);
        Console.WriteLine($"| {name} | {types.Length} | {properties:N0} | {il:N0} | {(double)il / properties:N0} |");
    }

    private static bool IsConverter(Type type) => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(WebhookConverter<>);

    /// <summary>The types that converters read.</summary>
    private static Type[] Read(IEnumerable<Type> code) => [.. code.Where(IsConverter).Select(static type => type.BaseType!.GetGenericArguments()[0])];

    /// <summary>The records that a context of System.Text.Json's generator reads.</summary>
    private static IEnumerable<Type> Known(Type context) => context.GetProperties()
        .Where(static property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(JsonTypeInfo<>))
        .Select(static property => property.PropertyType.GetGenericArguments()[0])
        .Where(static type => type.Assembly == typeof(RivalContext).Assembly && type.IsClass);

    private static int Il(Type type) => type.GetMethods(Declared).Cast<MethodBase>()
        .Concat(type.GetConstructors(Declared))
        .Sum(static method => method.GetMethodBody()?.GetILAsByteArray()?.Length ?? 0)
        + type.GetNestedTypes(Declared).Sum(Il);
}
