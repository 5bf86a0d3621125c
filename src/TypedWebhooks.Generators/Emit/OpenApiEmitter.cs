using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits what brings the events' schemas into the OpenAPI documents of ASP.NET Core, where a project makes such.</summary>
internal static class OpenApiEmitter
{
    public static SourceWriter Emit(ProviderModel provider)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"{DocText.Summary($"Brings {provider.Name}'s events into an OpenAPI document.")}");
        EmittedFile.Mark(code);
        code.Write($$"""
            {{Keyword.Access(provider)}} static class {{provider.OpenApi}}
            {
                private const string Prefix = "#/components/schemas/";

                /// <summary>Describes the events in the document: as schemas, and as bodies of the endpoints that take one as a parameter.</summary>
                /// <param name="options">The document's options.</param>
                /// <returns>The same options.</returns>
                public static global::Microsoft.AspNetCore.OpenApi.OpenApiOptions Add{{provider.Name.Bare}}Schemas(
                    this global::Microsoft.AspNetCore.OpenApi.OpenApiOptions options)
                {
                    global::System.ArgumentNullException.ThrowIfNull(options);
                    options.AddSchemaTransformer(static (schema, context, _) =>
                    {
                        if (context.Document is { } document && {{provider.JsonSchema}}.Schemas.NameOf(context.JsonTypeInfo.Type) is { } name)
                        {
                            Describe(schema, document, name);
                        }

                        return global::System.Threading.Tasks.Task.CompletedTask;
                    });
                    options.AddOperationTransformer(static (operation, context, _) =>
                    {
                        if (context.Document is { } document && operation.RequestBody is null && BodyOf(context.Description.ActionDescriptor.EndpointMetadata) is { } name)
                        {
                            AddComponent(document, name);
                            operation.RequestBody = new global::Microsoft.OpenApi.OpenApiRequestBody
                            {
                                Required = true,
                                Content = new global::System.Collections.Generic.Dictionary<string, {{Keyword.MediaType}}>
                                {
                                    [{{ContentType.Of(provider)}}] = new global::Microsoft.OpenApi.OpenApiMediaType
                                    {
                                        Schema = {{ContentType.Schema(provider)}},
                                    },
                                },
                            };
                        }

                        return global::System.Threading.Tasks.Task.CompletedTask;
                    });
                    return options;
                }

                /// <summary>The event that an endpoint binds, which ASP.NET Core itself does not know to come from the body.</summary>
                private static string? BodyOf(global::System.Collections.Generic.IList<object> metadata)
                {
                    foreach (object item in metadata)
                    {
                        if (item is global::System.Reflection.MethodInfo method)
                        {
                            foreach (global::System.Reflection.ParameterInfo parameter in method.GetParameters())
                            {
                                if (typeof({{provider.Root}}).IsAssignableFrom(parameter.ParameterType){{ContentType.OrBatch(provider)}})
                                {
                                    return {{provider.JsonSchema}}.Schemas.NameOf(parameter.ParameterType);
                                }
                            }
                        }
                    }

                    return null;
                }

                private static void Describe(global::Microsoft.OpenApi.OpenApiSchema schema, global::Microsoft.OpenApi.OpenApiDocument document, string name)
                {
                    global::Microsoft.OpenApi.OpenApiSchema described = Parse(document, name);
                    schema.Type = described.Type;
                    schema.Format = described.Format;
                    schema.Description ??= described.Description;
                    schema.Properties = described.Properties;
                    schema.Required = described.Required;
                    schema.Enum = described.Enum;
                    schema.OneOf = described.OneOf;{{ContentType.Items(provider)}}
                    schema.Discriminator = described.Discriminator;
                }

                /// <summary>Adds the schema of a name to the document, and those that it refers to.</summary>
                private static void AddComponent(global::Microsoft.OpenApi.OpenApiDocument document, string name)
                {
                    if (document.Components?.Schemas?.ContainsKey(name) != true)
                    {
                        // First empty: schemas may refer to each other in a ring.
                        global::Microsoft.OpenApi.OpenApiSchema schema = new();
                        document.AddComponent(name, schema);
                        Describe(schema, document, name);
                    }
                }

                private static global::Microsoft.OpenApi.OpenApiSchema Parse(global::Microsoft.OpenApi.OpenApiDocument document, string name)
                {
                    global::System.Collections.Generic.HashSet<string> referenced = new(global::System.StringComparer.Ordinal);
                    string json = {{provider.JsonSchema}}.Schemas.Copy(name, Prefix, referenced).ToJsonString();
                    foreach (string other in referenced)
                    {
                        AddComponent(document, other);
                    }

                    return global::Microsoft.OpenApi.Reader.OpenApiModelFactory.Parse<global::Microsoft.OpenApi.OpenApiSchema>(
                        json,
                        global::Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1,
                        document,
                        out _,
                        "json")!;
                }
            }
            """);
        return code;
    }
}

/// <summary>What a request of the provider has for a body, as a document of one's own API says it.</summary>
internal readonly struct ContentType
{
    private readonly string? _code;

    private ContentType(string code) => _code = code;

    public static ContentType Of(ProviderModel provider) => new(provider.Body.Kind switch
    {
        BodyKind.Form => "\"application/x-www-form-urlencoded\"",
        BodyKind.Multipart => "\"multipart/form-data\"",
        BodyKind.JsonLines => "\"application/x-ndjson\"",
        _ when provider.CloudEvents is null => Keyword.Json.ToString(),
        _ => $"name == {new StringLiteral(provider.Batch.Bare.Text)} ? \"application/cloudevents-batch+json\" : {Keyword.CloudEventsJson}",
    });

    /// <summary>The schema of the body: of a form an object with the one field.</summary>
    public static ContentType Schema(ProviderModel provider)
    {
        const string reference = "new global::Microsoft.OpenApi.OpenApiSchemaReference(name, document)";
        return new(provider.Body.Field.Length == 0 ? reference : string.Join("\n" + new string(' ', 28),
        [
            "new global::Microsoft.OpenApi.OpenApiSchema",
            "{",
            "    Type = global::Microsoft.OpenApi.JsonSchemaType.Object,",
            "    Properties = new global::System.Collections.Generic.Dictionary<string, global::Microsoft.OpenApi.IOpenApiSchema>",
            "    {",
            $"        [{provider.Root}.BodyField] = {reference},",
            "    },",
            "}",
        ]));
    }

    public static ContentType OrBatch(ProviderModel provider) => new(provider.BatchPath is null ? "" : $" || parameter.ParameterType == typeof({provider.Batch})");

    /// <summary>Where a body may be an array, the schema of its items is taken over too.</summary>
    public static ContentType Items(ProviderModel provider) => new(provider.BatchPath is null ? "" : "\n        schema.Items = described.Items;");

    public override string ToString() => _code ?? "";
}
