using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace TypedWebhooks.Json;

/// <summary>Gives the text of a provider's JSON Schemas.</summary>
/// <returns>A JSON object in UTF-8: the schema of each type under the type's name, with references that begin with <c>#/$defs/</c>.</returns>
public delegate ReadOnlySpan<byte> JsonSchemaText();

/// <summary>The JSON Schemas of a provider's types, as its records read and write them. They are parsed when somebody asks for them.</summary>
public sealed class JsonSchemas
{
    private const string Prefix = "#/$defs/";

    private readonly Type _root;
    private readonly Lazy<JsonObject> _definitions;

    /// <summary>Holds the schemas of a provider.</summary>
    /// <param name="root">The root of its events, beside which its other types are.</param>
    /// <param name="text">Their text.</param>
    /// <exception cref="ArgumentNullException">One of them is <see langword="null"/>.</exception>
    public JsonSchemas(Type root, JsonSchemaText text)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(text);
        _root = root;
        _definitions = new(() => JsonNode.Parse(text())!.AsObject());
    }

    /// <summary>The name under which the schema of a type is found.</summary>
    /// <param name="type">The type. A nullable enum counts as the enum.</param>
    /// <returns>The name; <see langword="null"/> where it is no type of the provider.</returns>
    public string? NameOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.Assembly == _root.Assembly
            && string.Equals(type.Namespace, _root.Namespace, StringComparison.Ordinal)
            && _definitions.Value.ContainsKey(type.Name) ? type.Name : null;
    }

    /// <summary>The type of the provider that a list, an array or a map of another assembly has for its items.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The type of the items; <see langword="null"/> where it is none of the provider.</returns>
    public Type? ItemOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        Type? item = type.IsArray ? type.GetElementType()
            : type is { IsGenericType: true } ? type.GetGenericArguments()[^1]
            : null;
        return item is not null && NameOf(item) is not null ? item : null;
    }

    /// <summary>Puts schemas in the places that an exporter has left open: a type of the provider, and the items of lists and maps of one.</summary>
    /// <param name="type">The type that the exporter has come to.</param>
    /// <param name="path">Where in the whole schema that is.</param>
    /// <param name="schema">What the exporter has found.</param>
    /// <returns>The schema.</returns>
    public JsonNode Transform(Type type, ReadOnlySpan<string> path, JsonNode schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (Of(type, path) is { } found)
        {
            return found;
        }

        // An item of which the exporter knows nothing it does not mention.
        if (schema is JsonObject container && ItemOf(type) is { } item)
        {
            string kind = container["type"]?.ToJsonString() ?? "";
            string? member = kind.Contains("array", StringComparison.Ordinal) ? "items"
                : kind.Contains("object", StringComparison.Ordinal) && !container.ContainsKey("properties") ? "additionalProperties"
                : null;
            if (member is not null && !container.ContainsKey(member))
            {
                container[member] = Of(item, [.. path, member]);
            }
        }

        return schema;
    }

    /// <summary>The schema of a type, complete in itself.</summary>
    /// <param name="type">The type.</param>
    /// <param name="path">Where in a larger schema it will stand: its references then begin there.</param>
    /// <returns>The schema; <see langword="null"/> where it is no type of the provider.</returns>
    public JsonObject? Of(Type type, ReadOnlySpan<string> path = default)
    {
        if (NameOf(type) is not { } name)
        {
            return null;
        }

        string prefix = Pointer(path) + "/$defs/";
        HashSet<string> referenced = new(StringComparer.Ordinal);
        JsonObject schema = Copy(name, prefix, referenced);
        JsonObject definitions = [];
        Queue<string> pending = new(referenced);
        while (pending.TryDequeue(out string? next))
        {
            HashSet<string> further = new(StringComparer.Ordinal);
            definitions[next] = Copy(next, prefix, further);
            foreach (string found in further)
            {
                if (referenced.Add(found))
                {
                    pending.Enqueue(found);
                }
            }
        }

        if (definitions.Count > 0)
        {
            schema["$defs"] = definitions;
        }

        return schema;
    }

    /// <summary>The schema that stands under a name, with its references changed.</summary>
    /// <param name="name">The name, as <see cref="NameOf"/> gives it, or a reference ends with it.</param>
    /// <param name="prefix">What its references begin with.</param>
    /// <param name="referenced">Is given the names that it refers to.</param>
    /// <returns>The schema, a copy.</returns>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public JsonObject Copy(string name, string prefix, ISet<string> referenced)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(referenced);
        JsonObject schema = (_definitions.Value[name] ?? throw new KeyNotFoundException($"There is no schema '{name}'.")).DeepClone().AsObject();
        Redirect(schema, prefix, referenced);
        return schema;
    }

    /// <summary>A reference is a member <c>$ref</c>, or one of a discriminator's <c>mapping</c>: a property of such a name has a schema, and no text.</summary>
    private static void Redirect(JsonNode? node, string prefix, ISet<string> referenced)
    {
        switch (node)
        {
            case JsonObject schema:
                foreach (KeyValuePair<string, JsonNode?> member in new List<KeyValuePair<string, JsonNode?>>(schema))
                {
                    if (member.Key == "$ref" && member.Value is JsonValue reference)
                    {
                        schema[member.Key] = Redirected(reference, prefix, referenced);
                    }
                    else if (member is { Key: "discriminator", Value: JsonObject discriminator } && discriminator["mapping"] is JsonObject mapping)
                    {
                        foreach (KeyValuePair<string, JsonNode?> target in new List<KeyValuePair<string, JsonNode?>>(mapping))
                        {
                            if (target.Value is JsonValue value)
                            {
                                mapping[target.Key] = Redirected(value, prefix, referenced);
                            }
                        }
                    }
                    else if (member.Key is not ("const" or "enum"))
                    {
                        Redirect(member.Value, prefix, referenced);
                    }
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    Redirect(item, prefix, referenced);
                }

                break;
        }
    }

    private static string Redirected(JsonValue reference, string prefix, ISet<string> referenced)
    {
        string name = reference.GetValue<string>()[Prefix.Length..];
        referenced.Add(name);
        return prefix + name;
    }

    private static string Pointer(ReadOnlySpan<string> path)
    {
        StringBuilder pointer = new("#");
        foreach (string segment in path)
        {
            string escaped = segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            pointer.Append(CultureInfo.InvariantCulture, $"/{escaped}");
        }

        return pointer.ToString();
    }
}
