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
                                    [{{Keyword.If(provider.CloudEvents is not null, Keyword.CloudEventsJson, Keyword.Json)}}] = new global::Microsoft.OpenApi.OpenApiMediaType
                                    {
                                        Schema = new global::Microsoft.OpenApi.OpenApiSchemaReference(name, document),
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
                                if (typeof({{provider.Root}}).IsAssignableFrom(parameter.ParameterType))
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
                    schema.OneOf = described.OneOf;
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
