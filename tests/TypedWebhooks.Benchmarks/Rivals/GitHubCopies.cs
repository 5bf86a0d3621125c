using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedWebhooks.Benchmarks.Generating;
using TypedWebhooks.Json;

namespace TypedWebhooks.Benchmarks.Rivals;

/// <summary>
/// Copies of the records that are emitted for GitHub's events, annotated for System.Text.Json's own generator, which is run
/// here as the compiler would run it. A place where the schema allows several types is a <see cref="JsonElement"/>: the
/// serializer has no such types.
/// </summary>
internal static class GitHubCopies
{
    public const string ContextName = "Copies.Context";

    /// <summary>The name of a record's copy.</summary>
    public static string NameOf(Type record) => "Copies." + record.Name;

    /// <summary>Makes the copies of events and all that they reach.</summary>
    /// <param name="events">The events' records.</param>
    /// <param name="path">Where the assembly goes.</param>
    public static void Emit(IEnumerable<Type> events, string path)
    {
        Type[] roots = [.. events];
        Queue<Type> open = new(roots);
        HashSet<Type> seen = [.. roots];
        StringBuilder source = new("using System.Text.Json.Serialization;\nnamespace Copies;\n");
        while (open.TryDequeue(out Type? type))
        {
            source.Append(type.IsEnum ? Enum(type) : Record(type, Reach));
        }

        foreach (Type root in roots)
        {
            source.Append($"[JsonSerializable(typeof({root.Name}))]\n");
        }

        source.Append("public sealed partial class Context : JsonSerializerContext;\n");
        CSharpGeneratorDriver.Create([SystemTextJsonGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14))
            .RunGeneratorsAndUpdateCompilation(Compiler.Compile(source.ToString()), out Compilation compilation, out _);
        var result = compilation.Emit(path);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        }

        void Reach(Type type)
        {
            if (seen.Add(type))
            {
                open.Enqueue(type);
            }
        }
    }

    private static string Record(Type type, Action<Type> reach)
    {
        MemberNames? names = NamesOf(type);
        StringBuilder source = new($"public sealed record {type.Name}\n{{\n");
        foreach (PropertyInfo property in type.GetProperties().Where(static property => property.SetMethod is not null))
        {
            string? name = names is null ? null : Enumerable.Range(0, names.Count).Select(i => names[i]).FirstOrDefault(name => IsNamed(property, name));
            if (name is null)
            {
                continue;
            }

            bool isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
            source.Append($"    [JsonPropertyName({SymbolDisplay.FormatLiteral(name, quote: true)})] public {(isRequired ? "required " : "")}{TypeName(property.PropertyType, reach)} {property.Name} {{ get; init; }}\n");
        }

        return source.Append("    [JsonExtensionData] public System.Collections.Generic.Dictionary<string, System.Text.Json.JsonElement> AdditionalProperties { get; set; }\n}\n").ToString();
    }

    private static string Enum(Type type)
    {
        StringBuilder source = new($"[JsonConverter(typeof(JsonStringEnumConverter<{type.Name}>))] public enum {type.Name}\n{{\n");
        foreach (object value in System.Enum.GetValues(type))
        {
            string name = value.ToString()!;
            if ((int)value != 0)
            {
                source.Append($"    [JsonStringEnumMemberName({JsonSerializer.Serialize(value, type)})] ");
            }

            source.Append($"{name},\n");
        }

        return source.Append("}\n").ToString();
    }

    private static string TypeName(Type type, Action<Type> reach)
    {
        Type? underlying = Nullable.GetUnderlyingType(type);
        if (underlying is not null)
        {
            return TypeName(underlying, reach) + "?";
        }

        if (type.IsGenericType)
        {
            Type definition = type.GetGenericTypeDefinition();
            return definition == typeof(EquatableList<>) ? $"System.Collections.Generic.List<{TypeName(type.GenericTypeArguments[0], reach)}>"
                : definition == typeof(EquatableDictionary<>) ? $"System.Collections.Generic.Dictionary<string, {TypeName(type.GenericTypeArguments[0], reach)}>"
                : "System.Text.Json.JsonElement";
        }

        if (type.Namespace!.StartsWith("System", StringComparison.Ordinal))
        {
            return type.FullName!;
        }

        if (type.Assembly == typeof(EquatableJson).Assembly || type.IsAbstract)
        {
            return "System.Text.Json.JsonElement";
        }

        reach(type);
        return type.Name;
    }

    /// <summary>The members of a record, which its emitted code keeps to itself.</summary>
    private static MemberNames? NamesOf(Type type) => new[] { type, type.Assembly.GetType(type.FullName + "JsonConverter") }
        .SelectMany(static place => place?.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) ?? [])
        .Where(static field => field.FieldType == typeof(MemberNames))
        .Select(static field => (MemberNames)field.GetValue(null)!)
        .FirstOrDefault();

    private static bool IsNamed(PropertyInfo property, string name)
    {
        string plain = string.Concat(name.Replace("+", "plus", StringComparison.Ordinal).Replace("-1", "minus1", StringComparison.Ordinal).Where(char.IsLetterOrDigit));
        return plain.Replace("1", "one", StringComparison.Ordinal).Equals(property.Name.Replace("1", "one", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The generator that lies beside the runtime's reference assemblies.</summary>
    private static ISourceGenerator SystemTextJsonGenerator()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string packs = Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref");
        string path = Directory.EnumerateFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        Type type = Assembly.LoadFrom(Path.GetFullPath(path)).GetTypes().Single(static type => !type.IsAbstract && typeof(IIncrementalGenerator).IsAssignableFrom(type));
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }
}
