using System.Collections.Generic;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <summary>Emits the interface of a class that handles every event of a provider.</summary>
internal static class HandlerEmitter
{
    public static SourceWriter Emit(ProviderModel provider, IReadOnlyList<EventModel> events)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        code.Write($"""
            {DocText.Summary($"Handles every event of {provider.Name}. A class that forgets one does not compile, so an event that the schema gains is not overlooked.")}
            """);
        EmittedFile.Mark(code);
        code.Write($"{Keyword.Access(provider)} interface {provider.Handler} :");
        code.Indent();
        foreach (EventModel e in events)
        {
            code.Write($"global::TypedWebhooks.IWebhookEventHandler<{e.Record}>,");
        }

        code.Write($"global::TypedWebhooks.IWebhookEventHandler<{provider.Unrecognized}>");
        code.Unindent();
        code.Open();
        code.Close();
        return code;
    }
}
