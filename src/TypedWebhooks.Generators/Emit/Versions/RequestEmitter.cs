using System.Linq;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit.Versions;

/// <summary>Emits how a whole request of ASP.NET Core is read: its body, and the headers that say the version and the event.</summary>
internal static class RequestEmitter
{
    /// <summary>Whether the request says all there is to know, in one place for all versions.</summary>
    public static bool CanRead(VersionedProvider versioned) =>
        versioned.From.Header is null or { Length: > 0 }
        && versioned.Versions.All(static version => version.IsPlain)
        && versioned.Versions.Select(static version => version.NameHeader).Where(static header => header is not null).Distinct().Count() < 2;

    public static void Emit(SourceWriter code, ProviderModel provider, VersionedProvider versioned, PickerSignature signature)
    {
        CSharpName newest = versioned.Newest.Version.Name;
        code.Write($"""
            /// <summary>Reads the event of a request of any version, brings it to the newest one, and says instead of throwing that there is none; why is logged, at the level Debug.</summary>
            /// <param name="request">The request. Its body is read to the end.</param>
            """);
        PickerEmitter.EmitUpgradeDocs(code, signature);
        code.Write($$"""
            /// <param name="cancellationToken">Gives the reading up.</param>
            /// <returns>The event of the newest version; null where the body is no JSON object, for which the answer is 400.</returns>
            public static async global::System.Threading.Tasks.ValueTask<{{newest}}.{{provider.Root}}?> TryParseAsync(
                global::Microsoft.AspNetCore.Http.HttpRequest request{{VersionCode.UpgradeParameters(signature)}},
                global::System.Threading.CancellationToken cancellationToken = default)
            {
                {{versioned.VersionedEvent}}? e = await TryParseVersionedAsync(request, cancellationToken).ConfigureAwait(false);
                return e?.Upgrade({{VersionCode.FirstUpgradeArguments(signature)}});
            }

            /// <summary>Reads the event of a request as its version has it, and says instead of throwing that there is none; why is logged, at the level Debug.</summary>
            /// <param name="request">The request. Its body is read to the end.</param>
            /// <param name="cancellationToken">Gives the reading up.</param>
            /// <returns>The event; null where the body is no JSON object, for which the answer is 400.</returns>
            public static async global::System.Threading.Tasks.ValueTask<{{versioned.VersionedEvent}}?> TryParseVersionedAsync(
                global::Microsoft.AspNetCore.Http.HttpRequest request,
                global::System.Threading.CancellationToken cancellationToken = default)
            {
                global::System.ArgumentNullException.ThrowIfNull(request);
                try
                {
                    return await ParseVersionedAsync({{VersionCode.Headers(versioned, signature)}}request.Body, cancellationToken).ConfigureAwait(false);
                }
                catch (global::System.Exception e) when (e is global::System.Text.Json.JsonException or global::System.IO.IOException)
                {
                    {{newest}}.{{provider.Binding}}.LogBadBody(request.HttpContext, e);
                    return null;
                }
            }

            """);
    }
}
