using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using TypedWebhooks.Generators.Json;

namespace TypedWebhooks.Generators.Schemas.JsonSchema;

/// <summary>A schema or a value in one spelling: members in ordinal order, no white space. It is hashed, or read by a person, and never parsed.</summary>
internal static class SchemaSpelling
{
    /// <summary>What is deeper was refused when it was read.</summary>
    private const int MaxDepth = 64;

    /// <summary>Keywords that say nothing of what is valid.</summary>
    private static readonly HashSet<string> s_annotations = new(StringComparer.Ordinal) { "$comment", "default", "deprecated", "description", "example", "examples", "externalDocs", "title", "xml" };

    /// <summary>A value, with all that is in it.</summary>
    public static string OfValue(JsonNode value) => new Spelling([], keepsAll: true).Of(value);

    /// <summary>A schema, or several, without what is said for people.</summary>
    /// <param name="listed">The schemas of which the values that they list are left out.</param>
    public static string Of(JsonNode schema, HashSet<JsonNode>? listed = null) => new Spelling(listed ?? [], keepsAll: false).Of(schema);

    private sealed class Spelling(HashSet<JsonNode> listed, bool keepsAll)
    {
        private readonly StringBuilder _text = new();

        public string Of(JsonNode node)
        {
            Write(node, isSchema: true, 0);
            return _text.ToString();
        }

        /// <param name="isSchema">Whether an object's members are keywords, and not names of what a payload has.</param>
        private void Write(JsonNode node, bool isSchema, int depth)
        {
            switch (node)
            {
                case JsonString s:
                    _text.Append('"').Append(s.Value.Replace("\\", "\\\\").Replace("\"", "\\\"")).Append('"');
                    break;
                case JsonNumber number:
                    _text.Append(number.RawText);
                    break;
                case JsonBoolean flag:
                    _text.Append(flag.Kind);
                    break;
                case JsonArray array when depth < MaxDepth:
                    _text.Append('[');
                    for (int i = 0; i < array.Items.Length; i++)
                    {
                        _text.Append(i == 0 ? "" : ",");
                        Write(array.Items[i], isSchema, depth + 1);
                    }

                    _text.Append(']');
                    break;
                case JsonObject o when depth < MaxDepth:
                    _text.Append('{');
                    foreach (JsonMember member in o.Members.Where(member => keepsAll || !isSchema || IsKept(o, member.Name)).OrderBy(static member => member.Name, StringComparer.Ordinal))
                    {
                        _text.Append(_text[_text.Length - 1] == '{' ? "\"" : ",\"").Append(member.Name).Append("\":");
                        Write(member.Value, !isSchema || member.Name is not ("properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas"), depth + 1);
                    }

                    _text.Append('}');
                    break;
                default:
                    _text.Append("null");
                    break;
            }
        }

        private bool IsKept(JsonObject schema, string keyword) => !s_annotations.Contains(keyword) && !(keyword is "enum" or "const" && listed.Contains(schema));
    }
}
