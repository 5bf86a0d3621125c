using System.Collections.Generic;
using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit;

/// <content>How the body of a request is read: as it is, or as the field of a form.</content>
internal static partial class BindingEmitter
{
    /// <summary>Emits the function that reads the JSON out of the field of a form that has it, be that a text or a file.</summary>
    private static void EmitParseForm(SourceWriter code, ProviderModel provider, CSharpName type, CSharpName method)
    {
        EventKeyPart? header = provider.Key.Parts.FirstOrDefault(static part => part.Header is not null);
        code.Write($$"""
            internal static async global::System.Threading.Tasks.ValueTask<{{type}}> {{method}}(
                global::Microsoft.AspNetCore.Http.HttpRequest request,
                global::System.Threading.CancellationToken cancellationToken)
            {
                if (!request.HasFormContentType)
                {
                    throw new global::System.Text.Json.JsonException("The request has no form, of which a field would be the event.");
                }

                global::Microsoft.AspNetCore.Http.IFormCollection form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
                global::Microsoft.Extensions.Primitives.StringValues texts = form[{{provider.Root}}.BodyField];
                if (texts.Count == 1)
                {
            """);
        code.Indent();
        code.Indent();
        if (header is not null)
        {
            code.Write($"return {type}.Parse((string?)request.Headers[{new StringLiteral(header.Header!)}], texts[0] ?? \"\");");
        }
        else
        {
            code.Write($"return {type}.Parse(texts[0] ?? \"\");");
        }

        code.Unindent();
        code.Unindent();
        code.Write($$"""
                }

                global::System.Collections.Generic.IReadOnlyList<global::Microsoft.AspNetCore.Http.IFormFile> files = form.Files.GetFiles({{provider.Root}}.BodyField);
                if (texts.Count + files.Count != 1)
                {
                    throw new global::System.Text.Json.JsonException("The form has not just one field that is the event.");
                }

                using global::System.IO.Stream file = files[0].OpenReadStream();
            """);
        code.Indent();
        if (header is not null)
        {
            code.Write($"return await {type}.ParseAsync((string?)request.Headers[{new StringLiteral(header.Header!)}], file, cancellationToken).ConfigureAwait(false);");
        }
        else
        {
            code.Write($"return await {type}.ParseAsync(file, cancellationToken).ConfigureAwait(false);");
        }

        code.Close();
    }

    private static void EmitParse(SourceWriter code, ProviderModel provider, CSharpName type, CSharpName method)
    {
        if (provider.Body.Field.Length > 0 && provider.CloudEvents is null)
        {
            EmitParseForm(code, provider, type, method);
            return;
        }

        code.Write($$"""
            internal static global::System.Threading.Tasks.ValueTask<{{type}}> {{method}}(
                global::Microsoft.AspNetCore.Http.HttpRequest request,
                global::System.Threading.CancellationToken cancellationToken) =>
            """);
        code.Indent();
        if (provider.CloudEvents is not null)
        {
            code.Write($"""
                {type}.ParseAsync(
                    global::System.Linq.Enumerable.SelectMany(
                        request.Headers,
                        static header => header.Value,
                        static (header, value) => new global::System.Collections.Generic.KeyValuePair<string, string>(header.Key, value ?? "")),
                    request.Body,
                    cancellationToken);
                """);
        }
        else if (provider.Key.Parts.FirstOrDefault(static part => part.Header is not null) is { } part)
        {
            code.Write($"{type}.ParseAsync((string?)request.Headers[{new StringLiteral(part.Header!)}], request.Body, cancellationToken);");
        }
        else
        {
            code.Write($"{type}.ParseAsync(request.Body, cancellationToken);");
        }

        code.Unindent();
    }
}
