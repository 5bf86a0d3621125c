using System;
using TypedWebhooks.Generators.Json;
using TypedWebhooks.Generators.Model;

namespace TypedWebhooks.Generators.Emit.Versions;

/// <summary>Emits the class that reads a delivery of any version, in each of the forms that a version's own root has.</summary>
internal static class PickerEmitter
{
    public static SourceWriter Emit(ProviderModel provider, VersionedProvider versioned, PickerSignature signature, bool readsRequests)
    {
        SourceWriter code = EmittedFile.Begin(provider);
        ProviderVersion newest = versioned.Newest.Version;
        code.Write($"""
            {DocText.Summary($"Reads deliveries of {provider.Name}, each as the version of the provider's schemas has it in which it came.").With(
                "remarks",
                Place(versioned.From))}
            """);
        EmittedFile.Mark(code);
        code.Write($"{Keyword.Access(provider)} static class {versioned.Webhook}");
        code.Open();
        EmitVersions(code, versioned);
        EmitPick(code, provider, versioned, signature);
        EmitForms(code, signature, PickerForm.Newest(newest.Name, provider.Root));
        EmitForms(code, signature, PickerForm.Versioned(versioned.VersionedEvent));
        if (readsRequests)
        {
            RequestEmitter.Emit(code, provider, versioned, signature);
        }

        EmitUnknown(code, provider, versioned);
        code.Close();
        return code;
    }

    public static void EmitUpgradeDocs(SourceWriter code, PickerSignature signature)
    {
        foreach (VersionStep step in signature.Own)
        {
            code.Write($"/// <param name=\"{step.Parameter.Bare}\">Makes of <see cref=\"{step.From}\"/> what it is in <see cref=\"{step.To}\"/>, where the schemas do not say it.</param>");
        }
    }

    private static FormattableString Place(EventKeyPart from) => from.Header switch
    {
        null => $"The version is what stands at <c>{JsonPointer.Of(from.Path)}</c> in the body. One that the project has no schema of is never taken for another.",
        { Length: > 0 } header => $"The version is what the header <c>{header}</c> says. One that the project has no schema of is never taken for another.",
        _ => $"The version is what whoever calls says. One that the project has no schema of is never taken for another.",
    };

    private static void EmitVersions(SourceWriter code, VersionedProvider versioned)
    {
        code.Write($"""
            private static readonly global::TypedWebhooks.Json.Utf8Names s_names = new(new string[]
            """);
        code.Open();
        foreach (PickedVersion version in versioned.Versions)
        {
            code.Write($"{new StringLiteral(version.Version.Text)},");
        }

        code.Close(parenthesis: true, semicolon: true);
        code.Write($"""

            private static readonly global::TypedWebhooks.Json.WebhookVersions s_versions = new(s_names{VersionCode.Path(versioned.From)});

            """);
    }

    private static void EmitPick(SourceWriter code, ProviderModel provider, VersionedProvider versioned, PickerSignature signature)
    {
        EmitSummary(code, signature, PickerForm.Versioned(versioned.VersionedEvent));
        code.Write($"""
            /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
            /// <returns>The event as its version has it.</returns>
            /// <exception cref="global::System.Text.Json.JsonException">The body is not JSON, is no object, or names its event type twice.</exception>
            public static {versioned.VersionedEvent} ParseVersioned({VersionCode.OutsideParameters(signature)}global::System.ReadOnlySpan<byte> utf8Json)
            """);
        code.Open();
        if (signature.TakesVersion)
        {
            code.Write($"return s_versions.IndexOf(version) switch");
        }
        else
        {
            code.Write($"return s_versions.IndexIn(utf8Json, out string? version) switch");
        }

        code.Open();
        for (int i = 0; i < versioned.Versions.Count; i++)
        {
            PickedVersion version = versioned.Versions[i];
            code.Write($"{i} => new {versioned.VersionedEvent}(version, {version.Version.Name}.{provider.Root}.Parse({Keyword.If(version.TakesName, Keyword.EventNameFirst)}utf8Json)),");
        }

        code.Write($"_ => new {versioned.VersionedEvent}(version, Unknown({Keyword.If(versioned.Newest.TakesName, Keyword.EventNameFirst)}version, utf8Json)),");
        code.Close(semicolon: true);
        code.Close();
        code.Line();
    }

