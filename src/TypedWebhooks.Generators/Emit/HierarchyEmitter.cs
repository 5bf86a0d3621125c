using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits a closed set of records within a body: the abstract record over them, the one that the schema does not know, and their converters.</summary>
internal static class HierarchyEmitter
{
    public static void Emit(SourceWriter code, ProviderModel provider, HierarchyModel model)
    {
        EmitRoot(code, provider, model);
        code.Line();
        EmitUnrecognized(code, provider, model);
    }

    /// <summary>What a case has so that there can be no case elsewhere.</summary>
    public static void EmitSeal(SourceWriter code) => code.Write($$"""

        internal override void BelongsHere()
        {
        }
        """);

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
        EmittedFile.MarkConverter(code, provider);
        code.Write($$"""
            {{Keyword.Access(provider)}} {{Keyword.If(provider.UsesClosed, Keyword.Closed, Keyword.Abstract)}}partial record {{model.Name}} :
                global::TypedWebhooks.Json.WebhookObject,
                global::TypedWebhooks.Json.IWebhookObject<{{model.Name}}>
            {
                private static readonly global::TypedWebhooks.Json.Utf8Names s_cases = new(
            """);
        code.Indent();
        NameLines.Write(code, [.. model.Cases.Select(static c => c.Value)]);
        code.Write($$"""

            /// <inheritdoc/>
            public static {{model.Name}}? ReadFrom(ref global::TypedWebhooks.Json.WebhookReader reader) =>
                reader.FindCase({{new StringLiteral(model.Discriminator)}}u8, s_cases) switch
                {
            """);
        code.Indent();
        code.Indent();
        for (int i = 0; i < model.Cases.Count; i++)
        {
            if (model.IsOpen)
            {
                code.Write($"{i} => reader.ReadCase<{model.Name}, {model.Cases[i].Record}, {model.Unrecognized}>(),");
            }
            else
            {
                code.Write($"{i} => reader.Read<{model.Cases[i].Record}>(),");
            }
        }

        code.Write($"_ => reader.Read<{model.Unrecognized}>(),");
        code.Unindent();
        code.Unindent();
        code.Write($$"""
                };

            // Being internal, it also keeps the set closed: no other assembly can add to it (CS0534).
            internal abstract void BelongsHere();
            """);
        VisitEmitter.EmitEquality(code, model.Name, isSealed: false);
        code.Close();
    }

    private static void EmitUnrecognized(SourceWriter code, ProviderModel provider, HierarchyModel model)
    {
        code.Write($"""
            {DocText.Summary($"A case of <see cref=\"{model.Name}\"/> that the schema does not know. Nothing of it is lost.")}
            """);
        EmittedFile.MarkConverter(code, provider);
        code.Write($$"""
            {{Keyword.Access(provider)}} sealed partial record {{model.Unrecognized}} :
                {{model.Name}},
                global::TypedWebhooks.Json.IWebhookObject<{{model.Unrecognized}}>
            {
                /// <summary>Holds such an object.</summary>
                /// <param name="json">The object.</param>
                public {{model.Unrecognized}}(global::System.Text.Json.JsonElement json) => Json = json;

                /// <summary>The object, just as it came.</summary>
                public global::System.Text.Json.JsonElement Json { get; }

                /// <inheritdoc/>
                public static new {{model.Unrecognized}} ReadFrom(ref global::TypedWebhooks.Json.WebhookReader reader) => new(reader.ReadJson());

                /// <inheritdoc/>
                public override void WriteTo(global::System.Text.Json.Utf8JsonWriter writer) =>
                    global::TypedWebhooks.Json.WebhookWriter.WriteRaw(writer, Json);
            """);
        code.Indent();
        EmitSeal(code);
        VisitEmitter.Begin(code, model.Unrecognized, isFirst: true, isOne: true);
        code.Write($"{VisitEmitter.Visitor(isOne: true)}.AddLength(\"Json\", Json, that.Json)");
        VisitEmitter.End(code, isFirst: true, isOne: true);
        VisitEmitter.EmitEquality(code, model.Unrecognized, isSealed: true);
        code.Close();
    }
}
