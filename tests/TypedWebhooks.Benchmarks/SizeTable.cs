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
        Type[] records = [.. emitted.Where(IsRecord)];
        Print("TypedWebhooks: GitHub's 224 events", records, records.Sum(JsonIl) + emitted.Where(IsForAll).Sum(Il));
        string[] names = [.. Known(typeof(RivalContext)).Select(static type => type.Name)];
        Type[] same = [.. records.Where(type => names.Contains(type.Name))];
        Print("TypedWebhooks: those of pull_request.opened", same, same.Sum(JsonIl));
#endif
        Print("System.Text.Json generated: pull_request.opened and the small bodies", [.. Known(typeof(RivalContext))], Il(typeof(RivalContext)));
        Console.WriteLine();
    }

    private static void Print(string name, Type[] types, int il)
    {
        int properties = types.Sum(static type => type.GetProperties().Count(static property =>
            property.GetMethod is { IsVirtual: false } && property.Name is not ("AdditionalProperties" or "OriginalValues" or "EqualityContract")));
        Console.WriteLine($"| {name} | {types.Length} | {properties:N0} | {il:N0} | {(double)il / properties:N0} |");
    }

    private static bool IsRecord(Type type) => type.IsSubclassOf(typeof(WebhookObject));

    /// <summary>What a provider has for all of its types together, and the texts of its enums.</summary>
    private static bool IsForAll(Type type) => type.IsSubclassOf(typeof(WebhookConverterFactory)) || type.IsSubclassOf(typeof(JsonSerializerContext)) || type.Name.EndsWith("JsonTexts", StringComparison.Ordinal);

    /// <summary>The records that a context of System.Text.Json's generator reads.</summary>
    private static IEnumerable<Type> Known(Type context) => context.GetProperties()
        .Where(static property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(JsonTypeInfo<>))
        .Select(static property => property.PropertyType.GetGenericArguments()[0])
        .Where(static type => type.Assembly == typeof(RivalContext).Assembly && type.IsClass);

    /// <summary>What of a record reads and writes: its functions, the constructor that reads, what is made once for all of its objects, and the lambdas.</summary>
    private static int JsonIl(Type type) => Methods(type).Where(IsJson).Sum(Il) + type.GetNestedTypes(Declared).Sum(Il);

    private static bool IsJson(MethodBase method) => method.Name is nameof(WebhookObject.WriteTo) or "ReadFrom" or "ReadEvent" or "ReadBody" || (method.IsConstructor && method.IsStatic)
        || (method.IsConstructor && method.GetParameters() is [{ ParameterType: { IsByRef: true } reader }, ..] && reader.GetElementType() == typeof(WebhookReader));

    private static int Il(Type type) => Methods(type).Sum(Il) + type.GetNestedTypes(Declared).Sum(Il);

    private static int Il(MethodBase method) => method.GetMethodBody()?.GetILAsByteArray()?.Length ?? 0;

    private static IEnumerable<MethodBase> Methods(Type type) => type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared));
}
