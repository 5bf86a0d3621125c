using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the root of a provider's events: parsing, and the dispatchers that are exhaustive by their signature.</summary>
internal static class RootEmitter
{
    /// <summary>A method with more parameters than this is no help any more: the handler interface is.</summary>
    private const int MaxMatchedEvents = EventCatalog.MaxMatchedEvents;

    public static SourceWriter Emit(ProviderModel provider, string? description, IReadOnlyList<EventModel> events)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"""
            {DocText.Summary(
                description,
                $"A webhook event of {provider.Name}.").With(
                "remarks",
                $"Every instance is one of the sealed records listed in its <c>WebhookEvents</c> attribute; a <c>switch</c> over them needs no discard. What the schema does not know{Keyword.If(provider.IsSelective, Keyword.OrNotSelected)} is an <see cref=\"{provider.Unrecognized}\"/>.")}
            """);
        code.Write($"[global::TypedWebhooks.WebhookEvents(");
        code.Indent();
        foreach (EventModel e in events)
        {
            code.Write($"typeof({e.Record}),");
        }

        code.Write($"typeof({provider.Unrecognized}))]");
        code.Unindent();
        EmittedFile.MarkConverter(code, provider);
        code.Write($$"""
            {{Keyword.Access(provider)}} {{Keyword.If(provider.UsesClosed, Keyword.Closed, Keyword.Abstract)}}partial record {{provider.Root}} :
                global::TypedWebhooks.Json.InexactWebhookObject,
                global::TypedWebhooks.Json.IWebhookObject<{{provider.Root}}>
            {
                /// <summary>The event's name on the wire, as the schema spells it; empty where the body has none.</summary>
                public abstract string EventType { get; }

            """);
        code.Indent();
        ParseEmitter.EmitField(code, provider.Body);
        ParseEmitter.Emit(code, provider);
        if (events.Count <= MaxMatchedEvents)
        {
            EmitMatch(code, provider, events);
            EmitSwitch(code, provider, events);
        }

        EmitDispatch(code, provider);
        RootJsonEmitter.EmitRoot(code, provider, events);
        VisitEmitter.Begin(code, provider.Root, isFirst: true, isOne: true);
        code.Write($"{VisitEmitter.Visitor(isOne: true)}.Add(\"EventType\", EventType, that.EventType)");
        VisitEmitter.End(code, isFirst: true, isOne: true);
        VisitEmitter.EmitEquality(code, provider.Root, isSealed: false);
        code.Close();
        return code;
    }

    private static void EmitMatch(SourceWriter code, ProviderModel provider, IReadOnlyList<EventModel> events)
    {
        code.Write($$"""
            /// <summary>Makes something of the event, with a function for each kind of event there is.</summary>
            /// <typeparam name="TResult">What is made.</typeparam>
            """);
        EmitParameterDocs(code, provider, events);
        code.Write($$"""
            /// <returns>What the event's function returned.</returns>
            public TResult Match<TResult>(
            """);
        code.Indent();

        List<(CSharpName Record, CSharpName Parameter)> functions = Parameters(provider, events);
        for (int i = 0; i < functions.Count - 1; i++)
        {
            code.Write($"global::System.Func<{functions[i].Record}, TResult> {functions[i].Parameter},");
        }

        code.Write($"global::System.Func<{functions[functions.Count - 1].Record}, TResult> {functions[functions.Count - 1].Parameter}) => this switch");
        code.Unindent();
        code.Open();
        foreach (EventModel e in events)
        {
            code.Write($"{e.Record} e => {e.Parameter}(e),");
        }

        code.Write($"""
            {provider.Unrecognized} e => unrecognized(e),
            _ => throw new global::System.Diagnostics.UnreachableException(),
            """);
        code.Close(semicolon: true);
        code.Line();
    }

    private static void EmitSwitch(SourceWriter code, ProviderModel provider, IReadOnlyList<EventModel> events)
    {
        code.Write($"/// <summary>Does something with the event, with an action for each kind of event there is.</summary>");
        EmitParameterDocs(code, provider, events);
        code.Write($"public void Switch(");
        code.Indent();
        List<(CSharpName Record, CSharpName Parameter)> actions = Parameters(provider, events);
        for (int i = 0; i < actions.Count - 1; i++)
        {
            code.Write($"global::System.Action<{actions[i].Record}> {actions[i].Parameter},");
        }

        code.Write($"global::System.Action<{actions[actions.Count - 1].Record}> {actions[actions.Count - 1].Parameter})");
        code.Unindent();
        code.Open();
        code.Write($"switch (this)");
        code.Open();
        foreach (EventModel e in events)
        {
            EmitCase(code, e.Record, e.Parameter);
        }

        EmitCase(code, provider.Unrecognized, new("unrecognized"));
        code.Close();
        code.Close();
        code.Line();
    }

    private static void EmitCase(SourceWriter code, CSharpName record, CSharpName action) => code.Write($"""
        case {record} e:
            {action}(e);
            break;
        """);

    private static void EmitParameterDocs(SourceWriter code, ProviderModel provider, IReadOnlyList<EventModel> events)
    {
        foreach ((CSharpName record, CSharpName parameter) in Parameters(provider, events))
        {
            code.Write($"/// <param name=\"{parameter.Bare}\">The function for <see cref=\"{record}\"/>.</param>");
        }
    }

    /// <summary>
    /// A function for each kind of event. That of the unrecognized ones stands first: an event that the schema gains at its
    /// end is then the last parameter, and the compiler names it to who has no function for it (CS7036). Behind another one
    /// it would try that one's function on the new event, and complain about what stands in it.
    /// </summary>
    private static List<(CSharpName Record, CSharpName Parameter)> Parameters(ProviderModel provider, IReadOnlyList<EventModel> events) =>
        [(provider.Unrecognized, new("unrecognized")), .. events.Select(static e => (e.Record, e.Parameter))];

    private static void EmitDispatch(SourceWriter code, ProviderModel provider) => code.Write($$"""
        /// <summary>Hands the event to the method of a handler that takes it.</summary>
        /// <param name="handler">The handler.</param>
        /// <param name="cancellationToken">Is handed on to the handler.</param>
        /// <returns>A task that completes when the event is handled.</returns>
        public global::System.Threading.Tasks.ValueTask DispatchAsync(
            {{provider.Handler}} handler,
            global::System.Threading.CancellationToken cancellationToken = default)
        {
            global::System.ArgumentNullException.ThrowIfNull(handler);
            return DispatchCoreAsync(handler, cancellationToken);
        }

        // Being internal, it also keeps the set of events closed: no other assembly can add one (CS0534).
        internal abstract global::System.Threading.Tasks.ValueTask DispatchCoreAsync(
            {{provider.Handler}} handler,
            global::System.Threading.CancellationToken cancellationToken);

        """);
}
