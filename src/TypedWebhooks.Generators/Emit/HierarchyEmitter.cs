using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits a closed set of records within a body: the abstract record over them, the one that the schema does not know, and their converters.</summary>
internal static class HierarchyEmitter
{
    public static SourceWriter Emit(ProviderModel provider, HierarchyModel model)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        EmitRoot(code, provider, model);
        code.Line();
        EmitUnrecognized(code, provider, model);
        code.Line();
        EmitConverter(code, provider, model);
        code.Line();
        EmitUnrecognizedConverter(code, provider, model);
        return code;
    }

    private static void EmitRoot(SourceWriter code, ProviderModel provider, HierarchyModel model)
    {
        code.Write($"""
            {DocText.Summary(model.Description, $"One of several objects, told apart by <c>{model.Discriminator}</c>.")}
            [global::TypedWebhooks.WebhookEvents(
            """);
        code.Indent();
        foreach (CaseModel c in model.Cases)
        {
            code.Write($"typeof({c.Record}),");
        }

        code.Write($"typeof({model.Unrecognized}))]");
        code.Unindent();
        code.Write($"[global::System.Text.Json.Serialization.JsonConverter(typeof({model.Name.Bare}JsonConverter))]");
        code.Write($$"""
            {{Keyword.Access(provider)}} {{Keyword.If(provider.UsesClosed, Keyword.Closed, Keyword.Abstract)}}partial record {{model.Name}}
            {
                // Being internal, it also keeps the set closed: no other assembly can add to it (CS0534).
                internal abstract void WriteTo(global::System.Text.Json.Utf8JsonWriter writer);
            """);
        code.Indent();
        PrintEmitter.EmitRefusals(code, model.Name);
        code.Close();
    }

    private static void EmitUnrecognized(SourceWriter code, ProviderModel provider, HierarchyModel model)
    {
        code.Write($"""
            {DocText.Summary($"A case of <see cref=\"{model.Name}\"/> that the schema does not know. Nothing of it is lost.")}
            [global::System.Text.Json.Serialization.JsonConverter(typeof({model.Unrecognized.Bare}JsonConverter))]
            """);
        code.Write($$"""
            {{Keyword.Access(provider)}} sealed partial record {{model.Unrecognized}} : {{model.Name}}
            {
                private readonly global::TypedWebhooks.EquatableJson _json;

                /// <summary>Holds such an object.</summary>
                /// <param name="json">The object.</param>
                public {{model.Unrecognized}}(global::System.Text.Json.JsonElement json) => _json = new(json);

                /// <summary>The object, just as it came.</summary>
                public global::System.Text.Json.JsonElement Json => _json.Value;

                internal override void WriteTo(global::System.Text.Json.Utf8JsonWriter writer) =>
                    global::TypedWebhooks.Json.WebhookWriter.WriteRaw(writer, Json);
            """);
        code.Indent();
        PrintEmitter.Begin(code, hasBase: true, isSealed: true);
        code.Write($".Length(\"Json\", Json)");
        PrintEmitter.End(code);
        code.Close();
    }

    private static void EmitConverter(SourceWriter code, ProviderModel provider, HierarchyModel model)
    {
        Converter.Begin(code, provider, model.Name);
        code.Write($$"""
            private static readonly global::TypedWebhooks.Json.Utf8Names s_cases = new(
                new string[]
                {
            """);
        code.Indent();
        code.Indent();
        foreach (CaseModel c in model.Cases)
        {
            code.Write($"{new StringLiteral(c.Value)},");
        }

        code.Unindent();
        code.Unindent();
        code.Write($$"""
                });

            internal static {{model.Name}}? Read(ref global::TypedWebhooks.Json.WebhookReader reader) =>
                reader.FindCase({{new StringLiteral(model.Discriminator)}}u8, s_cases) switch
                {
            """);
        code.Indent();
        code.Indent();
        for (int i = 0; i < model.Cases.Count; i++)
        {
            code.Write($"{i} => {model.Cases[i].Record.Bare}JsonConverter.Read(ref reader),");
        }

        code.Write($"_ => {model.Unrecognized.Bare}JsonConverter.Read(ref reader),");
        code.Unindent();
        code.Unindent();
        code.Write($$"""
                };

            internal static void Write(global::System.Text.Json.Utf8JsonWriter writer, {{model.Name}} value) => value.WriteTo(writer);

            """);
        Converter.End(code, model.Name);
    }

    private static void EmitUnrecognizedConverter(SourceWriter code, ProviderModel provider, HierarchyModel model)
    {
        Converter.Begin(code, provider, model.Unrecognized);
        code.Write($$"""
            internal static {{model.Unrecognized}} Read(ref global::TypedWebhooks.Json.WebhookReader reader) => new(reader.ReadJson());

            internal static void Write(global::System.Text.Json.Utf8JsonWriter writer, {{model.Unrecognized}} value) => value.WriteTo(writer);

            """);
        Converter.End(code, model.Unrecognized);
    }
}