    /// <summary>The functions of one name, all but the one that the others of the versioned events call.</summary>
    private static void EmitForms(SourceWriter code, PickerSignature signature, PickerForm form)
    {
        VersionCode parameters = VersionCode.OutsideParameters(signature), arguments = VersionCode.OutsideArguments(signature);
        VersionCode ownParameters = form.IsNewest ? VersionCode.UpgradeParameters(signature) : default;
        VersionCode ownArguments = form.IsNewest ? VersionCode.UpgradeArguments(signature) : default;
        VersionCode ownTypes = form.IsNewest ? VersionCode.UpgradeTypes(signature) : default;
        VersionCode types = VersionCode.OutsideTypes(signature);
        if (form.IsNewest)
        {
            EmitSummary(code, signature, form);
            code.Write($"""
                /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
                """);
            EmitUpgradeDocs(code, signature);
            code.Write($"""
                /// <returns>The event of the newest version.</returns>
                /// <exception cref="global::System.Text.Json.JsonException">The body is not JSON, is no object, or names its event type twice.</exception>
                public static {form.Result} Parse({parameters}global::System.ReadOnlySpan<byte> utf8Json{ownParameters}) =>
                    ParseVersioned({arguments}utf8Json).Upgrade({VersionCode.FirstUpgradeArguments(signature)});

                """);
        }

        code.Write($"/// <inheritdoc cref=\"Parse{form.Suffix}({types}global::System.ReadOnlySpan{{byte}}{ownTypes})\"/>");
        EmitOutsideDocs(code, signature);
        code.Write($"/// <param name=\"json\">The body: one JSON object.</param>");
        EmitOwnDocs(code, signature, form);
        code.Write($"""
            public static {form.Result} Parse{form.Suffix}({parameters}string json{ownParameters}) =>
                global::TypedWebhooks.Json.WebhookBody.Parse(json, body => Parse{form.Suffix}({arguments}body{ownArguments}));

            /// <inheritdoc cref="Parse{form.Suffix}({types}global::System.ReadOnlySpan{VersionCode.Bytes}{ownTypes})"/>
            """);
        EmitOutsideDocs(code, signature);
        code.Write($"""
            /// <param name="utf8Json">The stream of the body, which is read to its end and stays open.</param>
            """);
        EmitOwnDocs(code, signature, form);
        code.Write($"""
            /// <param name="cancellationToken">Gives the reading up.</param>
            public static global::System.Threading.Tasks.ValueTask<{form.Result}> Parse{form.Suffix}Async(
                {parameters}global::System.IO.Stream utf8Json{ownParameters},
                global::System.Threading.CancellationToken cancellationToken = default) =>
                global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, body => Parse{form.Suffix}({arguments}body{ownArguments}), cancellationToken);

            """);
        EmitTries(code, signature, form);
    }

    private static void EmitTries(SourceWriter code, PickerSignature signature, PickerForm form)
    {
        VersionCode parameters = VersionCode.OutsideParameters(signature), arguments = VersionCode.OutsideArguments(signature);
        VersionCode ownParameters = form.IsNewest ? VersionCode.UpgradeParameters(signature) : default;
        VersionCode ownArguments = form.IsNewest ? VersionCode.UpgradeArguments(signature) : default;
        for (int i = 0; i < 2; i++)
        {
            (CSharpName body, Keyword type) = i == 0 ? (new CSharpName("utf8Json"), Keyword.Utf8Span) : (new CSharpName("json"), Keyword.TextSpan);
            code.Write($"/// <summary>Reads a webhook's body, and says instead of throwing that it is no JSON object.</summary>");
            EmitOutsideDocs(code, signature);
            code.Write($"/// <param name=\"{body}\">The body: one JSON object.</param>");
            EmitOwnDocs(code, signature, form);
            code.Write($"""
                /// <param name="result">The event, or null where <c>Parse{form.Suffix}</c> would throw a <see cref="global::System.Text.Json.JsonException"/>.</param>
                /// <returns>Whether there is an event.</returns>
                public static bool TryParse{form.Suffix}(
                    {parameters}{type} {body}{ownParameters},
                    [global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {form.Result}? result)
                """);
            code.Open();
            if (form.IsNewest)
            {
                // What the user's own part throws is thrown: it is no matter of the body.
                code.Write($"""
                    result = TryParseVersioned({arguments}{body}, out {signature.VersionedEvent}? e) ? e.Upgrade({VersionCode.FirstUpgradeArguments(signature)}) : null;
                    return result is not null;
                    """);
                code.Close();
                code.Line();
            }
            else
            {
                EmitTryVersioned(code, arguments, body, Keyword.If(i == 1, Keyword.ToText));
            }
        }

        code.Write($"/// <summary>Reads a webhook's body, and says instead of throwing that it is no JSON object.</summary>");
        EmitOutsideDocs(code, signature);
        code.Write($"/// <param name=\"utf8Json\">The stream of the body, which is read to its end and stays open.</param>");
        EmitOwnDocs(code, signature, form);
        code.Write($"""
            /// <param name="cancellationToken">Gives the reading up.</param>
            /// <returns>The event, or null where <c>Parse{form.Suffix}Async</c> would throw a <see cref="global::System.Text.Json.JsonException"/>.</returns>
            public static global::System.Threading.Tasks.ValueTask<{form.Result}?> TryParse{form.Suffix}Async(
                {parameters}global::System.IO.Stream utf8Json{ownParameters},
                global::System.Threading.CancellationToken cancellationToken = default) =>
                global::TypedWebhooks.Json.WebhookBody.ParseAsync(utf8Json, body => TryParse{form.Suffix}({arguments}body{ownArguments}, out {form.Result}? result) ? result : null, cancellationToken);

            """);
    }

    private static void EmitTryVersioned(SourceWriter code, VersionCode arguments, CSharpName body, Keyword toText)
    {
        code.Write($$"""
            try
            {
                result = ParseVersioned({{arguments}}{{body}}{{toText}});
                return true;
            }
            catch (global::System.Text.Json.JsonException)
            {
                result = null;
                return false;
            }
            """);
        code.Close();
        code.Line();
    }

    private static void EmitSummary(SourceWriter code, PickerSignature signature, PickerForm form)
    {
        if (form.IsNewest)
        {
            code.Write($"/// <summary>Reads a webhook's body of any version, and brings it to the newest one. Any JSON object gives an event.</summary>");
        }
        else
        {
            code.Write($"/// <summary>Reads a webhook's body as its version has it. Any JSON object gives an event.</summary>");
        }

        EmitOutsideDocs(code, signature);
    }

    private static void EmitOutsideDocs(SourceWriter code, PickerSignature signature)
    {
        if (signature.TakesVersion)
        {
            code.Write($"/// <param name=\"version\">The version that the delivery is of; null where nothing says it.</param>");
        }

        if (signature.TakesName)
        {
            code.Write($"/// <param name=\"eventName\">The part of the event's name that is not in the body, where the version has one.</param>");
        }
    }

    private static void EmitOwnDocs(SourceWriter code, PickerSignature signature, PickerForm form)
    {
        if (form.IsNewest)
        {
            EmitUpgradeDocs(code, signature);
        }
    }

    /// <summary>What a delivery becomes that is of no version which the project knows: the whole of it, and what the newest version takes for its name.</summary>
    private static void EmitUnknown(SourceWriter code, ProviderModel provider, VersionedProvider versioned)
    {
        CSharpName newest = versioned.Newest.Version.Name;
        code.Write($$"""
            private static {{newest}}.{{provider.Unrecognized}} Unknown({{Keyword.If(versioned.Newest.TakesName, Keyword.EventNameParameterFirst)}}string? version, global::System.ReadOnlySpan<byte> utf8Json)
            {
                global::TypedWebhooks.Json.WebhookReader reader = new(utf8Json);
                {{newest}}.{{provider.Unrecognized}} e = {{newest}}.{{provider.Unrecognized}}.ReadBody(ref reader{{Keyword.If(versioned.Newest.TakesName, Keyword.EventNameArgument)}});
                reader.EndDocument();
                return {{Keyword.If(versioned.Newest.HasHandshakes, Keyword.IsHandshakeOr)}}new {{newest}}.{{provider.Unrecognized}}(e.EventType, e.Json, global::TypedWebhooks.UnrecognizedReason.UnknownVersion, null, s_versions.Objection(version));
            }
            """);
    }
}
